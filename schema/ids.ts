/**
 * Ids are readable and the same on every machine and in every store. They are minted here and in `digest.ts`,
 * nowhere else; the brand keeps one kind of id from being passed for another.
 */
import { type EntityKind, ENTITY_KINDS, relationTerm, type RelationType } from "./ontology.ts";

declare const brand: unique symbol;
type Brand<Name extends string> = string & { readonly [brand]: Name };

/** `militia:Popular_Mobilization_Forces` */
export type EntityId = Brand<"EntityId">;
/** `state:Iran~BACKS~militia:Popular_Mobilization_Forces` */
export type RelationId = Brand<"RelationId">;
/** `document:` and 32 hexadecimal digits */
export type DocumentId = Brand<"DocumentId">;
/** `assertion:` and 32 hexadecimal digits */
export type AssertionId = Brand<"AssertionId">;
/** `view:` and a random UUID */
export type ViewId = Brand<"ViewId">;
/** `story:` and a random UUID */
export type StoryId = Brand<"StoryId">;
/** `note:` and a random UUID */
export type NoteId = Brand<"NoteId">;
export type NodeId = EntityId | RelationId | DocumentId | AssertionId | ViewId | StoryId | NoteId;

const escape = (name: string) =>
  name.replace(/[%_~]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`).replaceAll(" ", "_");

const unescape = (text: string) =>
  text
    .replaceAll("_", " ")
    .replace(/%([0-9A-F]{2})/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));

/** The form in which a name is kept: NFC, without control or invisible characters, single spaces. */
export const canonicalName = (name: string): string =>
  name
    .normalize("NFC")
    .replace(/[\p{C}\s]+/gu, " ")
    .trim();

/** The id of the entity of this kind and canonical name; different names never share an id. */
export const entityId = (kind: EntityKind, name: string): EntityId =>
  `${kind.toLowerCase()}:${escape(canonicalName(name))}` as EntityId;

/** What the id of an entity tells of it: different names never share one. */
export function namedEntity(id: EntityId): { readonly id: EntityId; readonly name: string; readonly kind: EntityKind } {
  const colon = id.indexOf(":");
  return { id, name: unescape(id.slice(colon + 1)), kind: id.slice(0, colon).toUpperCase() as EntityKind };
}

/** The ends of a relation in the order in which it is kept: symmetric relations by id, others as given. */
export function orderEnds<Id extends string>(type: RelationType, subject: Id, object: Id): [Id, Id] {
  return relationTerm(type).symmetric && object < subject ? [object, subject] : [subject, object];
}

/** The id of an edge; a symmetric one has the same id either way round. */
export function relationId(subject: EntityId, type: RelationType, object: EntityId): RelationId {
  const [a, b] = orderEnds(type, subject, object);
  return `${a}~${type}~${b}` as RelationId;
}

/** A new id of what an analyst keeps. */
export const recordId = {
  view: () => `view:${crypto.randomUUID()}` as ViewId,
  story: () => `story:${crypto.randomUUID()}` as StoryId,
  note: () => `note:${crypto.randomUUID()}` as NoteId,
} as const;

const RECORD_ID = /^(view|story|note):[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const RECORD_KINDS = { view: "View", story: "Story", note: "Note" } as const;

export type NodeKind = "Entity" | "Relation" | "Document" | "Assertion" | "View" | "Story" | "Note";

/** What kind of object an id names, told from its form; undefined for a string that is no id. */
export function nodeKind(id: string): NodeKind | undefined {
  const [, record] = RECORD_ID.exec(id) ?? [];
  if (record !== undefined) return RECORD_KINDS[record as keyof typeof RECORD_KINDS];
  if (/^document:[0-9a-f]{32}$/.test(id)) return "Document";
  if (/^assertion:[0-9a-f]{32}$/.test(id)) return "Assertion";
  if (id.includes("~")) return "Relation";
  const kind = id.slice(0, Math.max(0, id.indexOf(":"))).toUpperCase();
  return (ENTITY_KINDS as readonly string[]).includes(kind) ? "Entity" : undefined;
}
