/** The page's way to the overview's worker. */
import type { EntityKind } from "../../../schema/ontology.ts";
import type { RelationFilterInput } from "../data/graphql.ts";
import type { Point } from "../state/view.ts";
import { readInks } from "./inks.ts";
import type { ColourBy, FromWorker, ToWorker } from "./protocol.ts";

export interface Link {
  readonly ask: (filter: RelationFilterInput | undefined, off: readonly EntityKind[]) => void;
  readonly pan: (dx: number, dy: number) => void;
  /** At a point, or at the middle. */
  readonly zoom: (factor: number, at?: Point) => void;
  readonly fit: () => void;
  readonly goTo: (community: number) => void;
  readonly colour: (by: ColourBy) => void;
  readonly mark: (held: readonly string[], selected: readonly string[]) => void;
  readonly point: (at: Point | undefined) => void;
  readonly press: (at: Point) => void;
  readonly lasso: (points: readonly Point[], closed: boolean) => void;
  readonly close: () => void;
}

/** Whether this browser lets a worker paint. */
export const canPaint = (): boolean =>
  typeof OffscreenCanvas === "function" && "transferControlToOffscreen" in HTMLCanvasElement.prototype;

/** Calls back when the theme, the size or the sharpness of the screen changes. */
function followPage(host: HTMLElement, onTheme: () => void, onSize: () => void): () => void {
  const all = new AbortController();
  const dark = window.matchMedia("(prefers-color-scheme: dark)");
  const themed = new MutationObserver(onTheme);
  const sized = new ResizeObserver(onSize);
  dark.addEventListener("change", onTheme, { signal: all.signal });
  // Zooming the page or moving it to another screen changes the sharpness, and not always the size.
  window.addEventListener("resize", onSize, { signal: all.signal });
  themed.observe(document.documentElement, { attributeFilter: ["data-theme"] });
  sized.observe(host);
  return () => {
    all.abort();
    themed.disconnect();
    sized.disconnect();
  };
}

/** Puts a canvas into `host` and has a worker paint on it. */
export function openLink(host: HTMLElement, onMessage: (message: FromWorker) => void): Link {
  const canvas = Object.assign(document.createElement("canvas"), { className: "absolute inset-0 size-full" });
  canvas.setAttribute("aria-hidden", "true");
  host.prepend(canvas);
  const worker = new Worker(new URL("./overview.worker.ts", import.meta.url), { type: "module" });
  worker.addEventListener("message", ({ data }: MessageEvent<FromWorker>) => onMessage(data));
  worker.addEventListener("error", () =>
    onMessage({ say: "failed", message: "The overview could not be painted.", lost: false }),
  );
  const say = (message: ToWorker, transfer: Transferable[] = []) => worker.postMessage(message, { transfer });
  const size = () => ({ width: Math.max(1, host.clientWidth), height: Math.max(1, host.clientHeight) });
  const [first, ratio] = [size(), window.devicePixelRatio];
  [canvas.width, canvas.height] = [Math.round(first.width * ratio), Math.round(first.height * ratio)];
  const offscreen = canvas.transferControlToOffscreen();
  say({ say: "open", canvas: offscreen, size: first, ratio, inks: readInks(host) }, [offscreen]);
  const unfollow = followPage(
    host,
    () => say({ say: "inks", inks: readInks(host) }),
    () => say({ say: "size", size: size(), ratio: window.devicePixelRatio }),
  );
  return {
    ask: (filter, off) => say({ say: "ask", filter: filter ?? null, off }),
    pan: (dx, dy) => say({ say: "pan", dx, dy }),
    zoom: (factor, at = { x: size().width / 2, y: size().height / 2 }) => say({ say: "zoom", factor, at }),
    fit: () => say({ say: "fit" }),
    goTo: (index) => say({ say: "community", index }),
    colour: (by) => say({ say: "colour", by }),
    mark: (held, selected) => say({ say: "mark", held, selected }),
    point: (at) => say({ say: "point", at }),
    press: (at) => say({ say: "press", at }),
    lasso: (points, closed) => say({ say: closed ? "catch" : "lasso", points }),
    close() {
      unfollow();
      worker.terminate();
      canvas.remove();
    },
  };
}
