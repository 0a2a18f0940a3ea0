import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { describeBrowser, openBrowser, openPage } from "../setup/browser.ts";
import { describeNeo4j, startTestNeo4j } from "../setup/neo4j.ts";
import { type RunningServer, startServer } from "../setup/server.ts";

const GROUP = "Popular Mobilization Forces";
const PMF = "militia:Popular_Mobilization_Forces";

const evidence = (page: Page) => page.getByRole("complementary", { name: "Evidence" });
const quotes = (page: Page) => evidence(page).getByRole("blockquote");

async function ask<Answer>(url: string, query: string, variables: object = {}): Promise<Answer> {
  const response = await fetch(`${url}/graphql`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ query, variables }),
  });
  const { data, errors } = (await response.json()) as { data: Answer; errors?: unknown };
  expect(errors).toBeUndefined();
  return data;
}

async function search(page: Page, name: string): Promise<void> {
  await page.getByRole("combobox", { name: "Search" }).fill(name);
  await page
    .getByRole("option", { name: new RegExp(name) })
    .first()
    .click();
  await evidence(page).getByRole("heading", { name }).waitFor();
}

/** Where on the screen the middle of some edge is drawn that nothing lies over; Cytoscape keeps itself on its element. */
function edgeOnScreen(page: Page): Promise<{ x: number; y: number; id: string }> {
  return page.evaluate(() => {
    interface Drawing {
      nodes(): {
        renderedBoundingBox(options: { includeLabels: boolean }): { x1: number; x2: number; y1: number; y2: number };
      }[];
      edges(): { id(): string; renderedMidpoint(): { x: number; y: number } }[];
      container(): HTMLElement;
    }
    // oxlint-disable no-underscore-dangle -- the name is Cytoscape's
    const drawing = [...document.querySelectorAll<HTMLElement & { _cyreg?: { cy: Drawing } }>("*")].find(
      (e) => e._cyreg?.cy,
    )!._cyreg!.cy;
    const frame = drawing.container().getBoundingClientRect();
    const boxes = drawing.nodes().map((node) => node.renderedBoundingBox({ includeLabels: false }));
    for (const edge of drawing.edges()) {
      const { x, y } = edge.renderedMidpoint();
      if (boxes.every((b) => x < b.x1 || x > b.x2 || y < b.y1 || y > b.y2)) {
        return { x: x + frame.left, y: y + frame.top, id: edge.id() };
      }
    }
    throw new Error("every edge lies under a node");
  });
}

const REPORT = `Published: 2025-06-02

Officers of the Zarvanian Liberation Front met Omani diplomats in Muscat on Friday.
Iran arms the Zarvanian Liberation Front. <img src=x onerror="alert('run')"> was in the cable.
`;

