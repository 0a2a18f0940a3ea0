/** Chance that is the same in every run. */
export interface Random {
  /** From 0 up to 1, 1 left out. */
  readonly unit: () => number;
  /** A whole number from 0 up to `below`, `below` left out. */
  readonly below: (below: number) => number;
  readonly of: <Item>(items: readonly Item[]) => Item;
}

/** Mulberry32: small, fast, and good enough to scatter edges. */
export function random(seed: number): Random {
  let state = seed >>> 0;
  const unit = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const below = (most: number) => Math.floor(unit() * most);
  return { unit, below, of: (items) => items[below(items.length)]! };
}
