/** The table: the edges in sight as sortable rows. */
import type { RelationId } from "../../../schema/ids.ts";
import { relationTerm } from "../../../schema/ontology.ts";
import { type EdgeStatus, edgeStatus, type ViewEntity, type ViewRelation } from "./graph.ts";
import type { Visible } from "./visible.ts";

export interface Row {
  readonly id: RelationId;
  readonly relation: ViewRelation;
  readonly subject: ViewEntity;
  readonly object: ViewEntity;
  readonly type: string;
  readonly status: EdgeStatus;
}

export const COLUMNS = [
  "subject",
  "type",
  "object",
  "status",
  "assertions",
  "documents",
  "speakers",
  "latest",
] as const;
export type Column = (typeof COLUMNS)[number];

export interface Sorting {
  readonly column: Column;
  readonly descending: boolean;
}

const VALUES: Readonly<Record<Column, (row: Row) => string | number>> = {
  subject: (row) => row.subject.name,
  type: (row) => row.type,
  object: (row) => row.object.name,
  status: (row) => row.status,
  assertions: (row) => row.relation.assertionCount,
  documents: (row) => row.relation.documentCount,
  speakers: (row) => row.relation.speakerCount,
  latest: (row) => row.relation.lastDate ?? "",
};

const collator = new Intl.Collator("en", { numeric: true, sensitivity: "base" });
const compare = (a: string | number, b: string | number) =>
  typeof a === "number" && typeof b === "number" ? a - b : collator.compare(String(a), String(b));

/** The rows of what is in sight, sorted; ties keep the order of names. */
export function rowsOf({ entities, relations }: Visible, { column, descending }: Sorting): Row[] {
  const known = new Map(entities.map((entity) => [entity.id, entity]));
  const value = VALUES[column];
  const rows = relations.flatMap((relation): Row[] => {
    const [subject, object] = [known.get(relation.subject), known.get(relation.object)];
    if (!subject || !object) return [];
    const type = relationTerm(relation.type).label;
    return [{ id: relation.id, relation, subject, object, type, status: edgeStatus(relation.statuses) }];
  });
  const byName = rows.toSorted((a, b) => collator.compare(a.id, b.id));
  return byName.toSorted((a, b) => (descending ? -1 : 1) * compare(value(a), value(b)));
}

/** The next sorting when a column's head is pressed: figures and dates begin with the greatest. */
export function sortedBy(sorting: Sorting, column: Column): Sorting {
  if (sorting.column === column) return { column, descending: !sorting.descending };
  return { column, descending: ["assertions", "documents", "speakers", "latest"].includes(column) };
}
