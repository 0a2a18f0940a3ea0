import { FeatureBuffer } from "../features.ts";
import { bestOf } from "../linear-model.ts";
import { collectLabelFeatures, collectMoveFeatures } from "../parser-features.ts";
import { MOVES, ParserState, SHIFT } from "../parser-state.ts";
import { RELATIONS } from "../relations.ts";
import type { Words } from "../words.ts";
import { costsOfMoves } from "./oracle.ts";
import { Perceptron } from "./perceptron.ts";
import { seededRandom, shuffle } from "./random.ts";

/** A sentence to learn trees from: gold heads and relations over predicted tags. */
export interface TreeExample {
  readonly words: Words;
  readonly tags: Uint8Array;
  readonly heads: Int32Array;
  readonly relations: Int32Array;
}

export interface ParserModels {
  readonly moves: Perceptron;
  readonly labels: Perceptron;
}

const features = new FeatureBuffer(160);
const scores = new Float64Array(128);
const costs = new Int32Array(MOVES);
/** How often, after the first epoch, the learner follows its own move though it is wrong. */
const EXPLORE = 0.9;

/** Learns moves with a dynamic oracle, and relations on the arcs that are right. */
export function trainParser(
  examples: readonly TreeExample[],
  epochs: number,
  seed: number,
  tell: (epoch: number, models: ParserModels) => void,
): ParserModels {
  const models = { moves: new Perceptron(MOVES), labels: new Perceptron(RELATIONS.length) };
  const random = seededRandom(seed);
  const order = [...examples];
  for (let epoch = 0; epoch < epochs; epoch++) {
    shuffle(order, random);
    for (const example of order) learnTree(models, example, () => epoch > 0 && random() < EXPLORE);
    tell(epoch, models);
  }
  return models;
}

function learnTree(models: ParserModels, example: TreeExample, explores: () => boolean): void {
  const state = new ParserState(example.words, example.tags);
  while (!state.isDone) {
    collectMoveFeatures(features, state);
    models.moves.score(features, scores);
    costsOfMoves(state, example.heads, costs);
    const { guess, right } = choose(state);
    models.moves.tick();
    if (guess !== right) models.moves.reward(features, right, guess);
    const move = guess !== right && !explores() ? right : guess;
    if (move === SHIFT) state.shift();
    else state.attach(move, learnLabel(models.labels, state, move, example));
  }
}

/** The move that scores best, and the one that scores best among those that lose least. */
function choose(state: ParserState): { guess: number; right: number } {
  let guess = -1;
  let right = -1;
  for (let move = 0; move < MOVES; move++) {
    if (!state.allows(move)) continue;
    if (guess < 0 || scores[move]! > scores[guess]!) guess = move;
    const isCheaper = right < 0 || costs[move]! < costs[right]!;
    if (isCheaper || (costs[move] === costs[right] && scores[move]! > scores[right]!)) right = move;
  }
  return { guess, right: costs[guess] === costs[right] ? guess : right };
}

function learnLabel(model: Perceptron, state: ParserState, move: number, { heads, relations }: TreeExample): number {
  const { head, dependent } = state.arcOf(move);
  if (head === 0) return relations[dependent]!;
  collectLabelFeatures(features, state, head, dependent);
  model.score(features, scores);
  const guess = bestOf(scores, model.classes);
  if (heads[dependent] !== head) return guess;
  model.tick();
  const gold = relations[dependent]!;
  if (guess !== gold) model.reward(features, gold, guess);
  return guess;
}
