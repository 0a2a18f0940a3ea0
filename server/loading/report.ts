/** How loading tells of itself: a bar on a terminal, plain lines elsewhere. */
import { Presets, SingleBar } from "cli-progress";
import type { Reporter, Summary, Written } from "./seed.ts";

/** Where lines go. */
export interface Output {
  write(text: string): unknown;
}

interface Terminal extends Output {
  readonly isTTY?: boolean;
}

const count = (n: number, one: string, many = `${one}s`) => `${n} ${n === 1 ? one : many}`;

const gained = ({ newRelations, newEntities, newAssertions }: Written) =>
  [
    count(newRelations, "new edge"),
    count(newEntities, "new entity", "new entities"),
    count(newAssertions, "new assertion"),
  ].join(", ");

/** One line that says what loading did. */
export function summarize({ written, known, refused, relations, entities, assertions, seconds }: Summary): string {
  const all = written + known + refused;
  const parts = [`${written} new`, `${known} known already`, `${refused} refused`];
  const gain = gained({ known: false, newRelations: relations, newEntities: entities, newAssertions: assertions });
  const rate = seconds > 0 ? Math.round(all / seconds) : all;
  return `${count(all, "document")}: ${parts.join(", ")}. ${gain}. ${seconds.toFixed(1)} s, ${rate} a second.`;
}

/** A line for each text, and for each problem. */
function lineReporter(out: Output, problems: Output): Reporter {
  return {
    begin: () => {},
    advance: () => {},
    refused: (where, problem) => problems.write(`${where}: ${problem}\n`),
    wrote: (where, result, wasText) => {
      if (wasText) out.write(`${where}: ${result.known ? "known already, nothing changed" : gained(result)}\n`);
    },
    end: (summary) => out.write(`${summarize(summary)}\n`),
  };
}

/** A bar by bytes; problems are kept until the bar is done, so that they do not tear it apart. */
function barReporter(out: Output, terminal: NodeJS.WritableStream): Reporter {
  const bar = new SingleBar(
    {
      format: "Reading {bar} {percentage}% · {documents} documents · {eta_formatted}",
      stream: terminal,
      hideCursor: true,
    },
    Presets.shades_classic,
  );
  const problems: string[] = [];
  let documents = 0;
  return {
    begin: (bytes) => bar.start(Math.max(bytes, 1), 0, { documents }),
    advance: (bytes) => bar.increment(bytes, { documents }),
    refused: (where, problem) => void problems.push(`${where}: ${problem}\n`),
    wrote: () => {
      documents += 1;
    },
    end: (summary) => {
      bar.update(bar.getTotal(), { documents });
      bar.stop();
      terminal.write(problems.join(""));
      out.write(`${summarize(summary)}\n`);
    },
  };
}

/** The reporter that fits where the output goes. */
export const createReporter = (out: Output, errors: NodeJS.WritableStream & Terminal): Reporter =>
  errors.isTTY ? barReporter(out, errors) : lineReporter(out, errors);
