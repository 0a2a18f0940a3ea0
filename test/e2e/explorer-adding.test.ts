import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { describeBrowser } from "../setup/browser.ts";
import { ask, drop, edgesShown, evidence, graph, openAt, type Opened, openExplorer, openPmf } from "./explorer-page.ts";

const REPORT = `Title: Zarvan files
Publisher: Our desk
Published: 2025-06-02

Iran arms the Zarvanian Liberation Front. The United States bombed the Popular Mobilization Forces on 3 May 2025.
`;

const coming = (page: Page) => page.getByRole("region", { name: "Documents coming in" });
const held = (url: string) =>
  ask<{ statistics: { documents: number; version: number } }>(url, `{ statistics { documents version } }`);

/** The ghosts on the stage. */
const ghosts = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    // oxlint-disable no-underscore-dangle -- the name is Cytoscape's
    const holder = [...document.querySelectorAll<HTMLElement & { _cyreg?: { cy: never } }>("*")].find((e) => e._cyreg);
    const cy = holder!._cyreg!.cy as unknown as { elements(selector: string): { id(): string }[] };
    return [...cy.elements(".ghost")].map((element) => element.id());
  });

describeBrowser("Bringing in, news and help", () => {
  let opened: Opened;
  beforeAll(async () => {
    opened = await openExplorer();
  });
  afterAll(() => opened?.close());

  it("shows what dropped files would add, dashed over the graph, before it is accepted and after", async () => {
    const { page, complaints } = await openPmf(opened);
    const before = await held(opened.server.url);
    await drop(page, { "zarvan.txt": REPORT, "noise.bin": "\u0000\u0001\u0002\u0000" });
    await coming(page)
      .getByText(/Would add \d+ new edges? and \d+ new actors?/)
      .waitFor();
    await coming(page).getByText("Iran arms the Zarvanian Liberation Front.").waitFor();
    await coming(page).getByRole("alert", { name: "Not read" }).getByText("noise.bin").waitFor();
    await expect.poll(() => ghosts(page)).toContain("militia:Zarvanian_Liberation_Front");
    expect((await held(opened.server.url)).statistics).toEqual(before.statistics);

    const shown = await edgesShown(page);
    await coming(page).getByRole("button", { name: "Add to the graph" }).click();
    await coming(page)
      .getByText(/^Read: \d+ new edge/)
      .waitFor();
    await expect.poll(() => edgesShown(page)).toBeGreaterThan(shown);
    expect(await ghosts(page)).toEqual([]);
    expect((await held(opened.server.url)).statistics.documents).toBe(before.statistics.documents + 1);
    expect(complaints).toEqual([]);
    await page.close();
  });

  it("discards what was only looked at", async () => {
    const { page } = await openPmf(opened);
    const before = await held(opened.server.url);
    await drop(page, { "other.txt": "Oman backs the Qaldoran Resistance Front.\n" });
    await coming(page).getByRole("button", { name: "Discard" }).click();
    await coming(page).getByText("Nothing is waiting.").waitFor();
    expect(await ghosts(page)).toEqual([]);
    expect((await held(opened.server.url)).statistics).toEqual(before.statistics);
    await page.close();
  });

  it("loses nothing that was typed when the server is away, and reads it when it is back", async () => {
    const { page } = await openPmf(opened);
    await page.getByRole("button", { name: "Add a document" }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByRole("textbox", { name: "Text", exact: true }).fill("Qatar backs the Tuvallian Front.");
    await dialog.getByRole("textbox", { name: "Publisher" }).fill("Our desk");
    await page.reload();
    await graph(page).waitFor();
    await page.getByRole("button", { name: "Add a document" }).click();
    expect(await dialog.getByRole("textbox", { name: "Text", exact: true }).inputValue()).toContain("Tuvallian");
    await page.route("**/graphql", (route) => route.abort());
    await dialog.getByRole("button", { name: "Read the document" }).click();
    await dialog.getByText("The server does not answer.").waitFor();
    await page.unroute("**/graphql");
    await dialog.getByRole("button", { name: "Try again" }).click();
    await dialog.getByText(/^Read: 1 new edge/).waitFor();
    await dialog.getByRole("button", { name: "See it in the graph" }).click();
    await expect.poll(() => edgesShown(page)).toBe(1);
    await page.close();
  });

  it("tells of new documents, and moves nothing until it is asked to", async () => {
    const { page } = await openPmf(opened);
    const shown = await edgesShown(page);
    await page.waitForRequest((request) => request.url().includes("subscription"));
    await page.waitForTimeout(600);
    await ask(
      opened.server.url,
      `mutation { ingest(document: {text: "Kuwait backs the Popular Mobilization Forces."}) { known } }`,
    );
    const news = page.getByRole("status").filter({ hasText: "1 new document" });
    await news.waitFor();
    expect(await edgesShown(page)).toBe(shown);
    await news.getByRole("button", { name: "Refresh" }).click();
    await expect.poll(() => edgesShown(page)).toBe(shown + 1);
    await expect.poll(() => news.count()).toBe(0);
    await page.close();
  });

  it("does anything by name from the palette: a command, an actor", async () => {
    const { page, complaints } = await openPmf(opened);
    await page.keyboard.press("Control+k");
    const palette = page.getByRole("dialog", { name: "Commands" });
    await palette.getByRole("combobox").fill("legend");
    await palette.getByRole("option", { name: /^Legend/ }).waitFor();
    await page.keyboard.press("Enter");
    await expect.poll(() => page.getByRole("navigation", { name: "Legend and filters" }).count()).toBe(0);
    await page.keyboard.press("Control+k");
    await palette.getByRole("combobox").fill("Hezbollah");
    await palette.getByRole("option", { name: /^Kata'ib Hezbollah Armed group/ }).click();
    await evidence(page).getByRole("heading", { name: "Kata'ib Hezbollah" }).waitFor();
    await page.keyboard.press("Control+k");
    await palette.getByRole("combobox").fill("zzzzqqqq");
    await palette.getByText(/Nothing is called/).waitFor();
    await page.keyboard.press("Escape");
    await expect.poll(() => palette.count()).toBe(0);
    expect(complaints).toEqual([]);
    await page.close();
  });

  it("lists its keys, and shows a newcomer round once", async () => {
    const page = await opened.browser.newPage({ viewport: { width: 1440, height: 900 }, reducedMotion: "reduce" });
    await page.goto(opened.server.url);
    const tour = page.getByRole("region", { name: "Tour" });
    for (const words of ["1 of 4", "2 of 4", "3 of 4", "4 of 4"]) {
      await tour.getByText(words).waitFor();
      await tour.getByRole("button", { name: /^(Next|Done)$/ }).click();
    }
    await expect.poll(() => tour.count()).toBe(0);
    await page.reload();
    await page.getByRole("combobox", { name: "Search" }).waitFor();
    await page.locator("body").press("?");
    await page.getByRole("dialog", { name: "Keys and gestures" }).getByText("Next sentence").waitFor();
    expect(await tour.count()).toBe(0);
    expect(await page.evaluate(() => localStorage.getItem("actant.tour"))).toContain('"over":true');
    await page.close();
  });

  it("says what an address names in vain, and offers to search", async () => {
    const { page } = await openAt(opened, "?focus=militia:Nobody_At_All");
    const alert = page.getByRole("alert").filter({ hasText: "militia:Nobody_At_All" });
    await alert.getByRole("button", { name: "Search" }).click();
    expect(await page.evaluate(() => document.activeElement?.id)).toBe("search");
    await page.close();
  });
});
