import { FeatureBuffer } from "./features.ts";
import { bestOf } from "./linear-model.ts";
import type { Scorer } from "./linear-model.ts";
import { collectLabelFeatures, collectMoveFeatures } from "./parser-features.ts";
import { MOVES, ParserState, SHIFT } from "./parser-state.ts";
import { relationNumber } from "./relations.ts";
import type { Words } from "./words.ts";

const ROOT = relationNumber("root");
const features = new FeatureBuffer(160);
const moveScores = new Float64Array(MOVES);
const labelScores = new Float64Array(128);

/** Gives every word its head and relation, move by move, each time the one that scores best. */
export function parseWords(words: Words, tags: Uint8Array, moves: Scorer, labels: Scorer): ParserState {
  const state = new ParserState(words, tags);
  while (!state.isDone) {
    collectMoveFeatures(features, state);
    moves.score(features, moveScores);
    const move = bestAllowed(state);
    if (move === SHIFT) state.shift();
    else state.attach(move, labelOf(state, move, labels));
  }
  return state;
}

function bestAllowed(state: ParserState): number {
  let best = -1;
  for (let move = 0; move < MOVES; move++) {
    if (state.allows(move) && (best < 0 || moveScores[move]! > moveScores[best]!)) best = move;
  }
  return best;
}

function labelOf(state: ParserState, move: number, labels: Scorer): number {
  const { head, dependent } = state.arcOf(move);
  if (head === 0) return ROOT;
  collectLabelFeatures(features, state, head, dependent);
  labels.score(features, labelScores);
  labelScores[ROOT] = -Infinity;
  return bestOf(labelScores, labels.classes);
}
