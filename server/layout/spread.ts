/** Keeps nodes from covering each other: those with more edges need more room. */
import type { Places } from "./forces.ts";

/** The room that a node needs around it, in the unit of positions. */
export const radiusOf = (degree: number): number => Math.min(2.5, 0.3 + 0.09 * Math.sqrt(degree));

const ROUNDS = 24;

/** Nodes by squares of a grid, so that only what is near is compared. */
class Grid {
  readonly #squares = new Map<number, number[]>();
  readonly #side: number;

  constructor(side: number) {
    this.#side = side;
  }

  #key(column: number, row: number): number {
    return column * 1_000_003 + row;
  }

  add(node: number, x: number, y: number): void {
    const key = this.#key(Math.floor(x / this.#side), Math.floor(y / this.#side));
    const square = this.#squares.get(key);
    if (square) square.push(node);
    else this.#squares.set(key, [node]);
  }

  /** Calls for each node in the squares around a point. */
  near(x: number, y: number, reach: number, visit: (node: number) => void): void {
    const [column, row] = [Math.floor(x / this.#side), Math.floor(y / this.#side)];
    const wide = Math.ceil(reach / this.#side);
    for (let i = column - wide; i <= column + wide; i += 1)
      for (let j = row - wide; j <= row + wide; j += 1)
        for (const node of this.#squares.get(this.#key(i, j)) ?? []) visit(node);
  }
}

/** A grid of all places. */
export function gridOf({ x, y }: Places, side: number): Grid {
  const grid = new Grid(side);
  for (let node = 0; node < x.length; node += 1) grid.add(node, x[node]!, y[node]!);
  return grid;
}

/** Pushes apart what overlaps; the larger gives way less, and what is fixed not at all. */
export function spread(places: Places, radius: Float64Array, fixed?: Uint8Array): void {
  const largest = radius.reduce((most, r) => Math.max(most, r), 0);
  for (let round = 0; round < ROUNDS; round += 1) {
    const grid = gridOf(places, 1);
    let moved = false;
    for (let node = 0; node < radius.length; node += 1) {
      // Each pair once: from the larger, which alone must look far.
      const isLarge = radius[node]! > 0.6;
      const reach = radius[node]! + (isLarge ? largest : 0.6);
      grid.near(places.x[node]!, places.y[node]!, Math.min(reach, 2 * radius[node]! + 0.6), (other) => {
        const first = radius[node]! > radius[other]! || (radius[node] === radius[other] && node < other);
        if (other !== node && first && part(places, radius, node, other, fixed)) moved = true;
      });
    }
    if (!moved) return;
  }
}

/** Moves two nodes apart if they overlap; whether they did. */
function part({ x, y }: Places, radius: Float64Array, a: number, b: number, fixed?: Uint8Array): boolean {
  const need = radius[a]! + radius[b]!;
  let [dx, dy] = [x[b]! - x[a]!, y[b]! - y[a]!];
  let distance = Math.hypot(dx, dy);
  if (distance >= need) return false;
  if (distance < 1e-6) {
    const angle = (a * 31 + b) * 2.399963;
    [dx, dy, distance] = [Math.cos(angle) * 1e-3, Math.sin(angle) * 1e-3, 1e-3];
  }
  const [weightA, weightB] = [fixed?.[a] ? 0 : radius[b]! ** 2, fixed?.[b] ? 0 : radius[a]! ** 2];
  const both = weightA + weightB;
  if (both === 0) return false;
  const push = (0.6 * (need - distance)) / distance;
  x[a]! -= (dx * push * weightA) / both;
  y[a]! -= (dy * push * weightA) / both;
  x[b]! += (dx * push * weightB) / both;
  y[b]! += (dy * push * weightB) / both;
  return true;
}
