/** The titles of some documents. */
import type { DocumentId } from "../../../schema/ids.ts";
import { ask } from "./client.ts";
import { titleQuery } from "./queries.ts";

/** Titles by id; a document that is not there has none. */
export async function titlesOf(
  ids: readonly DocumentId[],
  signal?: AbortSignal,
): Promise<ReadonlyMap<DocumentId, string>> {
  const answers = await Promise.all(ids.map((id) => ask(titleQuery, { id }, signal)));
  return new Map(answers.flatMap(({ document }) => (document ? [[document.id as DocumentId, document.title]] : [])));
}
