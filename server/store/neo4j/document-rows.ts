/** A document as the rows that are written of it. Pure. */
import { instant } from "../days.ts";
import { exactName } from "../name-search.ts";
import { spellings } from "../spelling.ts";
import type { RelationTally, TalliedAssertion } from "../tally.ts";
import { wordLine, words } from "../words.ts";
import { sentenceAt } from "../../../schema/interchange.ts";
import type { DocumentEntity, ReadDocument, Span } from "../../../schema/model.ts";
import { kindOf } from "./edge-rows.ts";
import type { Parameters } from "./parameters.ts";
import { assertionPlace, documentPlace, spanPlace } from "./places.ts";
import { fromSpans } from "./rows.ts";

/** The properties of the document's node. */
export function documentProperties(document: ReadDocument, relationCount: number, ingestedAt: string): Parameters {
  const { id, source, title, publisher, author, url, published, language, text, sentences, entities } = document;
  return {
    source,
    title,
    publisher,
    author,
    url,
    published,
    language,
    text,
    ingestedAt,
    relationCount,
    sentences: fromSpans(sentences),
    ingested: instant(ingestedAt),
    entityCount: entities.length,
    assertionCount: document.assertions.length,
    mentionCount: countMentions(document),
    words: wordLine([title, author ?? "", publisher ?? "", source].join(" ")),
    place: documentPlace(published, id),
  };
}

/** How many mentions a document has in all. */
export const countMentions = ({ entities }: ReadDocument): number =>
  entities.reduce((sum, { mentions }) => sum + mentions.length, 0);

const spanKey = ({ start, end }: Span) => `${start} ${end}`;

/** A passage with the assertions that quote it. */
export interface PassageRow {
  readonly passage: Parameters;
  readonly assertions: readonly Parameters[];
}

/** The sentences of a document, and the quotes that are only parts of one. */
export function passageRows(
  document: ReadDocument,
  relations: readonly RelationTally[],
  ingestedAt: string,
): { readonly sentences: readonly PassageRow[]; readonly parts: readonly PassageRow[] } {
  const quoting = new Map<string, Parameters[]>();
  const ingested = instant(ingestedAt);
  for (const relation of relations) {
    for (const entry of relation.assertions) {
      const row = assertionRow(document, relation, entry, ingested);
      const key = spanKey(entry.assertion);
      quoting.set(key, [...(quoting.get(key) ?? []), row]);
    }
  }
  const toRow = (span: Span) => ({ passage: passage(document, span), assertions: quoting.get(spanKey(span)) ?? [] });
  const whole = new Set(document.sentences.map(spanKey));
  const parts = new Map(document.assertions.filter((a) => !whole.has(spanKey(a))).map((a) => [spanKey(a), a]));
  return { sentences: document.sentences.map(toRow), parts: [...parts.values()].map(toRow) };
}

function passage({ id, published, text }: ReadDocument, { start, end }: Span): Parameters {
  const quote = text.slice(start, end);
  const found = words(quote);
  return {
    document: id,
    start,
    end,
    text: quote,
    length: quote.length,
    words: found.join(" "),
    wordCount: found.length,
    place: spanPlace(documentPlace(published, id), start, end),
  };
}

function assertionRow(
  { id: document, published, publisher }: ReadDocument,
  { id: relation }: RelationTally,
  { id, assertion, days, place: nth }: TalliedAssertion,
  ingested: number,
): Parameters {
  const { subject, type, object, start, end, trigger, subjectMention, objectMention } = assertion;
  const { status, speaker, date, confidence, extractor } = assertion;
  return {
    id,
    relation,
    document,
    subject,
    type,
    object,
    start,
    end,
    status,
    speaker,
    date,
    confidence,
    extractor,
    published,
    publisher,
    ingested,
    nth,
    subjectKind: kindOf(subject),
    objectKind: kindOf(object),
    trigger: fromSpans(trigger),
    subjectMention: subjectMention && fromSpans([subjectMention]),
    objectMention: objectMention && fromSpans([objectMention]),
    ...(days && { fromDay: days.from, toDay: days.to, firstDay: days.first, lastDay: days.last }),
    place: assertionPlace(documentPlace(published, document), start, end, id),
  };
}

/** The entities of a document in the order of their ids, in which all writers lock them. */
export const inLockOrder = (document: ReadDocument): readonly DocumentEntity[] =>
  document.entities.toSorted((a, b) => (a.id < b.id ? -1 : 1));

/** One entity with its share of the document. */
export function entityRow(document: ReadDocument, entity: DocumentEntity): Parameters {
  const { id, kind, name, aliases, country, latitude, longitude, mentions } = entity;
  const sentences = mentions.map((mention) => sentenceAt(document.sentences, mention)!);
  const appearance = {
    document: document.id,
    entity: id,
    aliases,
    country,
    latitude,
    longitude,
    place: document.entities.indexOf(entity),
    starts: mentions.map(({ start }) => start),
    ends: mentions.map(({ end }) => end),
    texts: mentions.map(({ start, end }) => document.text.slice(start, end)),
    sentenceStarts: sentences.map(({ start }) => start),
    sentenceEnds: sentences.map(({ end }) => end),
  };
  const located = latitude !== undefined && longitude !== undefined;
  return { id, kind, name, country, latitude, longitude, located, mentions: mentions.length, appearance };
}

/** What an entity is called in a document, with the words to search it by. */
export const nameRows = ({ id, name, aliases }: DocumentEntity): readonly Parameters[] =>
  [name, ...aliases].map((text, i) => {
    const found = words(text);
    return {
      entity: id,
      text,
      alias: i === 0 ? 0 : 1,
      exact: exactName(text),
      line: found.join(" "),
      spellings: [...new Set(found.flatMap(spellings))].join(" "),
    };
  });
