import { FeatureBuffer, hashText } from "./features.ts";
import { bestOf } from "./linear-model.ts";
import type { Scorer } from "./linear-model.ts";
import { TAGS } from "./tags.ts";
import type { Words } from "./words.ts";

const features = new FeatureBuffer(64);
const scores = new Float64Array(TAGS.length);
/** What stands before the first word has no tag. */
const NO_TAG = TAGS.length;

/** The tag of each word by number, from left to right, each in sight of the two before it. Index 0 is the root. */
export function tagWords(words: Words, model: Scorer): Uint8Array {
  const tags = new Uint8Array(words.length + 2);
  for (let at = 1; at <= words.length; at++) {
    collectTagFeatures(features, words, at, tags);
    model.score(features, scores);
    tags[at] = bestOf(scores, TAGS.length);
  }
  return tags;
}

/** What tells the tag of one word. */
export function collectTagFeatures(to: FeatureBuffer, words: Words, at: number, tags: Uint8Array): void {
  const { word, shape, cluster, family, length } = words;
  const none = length + 1;
  const before = at > 1 ? at - 1 : none;
  const before2 = at > 2 ? at - 2 : none;
  const after = at < length ? at + 1 : none;
  const after2 = at + 1 < length ? at + 2 : none;
  const tag1 = at > 1 ? tags[before]! : NO_TAG;
  const tag2 = at > 2 ? tags[before2]! : NO_TAG;
  to.clear();
  to.add(1, word[at]!);
  to.add(2, word[before]!);
  to.add(3, word[after]!);
  to.add(4, word[before2]!);
  to.add(5, word[after2]!);
  to.add2(7, word[at]!, word[after]!);
  to.add(8, tag1);
  to.add2(9, tag1, tag2);
  to.add2(10, tag1, word[at]!);
  to.add2(11, tag1, word[after]!);
  to.add2(12, tag2, word[at]!);
  to.add(15, cluster[at]!);
  to.add(16, cluster[before]!);
  to.add(17, cluster[after]!);
  to.add(18, cluster[before2]!);
  to.add(19, cluster[after2]!);
  to.add2(20, cluster[at]!, cluster[after]!);
  to.add2(21, cluster[before]!, cluster[at]!);
  to.add2(22, tag1, cluster[at]!);
  to.add2(23, tag1, cluster[after]!);
  to.add3(24, tag1, cluster[at]!, cluster[after]!);
  to.add3(25, tag1, tag2, cluster[at]!);
  to.add3(26, cluster[at]!, cluster[after]!, cluster[after2]!);
  to.add(27, shape[at]!);
  to.add2(28, shape[at]!, at === 1 ? 1 : 0);
  to.add3(29, shape[before]!, shape[at]!, shape[after]!);
  to.add2(30, shape[at]!, tag1);
  to.add2(31, shape[at]!, cluster[at]!);
  to.add3(33, tag1, family[at]!, family[after]!);
  to.add3(34, family[before2]!, family[before]!, family[at]!);
  to.add3(35, family[before]!, family[at]!, family[after]!);
  to.add3(36, tag2, tag1, family[at]!);
  to.add3(37, tag1, family[after]!, family[after2]!);
  to.add2(38, family[after]!, hashText(words.texts[at - 1]!.toLowerCase().slice(-3)));
  addSpelling(to, words, at, tag1);
}

function addSpelling(to: FeatureBuffer, words: Words, at: number, tag1: number): void {
  const text = words.texts[at - 1]!.toLowerCase();
  const size = text.length;
  const end3 = hashText(text.slice(-3));
  const end2 = hashText(text.slice(-2));
  to.add(40, end2);
  to.add(41, end3);
  to.add2(42, end3, tag1);
  to.add2(43, end2, words.shape[at]!);
  to.add3(44, end3, words.cluster[at]!, 0);
  if (size > 1) to.add(45, text.charCodeAt(size - 1));
  if (size > 4) to.add(46, hashText(text.slice(-4)));
  if (size > 3) to.add(48, hashText(text.slice(0, 3)));
  if (size > 2) to.add(49, hashText(text.slice(0, 2)));
}
