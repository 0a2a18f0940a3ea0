/**
 * The overview's picture: a sheet is painted in slices beside the screen and laid under every frame, moved and scaled
 * with the hand, until a sharper one is ready. Runs in the worker; owns its canvas.
 */
import type { Box } from "../canvas/label.ts";
import type { Point } from "../state/view.ts";
import { isInside, boxOf } from "../parts/polygon.ts";
import { type Camera, fitting, panned, type Size, toLayout, zoomed } from "./camera.ts";
import { finish, type Frame, highlight } from "./frame.ts";
import { type Grid, gridOf } from "./grid.ts";
import { painting, radiusOn } from "./marks.ts";
import { extent, type Plan } from "./plan.ts";
import type { ColourBy, Inks } from "./protocol.ts";

interface Sheet {
  readonly canvas: OffscreenCanvas;
  readonly camera: Camera;
  readonly size: Size;
}

/** How much more than the screen a sheet shows on each side, so that there is something to pan to. */
const BEYOND = 0.2;
const SLICE_MS = 8;
const REACH = 9;

export interface Viewer {
  readonly show: (plan: Plan) => Promise<void>;
  readonly resize: (size: Size, ratio: number) => void;
  readonly paintWith: (inks: Inks) => void;
  readonly colour: (by: ColourBy) => void;
  readonly pan: (dx: number, dy: number) => void;
  readonly zoom: (factor: number, at: Point) => void;
  readonly fit: (members?: (index: number) => boolean) => void;
  readonly mark: (held: readonly string[], selected: readonly string[]) => void;
  /** Lights the mark at a point and its edges, and tells which it is; -1 for none. */
  readonly point: (at: Point | undefined) => number;
  readonly draw: (lasso: readonly Point[]) => void;
  readonly inside: (lasso: readonly Point[]) => number[];
  readonly where: (index: number) => Point;
}

const breathe = () => new Promise<void>((resolve) => setTimeout(resolve, 0));

