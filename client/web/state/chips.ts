/** The filters that hold, in words, each with the way to lift it. Pure. */
import type { DocumentId } from "../../../schema/ids.ts";
import { QUAD_CLASSES, RELATION_TYPES, relationTerm, type RelationType } from "../../../schema/ontology.ts";
import { dayInShort } from "../text/dates.ts";
import { counted, kindLabel, QUAD_LABELS, STATUS_LABELS, verb } from "../text/words.ts";
import { type Filters, isTimed, timeless, type TimeSpan, toggle } from "./filters.ts";

export interface Chip {
  readonly key: string;
  readonly label: string;
  readonly lift: (filters: Filters) => Filters;
}

/** Types in words: a quad class of which every type is named is said as one. */
function typeWords(types: ReadonlySet<RelationType>): string[] {
  const whole = QUAD_CLASSES.filter((quad) =>
    RELATION_TYPES.every((type) => relationTerm(type).quad !== quad || types.has(type)),
  );
  const rest = [...types].filter((type) => !whole.includes(relationTerm(type).quad));
  return [...whole.map((quad) => QUAD_LABELS[quad].toLowerCase()), ...rest.map(verb)];
}

/** "Without" what is switched off; of many members, "only" the few that are left. */
function legendChip(key: "kinds" | "types" | "statuses", off: string[], left: string[], many: string): Chip[] {
  if (off.length === 0) return [];
  const lift = (filters: Filters): Filters => ({ ...filters, [key]: new Set() });
  if (off.length <= 3) return [{ key, label: `Without ${off.join(", ")}`, lift }];
  const label = left.length > 0 && left.length <= 3 ? `Only ${left.join(", ")}` : `Without ${off.length} ${many}`;
  return [{ key, label, lift }];
}

function legendChips(
  { kinds, types, statuses }: Filters,
  allKinds: readonly Parameters<typeof kindLabel>[0][],
): Chip[] {
  const left = new Set(RELATION_TYPES.filter((type) => !types.has(type)));
  return [
    ...legendChip(
      "kinds",
      [...kinds].map(kindLabel),
      allKinds.filter((kind) => !kinds.has(kind)).map(kindLabel),
      "kinds",
    ),
    ...legendChip("types", typeWords(types), typeWords(left), "types of edge"),
    ...legendChip(
      "statuses",
      [...statuses].map((status) => STATUS_LABELS[status].toLowerCase()),
      [],
      "statuses",
    ),
  ];
}

/** "until 3 May 2024", "1 May 2024 – 3 May 2024, or undated": the days of a span in words. */
export function timeWords({ from, to, undated }: TimeSpan): string {
  if (from === undefined && to === undefined) return undated ? "undated only" : "dated only";
  const [first, last] = [from && dayInShort(from), to && dayInShort(to)];
  const days =
    first && last ? (first === last ? first : `${first} – ${last}`) : first ? `since ${first}` : `until ${last}`;
  return undated ? `${days}, or undated` : days;
}

function leastChips({ minConfidence, minAssertions, minDocuments, words, time }: Filters): Chip[] {
  const chips: Chip[] = [];
  if (minConfidence > 0)
    chips.push({
      key: "confidence",
      label: `Confidence from ${Math.round(minConfidence * 100)} %`,
      lift: (f) => ({ ...f, minConfidence: 0 }),
    });
  if (minAssertions > 1)
    chips.push({
      key: "sentences",
      label: `${counted(minAssertions, "sentence")} or more`,
      lift: (f) => ({ ...f, minAssertions: 1 }),
    });
  if (minDocuments > 1)
    chips.push({
      key: "documents",
      label: `${counted(minDocuments, "document")} or more`,
      lift: (f) => ({ ...f, minDocuments: 1 }),
    });
  if (words) chips.push({ key: "words", label: `Sentence has “${words}”`, lift: (f) => ({ ...f, words: "" }) });
  if (isTimed(time)) {
    const clock = time.clock === "publication" ? "Published" : "Happened";
    chips.push({ key: "time", label: `${clock} ${timeWords(time)}`, lift: timeless });
  }
  return chips;
}

/** A chip for each filter that holds. `titles` knows the titles of documents. */
export function chipsOf(
  filters: Filters,
  allKinds: readonly Parameters<typeof kindLabel>[0][],
  titles: ReadonlyMap<DocumentId, string> = new Map(),
): Chip[] {
  const each = <F extends "speakers" | "publishers" | "documents" | "extractors">(
    facet: F,
    label: (value: Filters[F][number]) => string,
  ): Chip[] =>
    (filters[facet] as readonly Filters[F][number][]).map((value) => ({
      key: `${facet} ${value}`,
      label: label(value),
      lift: (f) => toggle(f, facet, value),
    }));
  return [
    ...legendChips(filters, allKinds),
    ...each("speakers", (name) => (name === "" ? "Said by the authors" : `Said by ${name}`)),
    ...each("publishers", (name) => `Published by ${name}`),
    ...each("documents", (id) => `In “${titles.get(id) ?? "one document"}”`),
    ...each("extractors", (name) => `Read by ${name}`),
    ...leastChips(filters),
  ];
}
