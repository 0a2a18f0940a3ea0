import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { describeBrowser } from "../setup/browser.ts";
import {
  ask,
  drop,
  edgesShown,
  evidence,
  graph,
  openAt,
  type Opened,
  openExplorer,
  openPmf,
  openTable,
  quotes,
  rail,
} from "./explorer-page.ts";

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

interface Violation {
  readonly id: string;
  readonly nodes: readonly { readonly target: readonly string[]; readonly failureSummary?: string }[];
}

/** What axe-core finds wrong with the page as it is, by these rules or by all. */
async function violations(page: Page, rules?: readonly string[]): Promise<string[]> {
  const found = await page.evaluate(
    async ([source, rules]) => {
      const scope = window as unknown as { axe?: { run(options: object): Promise<{ violations: Violation[] }> } };
      // The page's policy refuses scripts in tags; a test's own evaluation is not a tag.
      // oxlint-disable-next-line no-eval
      if (!scope.axe) (0, eval)(source);
      return (await scope.axe!.run(rules ? { runOnly: rules } : {})).violations;
    },
    [AXE, rules] as const,
  );
  return found.flatMap(({ id, nodes }) =>
    nodes.map((node) => `${id}: ${node.target.join(" ")} ${node.failureSummary}`),
  );
}

const PAYLOADS = [
  `<script>window.ran=1</script>`,
  `<img src=x onerror="window.ran=1">`,
  `<svg onload="window.ran=1"></svg>`,
  `"><iframe srcdoc="<script>parent.ran=1</script>"></iframe>`,
  `{{constructor.constructor('window.ran=1')()}}`,
  `[click](javascript:window.ran=1)`,
];
const HOSTILE = `Title: ${PAYLOADS[1]} hostile cable
Publisher: ${PAYLOADS[0]}
Url: javascript:window.ran=1
Published: 2025-06-02

Iran backs the Ostravan Liberation Front. ${PAYLOADS.join(" ")}
"${PAYLOADS[2]} Iran attacked the Ostravan Liberation Front," said a ${PAYLOADS[1]} spokesman.
`;

const SCREENS: Readonly<Record<string, (page: Page) => Promise<unknown>>> = {
  "the working view": (page) => graph(page).waitFor(),
  "the evidence of an edge, beside the table": async (page) => {
    await (await openTable(page)).getByRole("row").nth(1).click();
    await quotes(page).first().waitFor();
  },
  "a document": async (page) => {
    await evidence(page).getByRole("button", { name: "Read in document" }).first().click();
    await page.locator("article mark[data-here]").first().waitFor();
  },
  "all filters, unfolded": async (page) => {
    for (const name of ["Who says it", "Who published it", "When", "How well it is backed", "Words in the sentence"])
      await rail(page).getByRole("button", { name }).click();
    await rail(page).getByRole("list", { name: "Publishers" }).getByRole("checkbox").first().check();
    await page.getByRole("button", { name: /^Lift this filter/ }).waitFor();
  },
  "the queue of documents": async (page) => {
    await drop(page, { "report.txt": "Oman backs the Qaldoran Resistance Front.", "noise.bin": "\u0000\u0001\u0000" });
    await page.getByRole("button", { name: "Add to the graph" }).waitFor();
    await page.getByRole("alert", { name: "Not read" }).waitFor();
  },
  "the palette": async (page) => {
    await page.locator("body").press("Control+k");
    await page.getByRole("dialog", { name: "Commands" }).getByRole("option").first().waitFor();
  },
};

