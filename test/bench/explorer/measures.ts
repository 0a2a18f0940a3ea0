/** The measurements of the explorer, one function a line of the table. */
import { gzipSync } from "node:zlib";
import type { Browser, Page } from "playwright-core";
import { edgeSpots } from "./edges.ts";
import { closePage, freshPage, longestSince, now, overviewPainted, pan, settledAfter } from "./page.ts";

export interface OverviewRun {
  readonly took: number;
  readonly longest: number;
  readonly frames: number;
  readonly size: string;
}

export async function overview(browser: Browser, url: string): Promise<OverviewRun> {
  const page = await freshPage(browser);
  await page.goto(url);
  const painted = await overviewPainted(page);
  await page.waitForTimeout(600);
  const longest = await longestSince(page, painted.at);
  const moved = await pan(page, "#overview");
  await closePage(page);
  return {
    took: painted.took,
    longest: Math.max(longest, moved.longest),
    frames: moved.frames,
    size: `${painted.entities} and ${painted.relations}`,
  };
}

export interface FocusRun {
  readonly took: number;
  readonly frames: number;
  readonly longest: number;
  readonly size: string;
}

export async function focusSet(browser: Browser, url: string, focus: readonly string[]): Promise<FocusRun> {
  const page = await freshPage(browser);
  await page.goto(`${url}/?${focus.map((id) => `focus=${id}`).join("&")}`);
  const settled = await settledAfter(page, 0);
  await page.waitForTimeout(1_000);
  const moved = await pan(page, "#canvas");
  await closePage(page);
  return { took: settled.took, ...moved, size: `${settled.nodes} and ${settled.edges}` };
}

export interface ExpandRun {
  readonly took: number;
  readonly longest: number;
  readonly moved: boolean;
  readonly news: number;
}

const placeOf = (page: Page, id: string) =>
  page.evaluate((wanted) => {
    interface Drawing {
      getElementById(id: string): { position(): { x: number; y: number } };
    }
    // oxlint-disable no-underscore-dangle -- the name is Cytoscape's
    const drawing = [...document.querySelectorAll<HTMLElement & { _cyreg?: { cy: Drawing } }>("*")].find(
      (e) => e._cyreg?.cy,
    )!._cyreg!.cy;
    return { ...drawing.getElementById(wanted).position() };
  }, id);

/** Expands an actor with about fifty edges, pinned where it stands beside one neighbour that was asked for. */
export async function expand(browser: Browser, url: string, from: string, other: string): Promise<ExpandRun> {
  const page = await freshPage(browser);
  await page.goto(`${url}/?focus=${other}&actor=${from}`);
  const before = await settledAfter(page, 0);
  await page.waitForTimeout(800);
  await page.keyboard.press("p");
  const stood = await placeOf(page, from);
  const since = await now(page);
  await page.keyboard.press("e");
  await page.waitForFunction(
    ([count, at]) =>
      performance
        .getEntriesByName("settled")
        .some(
          (entry) => entry.startTime > at! && ((entry as PerformanceMark).detail as { nodes: number }).nodes > count!,
        ),
    [before.nodes, since] as const,
    { timeout: 30_000, polling: 20 },
  );
  const run = await page.evaluate((begin) => {
    const mark = performance
      .getEntriesByName("settled")
      .findLast(({ startTime }) => startTime > begin) as PerformanceMark;
    const answers = performance
      .getEntriesByType("resource")
      .filter((entry) => entry.name.endsWith("/graphql")) as PerformanceResourceTiming[];
    const first = Math.min(...answers.map(({ responseEnd }) => responseEnd).filter((at) => at > begin));
    return { took: mark.startTime - first, nodes: (mark.detail as { nodes: number }).nodes };
  }, since);
  await page.waitForTimeout(400);
  const [stands, longest] = [await placeOf(page, from), await longestSince(page, since)];
  await closePage(page);
  const moved = Math.hypot(stands.x - stood.x, stands.y - stood.y) > 0.5;
  return { took: run.took, longest, moved, news: run.nodes - before.nodes };
}

