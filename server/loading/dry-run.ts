/** Shows what loading would bring, and writes nothing. */
import { once } from "node:events";
import type { Reading } from "../reading/reading.ts";
import { findFiles } from "./files.ts";
import { readAll } from "./read.ts";
import type { Output } from "./report.ts";
import { type Paint, showDocument } from "./show.ts";
import { type Bringing, sourcesOf } from "./sources.ts";

export interface DryRunOptions {
  readonly reading: Reading;
  readonly out: NodeJS.WritableStream;
  readonly errors: Output;
  readonly paint: Paint;
  /** One JSON object a line, for scripts, rather than text for people. */
  readonly json: boolean;
}

/** Shows everything that the paths mean; tells how much was refused. */
export async function dryRun(paths: readonly string[], bringing: Bringing, options: DryRunOptions): Promise<number> {
  const { reading, out, errors, paint, json } = options;
  const counts = { documents: 0, refused: 0, assertions: 0 };
  const show = async (text: string) => void (out.write(text) || (await once(out, "drain")));
  for await (const outcome of readAll(sourcesOf(await findFiles(paths), bringing), reading, async () => false)) {
    if ("document" in outcome) {
      const { where, document, notes } = outcome;
      counts.documents += 1;
      counts.assertions += document.assertions.length;
      await show(
        json ? `${JSON.stringify({ where, notes, document })}\n` : showDocument(where, document, notes, paint),
      );
    } else if ("problem" in outcome) {
      counts.refused += 1;
      if (json) await show(`${JSON.stringify({ where: outcome.where, refused: outcome.problem })}\n`);
      else errors.write(`${outcome.where}: ${outcome.problem}\n`);
    }
  }
  const { documents, refused, assertions } = counts;
  if (!json) await show(`${documents} documents, ${assertions} assertions, ${refused} refused. Nothing was written.\n`);
  return refused;
}
