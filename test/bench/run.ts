/**
 * `npm run bench`: Actant beside what a team would otherwise reach for, in one run on one machine. Prints Markdown and
 * writes it to `test/bench/RESULTS.md`. `--quick` ends within two minutes; `--relations=N` sizes the graph.
 */
import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { cpus, tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import neo4j from "neo4j-driver";
import { freePort } from "../../server/store/neo4j/instance.ts";
import { startStandalone } from "../../server/store/neo4j/standalone.ts";
import { openNeo4j } from "../../server/store/neo4j/store.ts";
import type { Store } from "../../server/store/port.ts";
import { openSqlite } from "../../server/store/sqlite/store.ts";
import { loadPeer } from "./contenders/peer-graph.ts";
import { actant, bare, peer } from "./contenders/question.ts";
import { measureEmbedded } from "./embedded.ts";
import { table } from "./figures.ts";
import { documentsFor } from "./graph/documents.ts";
import { type Load, load, loadByHand, loadRow, timed } from "./loading.ts";
import { compareNeighborhoods, type Sizes } from "./neighborhoods.ts";
import { serve, serveActant, type Served } from "./servers.ts";

const { values } = parseArgs({
  options: { quick: { type: "boolean" }, relations: { type: "string" }, "no-neo4j": { type: "boolean" } },
});
const quick = values.quick === true;
const relations = Number(values.relations ?? (quick ? 4_000 : 60_000));
const sizes: Sizes = quick ? { rounds: 2, seconds: 1.5 } : { rounds: 7, seconds: 5 };
const folder = mkdtempSync(join(tmpdir(), "actant-bench-"));
const peerFolder = fileURLToPath(new URL("peer", import.meta.url));
const said: string[] = [];

function say(text: string): void {
  said.push(text);
  console.log(`${text}\n`);
}

/** The most connected entities, for the large question, and some that have enough edges for the small one. */
async function asked(store: Store): Promise<{ hubs: string[]; others: string[] }> {
  const entities = (await store.entities({}, { first: 300 })).edges.map(({ node }) => node);
  const others = entities.filter(({ degree }) => degree >= 20).map(({ id }) => id);
  return { hubs: entities.slice(0, 8).map(({ id }) => id), others };
}

async function onSqlite(): Promise<void> {
  const path = join(folder, "actant.db");
  const store = await openSqlite(path);
  const own = await load(store, documentsFor(relations));
  const { hubs } = await asked(store);
  await store.close();
  const byHand = await loadByHand(path, join(folder, "by-hand.db"), async (to) => (await openSqlite(to)).close());
  const head = ["loading into SQLite, two assertions an edge", "edges/s", "edges/CPU s", "memory, MB"];
  const rows = [
    loadRow("rows by prepared statements, in a loop", byHand, relations),
    loadRow("Actant, whole documents", own, relations),
  ];
  say(
    table(
      [...head, "times the first, by CPU"],
      rows.map((row, i) => [...row, (i === 0 ? 1 : byHand.cpu / own.cpu).toFixed(2)]),
    ),
  );
  say(await measureEmbedded(folder, hubs, sizes));
}

async function onNeo4j(): Promise<void> {
  if (!existsSync(join(peerFolder, "node_modules")))
    execFileSync("npm", ["ci", "--no-fund", "--no-audit"], { cwd: peerFolder, stdio: "inherit" });
  const home = join(folder, "neo4j");
  const libraries = fileURLToPath(new URL("../../node_modules/.cache/neo4j", import.meta.url));
  const options = { home, boltPort: await freePort(), password: "for-the-bench-only", libraries };
  const server = await startStandalone({ ...options, heap: "2g", pageCache: "1g" });
  try {
    await compareOnNeo4j(server);
  } finally {
    await server.kill();
  }
}

async function compareOnNeo4j(server: Awaited<ReturnType<typeof startStandalone>>): Promise<void> {
  const store = await openNeo4j(server);
  const own = await load(store, documentsFor(relations), 4);
  const { hubs, others } = await asked(store);
  await store.close();
  const driver = neo4j.driver(server.uri, neo4j.auth.basic(server.username, server.password));
  const raw: Load = await timed(() => loadPeer(driver, documentsFor(relations)));
  await driver.close();
  const head = [
    "loading into Neo4j, two assertions an edge",
    "edges/s",
    "edges/CPU s of Node",
    "memory, MB",
    "times the first",
  ];
  say(
    table(head, [
      [...loadRow("`UNWIND` and `CREATE` of edges, assertions, actors and reports alone", raw, relations), "1"],
      [
        ...loadRow("Actant, whole documents with sentences, mentions, search", own, relations),
        (raw.seconds / own.seconds).toFixed(2),
      ],
    ]),
  );
  const variables = { NEO4J_URI: server.uri, NEO4J_USERNAME: server.username, NEO4J_PASSWORD: server.password };
  const started: Served[] = [];
  try {
    started.push(await serve([join(peerFolder, "server.mjs")], variables));
    started.push(await serve(["--import", "tsx", "test/bench/contenders/bare.ts"], variables));
    started.push(await serveActant({ ...variables, DATA_DIR: folder }));
    const [first, limit, product] = started as [Served, Served, Served];
    const contenders = [
      { name: "@neo4j/graphql under yoga", served: first, path: "/graphql", manner: peer },
      { name: "bare driver and `JSON.stringify`", served: limit, path: "/", manner: bare },
      { name: "Actant", served: product, path: "/graphql", manner: actant },
    ];
    const { pid } = server;
    const large = hubs.map((of) => ({ of, limit: 400 }));
    say(await compareNeighborhoods("up to 400 edges with their first three assertions", contenders, large, pid, sizes));
    const small = others.map((of) => ({ of, limit: 20 }));
    say(await compareNeighborhoods("20 edges with their first three assertions", contenders, small, pid, sizes));
  } finally {
    await Promise.all(started.map(({ stop }) => stop()));
  }
}

try {
  const edges = relations.toLocaleString("en");
  const machine = `${cpus().length} processors (${cpus()[0]?.model ?? "unknown"}), Node ${process.version}`;
  say(
    `${edges} edges, ${(2 * relations).toLocaleString("en")} assertions, power-law degrees. ${machine}. Eight connections; answers compared before timing; medians of ${sizes.rounds} interleaved rounds, with their spread. The driver (6.3) turns Nagle's algorithm off for all.`,
  );
  await onSqlite();
  if (values["no-neo4j"] !== true) await onNeo4j();
  if (!quick) writeFileSync(new URL("RESULTS.md", import.meta.url), `${said.join("\n\n")}\n`);
} finally {
  rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
}
