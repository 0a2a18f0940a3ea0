/** Reads sources on all cores, and hands the documents on in the order of their sources. */
import type { ReadDocument, SourceText } from "../../schema/model.ts";
import type { ReadingPool } from "../reading/pool.ts";
import { TextError } from "../text.ts";
import type { Loadable, Source } from "./sources.ts";

/** What became of a source. `known` ones were not read again. */
export type Outcome = { readonly where: string; readonly bytes: number } & (
  | { readonly document: ReadDocument; readonly wasText: boolean }
  | { readonly known: true; readonly wasText: boolean }
  | { readonly problem: string }
);

/** Maps in order with at most `width` under way, so that memory stays flat. */
export async function* mapInOrder<From, To>(
  items: AsyncIterable<From>,
  width: number,
  map: (item: From) => Promise<To>,
): AsyncGenerator<To> {
  const underWay: Promise<To>[] = [];
  for await (const item of items) {
    const result = map(item);
    // A failure is thrown when its turn comes, which may be after others have failed too.
    result.catch(() => {});
    underWay.push(result);
    if (underWay.length >= width) yield await underWay.shift()!;
  }
  for (const last of underWay) yield await last;
}

async function readText(
  pool: ReadingPool,
  text: SourceText,
): Promise<{ document: ReadDocument } | { problem: string }> {
  try {
    return { document: await pool.read(text) };
  } catch (error) {
    const reason = (error as Error).message;
    return { problem: error instanceof TextError ? reason : `could not be read: ${reason}` };
  }
}

type IsHeld = (source: Loadable) => Promise<boolean>;

/** Reads what is text and not held yet. */
export function readAll(sources: AsyncIterable<Source>, pool: ReadingPool, isHeld: IsHeld): AsyncGenerator<Outcome> {
  return mapInOrder(sources, pool.size * 2, async (source): Promise<Outcome> => {
    if ("problem" in source) return source;
    const { where, bytes } = source;
    const wasText = "text" in source;
    if (await isHeld(source)) return { where, bytes, known: true, wasText };
    if (!wasText) return { where, bytes, document: source.document, wasText };
    return { where, bytes, wasText, ...(await readText(pool, source.text)) };
  });
}
