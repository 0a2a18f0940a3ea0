/** Names of bodies, units, bases and places told by their own words: "Karshi-Khanabad Air Base", "Ministry of Defence". */
import type { EntityKind } from "../../../schema/ontology.ts";
import { CONNECTORS, HEADS, HEADS_WITH_OF, INSTITUTION_WORDS, LEADS, NEVER_ALONE } from "./lexicon.ts";
import { isCapitalised, type Word } from "./words.ts";

export interface Institution {
  /** Index after its last word. */
  readonly after: number;
  readonly kind: EntityKind;
}

/** The kind that the words before `after` say, by the longest head among the last four words. */
export function headKind(words: readonly Word[], from: number, after: number): EntityKind | undefined {
  for (let size = Math.min(4, after - from); size > 0; size--) {
    const head = words
      .slice(after - size, after)
      .map((word) => word.key)
      .join(" ");
    const kind = HEADS.get(head);
    if (kind && (size < after - from || size > 1)) return kind;
  }
  return undefined;
}

const GOVERNMENT_COURTS = /\b(supreme|constitutional|federal|district|high|appeals|military|provincial)\b/;
const NATIONAL_COUNCIL =
  /\b(transitional|sovereign|sovereignty|presidential|leadership|military|ruling|guardian|ministers|governing)\b/;
const SECURITY_SERVICE =
  /\b(security|intelligence|border|secret|immigration|prison|customs|police|migration|guard|protection)\b/;

/** What other words of the name make of its head. */
function refine(kind: EntityKind, name: string): EntityKind {
  if (/\b(court|courts)$/.test(name) || name.startsWith("court of appeal")) {
    return GOVERNMENT_COURTS.test(name) && !/\b(international|european|african|arbitration)\b/.test(name)
      ? "GOVERNMENT"
      : "ORGANIZATION";
  }
  if (/\bcouncil( |$)/.test(name) && kind === "ORGANIZATION" && NATIONAL_COUNCIL.test(name)) return "GOVERNMENT";
  if (/\b(service|services)$/.test(name) && kind === "AGENCY" && !SECURITY_SERVICE.test(name)) return "ORGANIZATION";
  if (/\b(services)$/.test(name) && kind === "ORGANIZATION" && SECURITY_SERVICE.test(name)) return "AGENCY";
  if (/\bbank of (the )?/.test(name) && /central|national|reserve|federal/.test(name)) return "AGENCY";
  if (/\b(task force)\b/.test(name) && /\b(financial|action|joint action)\b/.test(name)) return "ORGANIZATION";
  return kind;
}

const join = (words: readonly Word[], from: number, after: number): string =>
  words
    .slice(from, after)
    .map((word) => word.key)
    .join(" ");

/** Where a part that "of" or "for" brings in ends: at the end of the run. */
function tailed(words: readonly Word[], from: number, end: number): Institution | undefined {
  for (let at = from; at < end; at++) {
    const of = words[at + 1];
    if (!of || at + 2 >= end || !["of", "for", "on", "de", "des", "do", "du"].includes(of.key) || isCapitalised(of))
      continue;
    const kind =
      HEADS.get(join(words, Math.max(from, at - 1), at + 1)) ?? HEADS.get(words[at]!.key) ?? LEADS.get(words[at]!.key);
    const known =
      kind ?? headKind(words, from, end) ?? (HEADS_WITH_OF.has(words[at]!.key) ? "ORGANIZATION" : undefined);
    if (known) return { after: end, kind: refine(known, join(words, from, end)) };
  }
  return undefined;
}

function led(words: readonly Word[], from: number, end: number): Institution | undefined {
  const kind = LEADS.get(words[from]!.key);
  if (!kind || end - from < 2 || CONNECTORS.has(words[from + 1]!.key)) return undefined;
  return { after: end, kind };
}

/** Legal terms written like names. */
const NO_NAMES = new Set([
  "foreign terrorist organization",
  "terrorist organization",
  "specially designated global terrorist group",
]);

const plain = (word: Word): boolean => CONNECTORS.has(word.key) || word.gap === "clitic";

/** The longest name of a body, unit, base or place that begins at `from` and ends by `end`. */
export function institutionAt(words: readonly Word[], from: number, end: number): Institution | undefined {
  const tail = tailed(words, from, end);
  if (tail) return tail;
  for (let after = end; after > from + 1; after--) {
    if (plain(words[after - 1]!)) continue;
    const kind = headKind(words, from, after);
    if (kind && !onlyCommon(words, from, after, kind)) return { after, kind: refine(kind, join(words, from, after)) };
  }
  return led(words, from, end);
}

/** "Black Friday News" is no outlet and "Human Rights" no party: a name needs more than such words, but ministries do not. */
function onlyCommon(words: readonly Word[], from: number, after: number, kind: EntityKind): boolean {
  if (NO_NAMES.has(join(words, from, after))) return true;
  if (["AGENCY", "MILITARY", "GOVERNMENT", "ORGANIZATION"].includes(kind)) return false;
  const rest = words.slice(from, after - 1);
  return rest.every((word) => NEVER_ALONE.has(word.key) && !INSTITUTION_WORDS.has(word.key) && word.shape !== "upper");
}
