/** Reads what arrives in a folder: each file once, when it is whole, also over restarts. */
import { createHash } from "node:crypto";
import { appendFile, mkdir, readFile, stat } from "node:fs/promises";
import { join, resolve } from "node:path";
import { setTimeout } from "node:timers/promises";
import { findFiles } from "./files.ts";
import type { Output } from "./report.ts";

export interface WatchOptions {
  /** Where it is kept what was read. */
  readonly dataFolder: string;
  readonly errors: Output;
  /** Reads one file; called for one after another. */
  readonly load: (path: string) => Promise<void>;
  /** Ends the watch. */
  readonly signal: AbortSignal;
  /** How often the folder is looked at, and how long a file must have been left alone to be whole. */
  readonly pauseSeconds?: number;
}

const PAUSE_SECONDS = 2;

/** A file as it stands: a changed one is another. */
interface Seen {
  readonly path: string;
  readonly state: string;
}

/** What was read, in a file that only grows; a line cut off by a crash is passed over. */
class Ledger {
  readonly #path: string;
  readonly #known = new Map<string, string>();
  readonly #contents = new Set<string>();

  private constructor(path: string) {
    this.#path = path;
  }

  static async open(dataFolder: string, folder: string): Promise<Ledger> {
    await mkdir(dataFolder, { recursive: true });
    const name = createHash("sha256").update(resolve(folder)).digest("hex").slice(0, 16);
    const ledger = new Ledger(join(dataFolder, `watched-${name}.jsonl`));
    const lines = await readFile(ledger.#path, "utf8").catch(() => "");
    for (const line of lines.split("\n")) ledger.#read(line);
    return ledger;
  }

  #read(line: string): void {
    try {
      const { path, state, content } = JSON.parse(line) as Seen & { content: string };
      this.#known.set(path, state);
      this.#contents.add(content);
    } catch {
      // The line was being written when the process ended: its file is read again.
    }
  }

  knows({ path, state }: Seen): boolean {
    return this.#known.get(path) === state;
  }

  /** Whether the same bytes were read from here before, under whatever name. */
  knowsContent(content: string): boolean {
    return this.#contents.has(content);
  }

  async add(seen: Seen, content: string): Promise<void> {
    this.#known.set(seen.path, seen.state);
    this.#contents.add(content);
    await appendFile(this.#path, `${JSON.stringify({ ...seen, content })}\n`);
  }
}

async function look(path: string): Promise<Seen | undefined> {
  const stats = await stat(path).catch(() => undefined);
  return stats && { path, state: `${stats.size} ${stats.mtimeMs}` };
}

async function seenIn(folder: string): Promise<Seen[]> {
  const files = await findFiles([folder]);
  const seen = await Promise.all(files.map((file) => ("bytes" in file ? look(file.path) : undefined)));
  return seen.filter((one) => one !== undefined);
}

/** Ends early where the watch does. */
const pause = (seconds: number, signal: AbortSignal) =>
  setTimeout(seconds * 1_000, undefined, { signal }).catch(() => {});

async function contentOf(path: string): Promise<string | undefined> {
  const bytes = await readFile(path).catch(() => undefined);
  return bytes && createHash("sha256").update(bytes).digest("hex");
}

/** Watches until the signal. A file that does not change from one look to the next is whole. */
export async function watch(folder: string, options: WatchOptions): Promise<void> {
  const { dataFolder, errors, load, signal, pauseSeconds = PAUSE_SECONDS } = options;
  const ledger = await Ledger.open(dataFolder, folder);
  let before = new Map<string, string>();
  errors.write(`Watching ${folder}; end with Ctrl+C.\n`);
  while (!signal.aborted) {
    const here = await seenIn(folder);
    for (const seen of here) {
      if (signal.aborted) return;
      if (ledger.knows(seen) || before.get(seen.path) !== seen.state) continue;
      const content = await contentOf(seen.path);
      if (content === undefined) continue;
      if (!ledger.knowsContent(content)) await load(seen.path);
      await ledger.add(seen, content);
    }
    before = new Map(here.map(({ path, state }) => [path, state]));
    await pause(pauseSeconds, signal);
  }
}
