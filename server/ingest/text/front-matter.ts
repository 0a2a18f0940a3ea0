import { parseDocument } from "yaml";
import type { Provenance } from "../../../schema/model.ts";

/** What the head of a text says about the text. */
export interface FrontMatter {
  /** Where the text proper begins: no sentence starts before it. */
  readonly body: number;
  readonly provenance: Partial<Provenance>;
  /** What could not be understood, for the person who brought the text. */
  readonly problems: readonly string[];
}

type Field = keyof Provenance;

const FIELDS: Readonly<Record<string, Field>> = {
  title: "title",
  publisher: "publisher",
  author: "author",
  url: "url",
  published: "published",
  language: "language",
};
const LONGEST_HEAD = 65_536;
/** What the interchange format keeps of each field. */
const LONGEST: Readonly<Record<Exclude<Field, "published">, number>> = {
  title: 1000,
  publisher: 300,
  author: 300,
  url: 2000,
  language: 35,
};
const LONGEST_LINE = 1000;
const LONGEST_TITLE = 160;

/**
 * Reads YAML between two lines of `---`, or lines such as `Published: 2024-09-30` at the very top. Where neither gives a
 * title, the first line of the text does. Never throws: what cannot be understood is told in `problems`.
 */
export function readFrontMatter(text: string): FrontMatter {
  const start = text.startsWith("\uFEFF") ? 1 : 0;
  const head = readYaml(text, start) ?? readPlainLines(text, start);
  const problems = [...head.problems];
  const provenance: { [field in Field]?: string } = {};
  for (const [field, value] of head.values) {
    const understood = field === "published" ? readDay(value) : cutAt(value, LONGEST[field]);
    if (understood) provenance[field] = understood;
    else if (value) problems.push(`published: "${value.slice(0, 40)}" is not a date; write it as 2024-09-30`);
  }
  const title = provenance.title ?? firstLine(text, head.body);
  if (title) provenance.title = title;
  return { body: head.body, provenance, problems };
}

interface Head {
  readonly body: number;
  readonly values: ReadonlyMap<Field, string>;
  readonly problems: readonly string[];
}

const YAML_HEAD = /---[ \t]*\r?\n(?<yaml>[\s\S]*?)(?<=\n)(?:---|\.\.\.)[ \t]*(?:\r?\n|$)/uy;

function readYaml(text: string, start: number): Head | undefined {
  if (!text.startsWith("---", start)) return undefined;
  const top = text.slice(start, start + LONGEST_HEAD);
  YAML_HEAD.lastIndex = 0;
  const yaml = YAML_HEAD.exec(top)?.groups?.["yaml"];
  if (yaml === undefined) return undefined;
  return { body: start + YAML_HEAD.lastIndex, ...yamlValues(yaml) };
}

function yamlValues(yaml: string): Omit<Head, "body"> {
  const { record, problem } = parseYaml(yaml);
  if (problem) return { values: plainValues(yaml.split("\n")), problems: [problem] };
  const values = new Map<Field, string>();
  for (const [key, value] of Object.entries(record)) {
    const field = fieldOf(key);
    if (field) values.set(field, textOf(value));
  }
  return { values, problems: [] };
}

/** Anchors are refused: front matter needs none, and a few nested ones grow to gigabytes. */
function parseYaml(yaml: string): { record: object; problem?: string } {
  try {
    const parsed = parseDocument(yaml, { schema: "core", uniqueKeys: false, stringKeys: true });
    const error = parsed.errors[0];
    if (error) return { record: {}, problem: `front matter: ${error.message.split("\n")[0]}` };
    const record: unknown = parsed.toJS({ maxAliasCount: 0 });
    return { record: typeof record === "object" && record !== null ? record : {} };
  } catch (error) {
    return { record: {}, problem: `front matter: ${error instanceof Error ? error.message : String(error)}` };
  }
}

/** YAML's escapes can write what no document can hold: NUL, and halves of surrogate pairs. */
function textOf(value: unknown): string {
  if (Array.isArray(value)) return value.map(textOf).filter(Boolean).join(", ");
  if (typeof value === "string") return value.replaceAll("\u0000", "").toWellFormed().trim();
  return typeof value === "number" ? String(value) : "";
}

function readPlainLines(text: string, start: number): Head {
  const values = new Map<Field, string>();
  let body = start;
  while (body < text.length && body - start < LONGEST_HEAD) {
    const end = text.indexOf("\n", body);
    const line = text.slice(body, Math.min(end < 0 ? text.length : end, body + LONGEST_HEAD));
    const entry = plainEntry(line);
    if (!entry) break;
    values.set(...entry);
    body = end < 0 ? text.length : end + 1;
  }
  return { body, values, problems: [] };
}

function plainValues(lines: readonly string[]): Map<Field, string> {
  return new Map(lines.map(plainEntry).filter((entry) => entry !== undefined));
}

function plainEntry(line: string): [Field, string] | undefined {
  const colon = line.indexOf(":");
  const field = colon > 0 && colon < 20 ? fieldOf(line.slice(0, colon)) : undefined;
  return (
    field && [
      field,
      line
        .slice(colon + 1)
        .trim()
        .replace(/^(["'])(.*)\1$/u, "$2"),
    ]
  );
}

function fieldOf(key: string): Field | undefined {
  const name = key.trim().toLowerCase();
  return Object.hasOwn(FIELDS, name) ? FIELDS[name] : undefined;
}

const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

/** A day as YYYY-MM-DD, out of that form, a time stamp, "30 September 2024" or "Sept. 30, 2024". */
export function readDay(value: string): string | undefined {
  const iso = /^(\d{4})-(\d{2})-(\d{2})(?:[T ].*)?$/u.exec(value);
  if (iso) return day(Number(iso[1]), Number(iso[2]), Number(iso[3]));
  const british = /^(\d{1,2})\s+(\p{L}{3,9})\.?,?\s+(\d{4})$/u.exec(value);
  if (british) return day(Number(british[3]), monthOf(british[2]!), Number(british[1]));
  const american = /^(\p{L}{3,9})\.?\s+(\d{1,2}),?\s+(\d{4})$/u.exec(value);
  return american ? day(Number(american[3]), monthOf(american[1]!), Number(american[2])) : undefined;
}

function monthOf(name: string): number {
  return MONTHS.indexOf(name.slice(0, 3).toLowerCase()) + 1;
}

function day(year: number, month: number, date: number): string | undefined {
  const time = new Date(Date.UTC(year, month - 1, date));
  if (year < 1000 || time.getUTCMonth() !== month - 1 || time.getUTCDate() !== date) return undefined;
  return time.toISOString().slice(0, 10);
}

/** The first line that has a word, without the marks of a heading, cut at a word where it runs on. */
function firstLine(text: string, body: number): string {
  const top = text.slice(body, body + LONGEST_HEAD).trimStart();
  const line = cutAt(top, LONGEST_LINE)
    .split(/[\n\r]/u, 1)[0]!
    .replace(/^#{1,6}\s+/u, "")
    .trim();
  if (line.length <= LONGEST_TITLE) return line;
  const space = line.lastIndexOf(" ", LONGEST_TITLE - 1);
  return `${space > 0 ? line.slice(0, space) : cutAt(line, LONGEST_TITLE - 1)}…`;
}

/** At most `length` characters, without half of a surrogate pair at the end. */
const cutAt = (text: string, length: number): string =>
  text.slice(0, /[\uD800-\uDBFF]/.test(text.charAt(length - 1)) ? length - 1 : length);
