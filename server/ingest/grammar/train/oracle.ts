import { LEFT, MOVES, RIGHT, SHIFT } from "../parser-state.ts";
import type { ParserState } from "../parser-state.ts";

/**
 * How many arcs of the treebank each move makes unreachable (Goldberg and Nivre 2013, for arc-hybrid), so that the parser
 * learns to go on well from its own mistakes.
 */
export function costsOfMoves(state: ParserState, gold: Int32Array, costs: Int32Array): void {
  for (let move = 0; move < MOVES; move++) costs[move] = state.allows(move) ? costOf(state, gold, move) : 0;
}

function costOf(state: ParserState, gold: Int32Array, move: number): number {
  const { stack, size, next, words } = state;
  const top = stack[size - 1]!;
  let cost = 0;
  if (move === SHIFT) {
    for (let at = 0; at < size; at++) {
      if (gold[stack[at]!] === next) cost++;
      if (at < size - 1 && gold[next] === stack[at]) cost++;
    }
    return cost;
  }
  for (let at = next; at <= words.length; at++) if (gold[at] === top) cost++;
  const head = gold[top]!;
  if (move === LEFT && (head === stack[size - 2] || head > next)) cost++;
  if (move === RIGHT && head >= next) cost++;
  return cost;
}
