/** The explorer over a few documents, and what tests do on its page. */
import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { fileURLToPath } from "node:url";
import { type Browser, type Page } from "playwright-core";
import { expect } from "vitest";
import { openBrowser, openPage } from "../setup/browser.ts";
import { newFolder, type RunningServer, startServer } from "../setup/server.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));
const SEEDED = ["iraq-tower-22", "iraq-pmf-profile", "iraq-militias-2025", "iran-israel-twelve-days"];

export const PMF = "militia:Popular_Mobilization_Forces";

export interface Opened {
  readonly server: RunningServer;
  readonly browser: Browser;
  readonly close: () => Promise<void>;
}

/** Starts a server over four of the documents that Actant brings, and a browser. */
export async function openExplorer(): Promise<Opened> {
  const folder = newFolder();
  const paths = SEEDED.map((name) => `seed/documents/${name}.md`);
  const command = ["--import", "tsx", "server/main.ts", "seed", ...paths];
  await promisify(execFile)(process.execPath, command, { cwd: root, env: { ...process.env, DATA_DIR: folder } });
  const [server, browser] = await Promise.all([startServer({}, folder), openBrowser()]);
  const close = async () => {
    await browser.close();
    await server.stop();
  };
  return { server, browser, close };
}

/** A page at an address of the explorer. */
export const openAt = ({ server, browser }: Opened, search = ""): Promise<{ page: Page; complaints: string[] }> =>
  openPage(browser, `${server.url}/${search}`);

/** A page that shows what surrounds the Popular Mobilization Forces, drawn. */
export async function openPmf(opened: Opened, more = "") {
  const { page, complaints } = await openAt(opened, `?focus=${PMF}${more}`);
  await graph(page).waitFor();
  return { page, complaints };
}

export const graph = (page: Page) => page.getByRole("application", { name: /Graph: [1-9]\d* actors?, \d+ edges?/ });
export const evidence = (page: Page) => page.getByRole("complementary", { name: "Evidence" });
export const quotes = (page: Page) => evidence(page).getByRole("blockquote");
export const rail = (page: Page) => page.getByRole("navigation", { name: "Legend and filters" });

/** How many edges the working view shows. */
export const edgesShown = async (page: Page): Promise<number> =>
  Number(/(\d+) edges?/.exec((await graph(page).getAttribute("aria-label")) ?? "")?.[1] ?? -1);

export async function ask<Answer>(url: string, query: string, variables: object = {}): Promise<Answer> {
  const response = await fetch(`${url}/graphql`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ query, variables }),
  });
  const { data, errors } = (await response.json()) as { data: Answer; errors?: unknown };
  expect(errors).toBeUndefined();
  return data;
}

/** Drops files on the page, as a hand would. */
export async function drop(page: Page, files: Readonly<Record<string, string>>): Promise<void> {
  const dataTransfer = await page.evaluateHandle((files) => {
    const data = new DataTransfer();
    for (const [name, text] of Object.entries(files)) data.items.add(new File([text], name));
    return data;
  }, files);
  await page.dispatchEvent("body", "drop", { dataTransfer });
}

/** Opens the table and answers with one of its two grids. */
export async function openTable(page: Page, which: "Relations" | "Actors" = "Relations") {
  const toggle = page.getByRole("button", { name: /^Table of/ });
  if ((await toggle.getAttribute("aria-expanded")) === "false") await toggle.click();
  if (which === "Actors") await page.getByRole("tab", { name: "Actors" }).click();
  const grid = page.getByRole("grid", { name: which });
  await grid.getByRole("gridcell").first().waitFor();
  return grid;
}

/** The ids of the edges that the working view shows; Cytoscape keeps itself on its element. */
export const idsShown = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    // oxlint-disable no-underscore-dangle -- the name is Cytoscape's
    const holder = [...document.querySelectorAll<HTMLElement & { _cyreg?: { cy: never } }>("*")].find((e) => e._cyreg);
    const cy = holder!._cyreg!.cy as unknown as { edges(): Iterable<{ data(name: string): string[] }> };
    return [...cy.edges()].flatMap((edge) => edge.data("relations"));
  });
