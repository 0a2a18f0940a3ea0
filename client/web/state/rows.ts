/** The tables: the edges and the actors in sight as rows that can be sorted and searched. Pure. */
import type { EntityId, RelationId } from "../../../schema/ids.ts";
import { relationTerm } from "../../../schema/ontology.ts";
import { kindLabel, STATUS_LABELS } from "../text/words.ts";
import { type EdgeStatus, edgeStatus, type ViewEntity, type ViewRelation } from "./graph.ts";
import type { Visible } from "./visible.ts";

export interface EdgeRow {
  readonly id: RelationId;
  readonly relation: ViewRelation;
  readonly subject: ViewEntity;
  readonly object: ViewEntity;
  readonly type: string;
  readonly status: EdgeStatus;
}

export interface ActorRow {
  readonly id: EntityId;
  readonly entity: ViewEntity;
  readonly kind: string;
  /** How many of its edges are in sight. */
  readonly shown: number;
}

/** A column of a table: what it is called, how it sorts, and whether it holds figures. */
export interface Column<Row> {
  readonly key: string;
  readonly label: string;
  /** A track of a CSS grid. */
  readonly width: string;
  readonly figure?: boolean;
  /** Whether its greatest comes first when it is sorted by. */
  readonly descending?: boolean;
  readonly value: (row: Row) => string | number;
}

export const EDGE_COLUMNS: readonly Column<EdgeRow>[] = [
  { key: "subject", label: "Subject", width: "minmax(190px,2fr)", value: (row) => row.subject.name },
  { key: "type", label: "Relation", width: "minmax(150px,1.1fr)", value: (row) => row.type },
  { key: "object", label: "Object", width: "minmax(190px,2fr)", value: (row) => row.object.name },
  { key: "status", label: "Status", width: "104px", value: (row) => STATUS_LABELS[row.status] },
  figures("assertions", "Sentences", "108px", (row: EdgeRow) => row.relation.assertionCount),
  figures("documents", "Documents", "112px", (row: EdgeRow) => row.relation.documentCount),
  figures("speakers", "Speakers", "100px", (row: EdgeRow) => row.relation.speakerCount),
  {
    key: "latest",
    label: "Latest",
    width: "104px",
    descending: true,
    value: (row) => row.relation.lastDate ?? "",
  },
];

export const ACTOR_COLUMNS: readonly Column<ActorRow>[] = [
  { key: "name", label: "Name", width: "minmax(220px,3fr)", value: (row) => row.entity.name },
  { key: "kind", label: "Kind", width: "minmax(120px,1fr)", value: (row) => row.kind },
  { key: "country", label: "Country", width: "96px", value: (row) => row.entity.country ?? "" },
  figures("shown", "Edges in sight", "124px", (row: ActorRow) => row.shown),
  figures("degree", "Edges in all", "112px", (row: ActorRow) => row.entity.degree),
];

function figures<Row>(key: string, label: string, width: string, value: (row: Row) => number): Column<Row> {
  return { key, label, width, figure: true, descending: true, value };
}

/** The edges in sight. */
export function edgeRows({ entities, relations }: Visible): EdgeRow[] {
  const known = new Map(entities.map((entity) => [entity.id, entity]));
  return relations.flatMap((relation): EdgeRow[] => {
    const [subject, object] = [known.get(relation.subject), known.get(relation.object)];
    if (!subject || !object) return [];
    const type = relationTerm(relation.type).label;
    return [{ id: relation.id, relation, subject, object, type, status: edgeStatus(relation.statuses) }];
  });
}

/** The actors in sight, with how many edges each has there. */
export function actorRows({ entities, relations }: Visible): ActorRow[] {
  const shown = new Map<EntityId, number>();
  for (const { subject, object } of relations)
    for (const end of new Set([subject, object])) shown.set(end, (shown.get(end) ?? 0) + 1);
  return entities.map((entity) => ({
    id: entity.id,
    entity,
    kind: kindLabel(entity.kind),
    shown: shown.get(entity.id) ?? 0,
  }));
}

export interface Sorting {
  readonly column: string;
  readonly descending: boolean;
}

const collator = new Intl.Collator("en", { numeric: true, sensitivity: "base" });
const compare = (a: string | number, b: string | number) =>
  typeof a === "number" && typeof b === "number" ? a - b : collator.compare(String(a), String(b));

/** Rows in the order of a column; ties keep the order of ids, so of names. */
export function sortRows<Row extends { readonly id: string }>(
  rows: readonly Row[],
  columns: readonly Column<Row>[],
  { column, descending }: Sorting,
): Row[] {
  const byName = rows.toSorted((a, b) => collator.compare(a.id, b.id));
  const value = columns.find(({ key }) => key === column)?.value;
  return value ? byName.toSorted((a, b) => (descending ? -1 : 1) * compare(value(a), value(b))) : byName;
}

const plain = (text: string) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();

/** Rows of which some words stand in their columns of words, each word in any of them. */
export function findRows<Row>(rows: readonly Row[], columns: readonly Column<Row>[], words: string): readonly Row[] {
  const wanted = plain(words).split(/\s+/).filter(Boolean);
  if (wanted.length === 0) return rows;
  const texts = columns.filter(({ figure }) => !figure);
  return rows.filter((row) => {
    const text = plain(texts.map(({ value }) => value(row)).join(" "));
    return wanted.every((word) => text.includes(word));
  });
}

/** The next sorting when a column's head is pressed: figures and dates begin with the greatest. */
export function sortedBy<Row>(sorting: Sorting, { key, descending = false }: Column<Row>): Sorting {
  return sorting.column === key ? { column: key, descending: !sorting.descending } : { column: key, descending };
}
