/** The address of a view: what a link carries, read back to the same view. */
import { type DocumentId, type EntityId, nodeKind, type RelationId } from "../../../schema/ids.ts";
import type { Span } from "../../../schema/model.ts";
import { filterPairs, parseFilters } from "./filterAddress.ts";
import type { Filters } from "./filters.ts";
import { parseScope, type Scope, usualScope } from "./scope.ts";
import type { View } from "./view.ts";

export type Selection =
  | { readonly kind: "relation"; readonly id: RelationId }
  | { readonly kind: "entity"; readonly id: EntityId };

/** A document that is open for reading, and the sentence to stand at. */
export interface Reading {
  readonly document: DocumentId;
  readonly at?: Span | undefined;
}

export interface Address {
  readonly focus: readonly EntityId[];
  readonly documents: readonly DocumentId[];
  readonly hidden: readonly EntityId[];
  readonly removed: readonly EntityId[];
  readonly selection?: Selection | undefined;
  readonly reading?: Reading | undefined;
  readonly filters: Filters;
  readonly scope: Scope;
  /** The saved view that this is, or was before it was changed. */
  readonly kept?: string | undefined;
  /** Parts of the address that name nothing that there could be. */
  readonly strange: readonly string[];
}

/** Where nothing was asked for: the start. */
export const isStart = (address: Pick<Address, "focus" | "documents" | "selection">): boolean =>
  address.focus.length === 0 && address.documents.length === 0 && address.selection === undefined;

function parseSpan(at: string | null): Span | undefined {
  const [, start, end] = /^(\d+)-(\d+)$/.exec(at ?? "") ?? [];
  return start !== undefined && end !== undefined ? { start: Number(start), end: Number(end) } : undefined;
}

/** Whether a word of an address may be the id of a saved view. */
const isViewId = (word: string): boolean => /^view:[0-9a-f-]{36}$/.test(word);

/** Reads `location.search`. What is no id is set aside, not asked of the server. */
export function parseAddress(search: string): Address {
  const query = new URLSearchParams(search);
  const strange: string[] = [];
  const ids = <Id extends string>(name: string, kind: ReturnType<typeof nodeKind>): Id[] => {
    const all = [...new Set(query.getAll(name))];
    strange.push(...all.filter((id) => nodeKind(id) !== kind));
    return all.filter((id) => nodeKind(id) === kind) as Id[];
  };
  const [relation] = ids<RelationId>("relation", "Relation");
  const [actor] = ids<EntityId>("actor", "Entity");
  const [document] = ids<DocumentId>("document", "Document");
  const kept = query.get("view") ?? undefined;
  if (kept !== undefined && !isViewId(kept)) strange.push(kept);
  const [focus, documents] = [ids<EntityId>("focus", "Entity"), ids<DocumentId>("from", "Document")];
  const selection: Selection | undefined = relation
    ? { kind: "relation", id: relation }
    : actor && { kind: "entity", id: actor };
  return {
    focus,
    documents,
    hidden: ids<EntityId>("hide", "Entity"),
    removed: ids<EntityId>("without", "Entity"),
    selection,
    reading: document ? { document, at: parseSpan(query.get("at")) } : undefined,
    filters: parseFilters(query),
    scope: parseScope(query.get("look"), isStart({ focus, documents, selection })),
    ...(kept !== undefined && isViewId(kept) ? { kept } : {}),
    strange,
  };
}

/** The address of what is on the screen. */
export function addressOf(
  view: View,
  selection: Selection | undefined,
  reading: Reading | undefined,
  filters: Filters,
  scope: Scope,
): Omit<Address, "strange"> {
  const { focus, documents, hidden, removed } = view;
  return { focus, documents, hidden: [...hidden], removed: [...removed], selection, reading, filters, scope };
}

// Readable where the standard allows: ids are made of colons, commas and letters that a query may carry as they are.
const encode = (value: string) => encodeURIComponent(value).replace(/%(3A|2C|40|2F)/g, decodeURIComponent);

/** Writes the query part of an address, empty for the start. */
export function formatAddress(address: Omit<Address, "strange">): string {
  const { selection, reading, filters } = address;
  const pairs: [string, string][] = [
    ...(address.kept === undefined ? [] : [["view", address.kept] as [string, string]]),
    ...address.focus.map((id): [string, string] => ["focus", id]),
    ...address.documents.map((id): [string, string] => ["from", id]),
    ...address.hidden.map((id): [string, string] => ["hide", id]),
    ...address.removed.map((id): [string, string] => ["without", id]),
    ...(selection ? [[selection.kind === "relation" ? "relation" : "actor", selection.id] as [string, string]] : []),
    ...(reading ? [["document", reading.document] as [string, string]] : []),
    ...(reading?.at ? [["at", `${reading.at.start}-${reading.at.end}`] as [string, string]] : []),
    ...filterPairs(filters),
    ...(address.scope === usualScope(isStart(address)) ? [] : [["look", address.scope] as [string, string]]),
  ];
  return pairs.length === 0 ? "" : `?${pairs.map(([name, value]) => `${name}=${encode(value)}`).join("&")}`;
}

/** Whether going from one address to the other is a step that "back" should take back. */
export const isNewPlace = (from: Omit<Address, "strange">, to: Omit<Address, "strange">): boolean =>
  from.focus.join() !== to.focus.join() ||
  from.documents.join() !== to.documents.join() ||
  from.reading?.document !== to.reading?.document ||
  from.scope !== to.scope ||
  (from.selection === undefined && to.selection !== undefined);
