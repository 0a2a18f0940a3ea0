/** Which names are written where: the weightiest first, none over another. Pure; the stage paints the result. */

export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** A node on the screen that wants its name written. */
export interface Wish<Id> {
  readonly id: Id;
  readonly x: number;
  readonly y: number;
  /** Half of the node's breadth on the screen. */
  readonly radius: number;
  readonly width: number;
  readonly height: number;
  readonly weight: number;
}

export interface Placed<Id> {
  readonly id: Id;
  /** Middle and top of the words. */
  readonly x: number;
  readonly y: number;
}

const GAP = 3;
const LONGEST_LINE = 20;

/** A name in one or two lines; what does not fit ends in an ellipsis. */
export function lines(name: string): readonly string[] {
  if (name.length <= LONGEST_LINE) return [name];
  const spaces = [...name.matchAll(/\s/g)].map(({ index }) => index).filter((index) => index <= LONGEST_LINE + 2);
  const middle = Math.min(LONGEST_LINE, name.length / 2);
  const cut = spaces.toSorted((a, b) => Math.abs(a - middle) - Math.abs(b - middle))[0];
  if (cut === undefined) return [`${name.slice(0, LONGEST_LINE)}…`];
  const rest = name.slice(cut + 1);
  return [name.slice(0, cut), rest.length > LONGEST_LINE + 4 ? `${rest.slice(0, LONGEST_LINE + 2).trimEnd()}…` : rest];
}

const overlaps = (a: Box, b: Box) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;

const boxAt = (x: number, y: number, width: number, height: number): Box => ({
  left: x - width / 2,
  top: y,
  right: x + width / 2,
  bottom: y + height,
});

/** Below, above, right, left, then the corners. */
const spots = ({ x, y, radius, width, height }: Wish<unknown>): readonly (readonly [number, number])[] => [
  [x, y + radius + GAP],
  [x, y - radius - GAP - height],
  [x + radius + GAP + width / 2, y - height / 2],
  [x - radius - GAP - width / 2, y - height / 2],
  [x + radius * 0.7 + width / 2, y + radius * 0.7],
  [x - radius * 0.7 - width / 2, y + radius * 0.7],
  [x + radius * 0.7 + width / 2, y - radius * 0.7 - height],
  [x - radius * 0.7 - width / 2, y - radius * 0.7 - height],
];

const disc = ({ x, y, radius }: Wish<unknown>): Box => boxAt(x, y - radius, radius * 2, radius * 2);

const isInside = (box: Box, bounds: Box) =>
  box.left >= bounds.left && box.top >= bounds.top && box.right <= bounds.right && box.bottom <= bounds.bottom;

/**
 * Places the names of the heaviest first, within bounds and clear of what is written already. Who finds no free spot
 * stays without a name for now.
 */
export function placeLabels<Id>(wishes: readonly Wish<Id>[], bounds: Box, written: readonly Box[] = []): Placed<Id>[] {
  const discs = wishes.map((wish) => ({ id: wish.id, box: disc(wish) }));
  const taken: Box[] = [...written];
  const placed: Placed<Id>[] = [];
  for (const wish of wishes.toSorted((a, b) => b.weight - a.weight)) {
    const free = ([x, y]: readonly [number, number]) => {
      const box = boxAt(x, y, wish.width, wish.height);
      return (
        isInside(box, bounds) &&
        !taken.some((t) => overlaps(t, box)) &&
        !discs.some((d) => d.id !== wish.id && overlaps(d.box, box))
      );
    };
    const spot = spots(wish).find(free);
    if (!spot) continue;
    taken.push(boxAt(spot[0], spot[1], wish.width, wish.height));
    placed.push({ id: wish.id, x: spot[0], y: spot[1] });
  }
  return placed;
}
