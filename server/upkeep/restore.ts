/** `npm run restore -- FILE`: brings back what a dump holds, into any store, and holds the store to it. */
import { createReadStream } from "node:fs";
import { z } from "zod";
import { InterchangeError, parseDocument } from "../../schema/interchange.ts";
import type { StoredRecord } from "../../schema/model.ts";
import { linesOf } from "../loading/lines.ts";
import { mapInOrder } from "../loading/read.ts";
import { type Store, StoreError } from "../store/port.ts";
import { Counting, type Item, type Seal } from "./content.ts";

/** Documents under way at once. */
const AT_ONCE = 32;

const seal = z.object({ documents: z.number(), records: z.number(), content: z.string() });
const line = z.union([
  z.object({ document: z.looseObject({}) }),
  z.object({ record: z.looseObject({ id: z.string() }) }),
  z.object({ seal }),
]);

async function* linesIn(path: string): AsyncGenerator<Item | { readonly seal: Seal }> {
  for await (const { number, bytes } of linesOf(createReadStream(path, { highWaterMark: 1 << 18 })))
    yield itemOf(`${path}:${number}`, bytes?.toString() ?? "");
}

function itemOf(where: string, text: string): Item | { readonly seal: Seal } {
  const refuse = (reason: string) =>
    new StoreError(`${where} is not a line of a dump: ${reason}. Nothing was changed.`);
  let parsed: z.infer<typeof line>;
  try {
    parsed = line.parse(JSON.parse(text));
  } catch {
    throw refuse("it is neither a document nor a record");
  }
  if ("seal" in parsed) return parsed;
  if ("record" in parsed) return { record: parsed.record as unknown as StoredRecord };
  try {
    return { document: parseDocument(JSON.stringify(parsed.document)) };
  } catch (error) {
    throw error instanceof InterchangeError ? refuse(error.message) : error;
  }
}

/** Reads a dump to its end and throws if it is not whole or not as it was written. */
async function check(path: string): Promise<Seal> {
  const counting = new Counting();
  let found: Seal | undefined;
  for await (const item of linesIn(path)) {
    if ("seal" in item) found = item.seal;
    else counting.add(item);
  }
  if (!found) throw new StoreError(`${path} has no end: it is not a whole dump. Nothing was changed.`);
  if (found.content !== counting.seal.content)
    throw new StoreError(`${path} is not as it was written: its content does not fit its seal. Nothing was changed.`);
  return found;
}

async function* itemsIn(path: string): AsyncGenerator<Item> {
  for await (const item of linesIn(path)) if (!("seal" in item)) yield item;
}

async function bring(store: Store, item: Item): Promise<void> {
  if ("document" in item) await store.write(item.document);
  else await store.putRecord(item.record);
}

/** What the store holds now of what the dump does. */
async function held(store: Store, path: string): Promise<Seal> {
  const counting = new Counting();
  for await (const item of itemsIn(path)) {
    if ("record" in item) {
      const [record] = await store.recordsById([item.record.id]);
      if (record) counting.add({ record });
    } else {
      const document = await store.whole(item.document.id);
      if (document) counting.add({ document });
    }
  }
  return counting.seal;
}

/** Brings a dump back. What the store holds besides stays; what it holds already is left as it is. */
export async function restore(store: Store, path: string): Promise<Seal> {
  const dumped = await check(path);
  for await (const _ of mapInOrder(itemsIn(path), AT_ONCE, (item) => bring(store, item)));
  const now = await held(store, path);
  if (now.content !== dumped.content)
    throw new StoreError(
      `${store.location} does not hold all that ${path} does: ${now.documents} of ${dumped.documents} documents and ` +
        `${now.records} of ${dumped.records} records, or some of them otherwise. Restore into an empty store.`,
    );
  return dumped;
}
