import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { fitting } from "../../client/web/overview/camera.ts";
import { extent } from "../../client/web/overview/plan.ts";
import { describeBrowser, openBrowser, openPage } from "../setup/browser.ts";
import { describeNeo4j, startTestNeo4j } from "../setup/neo4j.ts";
import { type RunningServer, startServer } from "../setup/server.ts";

const PMF = "militia:Popular_Mobilization_Forces";
const overlook = (page: Page) => page.getByRole("application", { name: /^The whole graph: \d/ });
const canvas = (page: Page) => page.getByRole("application", { name: /^Graph: / });
const evidence = (page: Page) => page.getByRole("complementary", { name: "Evidence" });
const chosen = (page: Page) => page.getByRole("toolbar", { name: "What is chosen" });

async function ask<Answer>(url: string, query: string): Promise<Answer> {
  const response = await fetch(`${url}/graphql`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ query }),
  });
  return ((await response.json()) as { data: Answer }).data;
}

interface Laid {
  readonly overview: {
    readonly entities: { readonly id: string[]; readonly name: string[]; readonly x: number[]; readonly y: number[] };
    readonly relations: { readonly subject: number[] };
    readonly layoutVersion: number;
  };
  readonly statistics: { readonly version: number };
}

const OVERVIEW =
  "{ overview(limit: 20000) { entities { id name x y } relations { subject } layoutVersion } statistics { version } }";

