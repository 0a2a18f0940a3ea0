/** One row of a table of edges, checked against the ontology. What does not hold is refused, never mended. */
import { isEdtf } from "../../../schema/edtf.ts";
import { canonicalName } from "../../../schema/ids.ts";
import {
  ENTITY_KINDS,
  type EntityKind,
  KIND_TERMS,
  mayJoin,
  RELATION_TERMS,
  RELATION_TYPES,
  type RelationType,
  type Status,
  STATUSES,
} from "../../../schema/ontology.ts";
import { dayOf } from "../values.ts";
import type { Field } from "./columns.ts";
import type { Known, KnownName } from "./names.ts";

export type Cells = ReadonlyMap<Field, string>;

/** An end of an edge: who it is, and how the table writes it. */
export interface End extends Known {
  readonly written: string;
}

/** A row that holds. */
export interface Edge {
  readonly row: number;
  readonly subject: End;
  readonly type: RelationType;
  readonly object: End;
  readonly quote: string;
  readonly status: Status;
  readonly speaker: string;
  readonly date: string;
  readonly confidence: number;
}

/** Why a row does not hold. */
export class RowError extends Error {
  override readonly name = "RowError";
}

const LONGEST_QUOTE = 20_000;
const form = (text: string) =>
  text
    .trim()
    .toLowerCase()
    .replaceAll(/[\s_-]+/g, " ");

/** An entry of the ontology by its name or label. */
function named<Name extends string>(
  names: readonly Name[],
  label: (name: Name) => string,
  text: string,
): Name | undefined {
  return names.find((name) => form(name) === form(text) || form(label(name)) === form(text));
}

function kindOf(text: string, column: string): EntityKind | undefined {
  if (text === "") return undefined;
  const kind = named(ENTITY_KINDS, (kind) => KIND_TERMS[kind].label, text);
  if (!kind) throw new RowError(`${column}: "${text}" is no kind; use one of ${ENTITY_KINDS.join(", ")}`);
  return kind;
}

function typeOf(text: string): RelationType {
  const type = named(RELATION_TYPES, (type) => RELATION_TERMS[type].label, text);
  if (!type) throw new RowError(`type: "${text}" is no type of edge; use one of ${RELATION_TYPES.join(", ")}`);
  return type;
}

function endOf(cells: Cells, field: "subject" | "object", known: KnownName): End {
  const written = canonicalName(cells.get(field) ?? "");
  if (written === "") throw new RowError(`${field}: is empty`);
  if (written.length > 300) throw new RowError(`${field}: is longer than 300 characters`);
  const kind = kindOf(cells.get(`${field}Kind`) ?? "", `${field} kind`);
  const found = known(written, kind) ?? (kind && { kind, name: written });
  if (!found) throw new RowError(`${field}: "${written}" is no known name; say in a column "${field} kind" what it is`);
  const { name, country, latitude, longitude } = found;
  return { written, kind: found.kind, name, country, latitude, longitude };
}

function quoteOf(cells: Cells): string {
  const quote = (cells.get("quote") ?? "").trim();
  if (quote === "") throw new RowError("quote: is empty; there is no edge without a sentence");
  if (quote.length > LONGEST_QUOTE) throw new RowError(`quote: is longer than ${LONGEST_QUOTE} characters`);
  if (quote.includes("\u0000") || !quote.isWellFormed()) throw new RowError("quote: has characters that no text has");
  return quote;
}

function dateOf(text: string): string {
  if (text === "") return "";
  const date = isEdtf(text) ? text : dayOf(text);
  if (date === undefined)
    throw new RowError(`date: "${text}" is no date; write 2024-09-30, 2024-09 or 2024-05/2024-06`);
  return date;
}

function statusOf(text: string): Status {
  if (text === "") return "actual";
  const status = named(STATUSES, (status) => status, text);
  if (!status) throw new RowError(`status: "${text}" is none; use one of ${STATUSES.join(", ")}`);
  return status;
}

function confidenceOf(text: string): number {
  const number = text === "" ? 1 : Number(text.replace(/%$/, "")) / (text.endsWith("%") ? 100 : 1);
  if (!(number >= 0 && number <= 1)) throw new RowError(`confidence: "${text}" is not between 0 and 1`);
  return number;
}

/** A name counts as in its quote in any case, and with any kind of blanks. */
const holds = (quote: string, { written, name }: End) =>
  [written, name].some((text) => form(quote).includes(form(text)));

/** Reads a row. Throws a RowError that says which cell does not hold. */
export function edgeOf(row: number, cells: Cells, known: KnownName): Edge {
  const cell = (field: Field) => (cells.get(field) ?? "").trim();
  const [subject, object] = [endOf(cells, "subject", known), endOf(cells, "object", known)];
  const type = typeOf(cell("type"));
  const quote = quoteOf(cells);
  if (subject.kind === object.kind && subject.name === object.name)
    throw new RowError(`subject and object are both ${subject.name}`);
  if (!mayJoin(type, subject.kind, object.kind))
    throw new RowError(`${type} does not join ${subject.kind} to ${object.kind}`);
  if (!holds(quote, subject) && !holds(quote, object))
    throw new RowError(`quote: names neither ${subject.written} nor ${object.written}`);
  const speaker = cell("speaker").replaceAll(/\s+/g, " ").slice(0, 1_000).toWellFormed();
  const [date, status] = [dateOf(cell("date")), statusOf(cell("status"))];
  return { row, subject, type, object, quote, status, speaker, date, confidence: confidenceOf(cell("confidence")) };
}
