/** Reads a store through its port, and nothing else. */
import type { ReadDocument } from "../../schema/model.ts";
import type { Page, PageRequest, StoreReader } from "../../server/store/port.ts";

/** All rows of a list, page by page; `first` small, so that pages are turned. */
export async function everyRow<Row>(read: (page: PageRequest) => Promise<Page<Row>>, first = 7): Promise<Row[]> {
  const rows: Row[] = [];
  let after: string | undefined;
  for (;;) {
    const page = await read({ first, after });
    rows.push(...page.edges.map(({ node }) => node));
    if (!page.hasNextPage) return rows;
    after = page.edges.at(-1)!.cursor;
  }
}

/** Every document whole. */
export async function everyDocument(store: StoreReader): Promise<ReadDocument[]> {
  const documents: ReadDocument[] = [];
  for await (const document of store.export()) documents.push(document);
  return documents;
}

/** Everything that a store tells of its graph. Two stores with the same documents have the same snapshot. */
export async function snapshot(store: StoreReader) {
  const { version: _, ...statistics } = await store.statistics();
  const documents = await everyRow((page) => store.documents({}, page));
  const mentions = documents.map(({ id }) => everyRow((page) => store.mentions({ document: id }, page), 100));
  return {
    statistics,
    documents,
    entities: await everyRow((page) => store.entities({}, page)),
    relations: await everyRow((page) => store.relations({}, "NAME", page)),
    assertions: await everyRow((page) => store.assertions({}, page)),
    mentions: (await Promise.all(mentions)).flat(),
    texts: await Promise.all(documents.map(({ id }) => store.textOf(id))),
  };
}
