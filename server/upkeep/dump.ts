/** `npm run dump -- FILE`: all that a store holds, in one file that any store can be made from. */
import { open, rename } from "node:fs/promises";
import type { StoreReader } from "../store/port.ts";
import { Counting, type Item, lineOf, type Seal } from "./content.ts";

/** Documents in the order of ids, then records. */
async function* itemsOf(store: StoreReader): AsyncGenerator<Item> {
  for await (const document of store.export()) yield { document };
  for await (const record of store.records()) yield { record };
}

/** Writes a dump; under another name until it is whole, so that no half of one is taken for it. */
export async function dump(store: StoreReader, path: string): Promise<Seal> {
  const counting = new Counting();
  const file = await open(`${path}.part`, "w");
  try {
    for await (const item of itemsOf(store)) {
      counting.add(item);
      await file.write(`${lineOf(item)}\n`);
    }
    await file.write(`${JSON.stringify({ seal: counting.seal })}\n`);
    await file.sync();
  } finally {
    await file.close();
  }
  await rename(`${path}.part`, path);
  return counting.seal;
}
