/** The gazetteer's entries and their file format: comma-separated values that a desk can edit in a spreadsheet. */
import { canonicalName } from "../../../schema/ids.ts";
import { ENTITY_KINDS, type EntityKind } from "../../../schema/ontology.ts";

/** A known name. */
export interface GazetteerEntry {
  readonly kind: EntityKind;
  readonly name: string;
  /** Names that mean it wherever they stand. */
  readonly aliases: readonly string[];
  /** For a state: its adjectives and the names of its people ("French", "Americans"). */
  readonly demonyms?: readonly string[];
  /** For a state: cities whose name may stand for it ("Tehran denied"). */
  readonly capitals?: readonly string[];
  /** ISO 3166-1 alpha-2. */
  readonly country?: string | undefined;
  readonly latitude?: number | undefined;
  readonly longitude?: number | undefined;
  /** A place's sort: `town`, whose name may be that of a province too. */
  readonly feature?: string | undefined;
  /** The canonical name of what it belongs to. */
  readonly partOf?: string | undefined;
}

/** A gazetteer file that cannot be read; the message says where and why. */
export class GazetteerError extends Error {
  override readonly name = "GazetteerError";
}

export const COLUMNS = [
  "kind",
  "name",
  "aliases",
  "demonyms",
  "capitals",
  "country",
  "latitude",
  "longitude",
  "feature",
  "part_of",
];
type Row = Readonly<Record<string, string>>;

/** The fields of one line; a field in double quotes may hold commas, and `""` is a quotation mark in it. */
export function splitLine(line: string): string[] {
  if (!line.includes('"')) return line.split(",").map((field) => field.trim());
  const fields: string[] = [];
  for (const match of line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)) {
    fields.push((match[1]?.replaceAll('""', '"') ?? match[2] ?? "").trim());
  }
  return fields;
}

const ASCII = /^[\x21-\x7e]+( [\x21-\x7e]+)*$/;
/** `canonicalName` of a field, which for nearly all of them is the field itself. */
const nameOf = (field: string): string => (ASCII.test(field) ? field : canonicalName(field));
const list = (field: string | undefined): string[] => (field ? field.split("|").map(nameOf).filter(Boolean) : []);

function coordinate(field: string | undefined, limit: number, where: string): number | undefined {
  if (!field) return undefined;
  const value = Number(field);
  if (Number.isNaN(value) || Math.abs(value) > limit) throw new GazetteerError(`${where}: "${field}" is no coordinate`);
  return value;
}

function entryOf(row: Row, where: string): GazetteerEntry {
  const kind = ENTITY_KINDS.find((k) => k === row["kind"]);
  if (!kind)
    throw new GazetteerError(`${where}: "${row["kind"] ?? ""}" is no kind; use one of ${ENTITY_KINDS.join(", ")}`);
  const name = nameOf(row["name"] ?? "");
  if (!name) throw new GazetteerError(`${where}: the name is empty`);
  const country = row["country"] || undefined;
  if (country && !/^[A-Z]{2}$/.test(country))
    throw new GazetteerError(`${where}: "${country}" is no ISO 3166-1 alpha-2 code, such as IQ`);
  return {
    kind,
    name,
    aliases: list(row["aliases"]),
    demonyms: list(row["demonyms"]),
    capitals: list(row["capitals"]),
    country,
    latitude: coordinate(row["latitude"], 90, where),
    longitude: coordinate(row["longitude"], 180, where),
    feature: row["feature"] || undefined,
    partOf: nameOf(row["part_of"] ?? "") || undefined,
  };
}

/**
 * The entries of one file. The first line names the columns, in any order: `kind` and `name` are needed, the others
 * may be missing. Several values in one field are parted by `|`. Empty lines and lines that begin with `#` are left out.
 */
export function parseGazetteer(content: string, file = "gazetteer"): GazetteerEntry[] {
  const lines = content.replace(/^\uFEFF/, "").split(/\r?\n/);
  const rows = lines.map((line, i) => ({ line, where: `${file}, line ${i + 1}` }));
  const [header, ...body] = rows.filter(({ line }) => line.trim() !== "" && !line.startsWith("#"));
  if (!header) return [];
  const columns = splitLine(header.line);
  const unknown = columns.find((column) => !COLUMNS.includes(column));
  if (unknown !== undefined || !columns.includes("kind") || !columns.includes("name"))
    throw new GazetteerError(`${header.where}: the columns must be among ${COLUMNS.join(", ")}, with kind and name`);
  return body.map(({ line, where }) => {
    const fields = splitLine(line);
    const row: Record<string, string> = {};
    columns.forEach((column, i) => (row[column] = fields[i] ?? ""));
    return entryOf(row, where);
  });
}
