/** Puts components beside each other: the largest in the middle, the others around it, as close as they fit. */

/** A circle around a component. */
export interface Circle {
  readonly radius: number;
}

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** How far apart circles stand. */
const GAP = 0.6;

interface Placed extends Point, Circle {}

const overlaps = (a: Placed, b: Placed) => Math.hypot(a.x - b.x, a.y - b.y) < a.radius + b.radius + GAP - 1e-9;

/** Centres of circles, largest first: each goes where it touches one that stands and is nearest to the middle. */
export function pack(circles: readonly Circle[]): Point[] {
  const placed: Placed[] = [];
  for (const [nth, { radius }] of circles.entries())
    placed.push(nth === 0 ? { x: 0, y: 0, radius } : nearest(placed, radius));
  return placed;
}

/** Circles are looked at from the outside inward; those deep within have no free place beside them any more. */
const CONSIDERED = 60;

function nearest(placed: Placed[], radius: number): Placed {
  const outermost = placed.slice(-CONSIDERED);
  const candidates = [placed[0]!, ...outermost].flatMap((beside) => around(beside, radius));
  candidates.sort((a, b) => Math.hypot(a.x, a.y) - Math.hypot(b.x, b.y));
  const free = candidates.find((one) => !placed.some((other) => overlaps(one, other)));
  if (free) return free;
  const reach = placed.reduce((most, { x, y, radius }) => Math.max(most, Math.hypot(x, y) + radius), 0);
  return { x: reach + radius + GAP, y: 0, radius };
}

const DIRECTIONS = 48;

/** Places that touch a circle. */
function around({ x, y, radius: inner }: Placed, radius: number): Placed[] {
  const away = inner + radius + GAP;
  const steps = Math.max(DIRECTIONS, Math.ceil((2 * Math.PI * away) / (radius + GAP)));
  return Array.from({ length: steps }, (_, i) => {
    const angle = (2 * Math.PI * i) / steps;
    return { x: x + away * Math.cos(angle), y: y + away * Math.sin(angle), radius };
  });
}
