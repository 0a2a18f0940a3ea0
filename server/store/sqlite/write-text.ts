/** Writing the sentences of a document, the quotes that are parts of one, and the mentions in them. */
import type { EntityId } from "../../../schema/ids.ts";
import { sentenceAt } from "../../../schema/interchange.ts";
import type { ReadDocument, Span } from "../../../schema/model.ts";
import { words } from "../words.ts";
import type { Connection } from "./connection.ts";

/** Rows of passages, by span. */
export type PassageRows = ReadonlyMap<string, number>;

/** A span as a key of `PassageRows`. */
export const spanKey = ({ start, end }: Span) => `${start}-${end}`;

/** Adds the sentences and the quotes that are only parts of one; their rows by span. */
export function addPassages(
  sql: Connection,
  document: number,
  { text, sentences, assertions }: ReadDocument,
): PassageRows {
  const rows = new Map<string, number>();
  const add = (span: Span, isSentence: number) => {
    if (rows.has(spanKey(span))) return;
    const passage = text.slice(span.start, span.end);
    const found = words(passage);
    const row = sql.run(
      `INSERT INTO passage (document, start, end, is_sentence, word_count, text) VALUES (?, ?, ?, ?, ?, ?)`,
      [document, span.start, span.end, isSentence, found.length, passage],
    );
    sql.run("INSERT INTO passage_words (rowid, words) VALUES (?, ?)", row, found.join(" "));
    rows.set(spanKey(span), row);
  };
  for (const sentence of sentences) add(sentence, 1);
  for (const assertion of assertions) add(assertion, 0);
  return rows;
}

/** Adds every place where the document names an entity. */
export function addMentions(
  sql: Connection,
  document: number,
  { entities, sentences }: ReadDocument,
  entityRows: ReadonlyMap<EntityId, number>,
  passages: PassageRows,
): void {
  const rows = entities.flatMap(({ id, mentions }) =>
    mentions.map((mention) => {
      const passage = passages.get(spanKey(sentenceAt(sentences, mention)!))!;
      return [document, mention.start, mention.end, entityRows.get(id)!, passage];
    }),
  );
  sql.run(
    `INSERT INTO mention (document, start, end, entity, passage)
     SELECT value ->> 0, value ->> 1, value ->> 2, value ->> 3, value ->> 4 FROM json_each(?)`,
    JSON.stringify(rows),
  );
}
