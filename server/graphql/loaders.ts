/** Loaders of one request: what an answer asks for one by one goes to the store in batches. */
import DataLoader from "dataloader";
import type { AssertionId, DocumentId, EntityId, RelationId } from "../../schema/ids.ts";
import type { Assertion, Sentence } from "../../schema/model.ts";
import type { Page, PageRequest, StoreReader } from "../store/port.ts";
import { refusal } from "./refusal.ts";

const MAX_BATCH = 1_000;

/** The most characters of documents' texts that one answer carries. */
const MAX_TEXT = 30_000_000;

type Batch<Key, Value> = (keys: readonly Key[]) => Promise<readonly Value[]>;

const loader = <Key, Value>(batch: Batch<Key, Value>) => new DataLoader<Key, Value>(batch, { maxBatchSize: MAX_BATCH });

/** Texts one at a time, and not more of them than memory bears: each counts as often as the answer repeats it. */
function textLoader(store: StoreReader) {
  const texts = new DataLoader(async ([id]: readonly DocumentId[]) => [await store.textOf(id!)], { batch: false });
  let spent = 0;
  return async (id: DocumentId) => {
    const found = await texts.load(id);
    spent += found?.text.length ?? 0;
    if (spent > MAX_TEXT)
      throw refusal(
        `text: an answer carries at most ${MAX_TEXT} characters of documents; ask for fewer at a time, or for quotes.`,
      );
    return found;
  };
}

/** The loaders of one request. */
export function createLoaders(store: StoreReader) {
  const byPage = new Map<string, DataLoader<RelationId, Page<Assertion>>>();
  const assertionsOf = (page: PageRequest) => {
    const key = `${page.first} ${page.after ?? ""}`;
    const found = byPage.get(key) ?? loader((ids: readonly RelationId[]) => store.assertionsOf(ids, page));
    byPage.set(key, found);
    return found;
  };
  return {
    entity: loader((ids: readonly EntityId[]) => store.entitiesById(ids)),
    relation: loader((ids: readonly RelationId[]) => store.relationsById(ids)),
    assertion: loader((ids: readonly AssertionId[]) => store.assertionsById(ids)),
    document: loader((ids: readonly DocumentId[]) => store.documentsById(ids)),
    text: textLoader(store),
    assertionsIn: loader((sentences: readonly Sentence[]) => store.assertionsIn(sentences)),
    assertionsOf: (id: RelationId, page: PageRequest) => assertionsOf(page).load(id),
  };
}

export type Loaders = ReturnType<typeof createLoaders>;
