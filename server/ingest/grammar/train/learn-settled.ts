import { hashText } from "../features.ts";
import { pairNumber, PAIRS, type SettledLabels } from "../settled-labels.ts";
import type { KnownTags } from "../vocabulary.ts";
import type { GoldSentence } from "./conllu.ts";
import type { TreeExample } from "./train-parser.ts";

/** How often a word or a pair must have been seen, and which share of times alike, to be settled. */
const LEAST_WORDS = 10;
const LEAST_PAIRS = 20;
const SHARE_OF_TAGS = 0.99;
const SHARE_OF_LABELS = 0.995;

type Counts<Key> = Map<Key, Map<number, number>>;

/** Words that have the same tag wherever they stand. */
export function learnKnownTags(sentences: readonly GoldSentence[]): KnownTags {
  const counts: Counts<number> = new Map();
  for (const { forms, tags } of sentences)
    forms.forEach((form, index) => count(counts, hashText(form), tags[index + 1]!));
  return settled(counts, LEAST_WORDS, SHARE_OF_TAGS);
}

/** Pairs of tags between which the relation is always the same. */
export function learnSettledLabels(examples: readonly TreeExample[]): SettledLabels {
  const counts: Counts<number> = new Map();
  for (const { words, heads, tags, relations } of examples)
    for (let at = 1; at <= words.length; at++)
      if (heads[at] !== 0) count(counts, pairNumber(tags, heads[at]!, at), relations[at]!);
  const labels = new Int8Array(PAIRS).fill(-1);
  for (const [pair, label] of settled(counts, LEAST_PAIRS, SHARE_OF_LABELS)) labels[pair] = label;
  return labels;
}

function count<Key>(counts: Counts<Key>, key: Key, value: number): void {
  const values = counts.get(key) ?? new Map<number, number>();
  counts.set(key, values.set(value, (values.get(value) ?? 0) + 1));
}

function settled<Key>(counts: Counts<Key>, least: number, share: number): Map<Key, number> {
  const out = new Map<Key, number>();
  for (const [key, values] of counts) {
    const all = [...values.values()].reduce((sum, one) => sum + one, 0);
    const [value, most] = [...values].reduce((best, one) => (one[1] > best[1] ? one : best));
    if (all >= least && most >= share * all) out.set(key, value);
  }
  return out;
}
