/** Loading: whole documents into each store, beside the same rows put in by hand. */
import { rmSync } from "node:fs";
import Database from "libsql";
import type { ReadDocument } from "../../schema/model.ts";
import type { Store } from "../../server/store/port.ts";
import { show } from "./figures.ts";

/** Documents that are given to a store at once. */
const TOGETHER = 32;

/** What a load took. */
export interface Load {
  readonly seconds: number;
  /** Processor seconds of this process. */
  readonly cpu: number;
  readonly memory: number;
}

/** Measures work by the clock and by this process's time. */
export async function timed(work: () => unknown): Promise<Load> {
  const [started, before] = [performance.now(), process.cpuUsage()];
  await work();
  const { user, system } = process.cpuUsage(before);
  return {
    seconds: (performance.now() - started) / 1_000,
    cpu: (user + system) / 1e6,
    memory: process.memoryUsage().rss,
  };
}

/** Writes documents, some together, and tells what writing alone took. */
export async function load(store: Store, documents: Iterable<ReadDocument>, together = TOGETHER): Promise<Load> {
  let [seconds, cpu, memory] = [0, 0, 0];
  const write = async (some: readonly ReadDocument[]) => {
    const cost = await timed(() => Promise.all(some.map((document) => store.write(document))));
    [seconds, cpu, memory] = [seconds + cost.seconds, cpu + cost.cpu, Math.max(memory, cost.memory)];
  };
  let waiting: ReadDocument[] = [];
  for (const document of documents) {
    if (waiting.push(document) < together) continue;
    await write(waiting);
    waiting = [];
  }
  await write(waiting);
  return { seconds, cpu, memory };
}

/** Tables in an order in which what is referred to is there. */
const TABLES =
  "publisher speaker extractor document document_text entity name word spelling appearance passage mention relation assertion".split(
    " ",
  );
const ROWS_TOGETHER = 10_000;

/** Puts every row of a finished store into an empty one with the same tables, by prepared statements in a loop. */
export async function loadByHand(from: string, to: string, makeTables: (path: string) => Promise<void>): Promise<Load> {
  for (const end of ["", "-wal", "-shm"]) rmSync(to + end, { force: true });
  await makeTables(to);
  const [source, target] = [new Database(from), new Database(to)];
  target.exec("PRAGMA journal_mode = WAL");
  target.exec("PRAGMA synchronous = NORMAL");
  const total = { seconds: 0, cpu: 0, memory: 0 };
  for (const table of TABLES) {
    const rows = source.prepare(`SELECT * FROM ${table}`).raw().all() as unknown[][];
    if (rows.length === 0) continue;
    const statement = target.prepare(`INSERT INTO ${table} VALUES (${rows[0]!.map(() => "?").join(", ")})`);
    const cost = await timed(() => {
      for (let i = 0; i < rows.length; i += ROWS_TOGETHER) {
        target.exec("BEGIN");
        for (const row of rows.slice(i, i + ROWS_TOGETHER)) statement.run(row);
        target.exec("COMMIT");
      }
    });
    [total.seconds, total.cpu] = [total.seconds + cost.seconds, total.cpu + cost.cpu];
    total.memory = Math.max(total.memory, cost.memory);
  }
  source.close();
  target.close();
  return total;
}

/** A row of the table of loads. */
export const loadRow = (name: string, { seconds, cpu, memory }: Load, relations: number): string[] => [
  name,
  show(relations / seconds),
  show(relations / cpu),
  show(memory / 1e6),
];
