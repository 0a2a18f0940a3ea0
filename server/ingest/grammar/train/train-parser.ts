import { FeatureBuffer } from "../features.ts";
import { bestOf } from "../linear-model.ts";
import { collectLabelFeatures, collectMoveFeatures } from "../parser-features.ts";
import { MOVES, ParserState, SHIFT } from "../parser-state.ts";
import { RELATIONS } from "../relations.ts";
import { settledLabel, type SettledLabels } from "../settled-labels.ts";
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

export interface Learners {
  readonly moves: Perceptron;
  readonly labels: Perceptron;
}

/** The features that may be learned from. */
export interface Chosen {
  readonly moves: Int32Array;
  readonly labels: Int32Array;
}

interface Course {
  readonly settled: SettledLabels;
  readonly epochs: number;
  readonly seed: number;
  readonly chosen?: Chosen;
}

const features = new FeatureBuffer(160);
const scores = new Float64Array(128);
const costs = new Int32Array(MOVES);
/** How often, after the first epoch, the learner follows its own move though it is wrong. */
const EXPLORE = 0.9;

/** Learns moves with a dynamic oracle, and relations on the arcs that are right. */
export function trainParser(examples: readonly TreeExample[], { settled, epochs, seed, chosen }: Course): Learners {
  const learners = {
    moves: new Perceptron(MOVES, chosen?.moves),
    labels: new Perceptron(RELATIONS.length, chosen?.labels),
  };
  const random = seededRandom(seed);
  const order = [...examples];
  const state = new ParserState(Math.max(...order.map(({ words }) => words.length)));
  for (let epoch = 0; epoch < epochs; epoch++) {
    shuffle(order, random);
    for (const example of order)
      learnTree({ learners, settled, state, example }, () => epoch > 0 && random() < EXPLORE);
  }
  return learners;
}

interface Lesson {
  readonly learners: Learners;
  readonly settled: SettledLabels;
  readonly state: ParserState;
  readonly example: TreeExample;
}

function learnTree(lesson: Lesson, explores: () => boolean): void {
  const { state, example } = lesson;
  const { moves } = lesson.learners;
  state.begin(example.words, example.tags);
  while (!state.isDone) {
    const only = state.onlyMove();
    if (only !== undefined) {
      make(lesson, only);
      continue;
    }
    collectMoveFeatures(features, state);
    moves.score(features, scores);
    costsOfMoves(state, example.heads, costs);
    const { guess, right } = choose(state);
    moves.tick();
    if (guess !== right) moves.reward(features, right, guess);
    make(lesson, guess !== right && !explores() ? right : guess);
  }
}

function make(lesson: Lesson, move: number): void {
  if (move === SHIFT) lesson.state.shift();
  else lesson.state.attach(move, learnLabel(lesson, move));
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

function learnLabel({ learners: { labels }, settled, state, example }: Lesson, move: number): number {
  const dependent = state.dependentOf();
  const head = state.headOf(move);
  const gold = example.relations[dependent]!;
  if (head === 0) return gold;
  const sure = settledLabel(settled, state.tags, head, dependent);
  if (sure >= 0) return sure;
  collectLabelFeatures(features, state, head, dependent);
  labels.score(features, scores);
  const guess = bestOf(scores, labels.classes);
  if (example.heads[dependent] !== head) return guess;
  labels.tick();
  if (guess !== gold) labels.reward(features, gold, guess);
  return guess;
}