/** Opens a viewer on the page's canvas. */
export function openViewer(screen: OffscreenCanvas, first: Size, firstRatio: number, firstInks: Inks): Viewer {
  const context = screen.getContext("2d", { alpha: true })!;
  let [size, ratio, inks, by]: [Size, number, Inks, ColourBy] = [first, firstRatio, firstInks, "kind"];
  let plan: Plan | undefined;
  let grid: Grid | undefined;
  let camera: Camera = { scale: 1, x: 0, y: 0 };
  let least = 0.1;
  let sheet: Sheet | undefined;
  let spare: OffscreenCanvas | undefined;
  let round = 0;
  let frame: Frame = { held: [], selected: [], pointed: -1, lasso: [] };
  let asked = false;

  const draw = () => {
    if (asked) return;
    asked = true;
    requestAnimationFrame(() => {
      asked = false;
      if (plan && grid) lay();
    });
  };

  function lay(): void {
    context.setTransform(ratio, 0, 0, ratio, 0, 0);
    context.clearRect(0, 0, size.width, size.height);
    if (sheet) {
      const grown = camera.scale / sheet.camera.scale;
      context.drawImage(
        sheet.canvas,
        camera.x - sheet.camera.x * grown,
        camera.y - sheet.camera.y * grown,
        sheet.size.width * grown,
        sheet.size.height * grown,
      );
    }
    finish(context, { plan: plan!, grid: grid!, camera, size, ratio, inks, by }, frame);
  }

  /** Paints a sheet for where the camera is now; gives way to a later one. */
  async function paint(): Promise<void> {
    if (!plan || !grid) return;
    round += 1;
    const mine = round;
    const beyond = { x: Math.round(size.width * BEYOND), y: Math.round(size.height * BEYOND) };
    const next = { width: size.width + 2 * beyond.x, height: size.height + 2 * beyond.y };
    const canvas = spare ?? new OffscreenCanvas(1, 1);
    spare = undefined;
    if (canvas.width !== next.width * ratio || canvas.height !== next.height * ratio)
      [canvas.width, canvas.height] = [next.width * ratio, next.height * ratio];
    const from = { ...camera, x: camera.x + beyond.x, y: camera.y + beyond.y };
    const work = painting(canvas.getContext("2d")!, { plan, grid, camera: from, size: next, ratio, inks, by });
    let until = performance.now() + SLICE_MS;
    while (!work.next().done) {
      if (performance.now() < until) continue;
      await breathe();
      if (mine !== round) {
        spare = canvas;
        return;
      }
      until = performance.now() + SLICE_MS;
    }
    spare = sheet?.canvas;
    sheet = { canvas, camera: from, size: next };
    lay();
  }

  let due: ReturnType<typeof setTimeout> | undefined;
  const repaint = (after: number) => {
    clearTimeout(due);
    due = setTimeout(() => void paint(), after);
  };
  const isCovered = (): boolean => {
    if (!sheet) return false;
    const grown = camera.scale / sheet.camera.scale;
    const [left, top] = [camera.x - sheet.camera.x * grown, camera.y - sheet.camera.y * grown];
    return (
      left <= 0 &&
      top <= 0 &&
      left + sheet.size.width * grown >= size.width &&
      top + sheet.size.height * grown >= size.height
    );
  };
  const move = (next: Camera) => {
    const scaled = next.scale !== camera.scale;
    camera = next;
    draw();
    if (scaled || !isCovered()) repaint(scaled ? 90 : 30);
  };
  const whole = (): Box => extent(plan!);
  const restart = () => {
    draw();
    repaint(0);
  };

  return {
    async show(next) {
      const same = plan !== undefined && next.ids.length > 0;
      [plan, grid] = [next, gridOf(next)];
      frame = { ...highlight(next, frame), pointed: -1 };
      const fit = fitting(whole(), size);
      least = fit.scale * 0.5;
      if (!same) camera = fit;
      await paint();
    },
    resize(nextSize, nextRatio) {
      const before = size;
      [size, ratio] = [nextSize, nextRatio];
      [screen.width, screen.height] = [Math.round(size.width * ratio), Math.round(size.height * ratio)];
      if (!plan) return;
      camera = panned(camera, (size.width - before.width) / 2, (size.height - before.height) / 2);
      least = fitting(whole(), size).scale * 0.5;
      lay();
      repaint(60);
    },
    paintWith(next) {
      inks = next;
      restart();
    },
    colour(next) {
      by = next;
      restart();
    },
    pan: (dx, dy) => move(panned(camera, dx, dy)),
    zoom: (factor, at) => move(zoomed(camera, factor, at, least)),
    fit(members) {
      if (!plan) return;
      const rows = members ? [...plan.ids.keys()].filter(members) : undefined;
      const box = rows
        ? extent({ x: Float32Array.from(rows, (i) => plan!.x[i]!), y: Float32Array.from(rows, (i) => plan!.y[i]!) })
        : whole();
      move(fitting(box, size));
    },
    mark(held, selected) {
      frame = { ...frame, held, selected };
      if (plan) frame = highlight(plan, frame);
      draw();
    },
    point(at) {
      const from = at && plan && toLayout(camera, at);
      const found = from ? grid!.nearest(from.x, from.y, Math.max(REACH, 4) / camera.scale + 0.4) : -1;
      const near = found >= 0 && away(found, at!) <= Math.max(REACH, radiusOn(plan!, camera, found) + 3) ? found : -1;
      if (near !== frame.pointed) {
        frame = { ...frame, pointed: near };
        draw();
      }
      return near;
    },
    draw(lasso) {
      frame = { ...frame, lasso };
      draw();
    },
    inside(lasso) {
      if (!plan || !grid || lasso.length < 3) return [];
      const shape = lasso.map((point) => toLayout(camera, point));
      const found: number[] = [];
      grid.within(boxOf(shape), (i) => isInside(shape, { x: plan!.x[i]!, y: plan!.y[i]! }) && found.push(i));
      return found.sort((a, b) => a - b);
    },
    where,
  };

  function where(i: number): Point {
    return { x: plan!.x[i]! * camera.scale + camera.x, y: plan!.y[i]! * camera.scale + camera.y };
  }
  function away(i: number, at: Point): number {
    const { x, y } = where(i);
    return Math.hypot(x - at.x, y - at.y);
  }
}
