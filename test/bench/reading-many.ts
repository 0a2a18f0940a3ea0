/**
 * `npx tsx test/bench/reading-many.ts [COUNT]`: `extract` and `seed` over COUNT short documents (100,000 if not given) in
 * files, and as one file of JSON Lines: how fast, on how many cores, and whether memory stays flat. Prints Markdown.
 */
import { spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const count = Number(process.argv[2] ?? 100_000);
const PER_FOLDER = 1_000;
const PARAGRAPHS = 2;
const PAGE_KB = 4;

const root = fileURLToPath(new URL("../../", import.meta.url));
const seedFolder = join(root, "seed/documents");
const paragraphs = readdirSync(seedFolder).flatMap((name) =>
  readFileSync(join(seedFolder, name), "utf8")
    .replace(/^---\n.*?\n---\n/su, "")
    .split(/\n{2,}/)
    .map((paragraph) => paragraph.trim())
    .filter((paragraph) => paragraph.length > 80),
);

/** Paragraphs of the seed documents in ever new company, with a brigade that no other document names. */
function documentText(index: number): string {
  const day = String(1 + (index % 28)).padStart(2, "0");
  const chosen = Array.from(
    { length: PARAGRAPHS },
    (_, at) => paragraphs[(index * (at + 1) * 7 + at * 13) % paragraphs.length]!,
  );
  const own = `The ${index}th Border Brigade withdrew from the city of Mosul in Iraq, the ministry said.`;
  return `Published: 2024-09-${day}\n\n${chosen.join("\n\n")}\n\n${own}\n`;
}

function writeDocuments(folder: string): void {
  for (let index = 0; index < count; index++) {
    const inner = join(folder, String(Math.floor(index / PER_FOLDER)).padStart(4, "0"));
    if (index % PER_FOLDER === 0) mkdirSync(inner);
    writeFileSync(join(inner, `${String(index).padStart(6, "0")}.txt`), documentText(index));
  }
}

/** Memory of a process in megabytes, while it runs; from `/proc`, so on Linux only. */
function residentMegabytes(pid: number): number | undefined {
  try {
    const pages = Number(readFileSync(`/proc/${pid}/statm`, "utf8").split(" ")[1]);
    return (pages * PAGE_KB) / 1024;
  } catch {
    return undefined;
  }
}

interface Figures {
  readonly seconds: number;
  readonly lines: number;
  /** Processor seconds a second. */
  readonly cores: number;
  readonly memory: readonly number[];
  readonly last: string;
}

/** Runs one command of Actant's, whose output is counted and thrown away. */
function run(args: readonly string[], dataFolder: string): Promise<Figures> {
  const started = performance.now();
  const child = spawn(process.execPath, ["--import", "tsx", join(root, "server/main.ts"), ...args], {
    cwd: root,
    env: { ...process.env, DATA_DIR: dataFolder },
    stdio: ["ignore", "pipe", "inherit"],
  });
  const memory: number[] = [];
  let lines = 0;
  let last = "";
  let ticks = 0;
  const timer = setInterval(() => {
    const now = child.pid === undefined ? undefined : residentMegabytes(child.pid);
    if (now !== undefined) memory.push(now);
    ticks = ticksOf(child.pid) ?? ticks;
  }, 500);
  child.stdout.on("data", (chunk: Buffer) => {
    for (const byte of chunk) if (byte === 10) lines += 1;
    last = chunk.toString("utf8");
  });
  return new Promise((resolve) => {
    child.on("close", () => {
      clearInterval(timer);
      const seconds = (performance.now() - started) / 1000;
      resolve({ seconds, lines, cores: ticks / 100 / seconds, memory, last: last.trim().split("\n").at(-1) ?? "" });
    });
  });
}

/** Hundredths of a second of processor time that a process has used. */
function ticksOf(pid: number | undefined): number | undefined {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, "utf8").split(") ")[1]!.split(" ");
    return Number(fields[11]) + Number(fields[12]);
  } catch {
    return undefined;
  }
}

const average = (values: readonly number[]): number =>
  Math.round(values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length));

/** Memory over four equal parts of the run: flat where the last is no larger than the second. */
const quarters = (values: readonly number[]): string =>
  [0, 1, 2, 3]
    .map((part) => average(values.slice((values.length * part) / 4, (values.length * (part + 1)) / 4)))
    .join(" · ");

const row = (what: string, { seconds, cores, memory }: Figures): string =>
  `| ${what} | ${seconds.toFixed(0)} | ${Math.round(count / seconds)} | ${cores.toFixed(1)} | ${quarters(memory)} | ${Math.round(Math.max(...memory))} |`;

const place = mkdtempSync(join(tmpdir(), "actant-many-"));
try {
  const folder = join(place, "documents");
  mkdirSync(folder);
  writeDocuments(folder);
  console.log(
    "| what | s | documents/s | cores | MB, by quarter | MB, most |\n| --- | ---: | ---: | ---: | --- | ---: |",
  );
  const extracted = await run(["extract", folder], join(place, "none"));
  if (extracted.lines !== count) throw new Error(`extract printed ${extracted.lines} documents of ${count}`);
  console.log(row("`extract`, a file each", extracted));
  const seeded = await run(["seed", folder], join(place, "data"));
  console.log(row("`seed`, a file each", seeded));
  const again = await run(["seed", folder], join(place, "data"));
  console.log(row("`seed` again, all known", again));
  console.log(`\n${seeded.last}\n${again.last}`);
} finally {
  rmSync(place, { recursive: true, force: true });
}
