/** Holds a file to every rule that its tables must keep, above all to what is kept twice for speed. */
import { documentId } from "../../../schema/digest.ts";
import type { Span } from "../../../schema/model.ts";
import { STATUSES } from "../../../schema/ontology.ts";
import { FIRST_DAY, LAST_DAY } from "../days.ts";
import type { Flaw } from "../port.ts";
import type { Connection } from "./connection.ts";

const OF_ASSERTIONS = `SELECT relation, count(*) AS n, count(DISTINCT document) AS documents,
  count(DISTINCT speaker) AS speakers, ${STATUSES.map((status) => `sum(status = '${status}') AS ${status}`).join(", ")},
  ifnull(min(iif(from_day = '${FIRST_DAY}', to_day, from_day)), '') AS first,
  ifnull(max(iif(to_day = '${LAST_DAY}', from_day, to_day)), '') AS last
  FROM assertion GROUP BY relation`;

const firstToTell = (column: string) =>
  `(SELECT h.document FROM appearance h WHERE h.entity = e.id AND ${column} ORDER BY h.document LIMIT 1)`;

const fullText = (table: string, words: string) =>
  `SELECT id AS "where" FROM ${table} WHERE id NOT IN (SELECT id FROM ${words}_docsize)
   UNION ALL SELECT id FROM ${words}_docsize WHERE id NOT IN (SELECT id FROM ${table})`;

const unused = (table: string, by: string) =>
  `SELECT name AS "where" FROM ${table} t WHERE NOT EXISTS (SELECT 1 FROM ${by} WHERE ${table} = t.id)`;

/** The most places told of one rule. */
const MOST_PLACES = 5;

/** Each rule with a query for the places that break it. */
const RULES: Readonly<Record<string, string>> = {
  "every edge has evidence": `SELECT key AS "where" FROM relation r WHERE NOT EXISTS (SELECT 1 FROM assertion WHERE relation = r.id)`,
  "an edge's counts and days are those of its assertions": `SELECT r.key AS "where" FROM relation r
    JOIN (${OF_ASSERTIONS}) a ON a.relation = r.id
    WHERE (r.assertion_count, r.document_count, r.speaker_count, r.first_date, r.last_date) IS NOT
      (a.n, a.documents, a.speakers, a.first, a.last)
      OR ${STATUSES.map((status) => `r.${status} <> a.${status}`).join(" OR ")}`,
  "an edge's speakers are those of its assertions": `SELECT r.key AS "where" FROM relation r
    WHERE (SELECT group_concat(key || ' ' || value, char(10)) FROM (SELECT key, value FROM json_each(r.speakers) ORDER BY key))
      IS NOT (SELECT group_concat(name || ' ' || n, char(10)) FROM (SELECT p.name, count(*) AS n FROM assertion a
        JOIN speaker p ON p.id = a.speaker WHERE a.relation = r.id GROUP BY p.name ORDER BY p.name))`,
  "an edge is shown as it is": `SELECT key AS "where" FROM relation WHERE shown IS NOT json_array(key, assertion_count,
    document_count, speaker_count, ${STATUSES.join(", ")}, first_date, last_date)`,
  "an edge's id is made of its ends and type": `SELECT r.key AS "where" FROM relation r JOIN entity s ON s.id = r.subject
    JOIN entity o ON o.id = r.object WHERE r.key <> s.key || '~' || r.type || '~' || o.key`,
  "an assertion stands where its quote does, and knows its document's days": `SELECT 'assertion:' || lower(hex(a.key))
    AS "where" FROM assertion a JOIN passage q ON q.id = a.passage JOIN document d ON d.id = a.document
    WHERE (a.document, a.start, a.end, a.published) IS NOT (q.document, q.start, q.end, d.published)`,
  "a mention stands in its sentence": `SELECT m.document || ' ' || m.start AS "where" FROM mention m
    LEFT JOIN passage q ON q.id = m.passage
    WHERE q.id IS NULL OR q.document <> m.document OR m.start < q.start OR m.end > q.end`,
  "an entity's degree is the number of its edges": `SELECT e.key AS "where" FROM entity e WHERE e.degree <>
    (SELECT count(*) FROM relation WHERE subject = e.id) + (SELECT count(*) FROM relation WHERE object = e.id)`,
  "an entity's documents and mentions are counted": `SELECT e.key AS "where" FROM entity e WHERE
    e.document_count <> (SELECT count(*) FROM appearance WHERE entity = e.id) OR e.document_count = 0
    OR e.mention_count <> (SELECT count(*) FROM mention WHERE entity = e.id)`,
  "an entity's aliases are its names": `SELECT e.key AS "where" FROM entity e WHERE
    (SELECT group_concat(value, char(10)) FROM (SELECT value FROM json_each(e.aliases) ORDER BY value)) IS NOT
    (SELECT group_concat(text, char(10)) FROM (SELECT text FROM name WHERE entity = e.id AND alias = 1 ORDER BY text))`,
  "an alias is used by as many documents as are counted": `SELECT n.text AS "where" FROM name n WHERE n.alias = 1 AND
    n.uses <> (SELECT count(*) FROM appearance h, json_each(h.aliases) a WHERE h.entity = n.entity AND a.value = n.text)`,
  "an entity has its canonical name": `SELECT e.key AS "where" FROM entity e
    WHERE NOT EXISTS (SELECT 1 FROM name WHERE entity = e.id AND alias = 0 AND text = e.name)`,
  "an entity's country and place are from the first document that tells them": `SELECT e.key AS "where" FROM entity e
    WHERE e.country_from IS NOT ${firstToTell("h.country IS NOT NULL")}
    OR e.place_from IS NOT ${firstToTell("h.latitude IS NOT NULL AND h.longitude IS NOT NULL")}`,
  "a document's entities and edges are counted": `SELECT d.key AS "where" FROM document d WHERE
    d.entity_count <> (SELECT count(*) FROM appearance WHERE document = d.id)
    OR d.relation_count <> (SELECT count(DISTINCT relation) FROM assertion WHERE document = d.id)`,
  "a document has its text": `SELECT key AS "where" FROM document WHERE id NOT IN (SELECT document FROM document_text)`,
  "every name can be searched": fullText("name", "name_words"),
  "every sentence can be searched": fullText("passage", "passage_words"),
  "every document can be searched": fullText("document", "document_words"),
  "a speaker speaks": unused("speaker", "assertion"),
  "a publisher publishes": unused("publisher", "document"),
  "all is counted": `SELECT 'the counters' AS "where" FROM counter WHERE (documents, sentences, entities, relations,
    assertions, mentions) IS NOT ((SELECT count(*) FROM document), (SELECT sum(is_sentence) FROM passage),
    (SELECT count(*) FROM entity), (SELECT count(*) FROM relation), (SELECT count(*) FROM assertion),
    (SELECT count(*) FROM mention)) AND documents > 0`,
};

