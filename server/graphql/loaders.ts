/** Loaders of one request: what an answer asks for one by one goes to the store in batches. */
import DataLoader from "dataloader";
import type { AssertionId, DocumentId, EntityId, NoteId, RelationId, StoryId, ViewId } from "../../schema/ids.ts";
import type { Assertion, Sentence } from "../../schema/model.ts";
import type { Page, PageRequest, StoreReader } from "../store/port.ts";
import type { Budget } from "./budget.ts";

const MAX_BATCH = 1_000;

/** The most assertions that are asked of the store at once. */
const MAX_ASSERTIONS = 20_000;

type Batch<Key, Value> = (keys: readonly Key[]) => Promise<readonly Value[]>;

const loader = <Key, Value>(batch: Batch<Key, Value>) => new DataLoader<Key, Value>(batch, { maxBatchSize: MAX_BATCH });

/** The first assertions of each edge: few enough edges at a time, one time after another, within the budget. */
function assertionsLoader(store: StoreReader, page: PageRequest, budget: Budget) {
  let last: Promise<unknown> = Promise.resolve();
  const load = async (ids: readonly RelationId[]) => {
    const pages = await store.assertionsOf(ids, page);
    budget.rows(pages.reduce((sum, { edges }) => sum + edges.length, 0));
    return pages;
  };
  const inTurn = (ids: readonly RelationId[]) => {
    const pages = last.then(() => load(ids));
    last = pages;
    return pages;
  };
  const maxBatchSize = Math.max(1, Math.min(MAX_BATCH, Math.floor(MAX_ASSERTIONS / page.first)));
  return new DataLoader(inTurn, { maxBatchSize });
}

/** The loaders of one request. */
export function createLoaders(store: StoreReader, budget: Budget) {
  const byPage = new Map<string, DataLoader<RelationId, Page<Assertion>>>();
  const assertionsOf = (page: PageRequest) => {
    const key = `${page.first} ${page.after ?? ""}`;
    const found = byPage.get(key) ?? assertionsLoader(store, page, budget);
    byPage.set(key, found);
    return found;
  };
  return {
    entity: loader((ids: readonly EntityId[]) => store.entitiesById(ids)),
    relation: loader((ids: readonly RelationId[]) => store.relationsById(ids)),
    assertion: loader((ids: readonly AssertionId[]) => store.assertionsById(ids)),
    record: loader((ids: readonly (ViewId | StoryId | NoteId)[]) => store.recordsById(ids)),
    document: loader((ids: readonly DocumentId[]) => store.documentsById(ids)),
    text: new DataLoader(async ([id]: readonly DocumentId[]) => [await store.textOf(id!)], { batch: false }),
    assertionsIn: loader((sentences: readonly Sentence[]) => store.assertionsIn(sentences)),
    assertionsOf: (id: RelationId, page: PageRequest) => assertionsOf(page).load(id),
  };
}

export type Loaders = ReturnType<typeof createLoaders>;
