/**
 * Whether the server bears a crowd for long: 64 clients with mixed questions, while another process loads documents
 * into the same store.
 *
 *     npm run load -- [MINUTES, 10 if not given]
 *
 * Ends with status 1 where an answer failed, or memory grew by more than 15 % after the first minute.
 */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { Agent, request } from "node:http";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { formatDocument } from "../../schema/interchange.ts";
import { startServer } from "../setup/server.ts";
import { documentsFor, idOf } from "./graph/documents.ts";

const MINUTES = Number(process.argv[2] ?? 10);
const CLIENTS = 64;
const MOST_GROWTH = 0.15;
const FIRST_DOCUMENTS = 250;
const DOCUMENTS_A_SECOND = 2;

const root = fileURLToPath(new URL("../..", import.meta.url));
const write = (line: string) => process.stdout.write(`${line}\n`);

const AROUND = `query ($of: [ID!]!, $limit: Int!) { neighborhood(of: $of, limit: $limit) { totalRelations relations { id type
  subject { id name } object { id name } assertions(first: 3) { nodes { quote document { title } } } } } }`;
const SEARCH = "query ($query: String!) { entities(query: $query, first: 10) { totalCount nodes { id name kind } } }";
const PAGE = `query ($filter: RelationFilter) { assertions(filter: $filter, first: 100) { nodes { quote relation { id } document { title } } } }`;
const PATHS = "query ($from: ID!, $to: ID!) { paths(from: $from, to: $to, maxHops: 4) { entities { name } } }";
const COUNTS = `query ($filter: RelationFilter) { facets(filter: $filter) { relations types { type relations } publishers(limit: 5) { name } }
  timeline(filter: $filter) { from assertions } }`;
const OVERVIEW = "{ overview(limit: 500) { entities { id x y } relations { subject object } } }";

interface Question {
  readonly name: string;
  readonly query: string;
  readonly variables: (n: number) => object;
  /** How many of a hundred. */
  readonly share: number;
  readonly byGet?: boolean;
}

const QUESTIONS: readonly Question[] = [
  { name: "around, few", query: AROUND, variables: (n) => ({ of: [idOf(n % 500)], limit: 20 }), share: 30 },
  { name: "around, many", query: AROUND, variables: (n) => ({ of: [idOf(n % 5)], limit: 400 }), share: 5 },
  {
    name: "search",
    query: SEARCH,
    variables: (n) => ({ query: ["karo", "mitan", "seldar", "volin"][n % 4]! }),
    share: 20,
  },
  { name: "page", query: PAGE, variables: (n) => ({ filter: { entities: [idOf(n % 100)] } }), share: 15 },
  { name: "paths", query: PATHS, variables: (n) => ({ from: idOf(n % 50), to: idOf(50 + (n % 50)) }), share: 5 },
  { name: "counts", query: COUNTS, variables: (n) => ({ filter: { entities: [idOf(n % 20)] } }), share: 5 },
  { name: "overview", query: OVERVIEW, variables: () => ({}), share: 1, byGet: true },
  { name: "by GET", query: "{ statistics { documents version } }", variables: () => ({}), share: 19, byGet: true },
];
const BY_SHARE = QUESTIONS.flatMap((question) => Array.from({ length: question.share }, () => question));

const agent = new Agent({ keepAlive: true, maxSockets: CLIENTS });

/** The whole answer; throws where it is none, or has errors. */
function ask(url: string, { query, variables, byGet }: Question, n: number): Promise<string> {
  const given = { query, variables: variables(n) };
  const search = new URLSearchParams({ query, variables: JSON.stringify(given.variables) });
  return new Promise((resolve, reject) => {
    const options = byGet
      ? { method: "GET", agent }
      : { method: "POST", agent, headers: { "Content-Type": "application/json" } };
    const sent = request(`${url}/graphql${byGet ? `?${search}` : ""}`, options, (answer) => {
      const parts: Buffer[] = [];
      answer.on("data", (part: Buffer) => parts.push(part));
      answer.on("error", reject);
      answer.on("end", () => {
        const text = Buffer.concat(parts).toString();
        if (answer.statusCode === 200 && !text.includes('"errors":')) return resolve(text);
        reject(new Error(`${answer.statusCode}: ${text.slice(0, 300)}`));
      });
    });
    sent.on("error", reject);
    sent.end(byGet ? undefined : JSON.stringify(given));
  });
}

/** Begins an export and leaves in the middle of it. */
function leaveExport(url: string): Promise<void> {
  return new Promise((resolve) => {
    const sent = request(`${url}/export/graph.graphml`, (answer) => {
      answer.once("data", () => sent.destroy());
      answer.on("error", () => {});
    });
    sent.on("error", () => {});
    sent.on("close", resolve);
    sent.end();
  });
}

