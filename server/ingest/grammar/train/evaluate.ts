/**
 * Measures the grammar in `grammar.bin` on the dev parts of the treebanks, with their tokens given.
 *
 *     npx tsx server/ingest/grammar/train/evaluate.ts --data FOLDER [--weights FILE]
 */
import { parseArgs } from "node:util";
import { readFileSync } from "node:fs";
import { readModels, WEIGHTS } from "../models.ts";
import { parseWords } from "../parser.ts";
import { ParserState } from "../parser-state.ts";
import { RELATIONS } from "../relations.ts";
import { PART_OF_SPEECH, TAGS } from "../tags.ts";
import { tagWords } from "../tagger.ts";
import { Words } from "../words.ts";
import { readTreebank } from "./conllu.ts";
import type { GoldSentence } from "./conllu.ts";

const { values: options } = parseArgs({
  options: { data: { type: "string" }, weights: { type: "string", default: WEIGHTS.pathname } },
});
if (!options.data) throw new Error("--data FOLDER is needed: the folder with the treebanks (*.conllu.gz)");

const loading = performance.now();
const models = readModels(readFileSync(options.weights));
const LONGEST = 500;
const shared = { words: new Words(LONGEST), tags: new Uint8Array(LONGEST + 2), tree: new ParserState(LONGEST) };
console.log(`loaded in ${(performance.now() - loading).toFixed(0)} ms`);
for (const name of ["gum-dev", "ewt-dev"]) report(name, readTreebank(options.data, name));

interface Tally {
  readonly right: Record<string, number>;
  words: number;
}

function report(name: string, sentences: readonly GoldSentence[]): void {
  for (const sentence of sentences.slice(0, 300)) measure(sentence, { right: {}, words: 0 });
  const tally: Tally = { right: {}, words: 0 };
  const from = process.cpuUsage();
  for (const sentence of sentences) measure(sentence, tally);
  const rate = sentences.length / (process.cpuUsage(from).user / 1e6);
  const shares = Object.entries(tally.right).map(([what, n]) => `${what} ${((100 * n) / tally.words).toFixed(2)}`);
  console.log(`${name}  ${shares.join("  ")}  ${rate.toFixed(0)} sentences/s of processor time, ${tally.words} words`);
}

function measure(gold: GoldSentence, tally: Tally): void {
  const { tags, tree } = shared;
  const words = models.vocabulary.describe(gold.forms, shared.words);
  tagWords(words, models.tags, tags);
  parseWords(tree, words, tags, models.parser);
  for (let at = 1; at <= words.length; at++) {
    const form = gold.forms[at - 1]!;
    const isAttached = tree.heads[at] === gold.heads[at];
    tally.words++;
    count(tally, "UPOS", PART_OF_SPEECH[tags[at]!] === gold.parts[at - 1]);
    count(tally, "tag", TAGS[tags[at]!] === TAGS[gold.tags[at]!]);
    count(tally, "lemma", models.lemmas.lemmaOf(form, tags[at]!).toLowerCase() === gold.lemmas[at - 1]!.toLowerCase());
    count(tally, "UAS", isAttached);
    count(tally, "LAS", isAttached && RELATIONS[tree.labels[at]!] === gold.relations[at]);
  }
}

function count({ right }: Tally, what: string, isRight: boolean): void {
  right[what] = (right[what] ?? 0) + (isRight ? 1 : 0);
}