describeBrowser("What the explorer holds to", () => {
  let opened: Opened;
  beforeAll(async () => {
    opened = await openExplorer();
  });
  afterAll(() => opened?.close());

  // What does not hang on colour is the same in both.
  describe.each([
    ["light", undefined],
    ["dark", ["color-contrast"]],
  ] as const)("in %s colours", (theme, rules) => {
    it("no screen breaks a rule of accessibility", async () => {
      const { page } = await openPmf(opened);
      await page.emulateMedia({ colorScheme: theme, reducedMotion: "reduce" });
      const found: Record<string, string[]> = {};
      for (const [name, open] of Object.entries(SCREENS)) {
        await open(page);
        found[name] = await violations(page, rules);
      }
      expect(found).toEqual(Object.fromEntries(Object.keys(SCREENS).map((name) => [name, []])));
      await page.close();
    });
  });

  it("reads, searches and previews a document of payloads without one running", async () => {
    const { page, complaints } = await openPmf(opened);
    await page.evaluate(() => {
      document.addEventListener("securitypolicyviolation", (event) => {
        (window as unknown as { refused: string[] }).refused ??= [];
        (window as unknown as { refused: string[] }).refused.push(event.violatedDirective);
      });
    });
    await drop(page, { "<img src=x onerror=window.ran=1>.txt": HOSTILE });
    await page.getByRole("button", { name: "Add to the graph" }).click();
    await page.getByText(/^Read: /).waitFor();
    await page.getByRole("button", { name: "Read it", exact: true }).click();
    await expect.poll(() => page.getByRole("article").innerText()).toContain(PAYLOADS[1]);
    expect(await page.locator("article a[href^=javascript], article img, article iframe, article script").count()).toBe(
      0,
    );
    await page.getByRole("combobox", { name: "Search" }).fill("onerror");
    await page.getByRole("option").first().waitFor();
    await page.keyboard.press("Escape");
    const [relation] = (
      await ask<{ relations: { nodes: { id: string }[] } }>(
        opened.server.url,
        `{ relations(filter: { query: "Ostravan" }, first: 1) { nodes { id } } }`,
      )
    ).relations.nodes;
    await page.goto(`${opened.server.url}/?relation=${encodeURIComponent(relation!.id)}`);
    await quotes(page).first().waitFor();
    expect(await evidence(page).locator("a[href^=javascript]").count()).toBe(0);
    const ran = await page.evaluate(() => [
      (window as unknown as { ran?: number }).ran,
      (window as unknown as { refused?: string[] }).refused,
    ]);
    expect(ran).toEqual([undefined, undefined]);
    expect(complaints).toEqual([]);
    await page.close();
  });

  it("shows at once that something is coming where the server is slow, and keeps the view", async () => {
    const { page } = await openPmf(opened);
    const shown = await edgesShown(page);
    let go = () => {};
    const waiting = new Promise<void>((resolve) => (go = resolve));
    await page.route("**/graphql", async (route) => {
      await waiting;
      await route.continue();
    });
    await (await openTable(page)).getByRole("row").nth(2).click();
    await evidence(page).getByRole("status", { name: "The sentences are coming" }).waitFor();
    expect(await edgesShown(page)).toBe(shown);
    go();
    await quotes(page).first().waitFor();
    await page.close();
  });

  it("says so when the server answers with an error, keeps the view, and tries again", async () => {
    const { page } = await openPmf(opened);
    const shown = await edgesShown(page);
    await page.route("**/graphql", (route) =>
      route.fulfill({ json: { errors: [{ message: "The store is being mended." }] } }),
    );
    await (await openTable(page)).getByRole("row").nth(2).click();
    const alert = evidence(page).getByRole("alert").filter({ hasText: "The store is being mended." });
    await alert.waitFor();
    expect(await edgesShown(page)).toBe(shown);
    await page.unroute("**/graphql");
    await alert.getByRole("button", { name: "Try again" }).click();
    await quotes(page).first().waitFor();
    await page.close();
  });

  it.each([
    ["at 1280 × 720", 1280, 720],
    ["on a tablet held upright", 800, 1180],
    ["zoomed to 200 %", 720, 450],
  ])("fits %s: nothing runs off the page, everything can be reached", async (_, width, height) => {
    const { page } = await openAt(opened, "?focus=militia:Popular_Mobilization_Forces");
    await page.setViewportSize({ width, height });
    await graph(page).waitFor();
    const overflow = () => page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect(await overflow()).toBeLessThanOrEqual(0);
    await (await openTable(page)).getByRole("row").nth(1).click();
    await quotes(page).first().waitFor();
    await quotes(page).first().scrollIntoViewIfNeeded();
    const box = (await quotes(page).first().boundingBox())!;
    expect(box.x + box.width).toBeLessThanOrEqual(width);
    expect(box.y).toBeLessThan(height);
    expect((await graph(page).boundingBox())!.height).toBeGreaterThan(60);
    if (width <= 900) await page.getByRole("button", { name: "Legend", exact: true }).click();
    await rail(page).getByRole("button", { name: "Who says it" }).click();
    await rail(page).getByRole("list", { name: "Speakers" }).waitFor();
    expect(await overflow()).toBeLessThanOrEqual(0);
    await page.close();
  });

  it("is worked by keyboard alone, the focus never out of sight", async () => {
    const { page } = await openPmf(opened);
    const seen = new Set<string>();
    for (let i = 0; i < 60; i += 1) {
      await page.keyboard.press("Tab");
      const focused = await page.evaluate(() => {
        const element = document.activeElement as HTMLElement;
        const { width, height } = element.getBoundingClientRect();
        const { outlineStyle, boxShadow } = getComputedStyle(element);
        // Between two rounds the page itself has the focus.
        if (element === document.body) return { name: "BODY", seen: true };
        const name = element.getAttribute("aria-label") ?? element.textContent?.slice(0, 30) ?? element.tagName;
        const held = element.closest("label") ? getComputedStyle(element.closest("label")!).outlineStyle : "none";
        return {
          name,
          seen: width > 0 && height > 0 && (outlineStyle !== "none" || boxShadow !== "none" || held !== "none"),
        };
      });
      if (focused.name !== "BODY") expect(focused).toEqual({ ...focused, seen: true });
      seen.add(focused.name);
    }
    expect(seen.size).toBeGreaterThan(25);
    await page.close();
  });
});
