import { collectFeatures, FeatureBuffer, readTemplates } from "./features.ts";
import { bestOf } from "./linear-model.ts";
import type { Scorer } from "./linear-model.ts";
import { TAGS } from "./tags.ts";
import type { Words } from "./words.ts";

const features = new FeatureBuffer(64);
const scores = new Float64Array(64);
/** What stands before the first word has no tag. */
const NO_TAG = TAGS.length;

/** Writes the tag of each word by number, from left to right, each in sight of the two before it. Index 0 is the root. */
export function tagWords(words: Words, model: Scorer, tags: Uint8Array): void {
  const { length, known } = words;
  for (let at = 1; at <= length; at++) {
    if (known[at]! > 0) {
      tags[at] = known[at]! - 1;
      continue;
    }
    collectTagFeatures(features, words, at, tags);
    model.score(features, scores);
    tags[at] = bestOf(scores, TAGS.length);
  }
}

/** What the tagger sees: a word (w), those before (a, b) and after (x, y), and the tags of those before. */
const PLACES = `
  nothing wWord aWord bWord xWord yWord aTag bTag wCluster aCluster bCluster xCluster yCluster wFamily aFamily
  bFamily xFamily yFamily wShape aShape xShape isFirst ending2 ending3 ending4 opening2 opening3 last
`
  .trim()
  .split(/\s+/);

const TEMPLATES = readTemplates(
  PLACES,
  `
  1:wWord 2:aWord 3:xWord 4:bWord 5:yWord 7:wWord+xWord 8:aTag 9:aTag+bTag 10:aTag+wWord 11:aTag+xWord 12:bTag+wWord
  15:wCluster 16:aCluster 17:xCluster 18:bCluster 19:yCluster 20:wCluster+xCluster 21:aCluster+wCluster
  22:aTag+wCluster 23:aTag+xCluster 24:aTag+wCluster+xCluster 25:aTag+bTag+wCluster 26:wCluster+xCluster+yCluster
  27:wShape 28:wShape+isFirst 29:aShape+wShape+xShape 30:wShape+aTag 31:wShape+wCluster 33:aTag+wFamily+xFamily
  34:bFamily+aFamily+wFamily 35:aFamily+wFamily+xFamily 36:bTag+aTag+wFamily 37:aTag+xFamily+yFamily
  38:xFamily+ending3 40:ending2 41:ending3 42:ending3+aTag 43:ending2+wShape 44:ending3+wCluster+nothing 45:last
  46:ending4 48:opening3 49:opening2
  `,
);

const values = new Int32Array(PLACES.length);

/** What tells the tag of one word. */
export function collectTagFeatures(to: FeatureBuffer, words: Words, at: number, tags: Uint8Array): void {
  const { word, shape, cluster, family, length } = words;
  const none = length + 1;
  const before = at > 1 ? at - 1 : none;
  const before2 = at > 2 ? at - 2 : none;
  const after = at < length ? at + 1 : none;
  const after2 = at + 1 < length ? at + 2 : none;
  let place = 1;
  values[place++] = word[at]!;
  values[place++] = word[before]!;
  values[place++] = word[before2]!;
  values[place++] = word[after]!;
  values[place++] = word[after2]!;
  values[place++] = at > 1 ? tags[before]! : NO_TAG;
  values[place++] = at > 2 ? tags[before2]! : NO_TAG;
  values[place++] = cluster[at]!;
  values[place++] = cluster[before]!;
  values[place++] = cluster[before2]!;
  values[place++] = cluster[after]!;
  values[place++] = cluster[after2]!;
  values[place++] = family[at]!;
  values[place++] = family[before]!;
  values[place++] = family[before2]!;
  values[place++] = family[after]!;
  values[place++] = family[after2]!;
  values[place++] = shape[at]!;
  values[place++] = shape[before]!;
  values[place++] = shape[after]!;
  values[place++] = at === 1 ? 1 : 0;
  values[place++] = words.ending2[at]!;
  values[place++] = words.ending3[at]!;
  values[place++] = words.ending4[at]!;
  values[place++] = words.opening2[at]!;
  values[place++] = words.opening3[at]!;
  values[place++] = words.last[at]!;
  collectFeatures(TEMPLATES, values, to);
}
