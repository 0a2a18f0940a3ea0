/** Writing one document, inside a transaction. */
import type { EntityId } from "../../../schema/ids.ts";
import { sentenceAt } from "../../../schema/interchange.ts";
import type { DocumentEntity, ReadDocument, Span } from "../../../schema/model.ts";
import { instant } from "../days.ts";
import type { WriteResult } from "../port.ts";
import { type RelationTally, type TalliedAssertion, tallyRelations } from "../tally.ts";
import { wordLine, words } from "../words.ts";
import type { Connection } from "./connection.ts";
import { addNames } from "./names.ts";

type Rows<Key> = ReadonlyMap<Key, number>;

/** Writes a document that has been checked; one that is held already is left alone. */
export function writeDocument(sql: Connection, document: ReadDocument, now: string): WriteResult {
  const { id } = document;
  if (sql.get("SELECT 1 FROM document WHERE key = ?", id)) {
    return { id, known: true, newRelations: 0, newEntities: 0, newAssertions: 0 };
  }
  const relations = tallyRelations(document);
  const row = addDocument(sql, document, relations.length, document.ingestedAt ?? now);
  const entities = new Map<EntityId, number>();
  let newEntities = 0;
  document.entities.forEach((entity, place) => {
    const added = addEntity(sql, row, entity, place);
    entities.set(entity.id, added.id);
    if (added.isNew) newEntities += 1;
  });
  const passages = addPassages(sql, row, document);
  addMentions(sql, row, document, entities, passages);
  const writer = { sql, row, document, entities, passages, ingested: instant(document.ingestedAt ?? now) };
  const added = relations.map((relation) => addRelation(writer, relation));
  const newRelations = added.filter(({ isNew }) => isNew).length;
  addAssertions(writer, relations, added);
  const mentions = document.entities.reduce((sum, entity) => sum + entity.mentions.length, 0);
  sql.run(
    `UPDATE counter SET documents = documents + 1, sentences = sentences + ?, entities = entities + ?,
       relations = relations + ?, assertions = assertions + ?, mentions = mentions + ?, version = version + 1`,
    [document.sentences.length, newEntities, newRelations, document.assertions.length, mentions],
  );
  return { id, known: false, newRelations, newEntities, newAssertions: document.assertions.length };
}

/** The first 48 bits of the hash, or the next number that is free. */
function freeRow(sql: Connection, { id }: ReadDocument): number {
  let row = Number.parseInt(id.slice("document:".length, "document:".length + 12), 16);
  while (sql.get("SELECT 1 FROM document WHERE id = ?", row)) row += 1;
  return row;
}

/** The row of a name in a table of names, made if it is not there. */
function rowOfName(sql: Connection, table: "publisher" | "speaker" | "extractor", name: string): number {
  const found = sql.get<{ id: number }>(`SELECT id FROM ${table} WHERE name = ?`, name);
  return found?.id ?? sql.run(`INSERT INTO ${table} (name) VALUES (?)`, name);
}

