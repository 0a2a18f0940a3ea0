/** Runs of capitalised words: the stretches of a sentence in which names are looked for. */
import {
  HEADS_WITH_OF,
  INSTITUTION_WORDS,
  LEADING_PARTICLES,
  LEADS,
  NEVER_NAMES,
  TITLE_CORES,
  TITLE_OBJECTS,
} from "./lexicon.ts";
import { isCapitalised, type Word } from "./words.ts";

const SAFE_PARTICLES = new Set(
  "bin ibn bint ben ould von van der den de da dos du del della di la le ul al el ez abu wal wa un do das des ter".split(
    " ",
  ),
);
const HYPHEN_PARTICLES = new Set("as ash ad an ar az at e ye i ul es et".split(" "));
const ABBREVIATIONS = new Set(
  `lt gen col maj brig capt adm sgt cpl cmdr dr mr mrs ms st sen rep gov prof ret jr sr mt ft ltd co inc corp pte pvt
  hon rev fr no dept gov vs llc`.split(/\s+/),
);
/** Plurals whose possessive is part of a name: "Workers’ Party", "People's Army". */
const OWNERS = new Set(
  `people peoples workers lord lords women children youth soldiers farmers teachers veterans peasants citizens students doctors
  journalists writers men martyrs god nations`.split(/\s+/),
);

/** Whether a name can begin at a word: it is capitalised, an ordinal, or a particle such as "al-". */
export function beginsName(words: readonly Word[], at: number): boolean {
  const word = words[at]!;
  const next = words[at + 1];
  if (isCapitalised(word)) return !NEVER_NAMES.has(word.key) || startsRomanName(word, next);
  if (word.shape === "number")
    return /^\d+(st|nd|rd|th)$/.test(word.key) && isCapitalised(next) && next!.gap === "space";
  if (!LEADING_PARTICLES.has(word.key) || !isCapitalised(next)) return false;
  return next!.gap === "hyphen" || (next!.gap === "space" && (word.key === "al" || word.key === "el"));
}

/** "No" and "So" begin sentences, "To Lam" and "An Nasiriyah" are names: only before another name in mid-sentence. */
const startsRomanName = (word: Word, next: Word | undefined): boolean =>
  word.gap === "space" &&
  ["to", "an", "so", "as", "ad", "his"].includes(word.key) &&
  isCapitalised(next) &&
  next!.gap === "space";

function joins(word: Word, before: Word): boolean {
  if (word.gap === "space" || word.gap === "hyphen") return true;
  if (word.gap === "and") return before.shape === "upper" && word.shape === "upper";
  if (word.gap === "apostrophe") return OWNERS.has(before.key);
  return word.gap === "period" && (before.text.length === 1 || ABBREVIATIONS.has(before.key));
}

/** Where the name goes on after a possessive "s" or a small word at `at`; `at` itself if it does not. */
function overSmallWords(words: readonly Word[], from: number, at: number): number {
  const word = words[at]!;
  const before = words[at - 1]!;
  if (word.gap === "clitic") return OWNERS.has(before.key) && isCapitalised(words[at + 1]) ? at + 1 : at;
  if (!joins(word, before)) return at;
  let next = at + 1;
  while (next < words.length && next < at + 2 && isSmall(words[next]!)) next++;
  const follower = words[next];
  if (!follower || !isCapitalised(follower) || NEVER_NAMES.has(follower.key) || !joins(follower, words[next - 1]!))
    return at;
  return mayCarry(words, from, at, follower) ? next : at;
}

const isSmall = (word: Word): boolean =>
  ["the", "la", "el", "los", "las", "al"].includes(word.key) && word.shape === "lower";

function mayCarry(words: readonly Word[], from: number, at: number, follower: Word): boolean {
  const { key } = words[at]!;
  const before = words[at - 1]!;
  if (SAFE_PARTICLES.has(key)) return true;
  if (HYPHEN_PARTICLES.has(key)) return follower.gap === "hyphen";
  if ((key === "of" || key === "for") && TITLE_CORES.has(before.key) && TITLE_OBJECTS.has(follower.key)) return true;
  if (key === "of" || key === "on") return HEADS_WITH_OF.has(before.key) || LEADS.has(before.key);
  if (key === "for")
    return HEADS_WITH_OF.has(before.key) || (INSTITUTION_WORDS.has(follower.key) && follower.shape === "capital");
  if (key !== "and") return false;
  const inside = words.slice(from, at).some((word) => HEADS_WITH_OF.has(word.key) || LEADS.has(word.key));
  return INSTITUTION_WORDS.has(before.key) && (INSTITUTION_WORDS.has(follower.key) || inside);
}

const COMPOUNDS =
  /(ed|ing|led|held|run|era|wide|made|built|born|style|like|friendly|level|type|free|class|bound|only)$/;

/** "Park Min-cheol": the second syllable of a given name, where a family name stands before it. */
function secondSyllable(words: readonly Word[], from: number, at: number): boolean {
  const word = words[at]!;
  const before = words[at - 1]!;
  if (word.gap !== "hyphen" || word.shape !== "lower" || at - from < 2 || before.shape !== "capital") return false;
  return before.text.length < 7 && /^[a-z]{1,6}$/.test(word.text) && !COMPOUNDS.test(word.text);
}

const isInitial = (words: readonly Word[], at: number): boolean =>
  words[at]!.text.length === 1 && words[at + 1]?.gap === "period";

/** Whether a capitalised word goes on a name: no weekday or "The" does, but "Under" does before "Secretary". */
const mayContinue = (words: readonly Word[], at: number): boolean =>
  !NEVER_NAMES.has(words[at]!.key) || isInitial(words, at) || TITLE_CORES.has(words[at + 1]?.key ?? "");

/** The index after the run of capitalised words that begins at `from`. */
export function runEnd(words: readonly Word[], from: number): number {
  let at = from + 1;
  if (!isCapitalised(words[from])) at++;
  while (at < words.length) {
    const word = words[at]!;
    if (secondSyllable(words, from, at)) at++;
    else if (isCapitalised(word) && mayContinue(words, at) && joins(word, words[at - 1]!)) at++;
    else {
      const on = isCapitalised(word) ? at : overSmallWords(words, from, at);
      if (on === at) break;
      at = on + 1;
    }
  }
  return at;
}