const residentMegabytes = (pid: number): number =>
  Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1] ?? 0) / 1_024;

/** Loads documents into the same store in a process of its own, until told to stop. */
async function load(folder: string, documents: Iterable<string>, isOver: () => boolean): Promise<number> {
  const loader = spawn(process.execPath, ["--import", "tsx", "server/main.ts", "seed", "-"], {
    cwd: root,
    env: { ...process.env, DATA_DIR: folder },
    stdio: ["pipe", "ignore", "inherit"],
  });
  const ended = once(loader, "exit");
  for (const line of documents) {
    if (isOver()) break;
    if (!loader.stdin.write(`${line}\n`)) await once(loader.stdin, "drain");
    await sleep(1_000 / DOCUMENTS_A_SECOND);
  }
  loader.stdin.end();
  const [status] = (await ended) as [number];
  return status;
}

function* lines(from: number, to: number): Generator<string> {
  let nth = 0;
  for (const document of documentsFor(40_000)) {
    if (nth >= to) return;
    if (nth >= from) yield formatDocument(document);
    nth += 1;
  }
}

const quantile = (sorted: Float64Array, q: number) =>
  sorted[Math.min(sorted.length - 1, Math.floor(q * sorted.length))]!;

const server = await startServer({ LOG_LEVEL: "error" });
write(`Filling the store of ${server.url} with ${FIRST_DOCUMENTS} documents.`);
const filled = spawn(process.execPath, ["--import", "tsx", "server/main.ts", "seed", "-"], {
  cwd: root,
  env: { ...process.env, DATA_DIR: server.folder },
  stdio: ["pipe", "ignore", "inherit"],
});
for (const line of lines(0, FIRST_DOCUMENTS)) if (!filled.stdin.write(`${line}\n`)) await once(filled.stdin, "drain");
filled.stdin.end();
await once(filled, "exit");

const until = performance.now() + MINUTES * 60_000;
const isOver = () => performance.now() > until;
const times = new Map<string, number[]>(QUESTIONS.map(({ name }) => [name, []]));
const problems = new Map<string, number>();
const problem = (name: string, error: unknown) => {
  const text = `${name}: ${(error as Error).message}`;
  problems.set(text, (problems.get(text) ?? 0) + 1);
};

async function client(nth: number): Promise<void> {
  for (let n = nth; !isOver(); n += CLIENTS + 1) {
    if (n % 2_000 === 0) await leaveExport(server.url);
    const question = BY_SHARE[(n * 37) % BY_SHARE.length]!;
    const started = performance.now();
    await ask(server.url, question, n).catch((error: unknown) => problem(question.name, error));
    times.get(question.name)!.push(performance.now() - started);
  }
}

const memory: number[] = [];
async function watch(): Promise<void> {
  while (!isOver()) {
    memory.push(residentMegabytes(server.pid));
    await sleep(1_000);
  }
}

write(`${CLIENTS} clients for ${MINUTES} minutes, and a loader.`);
const [loaded] = await Promise.all([
  load(server.folder, lines(FIRST_DOCUMENTS, Number.POSITIVE_INFINITY), isOver),
  watch(),
  ...Array.from({ length: CLIENTS }, (_, nth) => client(nth)),
]);
agent.destroy();
const all = [...times.values()].flat();
const figures = (part: readonly number[]) => {
  const sorted = Float64Array.from(part).sort();
  const of = (q: number) => `${quantile(sorted, q).toFixed(1)} ms`;
  return `${part.length} answers; p50 ${of(0.5)}, p95 ${of(0.95)}, p99 ${of(0.99)}, most ${of(1)}`;
};
const mean = (part: readonly number[]) => part.reduce((sum, value) => sum + value, 0) / part.length;
const after = mean(memory.slice(55, 65));
const end = mean(memory.slice(-10));
const failures = [...problems.values()].reduce((sum, count) => sum + count, 0);
write(`\n${Math.round(all.length / MINUTES / 60)} answers a second; ${failures} failed.`);
write(`all: ${figures(all)}`);
for (const [name, part] of times) if (part.length > 0) write(`  ${name}: ${figures(part)}`);
write(
  `Memory: ${after.toFixed(0)} MB after the first minute, ${end.toFixed(0)} MB at the end, ${Math.max(...memory).toFixed(0)} MB at most.`,
);
for (const [text, count] of problems) write(`  ${count} × ${text}`);
if (loaded !== 0) write(`The loader ended with status ${loaded}.`);
await server.stop();
const grew = memory.length > 70 && end > after * (1 + MOST_GROWTH);
process.exitCode = failures > 0 || loaded !== 0 || grew ? 1 : 0;
