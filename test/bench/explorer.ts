/**
 * `npm run bench:client [ROUNDS] [HEAP_ROUNDS]`: how fast the explorer is in headless Chromium, on generated graphs in
 * a real server with the embedded store. Prints Markdown: medians, and the least and the most.
 */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { execFileSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { openBrowser } from "../setup/browser.ts";
import { type RunningServer, startServer } from "../setup/server.ts";
import { writeGraph } from "./explorer/graph.ts";
import { clickToQuote, expand, firstVisit, focusSet, heap, overview } from "./explorer/measures.ts";
import { spreadOf, told } from "./explorer/spread.ts";

const rounds = Number(process.argv[2] ?? 5);
const heapRounds = Number(process.argv[3] ?? 1_000);
const root = fileURLToPath(new URL("../..", import.meta.url));

async function ask<Answer>(url: string, query: string): Promise<Answer> {
  const response = await fetch(`${url}/graphql`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ query }),
  });
  return ((await response.json()) as { data: Answer }).data;
}

/** A server that holds a graph of so many actors and edges, laid out. */
async function serverWith(actors: number, edges: number): Promise<RunningServer> {
  const folder = mkdtempSync(join(tmpdir(), "actant-bench-"));
  const file = join(folder, "graph.jsonl");
  writeGraph(file, actors, edges);
  const env = { ...process.env, DATA_DIR: folder };
  execFileSync(process.execPath, ["--import", "tsx", "server/main.ts", "seed", file], {
    cwd: root,
    env,
    stdio: "ignore",
  });
  rmSync(file);
  const server = await startServer({ LOG_LEVEL: "silent" }, folder);
  for (let tries = 0; tries < 300; tries += 1) {
    const { overview, statistics } = await ask<{
      overview: { layoutVersion: number };
      statistics: { version: number };
    }>(server.url, "{ overview(limit: 1) { layoutVersion } statistics { version } }");
    if (overview.layoutVersion >= statistics.version) break;
    await new Promise((resolve) => setTimeout(resolve, 1_000));
  }
  return server;
}

interface Actor {
  readonly id: string;
  readonly degree: number;
}

const actors = async (url: string): Promise<readonly Actor[]> =>
  (await ask<{ entities: { nodes: Actor[] } }>(url, "{ entities(first: 1000) { nodes { id degree } } }")).entities
    .nodes;

/** The neighbour of an actor that has the fewest edges. */
async function quietNeighbour(url: string, id: string): Promise<string> {
  const { neighborhood } = await ask<{ neighborhood: { entities: Actor[] } }>(
    url,
    `{ neighborhood(of: [${JSON.stringify(id)}], limit: 400) { entities { id degree } } }`,
  );
  return neighborhood.entities.filter((actor) => actor.id !== id).toSorted((a, b) => a.degree - b.degree)[0]!.id;
}

async function repeat<T>(times: number, work: () => Promise<T>): Promise<T[]> {
  const found: T[] = [];
  for (let i = 0; i < times; i += 1) found.push(await work());
  return found;
}

const row = (...cells: readonly string[]): void => console.log(`| ${cells.join(" | ")} |`);

async function measureOverview(url: string, name: string, goal: string): Promise<void> {
  const runs = await repeat(rounds, async () => {
    const browser = await openBrowser();
    const run = await overview(browser, url);
    await browser.close();
    return run;
  });
  const column = (name: "took" | "longest" | "frames") => runs.map((run) => run[name]);
  row(
    name,
    goal,
    `${told(column("took"), "ms")}, longest task ${told(column("longest"), "ms")}, pan ${told(column("frames"), "frames/s")}; ${runs[0]!.size}`,
  );
}

async function measureRest(url: string): Promise<void> {
  const all = await actors(url);
  const middling = all.filter(({ degree }) => degree >= 40 && degree <= 60);
  const focus = all.slice(150, 156).map(({ id }) => id);
  const browser = await openBrowser();
  const sets = await repeat(rounds, () => focusSet(browser, url, focus));
  const set = (name: "took" | "longest" | "frames") => sets.map((run) => run[name]);
  row(
    "focus set",
    "< 500 ms, ≥ 55 frames/s, no task > 50 ms after the first second",
    `${told(set("took"), "ms")}, pan ${told(set("frames"), "frames/s")}, longest task ${told(set("longest"), "ms")}; ${sets[0]!.size}`,
  );
  const [from] = middling;
  const grown = await repeat(rounds, async () => expand(browser, url, from!.id, await quietNeighbour(url, from!.id)));
  row(
    "expand",
    "settled < 1,000 ms, no task > 50 ms, nothing placed by hand moves",
    `${told(
      grown.map(({ took }) => took),
      "ms",
    )}, longest task ${told(
      grown.map(({ longest }) => longest),
      "ms",
    )}, moved: ${grown.some(({ moved }) => moved) ? "yes" : "no"}; by ${grown[0]!.news}`,
  );
  const clicks = await clickToQuote(browser, url, focus.slice(0, 3), 60);
  row(
    "click on an edge → quote",
    "p95 < 100 ms",
    `p95 ${spreadOf(clicks).p95.toFixed(0)} ms, ${told(clicks, "ms")}; ${clicks.length} edges`,
  );
  await browser.close();
  const visits = await repeat(rounds, async () => {
    const cold = await openBrowser();
    const visit = await firstVisit(cold, url);
    await cold.close();
    return visit;
  });
  row(
    "first visit, cold",
    "interactive < 1,500 ms, ≤ 350 kB of script",
    `${told(
      visits.map(({ interactive }) => interactive),
      "ms",
    )}, ${visits[0]!.kilobytes.toFixed(0)} kB gzipped`,
  );
  const keeper = await openBrowser();
  const { before, after } = await heap(keeper, url, middling[1]!.id, heapRounds);
  await keeper.close();
  row(
    `${heapRounds} rounds of expanding and removing`,
    "heap back within 10 %",
    `${before.toFixed(1)} MB → ${after.toFixed(1)} MB (${((after / before - 1) * 100).toFixed(1)} %)`,
  );
}

console.log(`${rounds} rounds each: median (least–most)\n`);
row("figure", "goal", "measured");
row("---", "---", "---");
const small = await serverWith(5_000, 12_000);
await measureOverview(small.url, "overview of 5,000 and 12,000", "< 300 ms, no task > 50 ms");
await measureRest(small.url);
await small.stop();
const large = await serverWith(20_000, 60_000);
await measureOverview(large.url, "overview of 20,000 and 60,000", "< 800 ms, no task > 50 ms, ≥ 50 frames/s");
await large.stop();
