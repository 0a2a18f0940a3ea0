import { LONGEST_ENDING, changeByEnding } from "../lemmas.ts";
import { TAGS } from "../tags.ts";
import type { GoldSentence } from "./conllu.ts";

/** Where the most frequent sense in the treebanks is not the one that reports of conflict mean. */
const CORRECTIONS: readonly (readonly [string, string])[] = [
  ["NOUN.s bases", "1"],
  ["NOUN.s axes", "2is"],
];

/** Learns endings that change alike in most words, then the words that the endings get wrong. */
export function learnLemmas(sentences: readonly GoldSentence[]): Map<string, string> {
  const changes = mostFrequentChanges(sentences);
  const rules = new Map<string, string>();
  for (let size = 1; size <= LONGEST_ENDING; size++) learnEndings(changes, size, rules);
  for (const [entry, change] of changes) {
    const [tag, form] = entry.split(" ") as [string, string];
    if (changeByEnding(form, tag, rules) !== change) rules.set(entry, change);
  }
  for (const [entry, change] of CORRECTIONS) rules.set(entry, change);
  return new Map([...rules].sort(([a], [b]) => (a < b ? -1 : 1)));
}

function mostFrequentChanges(sentences: readonly GoldSentence[]): Map<string, string> {
  const counts = new Map<string, Map<string, number>>();
  for (const { forms, lemmas, tags } of sentences) {
    forms.forEach((form, index) => {
      const tag = TAGS[tags[index + 1]!]!;
      const text = form.toLowerCase().replaceAll("’", "'");
      const lemma = lemmas[index]!.toLowerCase();
      if (!tag.startsWith("PROPN") && !/[\s\d]/u.test(text))
        count(counts, `${tag} ${text}`, changeBetween(text, lemma));
    });
  }
  return new Map([...counts].map(([entry, options]) => [entry, mostFrequent(options)]));
}

/** An ending becomes a rule where it changes differently from the shorter ending, in at least two words and most of them. */
function learnEndings(changes: ReadonlyMap<string, string>, size: number, rules: Map<string, string>): void {
  const counts = new Map<string, Map<string, number>>();
  for (const [entry, change] of changes) {
    const [tag, form] = entry.split(" ") as [string, string];
    if (form.length > size) count(counts, `${tag} ~${form.slice(-size)}`, change);
  }
  for (const [entry, options] of counts) {
    const [tag, ending] = entry.split(" ~") as [string, string];
    const best = mostFrequent(options);
    const all = [...options.values()].reduce((sum, one) => sum + one, 0);
    const isCommon = options.get(best)! >= 2 && options.get(best)! * 2 > all;
    if (isCommon && changeByEnding(` ${ending}`, tag, rules) !== best) rules.set(entry, best);
  }
}

function changeBetween(form: string, lemma: string): string {
  let same = 0;
  while (same < form.length && form[same] === lemma[same]) same++;
  return `${form.length - same}${lemma.slice(same)}`;
}

function count(counts: Map<string, Map<string, number>>, key: string, option: string): void {
  const options = counts.get(key) ?? new Map<string, number>();
  options.set(option, (options.get(option) ?? 0) + 1);
  counts.set(key, options);
}

function mostFrequent(options: ReadonlyMap<string, number>): string {
  return [...options].reduce((best, option) => (option[1] > best[1] ? option : best))[0];
}