function explorer(variables: () => Promise<Record<string, string>>): void {
  let server: RunningServer;
  let browser: Browser;

  beforeAll(async () => {
    [server, browser] = await Promise.all([variables().then(startServer), openBrowser()]);
  });
  afterAll(async () => {
    await browser?.close();
    await server?.stop();
  });

  it("finds an actor, shows who surrounds it, and reads the sentence behind a clicked edge in its document", async () => {
    const { page, complaints } = await openPage(browser, server.url);
    await page.getByRole("button", { name: /^Table of [1-9]/ }).waitFor();
    await search(page, GROUP);
    await expect
      .poll(() =>
        page
          .getByRole("status")
          .filter({ hasText: /\d+ actors · \d+ edges/ })
          .count(),
      )
      .toBe(1);
    await expect
      .poll(() =>
        edgeOnScreen(page).then(
          ({ id }) => id,
          () => "",
        ),
      )
      .toContain(PMF);

    const edge = await edgeOnScreen(page);
    await page.mouse.click(edge.x, edge.y);
    await quotes(page).first().waitFor();
    const quote = await quotes(page).first().innerText();
    const found = await ask<{
      assertions: { nodes: { quote: string; start: number; end: number; document: { text: string } }[] };
    }>(
      server.url,
      `query ($focus: [ID!]) { assertions(filter: {entities: $focus}, first: 100) { nodes { quote start end document { text } } } }`,
      { focus: [PMF] },
    );
    const source = found.assertions.nodes.find(
      (a) => a.quote.replaceAll(/\s+/g, " ") === quote.replaceAll(/\s+/g, " "),
    )!;
    expect(source.document.text.slice(source.start, source.end)).toBe(source.quote);

    await evidence(page)
      .getByRole("button", { name: /^Read in document/ })
      .first()
      .click();
    const article = page.getByRole("article");
    await article.waitFor();
    expect((await article.innerText()).replaceAll(/\s+/g, " ")).toContain(quote.replaceAll(/\s+/g, " "));
    await expect.poll(() => article.locator("mark").filter({ hasText: /\S/ }).count()).toBeGreaterThan(0);
    expect(complaints).toEqual([]);
    await page.close();
  });

  it("shows the same view to whoever opens its address", async () => {
    const { page } = await openPage(browser, `${server.url}/?focus=${PMF}`);
    await page.getByRole("button", { name: /^Table of/ }).click();
    await page.getByRole("grid", { name: "Relations" }).getByRole("row").nth(1).click();
    await quotes(page).first().waitFor();
    await expect.poll(() => page.url()).toContain("relation=");
    const [address, quote] = [page.url(), await quotes(page).first().innerText()];
    await page.close();

    const { page: other, complaints } = await openPage(browser, address);
    await quotes(other).first().waitFor();
    expect(await quotes(other).first().innerText()).toBe(quote);
    expect(complaints).toEqual([]);
    await other.close();
  });

  it("is worked by keyboard alone: search, table, evidence", async () => {
    const { page } = await openPage(browser, server.url);
    await page.getByRole("button", { name: /^Table of [1-9]/ }).waitFor();
    await page.keyboard.press("/");
    await page.keyboard.type(GROUP);
    await page.getByRole("option", { name: new RegExp(`^${GROUP} Armed group`), selected: true }).waitFor();
    await page.keyboard.press("Enter");
    await evidence(page).getByRole("heading", { name: GROUP }).waitFor();
    await page.getByRole("button", { name: /^Table of/ }).focus();
    await page.keyboard.press("Enter");
    const grid = page.getByRole("grid", { name: "Relations" });
    await grid.getByRole("gridcell").first().waitFor();
    while (!(await grid.evaluate((element) => element === document.activeElement))) await page.keyboard.press("Tab");
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Enter");
    await quotes(page).first().waitFor();
    expect((await quotes(page).first().innerText()).length).toBeGreaterThan(20);
    await page.close();
  });

  it("adds a document of one's own, whose edges appear, and whose text never runs", async () => {
    const { page, complaints } = await openPage(browser, server.url);
    await page.getByRole("button", { name: "Add a document" }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByRole("textbox", { name: "Text", exact: true }).fill(REPORT);
    await dialog.getByRole("button", { name: "Read the document" }).click();
    await dialog.getByRole("button", { name: "See it in the graph" }).click();
    await search(page, "Zarvanian Liberation Front");
    await page.getByRole("button", { name: /^Table of/ }).click();
    await page.getByRole("grid", { name: "Relations" }).getByRole("row", { name: /Iran/ }).click();
    await expect.poll(() => quotes(page).first().innerText()).toBe("Iran arms the Zarvanian Liberation Front.");
    await evidence(page)
      .getByRole("button", { name: /^Read in document/ })
      .first()
      .click();
    await expect.poll(() => page.getByRole("article").innerText()).toContain(`<img src=x onerror="alert('run')">`);
    expect(await page.locator("article img").count()).toBe(0);
    expect(complaints).toEqual([]);
    await page.close();
  });

  it("says so when an address names something that is not there", async () => {
    const { page } = await openPage(browser, `${server.url}/?focus=militia:Nobody_At_All`);
    await page.getByRole("alert").filter({ hasText: "militia:Nobody_At_All" }).waitFor();
    await page.close();
  });
}

describeBrowser("The explorer on the embedded store", () => {
  explorer(async () => ({}));

  describe("when the server goes away", () => {
    it("keeps the view and says so", async () => {
      const [server, browser] = await Promise.all([startServer(), openBrowser()]);
      const { page } = await openPage(browser, `${server.url}/?focus=${PMF}`);
      await evidence(page).waitFor();
      await page
        .getByRole("status")
        .filter({ hasText: /\d+ edges/ })
        .first()
        .waitFor();
      await server.kill("SIGKILL");
      await page.getByRole("combobox", { name: "Search" }).fill("Hezbollah");
      await page
        .getByText(/does not answer/)
        .first()
        .waitFor();
      expect(await page.getByRole("application", { name: /Graph: \d+ actors, [1-9]\d* edges/ }).isVisible()).toBe(true);
      await browser.close();
      await server.stop();
    });
  });
});

describeBrowser("The explorer on Neo4j", () => {
  describeNeo4j("with a real one", () => {
    let neo4j: Awaited<ReturnType<typeof startTestNeo4j>>;
    afterAll(() => neo4j?.stop());
    explorer(async () => {
      neo4j = await startTestNeo4j();
      return { NEO4J_URI: neo4j.uri, NEO4J_USERNAME: neo4j.username, NEO4J_PASSWORD: neo4j.password };
    });
  });
});
