/** The overview's thread: fetches, parses, paints and finds, so that the page never waits for it. */
import interLatin from "@fontsource-variable/inter/files/inter-latin-wght-normal.woff2?url";
import { ENTITY_KINDS, type EntityKind } from "../../../schema/ontology.ts";
import { ask, Failure } from "../data/client.ts";
import type { RelationFilterInput } from "../data/graphql.ts";
import { overviewQuery } from "../data/whole.ts";
import type { Point } from "../state/view.ts";
import { forgetWidths } from "./frame.ts";
import { type OverviewAnswer, type Plan, planOf } from "./plan.ts";
import type { ColourBy, FromWorker, Hit, ToWorker } from "./protocol.ts";
import { openViewer, type Viewer } from "./viewer.ts";

/** The most entities that an overview shows. */
const MOST = 20_000;
const LONGEST_WAIT_MS = 20_000;

let viewer: Viewer | undefined;
let plan: Plan | undefined;
let answer: OverviewAnswer | undefined;
let asking: AbortController | undefined;
let lastFilter = "";
let waiting: ReturnType<typeof setTimeout> | undefined;
let patience = 800;
let by: ColourBy = "kind";

const tell = (message: FromWorker): void => self.postMessage(message, { transfer: [] });

/** Workers have typefaces of their own. */
async function letter(): Promise<void> {
  const face = new FontFace("Inter Variable", `url(${interLatin})`, { weight: "100 900" });
  self.fonts.add(await face.load());
  forgetWidths();
  viewer?.draw([]);
}

function hitAt(index: number, at: Point): Hit | undefined {
  if (index < 0 || !plan) return undefined;
  return {
    id: plan.ids[index]!,
    name: plan.names[index]!,
    kind: ENTITY_KINDS[plan.kind[index]!]!,
    degree: plan.degree[index]!,
    community: by === "community" ? plan.communities[plan.community[index]!]?.name : undefined,
    at,
  };
}

async function show(off: readonly EntityKind[], since: number): Promise<void> {
  plan = planOf(answer!, new Set(off));
  await viewer!.show(plan);
  const { totalEntities, totalRelations, communities } = plan;
  const [entities, relations] = [plan.ids.length, plan.subject.length];
  tell({
    say: "painted",
    entities,
    relations,
    totalEntities,
    totalRelations,
    communities,
    took: performance.now() - since,
  });
}

async function fetchAll(filter: RelationFilterInput | null, off: readonly EntityKind[]): Promise<void> {
  const wanted = JSON.stringify(filter);
  asking?.abort();
  clearTimeout(waiting);
  if (answer && wanted === lastFilter) return show(off, performance.now());
  asking = new AbortController();
  const { signal } = asking;
  try {
    const found = await ask(overviewQuery, { limit: MOST, filter }, signal);
    if (signal.aborted) return;
    [answer, lastFilter] = [found.overview, wanted];
    await show(off, answeredAt());
    if (found.overview.layoutVersion < found.statistics.version) awaitLayout(filter, off);
  } catch (error) {
    if (signal.aborted) return;
    const { message, lost } = error instanceof Failure ? error : new Failure(String(error), false);
    tell({ say: "failed", message, lost });
  }
  return undefined;
}

/** While the server still lays the graph out, asks again, ever more seldom. */
function awaitLayout(filter: RelationFilterInput | null, off: readonly EntityKind[]): void {
  clearTimeout(waiting);
  patience = Math.min(patience * 1.6, LONGEST_WAIT_MS);
  waiting = setTimeout(() => {
    lastFilter = "";
    void fetchAll(filter, off);
  }, patience);
}

/** When the last answer of the server had come in whole. */
function answeredAt(): number {
  const entries = performance.getEntriesByType("resource").filter(({ name }) => name.endsWith("/graphql"));
  return (entries.at(-1) as PerformanceResourceTiming | undefined)?.responseEnd ?? performance.now();
}

function handle(message: ToWorker): void {
  if (message.say === "open") {
    viewer = openViewer(message.canvas, message.size, message.ratio, message.inks);
    void letter();
    return;
  }
  if (!viewer) return;
  switch (message.say) {
    case "ask":
      return void fetchAll(message.filter, message.off);
    case "size":
      return viewer.resize(message.size, message.ratio);
    case "inks":
      return viewer.paintWith(message.inks);
    case "pan":
      return viewer.pan(message.dx, message.dy);
    case "zoom":
      return viewer.zoom(message.factor, message.at);
    case "fit":
      return viewer.fit();
    case "community":
      return viewer.fit((i) => plan!.community[i] === message.index);
    case "colour":
      by = message.by;
      return viewer.colour(by);
    case "mark":
      return viewer.mark(message.held, message.selected);
    case "point": {
      const found = viewer.point(message.at);
      return tell({ say: "pointed", hit: message.at && hitAt(found, message.at) });
    }
    case "press":
      return tell({ say: "pressed", hit: hitAt(viewer.point(message.at), message.at) });
    case "lasso":
      return viewer.draw(message.points);
    case "catch": {
      const found = viewer.inside(message.points);
      viewer.draw([]);
      return tell({ say: "caught", ids: found.map((i) => plan!.ids[i]!), total: found.length });
    }
  }
}

self.addEventListener("message", ({ data }: MessageEvent<ToWorker>) => handle(data));