declare global {
  interface Window {
    quoteSeen: Promise<number>;
  }
}

/** Runs in the page: from now on waits for a press, and for the quote that follows it; NaN where none does. */
function watchQuote(): void {
  const quoteNow = () => document.querySelector("#evidence blockquote")?.textContent;
  const [old, begun] = [quoteNow(), performance.now()];
  let pressed = 0;
  window.addEventListener("pointerdown", ({ timeStamp }) => (pressed = timeStamp), { capture: true, once: true });
  window.quoteSeen = new Promise((resolve) => {
    const look = () => {
      const quote = quoteNow();
      if (pressed > 0 && quote && quote !== old) resolve(performance.now() - pressed);
      else if (performance.now() - begun > 3_000) resolve(Number.NaN);
      else requestAnimationFrame(look);
    };
    look();
  });
}

/** Milliseconds from pressing an edge to its quote on the screen, for many edges. */
export async function clickToQuote(
  browser: Browser,
  url: string,
  focus: readonly string[],
  times: number,
): Promise<number[]> {
  const page = await freshPage(browser);
  await page.goto(`${url}/?${focus.map((id) => `focus=${id}`).join("&")}`);
  await settledAfter(page, 0);
  await page.waitForTimeout(1_200);
  const spots = await edgeSpots(page, times);
  const found: number[] = [];
  for (const { x, y } of spots) {
    await page.evaluate(watchQuote);
    await page.mouse.move(x, y);
    await page.mouse.down();
    await page.mouse.up();
    const took = await page.evaluate(() => window.quoteSeen);
    if (!Number.isNaN(took)) found.push(took);
  }
  await closePage(page);
  return found;
}

/** From nothing at all to a search box that takes letters, and the script that came before the first graph, gzipped. */
export async function firstVisit(browser: Browser, url: string): Promise<{ interactive: number; kilobytes: number }> {
  const page = await freshPage(browser);
  const scripts: Promise<number>[] = [];
  page.on("response", (response) => {
    if (response.url().endsWith(".js")) scripts.push(response.body().then((body) => gzipSync(body).length));
  });
  await page.goto(url, { waitUntil: "commit" });
  await page.getByRole("combobox", { name: "Search" }).waitFor();
  const interactive = await page.evaluate(
    () =>
      new Promise<number>((resolve) => setTimeout(() => requestAnimationFrame(() => resolve(performance.now())), 0)),
  );
  await overviewPainted(page);
  const sizes = await Promise.all(scripts);
  await closePage(page);
  return { interactive, kilobytes: sizes.reduce((sum, size) => sum + size, 0) / 1_000 };
}

/** The heap before and after so many rounds of expanding and removing, in megabytes. */
export async function heap(browser: Browser, url: string, actor: string, rounds: number) {
  const page = await freshPage(browser);
  const session = await page.context().newCDPSession(page);
  await page.goto(`${url}/?focus=${actor}&actor=${actor}`);
  await settledAfter(page, 0);
  await page.waitForTimeout(1_000);
  const used = async () => {
    await session.send("HeapProfiler.enable");
    await session.send("HeapProfiler.collectGarbage");
    await session.send("HeapProfiler.collectGarbage");
    return (await session.send("Runtime.getHeapUsage")).usedSize / 1e6;
  };
  const round = async () => {
    await page.keyboard.press("ArrowRight");
    await page.keyboard.press("e");
    await page.waitForTimeout(90);
    await page.keyboard.press("Delete");
    await page.waitForTimeout(20);
    await page.keyboard.press("Control+z");
    await page.keyboard.press("Control+z");
    await page.waitForTimeout(20);
    await page.evaluate(() => {
      performance.clearMarks();
      performance.clearResourceTimings();
    });
  };
  // The first hundred fill the history, which keeps a hundred steps.
  for (let i = 0; i < 100; i += 1) await round();
  const before = await used();
  for (let i = 0; i < rounds; i += 1) await round();
  await page.waitForTimeout(1_000);
  const after = await used();
  await closePage(page);
  return { before, after };
}