function* brokenRules(sql: Connection): Generator<Flaw> {
  for (const [rule, query] of Object.entries(RULES))
    for (const { where } of sql.all<{ where: string | number }>(`${query} LIMIT ?`, MOST_PLACES))
      yield { rule, where: String(where) };
}

/** What SQLite itself finds. */
function* brokenFile(sql: Connection): Generator<Flaw> {
  for (const { integrity_check: found } of sql.all<{ integrity_check: string }>(
    `PRAGMA integrity_check(${MOST_PLACES})`,
  ))
    if (found !== "ok") yield { rule: "the file is sound", where: found };
  for (const { table, rowid } of sql.all<{ table: string; rowid: number }>("PRAGMA foreign_key_check"))
    yield { rule: "what is referred to is there", where: `${table} ${rowid}` };
}

/** Words are counted by the names that hold them. */
function* brokenWords(sql: Connection): Generator<Flaw> {
  const counts = new Map<string, number>();
  for (const { line } of sql.all<{ line: string }>("SELECT line FROM name"))
    for (const word of new Set(line === "" ? [] : line.split(" "))) counts.set(word, (counts.get(word) ?? 0) + 1);
  const kept = new Map(
    sql.all<{ text: string; names: number }>("SELECT text, names FROM word").map(({ text, names }) => [text, names]),
  );
  for (const word of new Set([...counts.keys(), ...kept.keys()]))
    if (counts.get(word) !== kept.get(word)) yield { rule: "a word is in as many names as are counted", where: word };
}

interface Quoted extends Span {
  readonly text: string;
}

/** Every passage is word for word what its document says there; offsets are UTF-16, which SQLite cannot count. */
function* brokenQuotes(sql: Connection): Generator<Flaw> {
  let after = -1;
  for (;;) {
    const document = sql.get<{ id: number; key: string; text: string }>(
      `SELECT d.id, d.key, t.text FROM document d JOIN document_text t ON t.document = d.id WHERE d.id > ?
       ORDER BY d.id LIMIT 1`,
      after,
    );
    if (!document) return;
    const { id, key, text } = document;
    after = id;
    if (documentId(text) !== key) yield { rule: "a document's id is the hash of its text", where: key };
    for (const { start, end, text: quote } of sql.all<Quoted>(
      "SELECT start, end, text FROM passage WHERE document = ?",
      id,
    ))
      if (text.slice(start, end) !== quote) yield { rule: "every quote is verbatim", where: `${key} ${start}–${end}` };
  }
}

/** Everything that is wrong with a file; nothing where it is as it should be. */
export function* verify(sql: Connection): Generator<Flaw> {
  yield* brokenFile(sql);
  yield* brokenRules(sql);
  yield* brokenWords(sql);
  yield* brokenQuotes(sql);
}
