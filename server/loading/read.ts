/** Opens and reads sources on all cores, and hands the documents on in the order of their sources. */
import { documentId } from "../../schema/digest.ts";
import type { DocumentId } from "../../schema/ids.ts";
import type { ReadDocument } from "../../schema/model.ts";
import type { File } from "../formats/file.ts";
import type { Reading } from "../reading/reading.ts";
import { TextError } from "../text.ts";
import type { Source } from "./sources.ts";
import { members, packed, type Packed, type Part, unpack } from "./unpack.ts";

/** What became of something to read. `known` ones were not read again; `notes` are for whoever brought it. */
export type Outcome = { readonly where: string; readonly bytes: number } & (
  | { readonly document: ReadDocument; readonly wasRead: boolean; readonly notes: readonly string[] }
  | { readonly known: DocumentId; readonly wasRead: boolean; readonly notes: readonly string[] }
  | { readonly problem: string }
);

/** Whether the store holds a document already. */
export type IsHeld = (id: DocumentId) => Promise<boolean>;

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

const reasonOf = (error: unknown) =>
  error instanceof TextError ? error.message : `could not be read: ${(error as Error).message}`;

async function readPart(part: Part, reading: Reading, isHeld: IsHeld): Promise<Outcome> {
  const place = { where: part.where, bytes: 0 };
  if ("problem" in part) return { ...place, problem: part.problem };
  const { notes } = part;
  const wasRead = "text" in part;
  const id = wasRead ? documentId(part.text.text) : part.document.id;
  if (await isHeld(id)) return { ...place, known: id, wasRead, notes };
  if (!wasRead) return { ...place, document: part.document, wasRead, notes };
  try {
    const read = await reading.read(part.text);
    return { ...place, wasRead, document: read.document, notes: [...notes, ...read.notes] };
  } catch (error) {
    return { ...place, problem: reasonOf(error) };
  }
}

type Item = Packed | (Part & { readonly bytes: number });

async function* itemsOf(sources: AsyncIterable<Source>): AsyncGenerator<Item> {
  for await (const source of sources) {
    if ("file" in source) yield* members(packed(source.where, source.file));
    else yield source;
  }
}

async function* partsOf(item: Item, reading: Reading): AsyncGenerator<Part> {
  if ("file" in item) yield* unpack(item, reading.open);
  else yield item;
}

/** Every part of an item; what goes wrong in opening it is told after what came before. */
async function readItem(item: Item, reading: Reading, isHeld: IsHeld): Promise<readonly Outcome[]> {
  const outcomes: Outcome[] = [];
  try {
    const each = (part: Part) => readPart(part, reading, isHeld);
    for await (const outcome of mapInOrder(partsOf(item, reading), reading.size, each)) outcomes.push(outcome);
  } catch (error) {
    outcomes.push({ where: item.where, bytes: 0, problem: reasonOf(error) });
  }
  return outcomes;
}

/** Reads what is not held yet. A file's share of the work is counted with the last thing in it. */
export async function* readAll(
  sources: AsyncIterable<Source>,
  reading: Reading,
  isHeld: IsHeld,
): AsyncGenerator<Outcome> {
  const each = async (item: Item) => ({ item, outcomes: await readItem(item, reading, isHeld) });
  for await (const { item, outcomes } of mapInOrder(itemsOf(sources), reading.size * 2, each)) {
    const last = outcomes.at(-1) ?? { where: item.where, problem: "holds nothing to read" };
    yield* outcomes.slice(0, -1);
    yield { ...last, bytes: item.bytes };
  }
}

async function* one(source: Source): AsyncGenerator<Source> {
  yield source;
}

/** Reads what one file holds. */
export const readFile = (file: File, reading: Reading, isHeld: IsHeld): AsyncGenerator<Outcome> =>
  readAll(one({ where: file.name, bytes: file.bytes.length, file }), reading, isHeld);
