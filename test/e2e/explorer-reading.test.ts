import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { describeBrowser } from "../setup/browser.ts";
import {
  ask,
  edgesShown,
  evidence,
  graph,
  idsShown,
  openAt,
  type Opened,
  openExplorer,
  openPmf,
  openTable,
  PMF,
  quotes,
  rail,
} from "./explorer-page.ts";

const PASSING = `query ($filter: RelationFilter!) { relations(filter: $filter, first: 1000) { totalCount nodes { id } } }`;

interface Passing {
  readonly relations: { readonly totalCount: number; readonly nodes: readonly { readonly id: string }[] };
}

const plain = (text: string) => text.replaceAll(/\s+/g, " ").trim();

describeBrowser("Filtering, reading and tabulating", () => {
  let opened: Opened;
  beforeAll(async () => {
    opened = await openExplorer();
  });
  afterAll(() => opened?.close());

  /** How many of some edges pass a filter, as the server says. */
  const passing = async (relations: readonly string[], filter: object) =>
    (await ask<Passing>(opened.server.url, PASSING, { filter: { relations, ...filter } })).relations.totalCount;

  /** The edges of the unfiltered view, once all are drawn. */
  const edgesOf = async (page: Page): Promise<string[]> => {
    await expect.poll(async () => (await idsShown(page)).length === (await edgesShown(page))).toBe(true);
    return idsShown(page);
  };

  it("narrows by publisher to what the server says passes, says so in a chip and in the address, and undoes it", async () => {
    const { page, complaints } = await openPmf(opened);
    const ids = await edgesOf(page);
    const all = ids.length;
    await rail(page).getByRole("button", { name: "Who published it" }).click();
    const box = rail(page)
      .getByRole("list", { name: "Publishers" })
      .getByRole("checkbox", { name: /Actant Monitor/ });
    await box.check();
    const expected = await passing(ids, { publishers: ["Actant Monitor"] });
    expect(expected).toBeLessThan(all);
    await expect.poll(() => edgesShown(page)).toBe(expected);
    expect(page.url()).toContain("publisher=Actant%20Monitor");

    await page.keyboard.press("Escape");
    await page.locator("body").press("Control+z");
    await expect.poll(() => edgesShown(page)).toBe(all);
    expect(await box.isChecked()).toBe(false);
    await page.locator("body").press("Control+y");
    await expect.poll(() => edgesShown(page)).toBe(expected);
    await page.getByRole("button", { name: "Lift this filter: Published by Actant Monitor" }).click();
    await expect.poll(() => edgesShown(page)).toBe(all);
    expect(complaints).toEqual([]);
    await page.close();
  });

  it("opens a filtered view by its address, on canvas, table and evidence alike, and clears it by one gesture", async () => {
    const { page } = await openPmf(opened);
    const relations = await edgesOf(page);
    const filter = { relations, minConfidence: 0.5, query: "militia" };
    const { nodes } = (await ask<Passing>(opened.server.url, PASSING, { filter })).relations;
    const kept = nodes.filter(({ id }) => !/(^|~)person:/.test(id)).length;
    await page.goto(`${opened.server.url}/?focus=${PMF}&confidence=0.5&words=militia&off=PERSON`);
    await graph(page).waitFor();
    await expect.poll(() => edgesShown(page)).toBe(kept);
    const clear = page.getByRole("button", { name: "Clear all filters" });
    await clear.waitFor();
    await expect.poll(() => page.getByRole("button", { name: /^Lift this filter/ }).count()).toBe(3);
    if (kept > 0) {
      const grid = await openTable(page);
      expect(await grid.getAttribute("aria-rowcount")).toBe(String(kept + 1));
    }
    await clear.click();
    await expect.poll(() => edgesShown(page)).toBeGreaterThan(kept);
    expect(page.url()).not.toContain("words=");
    await page.close();
  });

  it("keeps the old view and says so when the server cannot judge a filter, and judges it once it can", async () => {
    const { page } = await openPmf(opened);
    const ids = await edgesOf(page);
    const all = ids.length;
    await page.route("**/graphql", (route) =>
      route.request().postData()?.includes("query Passing") ? route.abort() : route.continue(),
    );
    await rail(page).getByRole("button", { name: "Who published it" }).click();
    await rail(page)
      .getByRole("checkbox", { name: /Actant Monitor/ })
      .check();
    await page.getByRole("alert").filter({ hasText: "does not answer" }).waitFor();
    expect(await edgesShown(page)).toBe(all);
    await page.unroute("**/graphql");
    const expected = await passing(ids, { publishers: ["Actant Monitor"] });
    await expect.poll(() => edgesShown(page)).toBe(expected);
    await page.close();
  });

  it("says how many sentences of an edge the filters hide", async () => {
    const { nodes } = (
      await ask<{ relations: { nodes: { id: string; assertionCount: number }[] } }>(
        opened.server.url,
        `{ relations(first: 50) { nodes { id assertionCount documentCount } } }`,
      )
    ).relations;
    const { id, assertionCount } = nodes[0]!;
    expect(assertionCount).toBeGreaterThan(1);
    const { page } = await openAt(opened, `?relation=${encodeURIComponent(id)}`);
    await quotes(page).first().waitFor();
    expect(await quotes(page).count()).toBe(assertionCount);
    const words = plain(await quotes(page).first().innerText())
      .split(" ")
      .toSorted((a, b) => b.length - a.length)[0]!;
    await rail(page).getByRole("button", { name: "Words in the sentence" }).click();
    await rail(page)
      .getByRole("searchbox", { name: "Words in the sentence" })
      .fill(words.replaceAll(/[^\p{L}\p{N}]/gu, " "));
    await page.keyboard.press("Enter");
    await evidence(page)
      .getByText(/The filters hide \d+ of \d+ sentences/)
      .waitFor();
    await expect.poll(() => quotes(page).count()).toBeLessThan(assertionCount);
    await evidence(page).getByRole("button", { name: "Show all" }).click();
    await expect.poll(() => quotes(page).count()).toBe(assertionCount);
    await page.close();
  });

  it("walks the evidence by key, opens its document there, and copies it as a citation", async () => {
    const { page } = await openPmf(opened);
    await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
    const grid = await openTable(page);
    await grid.getByRole("row").nth(1).click();
    await quotes(page).first().waitFor();
    const quote = plain(await quotes(page).first().innerText());
    await page.locator("#canvas").press("j");
    await expect.poll(() => page.evaluate(() => document.activeElement?.getAttribute("data-nth"))).toBe("0");
    await evidence(page).getByRole("button", { name: "Copy citation" }).first().click();
    const citation = await page.evaluate(() => navigator.clipboard.readText());
    expect(citation.startsWith(`“${quote}”`)).toBe(true);
    expect(citation).toMatch(/“.+” .*“.+”, .+, \d+ \w+ \d{4}, .*characters \d+–\d+\.$/);

    await evidence(page).getByRole("button", { name: "Read in document" }).first().click();
    const here = page.locator("article mark[data-here]");
    await here.first().waitFor();
    expect(plain((await here.allInnerTexts()).join(""))).toBe(quote);
    await page.close();
  });

  it("lights the edge of a sentence, and the sentences of an edge", async () => {
    const { page } = await openPmf(opened);
    const grid = await openTable(page);
    await grid.getByRole("row").nth(1).click();
    await evidence(page).getByRole("button", { name: "Read in document" }).first().click();
    const mark = page.locator("article mark[data-here]").first();
    await mark.waitFor();
    expect(await page.locator("article mark[data-lit]").count()).toBe(0);
    await page.getByRole("button", { name: /^Table of/ }).click();
    const place = await page.evaluate(() => {
      // oxlint-disable no-underscore-dangle -- the name is Cytoscape's
      const holder = [...document.querySelectorAll<HTMLElement & { _cyreg?: { cy: never } }>("*")].find(
        (e) => e._cyreg,
      );
      const cy = holder!._cyreg!.cy as unknown as {
        edges(selector: string): { renderedMidpoint(): { x: number; y: number } }[];
        container(): HTMLElement;
      };
      const { x, y } = cy.edges(".selected")[0]!.renderedMidpoint();
      const { left, top } = cy.container().getBoundingClientRect();
      return { x: x + left, y: y + top };
    });
    await page.mouse.move(place.x, place.y);
    await page.mouse.move(place.x + 1, place.y);
    await page.locator("article mark[data-lit]").first().waitFor();
    await mark.hover();
    await expect
      .poll(() =>
        page.evaluate(() => {
          const holder = [...document.querySelectorAll<HTMLElement & { _cyreg?: { cy: never } }>("*")].find(
            (e) => e._cyreg,
          );
          const cy = holder!._cyreg!.cy as unknown as { edges(selector: string): { length: number } };
          return cy.edges(".hovered").length;
        }),
      )
      .toBe(1);
    await page.close();
  });

  it("tabulates edges and actors, sorted, searched and chosen by keyboard, in step with the canvas", async () => {
    const { page } = await openPmf(opened);
    const relations = await openTable(page);
    await relations.focus();
    await page.keyboard.press("ArrowUp");
    await page.keyboard.press("Enter");
    await relations
      .getByRole("columnheader", { name: "Subject" })
      .and(page.locator('[aria-sort="ascending"]'))
      .waitFor();
    await page.keyboard.press("Control+End");
    await page.keyboard.press("Enter");
    await quotes(page).first().waitFor();
    expect(await relations.locator('[role="row"][aria-selected="true"]').count()).toBe(1);

    await page.getByRole("searchbox", { name: "Find in the table" }).fill("human rights");
    await page.getByText(/^\d+ of \d+ rows$/).waitFor();
    await page.getByRole("searchbox", { name: "Find in the table" }).fill("");

    const actors = await openTable(page, "Actors");
    const name = actors.getByRole("gridcell").first();
    const words = (await name.innerText()).trim();
    await name.click();
    await evidence(page).getByRole("heading", { name: words, level: 2 }).waitFor();
    expect(page.url()).toContain("actor=");
    expect(await graph(page).count()).toBe(1);
    await page.close();
  });
});
