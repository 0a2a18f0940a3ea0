import { FeatureBuffer } from "./features.ts";
import { bestOf } from "./linear-model.ts";
import type { Scorer } from "./linear-model.ts";
import { collectLabelFeatures, collectMoveFeatures } from "./parser-features.ts";
import { MOVES, type ParserState, SHIFT } from "./parser-state.ts";
import { relationNumber } from "./relations.ts";
import { settledLabel, type SettledLabels } from "./settled-labels.ts";
import type { Words } from "./words.ts";

const ROOT = relationNumber("root");
const features = new FeatureBuffer(160);
const moveScores = new Float64Array(MOVES);
const labelScores = new Float64Array(128);

/** What the parser has learned. */
export interface ParserModels {
  readonly moves: Scorer;
  readonly labels: Scorer;
  readonly settled: SettledLabels;
}

/** Gives every word its head and relation, in `state`: move by move, each time the one that scores best. */
export function parseWords(state: ParserState, words: Words, tags: Uint8Array, models: ParserModels): void {
  state.begin(words, tags);
  while (!state.isDone) {
    const move = state.onlyMove() ?? bestMove(state, models.moves);
    if (move === SHIFT) state.shift();
    else state.attach(move, labelOf(state, move, models));
  }
}

function bestMove(state: ParserState, moves: Scorer): number {
  collectMoveFeatures(features, state);
  moves.score(features, moveScores);
  let best = -1;
  for (let move = 0; move < MOVES; move++) {
    if (state.allows(move) && (best < 0 || moveScores[move]! > moveScores[best]!)) best = move;
  }
  return best;
}

function labelOf(state: ParserState, move: number, { labels, settled }: ParserModels): number {
  const dependent = state.dependentOf();
  const head = state.headOf(move);
  if (head === 0) return ROOT;
  const sure = settledLabel(settled, state.tags, head, dependent);
  if (sure >= 0) return sure;
  collectLabelFeatures(features, state, head, dependent);
  labels.score(features, labelScores);
  labelScores[ROOT] = -Infinity;
  return bestOf(labelScores, labels.classes);
}
