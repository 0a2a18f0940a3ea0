/** How loading tells of itself: a bar on a terminal, plain lines elsewhere. */
import { Presets, SingleBar } from "cli-progress";
import type { Reporter, Summary } from "./seed.ts";
import type { Written } from "./settle.ts";

/** Where lines go. */
export interface Output {
  write(text: string): unknown;
}

interface Terminal extends Output {
  readonly isTTY?: boolean;
}

const count = (n: number, one: string, many = `${one}s`) => `${n} ${n === 1 ? one : many}`;

type Gain = Pick<Written, "newRelations" | "newEntities" | "newAssertions">;

const gained = ({ newRelations, newEntities, newAssertions }: Gain) =>
  [
    count(newRelations, "new edge"),
    count(newEntities, "new entity", "new entities"),
    count(newAssertions, "new assertion"),
  ].join(", ");

/** One line that says what loading did. */
export function summarize({ written, known, refused, relations, entities, assertions, seconds }: Summary): string {
  const all = written + known + refused;
  const parts = [`${written} new`, `${known} known already`, `${refused} refused`];
  const gain = gained({ newRelations: relations, newEntities: entities, newAssertions: assertions });
  const rate = seconds > 0 ? Math.round(all / seconds) : all;
  return `${count(all, "document")}: ${parts.join(", ")}. ${gain}. ${seconds.toFixed(1)} s, ${rate} a second.`;
}

const told = ({ where, notes }: Pick<Written, "where" | "notes">) =>
  notes.map((note) => `${where}: ${note}\n`).join("");

/** A line for each text, and for each problem. */
function lineReporter(out: Output, problems: Output): Reporter {
  return {
    begin: () => {},
    advance: () => {},
    refused: (where, problem) => problems.write(`${where}: ${problem}\n`),
    wrote: (written) => {
      if (written.wasRead)
        out.write(`${written.where}: ${written.known ? "known already, nothing changed" : gained(written)}\n`);
      out.write(told(written));
    },
    end: (summary) => out.write(`${summarize(summary)}\n`),
  };
}

/** Time left, as people say it. */
export function remaining(seconds: number): string {
  if (!Number.isFinite(seconds)) return "…";
  if (seconds < 60) return `${Math.ceil(seconds)} s left`;
  if (seconds < 3_600) return `${Math.ceil(seconds / 60)} min left`;
  return `${(seconds / 3_600).toFixed(1)} h left`;
}

/** What the bar says beside its length. */
class Pace {
  readonly #started = performance.now();
  readonly #total: number;
  #done = 0;
  #documents = 0;

  constructor(total: number) {
    this.#total = total;
  }

  count(): void {
    this.#documents += 1;
  }

  advance(bytes: number): void {
    this.#done += bytes;
  }

  get payload() {
    const seconds = (performance.now() - this.#started) / 1_000;
    const left = this.#done === 0 ? Number.NaN : (seconds * (this.#total - this.#done)) / this.#done;
    return { documents: this.#documents, rate: (this.#documents / seconds).toFixed(1), left: remaining(left) };
  }
}

/** A bar by bytes; problems are kept until the bar is done, so that they do not tear it apart. */
function barReporter(out: Output, terminal: NodeJS.WritableStream): Reporter {
  const format = "Reading {bar} {percentage}% · {documents} documents · {rate} a second · {left}";
  const bar = new SingleBar({ format, stream: terminal, hideCursor: true }, Presets.shades_classic);
  const lines: string[] = [];
  let pace = new Pace(0);
  return {
    begin: (bytes) => {
      pace = new Pace(bytes);
      bar.start(Math.max(bytes, 1), 0, pace.payload);
    },
    advance: (bytes) => {
      pace.advance(bytes);
      bar.increment(bytes, pace.payload);
    },
    refused: (where, problem) => void lines.push(`${where}: ${problem}\n`),
    wrote: (written) => {
      pace.count();
      if (written.notes.length > 0) lines.push(told(written));
    },
    end: (summary) => {
      bar.update(bar.getTotal(), pace.payload);
      bar.stop();
      terminal.write(lines.join(""));
      out.write(`${summarize(summary)}\n`);
    },
  };
}

/** One JSON object a line for each document, for scripts; a summary last. */
export function jsonReporter(out: Output): Reporter {
  const line = (value: object) => out.write(`${JSON.stringify(value)}\n`);
  return {
    begin: () => {},
    advance: () => {},
    refused: (where, problem) => line({ where, refused: problem }),
    wrote: ({ where, id, known, newRelations, newEntities, newAssertions, document, notes }) => {
      const about = document && { title: document.title, language: document.language };
      line({ where, id, known, newRelations, newEntities, newAssertions, ...about, notes });
    },
    end: (summary) => line({ summary }),
  };
}

/** The reporter that fits where the output goes. */
export const createReporter = (out: Output, errors: NodeJS.WritableStream & Terminal): Reporter =>
  errors.isTTY ? barReporter(out, errors) : lineReporter(out, errors);
