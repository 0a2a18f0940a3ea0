import { readFileSync } from "node:fs";
import type { Browser, Download, Page } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { describeBrowser, openBrowser, openPage } from "../setup/browser.ts";
import { type RunningServer, startServer } from "../setup/server.ts";

const PMF = "militia:Popular_Mobilization_Forces";
const HOSTILE = `<img src=x onerror="alert('run')"> **bold**`;

const evidence = (page: Page) => page.getByRole("complementary", { name: "Evidence" });
const dialog = (page: Page) => page.getByRole("dialog");

async function taken(page: Page, label: string): Promise<{ name: string; text: string }> {
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    dialog(page)
      .getByRole("button", { name: new RegExp(`^${label}`) })
      .click(),
  ]);
  return { name: download.suggestedFilename(), text: await textOf(download) };
}

const textOf = async (download: Download): Promise<string> => readFileSync(await download.path(), "latin1");

async function save(page: Page, name: string): Promise<void> {
  await page.keyboard.press("s");
  await dialog(page).getByRole("textbox", { name: "Name of the view" }).fill(name);
  await dialog(page).getByRole("button", { name: "Save", exact: true }).click();
  await dialog(page).getByRole("list", { name: "Saved views" }).getByRole("button", { name, exact: true }).waitFor();
  await page.keyboard.press("Escape");
}

/** How many edges the screen says it shows. */
const shown = async (page: Page): Promise<string> =>
  (await page.getByRole("button", { name: /^Table of/ }).textContent())!;