function addDocument(sql: Connection, document: ReadDocument, relationCount: number, ingestedAt: string): number {
  const { id, source, title, publisher, author, url, published, language, text, entities } = document;
  const row = freeRow(sql, document);
  const publisherRow = publisher === undefined ? null : rowOfName(sql, "publisher", publisher);
  sql.run(
    `INSERT INTO document (id, key, source, title, publisher, author, url, published, language, ingested_at,
       entity_count, relation_count) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    [row, id, source, title, publisherRow, author ?? null, url ?? null, published ?? "", language, ingestedAt],
    [entities.length, relationCount],
  );
  sql.run("INSERT INTO document_text (document, text) VALUES (?, ?)", row, text);
  const line = wordLine([title, author ?? "", publisher ?? "", source].join(" "));
  sql.run("INSERT INTO document_words (rowid, words) VALUES (?, ?)", row, line);
  return row;
}

function addEntity(sql: Connection, document: number, entity: DocumentEntity, place: number) {
  const { id: key, kind, name, country = null, latitude = null, longitude = null, mentions, aliases } = entity;
  const countryFrom = country === null ? null : document;
  const placeFrom = latitude === null || longitude === null ? null : document;
  const [lat, long] = placeFrom === null ? [null, null] : [latitude, longitude];
  const { id, document_count } = sql.get<{ id: number; document_count: number }>(
    `INSERT INTO entity (key, kind, name, country, country_from, latitude, longitude, place_from,
       mention_count, document_count) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, 1)
     ON CONFLICT (key) DO UPDATE SET
       mention_count = mention_count + excluded.mention_count, document_count = document_count + 1,
       country = iif(excluded.country_from < ifnull(country_from, 1e15), excluded.country, country),
       country_from = iif(excluded.country_from < ifnull(country_from, 1e15), excluded.country_from, country_from),
       latitude = iif(excluded.place_from < ifnull(place_from, 1e15), excluded.latitude, latitude),
       longitude = iif(excluded.place_from < ifnull(place_from, 1e15), excluded.longitude, longitude),
       place_from = iif(excluded.place_from < ifnull(place_from, 1e15), excluded.place_from, place_from)
     RETURNING id, document_count`,
    [key, kind, name, country, countryFrom, lat, long, placeFrom, mentions.length],
  )!;
  sql.run(
    `INSERT INTO appearance (document, place, entity, aliases, country, latitude, longitude)
     VALUES (?, ?, ?, ?, ?, ?, ?)`,
    [document, place, id, JSON.stringify(aliases), country, latitude, longitude],
  );
  addNames(sql, id, name, aliases);
  return { id, isNew: document_count === 1 };
}

const spanKey = ({ start, end }: Span) => `${start}-${end}`;

/** Adds the sentences and the quotes that are only parts of one; their rows by span. */
function addPassages(sql: Connection, document: number, { text, sentences, assertions }: ReadDocument): Rows<string> {
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

function addMentions(
  sql: Connection,
  document: number,
  { entities, sentences }: ReadDocument,
  entityRows: Rows<EntityId>,
  passages: Rows<string>,
): void {
  for (const entity of entities) {
    for (const mention of entity.mentions) {
      const sentence = sentenceAt(sentences, mention)!;
      sql.run("INSERT INTO mention (document, start, end, entity, passage) VALUES (?, ?, ?, ?, ?)", [
        document,
        mention.start,
        mention.end,
        entityRows.get(entity.id)!,
        passages.get(spanKey(sentence))!,
      ]);
    }
  }
}

interface Added {
  readonly id: number;
  readonly isNew: boolean;
}

interface Writer {
  readonly sql: Connection;
  readonly row: number;
  readonly document: ReadDocument;
  readonly entities: Rows<EntityId>;
  readonly passages: Rows<string>;
  readonly ingested: number;
}

/** Adds to an edge what a document asserts of it. */
function addRelation(writer: Writer, tally: RelationTally): Added {
  const { sql, entities } = writer;
  const { statuses, firstDate = "", lastDate = "" } = tally;
  const [subject, object] = [entities.get(tally.subject)!, entities.get(tally.object)!];
  const { id, document_count } = sql.get<{ id: number; document_count: number }>(
    `INSERT INTO relation (key, subject, type, object, assertion_count, document_count,
       actual, future, hypothetical, negated, first_date, last_date) VALUES (?, ?, ?, ?, ?, 1, ?, ?, ?, ?, ?, ?)
     ON CONFLICT (key) DO UPDATE SET
       assertion_count = assertion_count + excluded.assertion_count, document_count = document_count + 1,
       actual = actual + excluded.actual, future = future + excluded.future,
       hypothetical = hypothetical + excluded.hypothetical, negated = negated + excluded.negated,
       first_date = CASE WHEN excluded.first_date = '' THEN first_date WHEN first_date = '' THEN excluded.first_date
         ELSE min(first_date, excluded.first_date) END,
       last_date = max(last_date, excluded.last_date)
     RETURNING id, document_count`,
    [tally.id, subject, tally.type, object, tally.assertions.length],
    [statuses.actual, statuses.future, statuses.hypothetical, statuses.negated, firstDate, lastDate],
  )!;
  const isNew = document_count === 1;
  if (isNew) sql.run("UPDATE entity SET degree = degree + 1 WHERE id IN (?, ?)", subject, object);
  addSpeakers(writer, id, tally);
  return { id, isNew };
}

function addSpeakers({ sql }: Writer, relation: number, { speakers }: RelationTally): void {
  let added = 0;
  for (const [name, count] of speakers) {
    const { assertions } = sql.get<{ assertions: number }>(
      `INSERT INTO relation_speaker (relation, speaker, assertions) VALUES (?, ?, ?)
       ON CONFLICT DO UPDATE SET assertions = assertions + excluded.assertions RETURNING assertions`,
      [relation, rowOfName(sql, "speaker", name), count],
    )!;
    if (assertions === count) added += 1;
  }
  if (added > 0) sql.run("UPDATE relation SET speaker_count = speaker_count + ? WHERE id = ?", added, relation);
}

const spanOrNull = (span: Span | undefined) => (span ? JSON.stringify([span.start, span.end]) : null);

/** Adds the assertions in the order of the document, so that it comes out as it went in. */
function addAssertions(writer: Writer, relations: readonly RelationTally[], rows: readonly Added[]): void {
  relations
    .flatMap(({ assertions }, i) => assertions.map((entry) => ({ ...entry, relation: rows[i]!.id })))
    .sort((a, b) => a.place - b.place)
    .forEach((entry) => addAssertion(writer, entry));
}

function addAssertion(
  { sql, row, document, passages, ingested }: Writer,
  { id, assertion: a, days, relation }: TalliedAssertion & { readonly relation: number },
): void {
  sql.run(
    `INSERT INTO assertion (key, relation, document, passage, start, end, trigger, subject_mention, object_mention,
       status, speaker, date, from_day, to_day, confidence, extractor, published, ingested)
     VALUES (unhex(?), ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    [id.slice("assertion:".length), relation, row, passages.get(spanKey(a))!, a.start, a.end],
    [JSON.stringify(a.trigger.map(({ start, end }) => [start, end]))],
    [spanOrNull(a.subjectMention), spanOrNull(a.objectMention)],
    [a.status, a.speaker === "" ? null : rowOfName(sql, "speaker", a.speaker)],
    [a.date, days?.from ?? null, days?.to ?? null, a.confidence, rowOfName(sql, "extractor", a.extractor)],
    [document.published ?? "", ingested],
  );
}
