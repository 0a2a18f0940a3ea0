/** Opens files as the server does, in this thread. */
import type { File, Opened } from "../../../server/formats/file.ts";
import { openFile } from "../../../server/formats/open.ts";
import { packed, type Part, unpack } from "../../../server/loading/unpack.ts";
import { compileGazetteer } from "../../../server/ingest/names/gazetteer.ts";
import { knownIn } from "../../../server/reading/reader.ts";

const NAMES = compileGazetteer([
  { kind: "STATE", name: "Iran", aliases: ["Islamic Republic of Iran"], country: "IR" },
  { kind: "STATE", name: "Israel", aliases: [] },
  { kind: "MILITIA", name: "Popular Mobilization Forces", aliases: ["PMF"] },
]);

export const open = (file: File): Promise<readonly Opened[]> => openFile(file, { known: knownIn(NAMES) });

/** Everything that a file holds. */
export async function partsOf(name: string, content: string | Uint8Array, more: Partial<File> = {}): Promise<Part[]> {
  const parts: Part[] = [];
  for await (const part of unpack(packed(name, { name, bytes: Buffer.from(content as string), ...more }), open))
    parts.push(part);
  return parts;
}

/** The one text that a file holds, with what is said of it. */
export async function textOf(name: string, content: string | Uint8Array, more: Partial<File> = {}) {
  const [part, ...rest] = await partsOf(name, content, more);
  if (!part || !("text" in part) || rest.length > 0) throw new Error(JSON.stringify([part, ...rest]));
  return { text: part.text.text, given: part.text.given, notes: part.notes };
}

/** Why nothing can be read in a file. */
export async function problemOf(name: string, content: string | Uint8Array): Promise<string> {
  const [part, ...rest] = await partsOf(name, content);
  if (!part || !("problem" in part) || rest.length > 0) throw new Error(JSON.stringify([part, ...rest]));
  return part.problem;
}
