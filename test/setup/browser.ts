/** A real Chromium for a test file. */
import { type Browser, chromium as playwright, type Page } from "playwright-core";
import { describe } from "vitest";
import { chromium } from "./tools.ts";

const executablePath = chromium();
if (!executablePath && process.env["CI"] === "true")
  throw new Error("CI=true: every part must be tested, and Chromium is missing.");
if (!executablePath) console.warn("SKIPPED: the explorer in a real browser, because Chromium is missing.");

/** `describe` where this machine has a Chromium; skipped where it has none. */
export const describeBrowser = executablePath ? describe : describe.skip;

/** Without the background services, which would try hosts beyond this machine. */
const ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update"];

export const openBrowser = (): Promise<Browser> =>
  playwright.launch({ executablePath: executablePath!, args: ARGUMENTS });

/** What the browser remembers of the explorer at an address: that the tour is over. */
const toured = (url: string) => ({
  cookies: [],
  origins: [
    {
      origin: new URL(url).origin,
      localStorage: [{ name: "actant.tour", value: JSON.stringify({ state: { step: 0, over: true }, version: 0 }) }],
    },
  ],
});

/** A page on which anything that goes wrong in the browser, or leaves this machine, is noted; no first visit. */
export async function openPage(browser: Browser, url: string): Promise<{ page: Page; complaints: string[] }> {
  const complaints: string[] = [];
  const page = await browser.newPage({
    viewport: { width: 1440, height: 900 },
    reducedMotion: "reduce",
    storageState: toured(url),
  });
  page.on("pageerror", (error) => complaints.push(error.message));
  page.on("console", (message) => message.type() === "error" && complaints.push(message.text()));
  page.on("dialog", (dialog) => complaints.push(`a dialog opened: ${dialog.message()}`));
  page.on("request", (request) => {
    if (new URL(request.url()).origin !== new URL(url).origin && !/^(data|blob):/.test(request.url()))
      complaints.push(`asked for ${request.url()}`);
  });
  await page.goto(url);
  return { page, complaints };
}
