/** Prints what would be read, one JSON document a line, and writes nothing anywhere else. */
import { once } from "node:events";
import { formatDocument } from "../../schema/interchange.ts";
import type { Reading } from "../reading/reading.ts";
import { findFiles } from "./files.ts";
import { readAll } from "./read.ts";
import type { Output } from "./report.ts";
import { type Bringing, sourcesOf } from "./sources.ts";

/** Prints documents in the order of their sources; tells how many sources were refused. */
export async function extract(
  paths: readonly string[],
  bringing: Bringing,
  { reading, out, errors }: { reading: Reading; out: NodeJS.WritableStream; errors: Output },
): Promise<number> {
  let refused = 0;
  const never = async () => false;
  for await (const outcome of readAll(sourcesOf(await findFiles(paths), bringing), reading, never)) {
    if ("document" in outcome) {
      for (const note of outcome.notes) errors.write(`${outcome.where}: ${note}\n`);
      if (!out.write(`${formatDocument(outcome.document)}\n`)) await once(out, "drain");
    } else if ("problem" in outcome) {
      refused += 1;
      errors.write(`${outcome.where}: ${outcome.problem}\n`);
    }
  }
  return refused;
}
