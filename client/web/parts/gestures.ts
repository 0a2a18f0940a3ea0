/** What hands do on a surface that can be moved: with a mouse, a finger, two fingers or a pen. */
import type { Point } from "../state/view.ts";

export interface Gestures {
  readonly onPan: (dx: number, dy: number) => void;
  readonly onZoom: (factor: number, at: Point) => void;
  readonly onPoint: (at: Point | undefined) => void;
  readonly onPress: (at: Point) => void;
  /** Every new point of a lasso, and once when it is closed. Absent where there is none. */
  readonly onLasso?: (points: readonly Point[], closed: boolean) => void;
  /** Whether a plain drag draws a lasso, as one with Shift always does. */
  readonly isLassoing?: () => boolean;
}

const STILL = 5;
const WHEEL = 0.0017;
const LINE = 16;

const middle = (a: Point, b: Point): Point => ({ x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 });
const apart = (a: Point, b: Point): number => Math.hypot(a.x - b.x, a.y - b.y);

/** Follows the hands on an element until the answer is called. */
export function followHands(element: HTMLElement, gestures: Gestures): () => void {
  const down = new Map<number, Point>();
  let began: Point | undefined;
  let lasso: Point[] | undefined;

  const at = ({ clientX, clientY }: MouseEvent): Point => {
    const { left, top } = element.getBoundingClientRect();
    return { x: clientX - left, y: clientY - top };
  };

  function press(event: PointerEvent): void {
    if (event.button !== 0) return;
    const here = at(event);
    down.set(event.pointerId, here);
    began = down.size === 1 ? here : undefined;
    const wanted = down.size === 1 && gestures.onLasso && (event.shiftKey || gestures.isLassoing?.());
    lasso = wanted ? [here] : undefined;
    if (lasso) element.setPointerCapture(event.pointerId);
  }

  function drag(id: number, from: Point, here: Point): void {
    if (lasso) {
      if (apart(lasso.at(-1)!, here) < 3) return;
      lasso.push(here);
      gestures.onLasso?.(lasso, false);
      return;
    }
    if (began && apart(began, here) < STILL) return;
    // Only now: a press that does not move is for what lies under it.
    if (began) element.setPointerCapture(id);
    began = undefined;
    gestures.onPan(here.x - from.x, here.y - from.y);
  }

  function pinch(id: number, here: Point): void {
    const [other] = [...down].flatMap(([key, point]) => (key === id ? [] : [point]));
    const before = down.get(id)!;
    if (!other) return;
    const [was, now] = [middle(before, other), middle(here, other)];
    gestures.onPan(now.x - was.x, now.y - was.y);
    gestures.onZoom(apart(here, other) / Math.max(1, apart(before, other)), now);
  }

  function move(event: PointerEvent): void {
    const here = at(event);
    const from = down.get(event.pointerId);
    if (!from) {
      if (event.pointerType === "mouse" && down.size === 0) gestures.onPoint(here);
      return;
    }
    if (down.size === 2) pinch(event.pointerId, here);
    else drag(event.pointerId, from, here);
    // A press that has not become a drag yet keeps its beginning, so that nothing of the way is lost.
    if (!began || lasso) down.set(event.pointerId, here);
  }

  function lift(event: PointerEvent): void {
    if (!down.delete(event.pointerId)) return;
    if (lasso && lasso.length > 2) gestures.onLasso?.(lasso, true);
    else if (began && event.type === "pointerup") gestures.onPress(at(event));
    lasso = undefined;
    began = undefined;
  }

  function wheel(event: WheelEvent): void {
    event.preventDefault();
    const lines = event.deltaMode === WheelEvent.DOM_DELTA_LINE ? LINE : 1;
    gestures.onZoom(Math.exp(-event.deltaY * lines * WHEEL * (event.ctrlKey ? 4 : 1)), at(event));
  }

  const leave = () => gestures.onPoint(undefined);
  const all = new AbortController();
  const { signal } = all;
  element.addEventListener("pointerdown", press, { signal });
  element.addEventListener("pointermove", move, { signal });
  element.addEventListener("pointerup", lift, { signal });
  element.addEventListener("pointercancel", lift, { signal });
  element.addEventListener("pointerleave", leave, { signal });
  element.addEventListener("wheel", wheel, { signal, passive: false });
  return () => all.abort();
}