describeBrowser("keeping, taking away and asking", () => {
  let server: RunningServer;
  let browser: Browser;

  beforeAll(async () => {
    [server, browser] = await Promise.all([startServer(), openBrowser()]);
  });
  afterAll(async () => {
    await browser?.close();
    await server?.stop();
  });

  async function around(id: string): Promise<{ page: Page; complaints: string[] }> {
    const opened = await openPage(browser, `${server.url}/?focus=${id}`);
    await opened.page.getByRole("button", { name: /^Table of [1-9]/ }).waitFor();
    return opened;
  }

  it("brings a saved view back by its link, to another browser too", async () => {
    const { page, complaints } = await around(PMF);
    await save(page, "Around the PMF");
    const before = await shown(page);
    const link = new URL(page.url()).searchParams.get("view")!;
    expect(link).toMatch(/^view:/);
    const elsewhere = await openPage(browser, `${server.url}/?view=${link}`);
    await expect.poll(() => shown(elsewhere.page)).toBe(before);
    await elsewhere.page.getByRole("button", { name: "Around the PMF" }).waitFor();
    expect([...complaints, ...elsewhere.complaints]).toEqual([]);
  });

  it("renames, duplicates and deletes saved views", async () => {
    const { page } = await around(PMF);
    await save(page, "First name");
    await page.keyboard.press("s");
    const views = dialog(page).getByRole("list", { name: "Saved views" });
    await views.getByRole("button", { name: "Rename First name" }).click();
    await views.getByRole("textbox", { name: "New name of First name" }).fill("Second name");
    await page.keyboard.press("Enter");
    await views.getByRole("button", { name: "Duplicate Second name" }).click();
    await views.getByRole("button", { name: "Second name (copy)", exact: true }).waitFor();
    await views.getByRole("button", { name: "Delete Second name (copy)" }).click();
    await views.getByRole("button", { name: "Delete", exact: true }).click();
    await views.getByRole("button", { name: "Second name (copy)", exact: true }).waitFor({ state: "detached" });
  });

  it("tells the second of two who change the same view, and overwrites nothing", async () => {
    const { page: first } = await around(PMF);
    await save(first, "Shared");
    const { page: second } = await openPage(browser, first.url());
    await second.getByRole("button", { name: "Shared" }).waitFor();
    for (const page of [first, second]) {
      await page.keyboard.press("t");
      await page.getByRole("row").nth(1).click();
      await page
        .getByRole("button", { name: /^Shared/ })
        .first()
        .click();
    }
    await dialog(first).getByRole("button", { name: "Save changes" }).click();
    await dialog(first).getByText("as it was saved").waitFor();
    await dialog(second).getByRole("button", { name: "Save changes" }).click();
    await dialog(second).getByRole("alert").getByText("changed elsewhere").waitFor();
    await dialog(second).getByRole("button", { name: "Save mine as a new view" }).click();
    await dialog(second).getByRole("button", { name: "Shared (mine)", exact: true }).waitFor();
  });

  it("tells a story of views in order", async () => {
    const { page } = await around(PMF);
    await save(page, "Where it begins");
    await page.keyboard.press("s");
    await dialog(page).getByRole("button", { name: "New story" }).click();
    await dialog(page).getByRole("textbox", { name: "Name of the story" }).fill("How it went");
    for (const step of [1, 2]) {
      await dialog(page).getByRole("button", { name: "Add a step" }).click();
      await dialog(page)
        .getByRole("textbox", { name: `What is said at step ${step}` })
        .fill(`${HOSTILE} ${step}`);
    }
    await dialog(page).getByRole("button", { name: "Save the story" }).click();
    await dialog(page)
      .getByRole("list", { name: "Stories" })
      .getByRole("button", { name: "How it went", exact: true })
      .click();
    const story = page.getByRole("region", { name: "Story: How it went" });
    await story.getByText(`${HOSTILE} 1`).waitFor();
    await story.getByRole("button", { name: "Next" }).click();
    await story.getByText(`${HOSTILE} 2`).waitFor();
    await story.getByRole("button", { name: "End", exact: true }).click();
    await story.waitFor({ state: "detached" });
  });

  it("keeps notes on an actor, as text, and what is typed through closing the page", async () => {
    const { page, complaints } = await openPage(browser, `${server.url}/?focus=${PMF}&actor=${PMF}`);
    await evidence(page).getByRole("tab", { name: "Notes" }).click();
    const typing = evidence(page).getByRole("textbox", { name: "A new note" });
    await typing.fill(HOSTILE);
    await page.reload();
    await evidence(page).getByRole("tab", { name: "Notes" }).click();
    expect(await typing.inputValue()).toBe(HOSTILE);
    await evidence(page).getByRole("button", { name: "Save the note" }).click();
    await evidence(page).getByRole("listitem").getByText(HOSTILE).waitFor();
    await evidence(page).getByRole("button", { name: "Delete the note" }).click();
    await evidence(page).getByText("Nothing noted yet").waitFor();
    expect(complaints).toEqual([]);
  });

  it("takes away exactly what is displayed, with its sentences", async () => {
    const { page, complaints } = await around(PMF);
    const edges = Number(/Table of (\d+)/.exec(await shown(page))![1]);
    await page.keyboard.press("x");
    const svg = await taken(page, "SVG");
    expect(svg.name).toMatch(/^actant-popular-mobilization-forces-\d{4}-\d\d-\d\d\.svg$/);
    expect(svg.text).toContain(`${edges} edges.`);
    expect((await taken(page, "PNG")).text.slice(1, 4)).toBe("PNG");
    const report = await taken(page, "HTML");
    expect(report.text.match(/<li id="note-/g)!.length).toBeGreaterThanOrEqual(edges);
    const sentences = await taken(page, "Sentences, JSON Lines");
    const rows = sentences.text.trim().split("\n");
    expect(report.text.match(/<li id="note-/g)).toHaveLength(rows.length);
    for (const format of ["Edges, CSV", "GraphML", "GEXF", "STIX"])
      expect((await taken(page, format)).text.length).toBeGreaterThan(100);
    expect(complaints).toEqual([]);
  });

  it("says what lies between two actors, as chains of sentences with the weakest link named", async () => {
    const { page, complaints } = await openPage(browser, `${server.url}/?focus=${PMF}&actor=${PMF}`);
    await evidence(page).getByRole("heading", { name: "Popular Mobilization Forces" }).waitFor();
    await page.keyboard.press("b");
    await page.getByText("to whom? Click an actor, or search.").waitFor();
    await page.getByRole("combobox", { name: "Search" }).fill("Egypt");
    await page.getByRole("option", { name: /Egypt/ }).first().click();
    const answer = evidence(page).getByRole("region", { name: "Between two actors" });
    await answer.getByRole("blockquote").first().waitFor();
    expect(await answer.getByText("weakest link").count()).toBeGreaterThan(0);
    await answer.getByText(/neighbours? in common/i).waitFor();
    expect(complaints).toEqual([]);
  });
});
