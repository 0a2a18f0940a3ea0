/** A page that is measured: long tasks, frames, marks. */
import type { Browser, Page } from "playwright-core";

interface Task {
  readonly start: number;
  readonly took: number;
}
declare global {
  interface Window {
    longTasks: Task[];
  }
}

/** Opens a page that has never been here before; the tour is over. */
export async function freshPage(browser: Browser): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, reducedMotion: "reduce" });
  const page = await context.newPage();
  // The runner wraps named functions in a helper of its own, which the page does not have.
  await page.addInitScript("globalThis.__name = (given) => given");
  await page.addInitScript(() => {
    localStorage.setItem("actant.tour", JSON.stringify({ state: {}, version: 0 }));
    window.longTasks = [];
    new PerformanceObserver((list) => {
      for (const { startTime, duration } of list.getEntries())
        window.longTasks.push({ start: startTime, took: duration });
    }).observe({ type: "longtask", buffered: true });
  });
  return page;
}

export const closePage = (page: Page): Promise<void> => page.context().close();

export const now = (page: Page): Promise<number> => page.evaluate(() => performance.now());

/** The longest task of the page's thread since a moment; 0 where none was over 50 ms. */
export const longestSince = (page: Page, since: number): Promise<number> =>
  page.evaluate(
    (from) => Math.max(0, ...window.longTasks.filter(({ start }) => start >= from).map(({ took }) => took)),
    since,
  );

/** Waits for the overview, and tells milliseconds from the server's answer to its first frame, and when that was. */
export async function overviewPainted(
  page: Page,
): Promise<{ took: number; at: number; entities: number; relations: number }> {
  await page.waitForFunction(() => performance.getEntriesByName("overview").length > 0, undefined, { timeout: 60_000 });
  return page.evaluate(() => {
    const entry = performance.getEntriesByName("overview")[0] as PerformanceMeasure;
    return { took: entry.duration, at: entry.startTime, ...(entry.detail as { entities: number; relations: number }) };
  });
}

/** Waits until everything has a place on the canvas after a moment: when, and how long after the server's last answer. */
export async function settledAfter(page: Page, since: number): Promise<{ took: number; nodes: number; edges: number }> {
  await page.waitForFunction(
    (from) => performance.getEntriesByName("settled").some(({ startTime }) => startTime > from),
    since,
    { timeout: 60_000, polling: 20 },
  );
  return page.evaluate((from) => {
    const mark = performance.getEntriesByName("settled").find(({ startTime }) => startTime > from) as PerformanceMark;
    const answers = performance
      .getEntriesByType("resource")
      .filter((entry) => entry.name.endsWith("/graphql")) as PerformanceResourceTiming[];
    const answered = answers.map(({ responseEnd }) => responseEnd).filter((at) => at <= mark.startTime && at > from);
    return { took: mark.startTime - Math.max(from, ...answered), ...(mark.detail as { nodes: number; edges: number }) };
  }, since);
}

/** Drags the surface to and fro, and tells how many frames a second the page's thread made, and its longest task. */
export async function pan(page: Page, selector: string, ms = 2_000): Promise<{ frames: number; longest: number }> {
  const box = (await page.locator(selector).boundingBox())!;
  const [x, y] = [box.x + box.width * 0.12, box.y + box.height * 0.85];
  await page.mouse.move(x, y);
  await page.mouse.down();
  const counting = page.evaluate(
    (span) =>
      new Promise<number>((resolve) => {
        const begin = performance.now();
        let frames = 0;
        const tick = () => {
          frames += 1;
          const elapsed = performance.now() - begin;
          if (elapsed < span) requestAnimationFrame(tick);
          else resolve((frames * 1_000) / elapsed);
        };
        requestAnimationFrame(tick);
      }),
    ms,
  );
  const since = await now(page);
  const until = Date.now() + ms - 50;
  for (let i = 0; Date.now() < until; i += 1)
    await page.mouse.move(x + 120 * Math.sin(i / 9), y - 60 * Math.abs(Math.sin(i / 7)));
  const frames = await counting;
  await page.mouse.up();
  return { frames, longest: await longestSince(page, since) };
}
