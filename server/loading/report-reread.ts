/** How reading anew tells of itself. */
import type { Output } from "./report.ts";
import type { RereadReporter, RereadSummary } from "./reread.ts";

interface Options {
  readonly out: Output;
  readonly errors: Output;
  readonly json: boolean;
  readonly dryRun: boolean;
}

const edges = (count: number) => `${count} ${count === 1 ? "edge" : "edges"}`;

function summarize({ documents, changed, refused, gained, lost, seconds }: RereadSummary, dryRun: boolean): string {
  const done = dryRun ? "would be gained" : "gained";
  return (
    `${documents} documents read anew: ${changed} changed, ${refused} refused. ` +
    `${edges(gained)} ${done}, ${lost} lost. ${seconds.toFixed(1)} s.${dryRun ? " Nothing was written." : ""}\n`
  );
}

function inJson(out: Output): RereadReporter {
  const line = (value: object) => out.write(`${JSON.stringify(value)}\n`);
  return {
    begin: () => {},
    changed: (change) => line(change),
    refused: (title, problem) => line({ title, refused: problem }),
    end: (summary) => line({ summary }),
  };
}

/** A `+` line for each edge that a document gained, a `-` line for each that it lost. */
export function createRereadReporter({ out, errors, json, dryRun }: Options): RereadReporter {
  if (json) return inJson(out);
  return {
    begin: (documents) => out.write(`Reading ${documents} documents anew.\n`),
    changed: ({ title, gained, lost, notes }) => {
      const lines = [...gained.map((edge) => `  + ${edge}\n`), ...lost.map((edge) => `  - ${edge}\n`)];
      if (lines.length > 0) out.write(`${title}\n${lines.join("")}`);
      for (const note of notes) out.write(`${title}: ${note}\n`);
    },
    refused: (title, problem) => errors.write(`${title}: ${problem}\n`),
    end: (summary) => out.write(summarize(summary, dryRun)),
  };
}
