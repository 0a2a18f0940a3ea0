/** Reading mentions, which lie as lists on the relationship between a document and an entity. */
import type { DocumentId, EntityId } from "../../../schema/ids.ts";
import type { Mention } from "../../../schema/model.ts";
import type { Page, PageRequest } from "../port.ts";
import type { Connection, Row } from "./connection.ts";
import { readPage } from "./list.ts";

/** Whose mentions: those of one entity, or those in one document. */
export type MentionsOf = { readonly entity: EntityId } | { readonly document: DocumentId };

/** A page of mentions, by document and place. */
export async function mentions(connection: Connection, of: MentionsOf, page: PageRequest): Promise<Page<Mention>> {
  const named =
    "entity" in of
      ? "()-[n:NAMES]->() WHERE n.entity = $entity AND n.document IS NOT NULL"
      : "(:Document {id: $document})-[n:NAMES]->()";
  return readPage(
    connection,
    {
      name: `mentions ${Object.values(of)[0]}`,
      match: `MATCH ${named}
        UNWIND range(0, size(n.texts) - 1) AS i
        WITH n, i, n.starts[i] AS start, n.ends[i] AS end`,
      where: [],
      parameters: of,
      order: ["n.document", "start", "end", "n.entity"],
      shape: ["", 0, 0, ""],
      columns: "n.texts[i], n.sentenceStarts[i], n.sentenceEnds[i], n.document, n.entity, start, end",
      nodesOf: (rows) => rows.map(toMention),
    },
    page,
  );
}

function toMention([text, sentenceStart, sentenceEnd, document, entity, start, end]: Row): Mention {
  return {
    entity: entity as EntityId,
    document: document as DocumentId,
    start: start as number,
    end: end as number,
    text: text as string,
    sentence: { start: sentenceStart as number, end: sentenceEnd as number },
  };
}