/** The overview once it is laid out; asking begins the laying out. */
async function laidOut(url: string): Promise<Laid> {
  for (;;) {
    const laid = await ask<Laid>(url, OVERVIEW);
    if (laid.overview.layoutVersion >= laid.statistics.version) return laid;
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
}

/** Where on the page the overview shows an actor, before anybody has moved it. */
async function spotOf(page: Page, { overview: { entities } }: Laid, name: string) {
  const box = (await page.locator("#overview").boundingBox())!;
  const [x, y] = [Float32Array.from(entities.x), Float32Array.from(entities.y)];
  const camera = fitting(extent({ x, y }), box);
  const i = entities.name.indexOf(name);
  return { x: box.x + x[i]! * camera.scale + camera.x, y: box.y + y[i]! * camera.scale + camera.y };
}

/** How many pixels of a part of the page differ from its corner: 0 for an empty canvas. */
async function inkOn(page: Page, selector: string): Promise<number> {
  const png = (await page.locator(selector).screenshot()).toString("base64");
  return page.evaluate(async (base64) => {
    const bytes = Uint8Array.from(atob(base64), (c) => c.codePointAt(0)!);
    const image = await createImageBitmap(new Blob([bytes], { type: "image/png" }));
    const context = new OffscreenCanvas(image.width, image.height).getContext("2d")!;
    context.drawImage(image, 0, 0);
    const { data } = context.getImageData(0, 0, image.width, image.height);
    const at = 4 * (image.width * Math.floor(image.height / 2) + 4);
    let count = 0;
    for (let i = 0; i < data.length; i += 4)
      if (Math.abs(data[i]! - data[at]!) + Math.abs(data[i + 1]! - data[at + 1]!) > 24) count += 1;
    return count;
  }, png);
}

async function shiftDrag(page: Page, from: { x: number; y: number }, to: { x: number; y: number }): Promise<void> {
  await page.keyboard.down("Shift");
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  for (const [x, y] of [
    [from.x, to.y],
    [to.x, to.y],
    [to.x, from.y],
    [from.x, from.y],
  ] as const)
    await page.mouse.move(x, y, { steps: 4 });
  await page.mouse.up();
  await page.keyboard.up("Shift");
}

interface Drawn {
  readonly nodes: Record<string, { x: number; y: number; sx: number; sy: number }>;
  readonly edges: { id: string; x: number; y: number; relations: string[] }[];
}

/** What Cytoscape has drawn: places in the graph, and on the page. */
const drawn = (page: Page): Promise<Drawn> =>
  page.evaluate(() => {
    interface Point {
      x: number;
      y: number;
    }
    interface Drawing {
      nodes(selector: string): { id(): string; position(): Point; renderedPosition(): Point }[];
      edges(): { id(): string; renderedMidpoint(): Point; data(name: string): string[] }[];
      container(): HTMLElement;
    }
    // oxlint-disable no-underscore-dangle -- the name is Cytoscape's
    const all = [...document.querySelectorAll<HTMLElement & { _cyreg?: { cy: Drawing } }>("*")];
    const drawing = all.find((element) => element._cyreg?.cy)!._cyreg!.cy;
    const { left, top } = drawing.container().getBoundingClientRect();
    const nodes = drawing.nodes("[^frame]").map((node) => {
      const shown = node.renderedPosition();
      return [node.id(), { ...node.position(), sx: shown.x + left, sy: shown.y + top }] as const;
    });
    const edges = drawing.edges().map((edge) => {
      const { x, y } = edge.renderedMidpoint();
      return { id: edge.id(), x: x + left, y: y + top, relations: edge.data("relations") };
    });
    return { nodes: Object.fromEntries(nodes), edges };
  });

const stood = async (page: Page, url: string): Promise<void> => {
  await page.goto(url);
  await expect.poll(async () => (await drawn(page).catch(() => undefined))?.edges.length ?? 0).toBeGreaterThan(0);
  await page.waitForFunction(() => performance.getEntriesByName("settled").length > 0);
};

/** Neo4j answers the same questions, so there the main lines suffice. */
function seeing(variables: () => Promise<Record<string, string>>, all: boolean): void {
  let server: RunningServer;
  let browser: Browser;
  let laid: Laid;

  beforeAll(async () => {
    [server, browser] = await Promise.all([variables().then(startServer), openBrowser()]);
    laid = await laidOut(server.url);
  });
  afterAll(async () => {
    await browser?.close();
    await server?.stop();
  });

  it("shows the whole graph at the start, says how much it is, and leads from an actor to who surrounds it", async () => {
    const { page, complaints } = await openPage(browser, server.url);
    await overlook(page).waitFor();
    const { entities, relations } = laid.overview;
    const words = `${entities.id.length} actors · ${relations.subject.length} edges`;
    await page.getByRole("status").filter({ hasText: words }).waitFor();
    expect(await inkOn(page, "#overview")).toBeGreaterThan(2_000);
    const { x, y } = await spotOf(page, laid, "Israel");
    await page.mouse.move(x - 2, y);
    await page.mouse.move(x, y);
    await page.getByText(/^State · \d+ edges/).waitFor();
    await page.mouse.click(x, y);
    await evidence(page).getByRole("heading", { name: "Israel" }).waitFor();
    await canvas(page).waitFor();
    await page.keyboard.press("o");
    await overlook(page).waitFor();
    expect(complaints).toEqual([]);
    await page.close();
  });

  it("filters by a brush on the timeline, on canvas, in the table and in the address", async () => {
    const { page, complaints } = await openPage(browser, `${server.url}/?focus=${PMF}&focus=state:Iran`);
    const timeline = page.getByRole("region", { name: "Timeline" });
    const plot = timeline.locator("[data-plot]");
    const first = timeline.getByRole("slider", { name: "First day" });
    const drag = async () => {
      const box = (await plot.boundingBox())!;
      await page.mouse.move(box.x + box.width * 0.7, box.y + 20);
      await page.mouse.down();
      await page.mouse.move(box.x + box.width * 0.9, box.y + 20, { steps: 5 });
      await page.mouse.up();
      return first.count();
    };
    await page.getByRole("button", { name: /^Table of [1-9]/ }).waitFor();
    await plot.waitFor();
    // What comes in meanwhile may move the plot from under the hand.
    await expect.poll(drag, { interval: 1_000 }).toBe(1);
    const day = await first.getAttribute("aria-valuetext");
    await first.focus();
    await page.keyboard.press("ArrowLeft");
    await expect.poll(() => first.getAttribute("aria-valuetext")).not.toBe(day);
    await page.keyboard.press("Escape");
    await expect.poll(() => first.count()).toBe(0);
    expect(complaints).toEqual([]);
    await page.close();
  });
  if (all) working(() => ({ server, browser, laid }));
}

interface Given {
  readonly server: RunningServer;
  readonly browser: Browser;
  readonly laid: Laid;
}

function working(given: () => Given): void {
  it("brings what a lasso in the overview holds into the working view, bounded, and keeps both sides", async () => {
    const { server, browser } = given();
    const { page } = await openPage(browser, server.url);
    await overlook(page).waitFor();
    const box = (await page.locator("#overview").boundingBox())!;
    await shiftDrag(page, { x: box.x + 4, y: box.y + 50 }, { x: box.x + box.width - 70, y: box.y + box.height - 4 });
    await page.getByText(/^80 of \d+ actors brought in, the most connected/).waitFor();
    await canvas(page).waitFor();
    await expect.poll(() => drawn(page).then(({ nodes }) => Object.keys(nodes).length)).toBe(80);
    const before = (await drawn(page)).nodes;
    await page.getByRole("radio", { name: "Whole graph" }).click();
    await overlook(page).waitFor();
    await page.getByRole("radio", { name: "Working view" }).click();
    expect(Object.keys((await drawn(page)).nodes)).toEqual(Object.keys(before));
    await page.close();
  });

  it("colours groups on demand, and drops kinds that are switched off in the legend", async () => {
    const { server, browser } = given();
    const { page } = await openPage(browser, server.url);
    await overlook(page).waitFor();
    await page.getByRole("button", { name: "Colour by group" }).click();
    const groups = page.getByRole("region", { name: "Groups" });
    await groups.getByRole("button").first().click();
    expect(await groups.getByRole("listitem").count()).toBeGreaterThan(1);
    const all = await page.locator("#overview").getAttribute("aria-label");
    await page.getByRole("switch", { name: /^Place/ }).click();
    await expect.poll(() => page.locator("#overview").getAttribute("aria-label")).toMatch(/of \d+ actors/);
    expect(await page.locator("#overview").getAttribute("aria-label")).not.toBe(all);
    await page.close();
  });

  it("stays painted after a change of size, of theme and of sharpness", async () => {
    const { server, browser } = given();
    const { page } = await openPage(browser, server.url);
    await overlook(page).waitFor();
    await page.setViewportSize({ width: 1_280, height: 720 });
    await expect.poll(() => inkOn(page, "#overview")).toBeGreaterThan(1_500);
    await page.emulateMedia({ colorScheme: "dark" });
    await expect.poll(() => inkOn(page, "#overview")).toBeGreaterThan(1_500);
    await page.close();
    const context = await browser.newContext({ viewport: { width: 720, height: 450 }, deviceScaleFactor: 2 });
    const zoomed = await context.newPage();
    await zoomed.goto(server.url);
    await overlook(zoomed).waitFor();
    await expect.poll(() => inkOn(zoomed, "#overview")).toBeGreaterThan(1_500);
    expect(await zoomed.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true);
    await context.close();
  });

  it("is worked by touch on a tablet held upright", async () => {
    const { server, browser } = given();
    const context = await browser.newContext({
      viewport: { width: 768, height: 1_024 },
      hasTouch: true,
      isMobile: true,
    });
    const page = await context.newPage();
    await page.addInitScript(() => localStorage.setItem("actant.tour", JSON.stringify({ state: {}, version: 0 })));
    await page.goto(server.url);
    await overlook(page).waitFor();
    const { x, y } = await spotOf(page, given().laid, "United States");
    await page.touchscreen.tap(x, y);
    await evidence(page).getByRole("heading", { name: "United States" }).waitFor();
    await canvas(page).waitFor();
    await context.close();
  });

  it("folds edges between the same two into one, and unfolds them at a press, with the evidence of the heaviest", async () => {
    const { server, browser } = given();
    const { page } = await openPage(browser, server.url);
    await stood(page, `${server.url}/?focus=state:Iran&focus=state:Israel`);
    const bundle = (await drawn(page)).edges.find(
      ({ relations, id }) => relations.length > 1 && id.includes("state:Israel"),
    )!;
    await page.mouse.click(bundle.x, bundle.y);
    await evidence(page).getByRole("blockquote").first().waitFor();
    await expect
      .poll(() => drawn(page).then(({ edges }) => bundle.relations.every((id) => edges.some((edge) => edge.id === id))))
      .toBe(true);
    await page.keyboard.press("Control+z");
    await expect.poll(() => drawn(page).then(({ edges }) => edges.some(({ id }) => id === bundle.id))).toBe(true);
    await page.close();
  });

  it("groups by kind, gathers each group into one node, and takes them apart again", async () => {
    const { server, browser } = given();
    const { page } = await openPage(browser, server.url);
    await stood(page, `${server.url}/?focus=${PMF}`);
    const before = Object.keys((await drawn(page)).nodes).length;
    await page.getByRole("button", { name: "Arrange" }).click();
    await page.getByRole("menuitemradio", { name: "By kind" }).click();
    await page.getByRole("menuitem", { name: /^Gather each into one/ }).click();
    await expect.poll(() => drawn(page).then(({ nodes }) => Object.keys(nodes).length)).toBeLessThan(before);
    expect(Object.keys((await drawn(page)).nodes).filter((id) => id.startsWith("group ")).length).toBeGreaterThan(0);
    await page.getByRole("button", { name: "Arrange" }).click();
    await page.getByRole("menuitemradio", { name: "Not at all" }).click();
    await expect.poll(() => drawn(page).then(({ nodes }) => Object.keys(nodes).length)).toBe(before);
    await page.close();
  });

  it("chooses by lasso, inverts, and keeps only what is chosen", async () => {
    const { server, browser } = given();
    const { page } = await openPage(browser, server.url);
    await stood(page, `${server.url}/?focus=${PMF}`);
    const { nodes } = await drawn(page);
    const all = Object.keys(nodes).length;
    const { sx, sy } = nodes[PMF]!;
    await shiftDrag(page, { x: sx - 26, y: sy - 26 }, { x: sx + 26, y: sy + 26 });
    await chosen(page).getByText("1 actor chosen").waitFor();
    await chosen(page).getByRole("button", { name: "Invert" }).click();
    await chosen(page)
      .getByText(`${all - 1} actors chosen`)
      .waitFor();
    await chosen(page).getByRole("button", { name: "Invert" }).click();
    await chosen(page).getByRole("button", { name: "Keep only these" }).click();
    await expect.poll(() => drawn(page).then((now) => Object.keys(now.nodes))).toEqual([PMF]);
    await page.keyboard.press("Control+z");
    await expect.poll(() => drawn(page).then((now) => Object.keys(now.nodes).length)).toBe(all);
    await page.close();
  });

  it("never moves what the hand has placed when it expands", async () => {
    const { server, browser } = given();
    const { page } = await openPage(browser, server.url);
    await stood(page, `${server.url}/?focus=${PMF}`);
    const { nodes } = await drawn(page);
    const { sx, sy } = nodes[PMF]!;
    await page.mouse.move(sx, sy);
    await page.mouse.down();
    await page.mouse.move(sx + 90, sy + 60, { steps: 6 });
    await page.mouse.up();
    const placed = (await drawn(page)).nodes[PMF]!;
    const next = (await drawn(page)).nodes["state:Iran"] ?? Object.values((await drawn(page)).nodes)[1]!;
    await page.mouse.dblclick(next.sx, next.sy);
    await expect
      .poll(() => drawn(page).then((now) => Object.keys(now.nodes).length))
      .toBeGreaterThan(Object.keys(nodes).length);
    const stays = (await drawn(page)).nodes[PMF]!;
    expect([stays.x, stays.y]).toEqual([placed.x, placed.y]);
    await page.close();
  });

  it("finds in the view by a part of a name", async () => {
    const { server, browser } = given();
    const { page } = await openPage(browser, server.url);
    await stood(page, `${server.url}/?focus=${PMF}`);
    await page.keyboard.press("i");
    await page.keyboard.type("mobiliz");
    await page.getByText("1 actor in view").waitFor();
    await page.keyboard.press("Enter");
    await evidence(page).getByRole("heading", { name: "Popular Mobilization Forces" }).waitFor();
    await page.close();
  });

  it("shows the view on a map, with one selection, and counts what has no coordinates", async () => {
    const { server, browser } = given();
    const { page, complaints } = await openPage(browser, `${server.url}/?focus=state:Iran&look=map`);
    const map = page.getByRole("region", { name: "Map" });
    await map.getByText(/actors and \d+ edges on the map · \d+ without coordinates/).waitFor();
    await map.getByRole("button", { name: "Iran", exact: true }).click();
    await evidence(page).getByRole("heading", { name: "Iran" }).waitFor();
    await expect.poll(() => map.locator("path").first().getAttribute("d")).toMatch(/^M/);
    await page.keyboard.press("m");
    await canvas(page).waitFor();
    await expect.poll(() => page.url()).toContain("actor=state:Iran");
    expect(complaints).toEqual([]);
    await page.close();
  });
}

describeBrowser("Seeing on the embedded store", () => {
  seeing(async () => ({}), true);
});

describeBrowser("Seeing on Neo4j", () => {
  describeNeo4j("with a real one", () => {
    let neo4j: Awaited<ReturnType<typeof startTestNeo4j>>;
    afterAll(() => neo4j?.stop());
    seeing(async () => {
      neo4j = await startTestNeo4j();
      return { NEO4J_URI: neo4j.uri, NEO4J_USERNAME: neo4j.username, NEO4J_PASSWORD: neo4j.password };
    }, false);
  });
});
