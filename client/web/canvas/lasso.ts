/** A lasso on the stage: Shift and a drag on the ground, or a plain drag while the lasso is in hand. */
import { isInside } from "../parts/polygon.ts";
import type { Point } from "../state/view.ts";

export interface Lasso {
  /** The lasso as drawn so far; empty where there is none. */
  readonly points: () => readonly Point[];
  readonly set: (on: boolean) => void;
  readonly stop: () => void;
}

interface LassoEvents {
  readonly onCatch: (holds: (at: Point) => boolean) => void;
  readonly onDraw: () => void;
  /** Whether the hand is drawing, so that nothing else follows it. */
  readonly onLasso: (on: boolean) => void;
}

const LEAST = 6;

/** Follows the hand on `host` until stopped. */
export function followLasso(host: HTMLElement, { onCatch, onDraw, onLasso }: LassoEvents): Lasso {
  let points: Point[] = [];
  let [inHand, drawing] = [false, false];
  const all = new AbortController();
  const at = ({ clientX, clientY }: MouseEvent): Point => {
    const { left, top } = host.getBoundingClientRect();
    return { x: clientX - left, y: clientY - top };
  };
  const begin = (event: PointerEvent) => {
    if (event.button !== 0 || !(event.shiftKey || inHand)) return;
    drawing = true;
    points = [at(event)];
    onLasso(true);
  };
  const draw = (event: PointerEvent) => {
    if (!drawing) return;
    points.push(at(event));
    onDraw();
  };
  const end = () => {
    if (!drawing) return;
    const drawn = points;
    [drawing, points] = [false, []];
    onLasso(false);
    onDraw();
    if (drawn.length >= LEAST) onCatch((point) => isInside(drawn, point));
  };
  // Before Cytoscape, which listens further in.
  host.addEventListener("pointerdown", begin, { signal: all.signal, capture: true });
  window.addEventListener("pointermove", draw, { signal: all.signal });
  window.addEventListener("pointerup", end, { signal: all.signal });
  window.addEventListener("pointercancel", end, { signal: all.signal });
  return {
    points: () => points,
    set: (on) => {
      inHand = on;
    },
    stop: () => all.abort(),
  };
}
