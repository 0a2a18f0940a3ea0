/** The columns of the tables: flat, of single values, by names that say what they are. */
import { dayRange } from "../../schema/edtf.ts";
import type { Entity } from "../../schema/model.ts";
import { relationTerm } from "../../schema/ontology.ts";
import type { AssertionRow, EdgeRow, Quoted } from "./rows.ts";

export type Cell = string | number | boolean | null;
export type Columns<Row> = Readonly<Record<string, (row: Row) => Cell | undefined>>;

/** An entity's columns. */
export const NODE_COLUMNS: Columns<Entity> = {
  id: ({ id }) => id,
  name: ({ name }) => name,
  kind: ({ kind }) => kind,
  aliases: ({ aliases }) => aliases.join(" | "),
  country: ({ country }) => country,
  latitude: ({ latitude }) => latitude,
  longitude: ({ longitude }) => longitude,
  edges: ({ degree }) => degree,
  mentions: ({ mentionCount }) => mentionCount,
  documents: ({ documentCount }) => documentCount,
};

/** A sentence as it is cited. */
export const citationOf = ({ assertion, document }: Quoted): string => {
  const { quote, speaker, status } = assertion;
  const where = [document.title, document.publisher, document.published].filter(Boolean).join(", ");
  const says = speaker ? ` (says ${speaker})` : "";
  return `“${quote}”${says}${status === "actual" ? "" : ` [${status}]`} — ${where}`;
};

const statusCount = (status: string) => (row: EdgeRow) =>
  row.quoted.filter(({ assertion }) => assertion.status === status).length;

/** An edge's columns: of its sentences, those that pass are counted and quoted. */
export const EDGE_COLUMNS: Columns<EdgeRow> = {
  id: ({ relation }) => relation.id,
  subject_id: ({ subject }) => subject.id,
  subject: ({ subject }) => subject.name,
  subject_kind: ({ subject }) => subject.kind,
  type: ({ relation }) => relation.type,
  quad: ({ relation }) => relationTerm(relation.type).quad,
  symmetric: ({ relation }) => relationTerm(relation.type).symmetric,
  object_id: ({ object }) => object.id,
  object: ({ object }) => object.name,
  object_kind: ({ object }) => object.kind,
  assertions: ({ quoted }) => quoted.length,
  documents: ({ quoted }) => new Set(quoted.map(({ document }) => document.id)).size,
  actual: statusCount("actual"),
  future: statusCount("future"),
  hypothetical: statusCount("hypothetical"),
  negated: statusCount("negated"),
  first_date: ({ relation }) => relation.firstDate,
  last_date: ({ relation }) => relation.lastDate,
  quotes: ({ quoted }) => quoted.map(citationOf).join("\n"),
};

/** An assertion's columns. */
export const ASSERTION_COLUMNS: Columns<AssertionRow> = {
  id: ({ assertion }) => assertion.id,
  relation: ({ assertion }) => assertion.relation,
  subject_id: ({ subject }) => subject.id,
  subject: ({ subject }) => subject.name,
  subject_kind: ({ subject }) => subject.kind,
  type: ({ assertion }) => assertion.type,
  quad: ({ assertion }) => relationTerm(assertion.type).quad,
  object_id: ({ object }) => object.id,
  object: ({ object }) => object.name,
  object_kind: ({ object }) => object.kind,
  quote: ({ assertion }) => assertion.quote,
  status: ({ assertion }) => assertion.status,
  speaker: ({ assertion }) => assertion.speaker || null,
  date: ({ assertion }) => assertion.date || null,
  date_from: ({ assertion }) => dayRange(assertion.date)?.from,
  date_to: ({ assertion }) => dayRange(assertion.date)?.to,
  confidence: ({ assertion }) => assertion.confidence,
  extractor: ({ assertion }) => assertion.extractor,
  document: ({ document }) => document.id,
  start: ({ assertion }) => assertion.start,
  end: ({ assertion }) => assertion.end,
  title: ({ document }) => document.title,
  publisher: ({ document }) => document.publisher,
  author: ({ document }) => document.author,
  published: ({ document }) => document.published,
  url: ({ document }) => document.url,
};
