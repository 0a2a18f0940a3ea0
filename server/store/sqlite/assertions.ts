/** Reading assertions, with their quotes. */
import type { AssertionId, RelationId } from "../../../schema/ids.ts";
import type { Assertion, Sentence } from "../../../schema/model.ts";
import { type Conditions, conditionsOf } from "../filter.ts";
import type { Page, PageRequest, RelationFilter } from "../port.ts";
import type { Connection } from "./connection.ts";
import type { Sql } from "./keyset.ts";
import { inOrderOf, type List, pageOf, readPage, readRows } from "./list.ts";
import { ASSERTION, ASSERTION_JOINS, type AssertionRow, toAssertion } from "./rows.ts";
import { assertionPasses, beginsWithConditions, LISTED } from "./where.ts";

/** The texts of passages, each fetched once. */
export function passageTexts(sql: Connection, passages: readonly number[]): ReadonlyMap<number, string> {
  const rows = sql.all<{ id: number; text: string }>(
    `SELECT id, text FROM passage WHERE id IN ${LISTED}`,
    JSON.stringify([...new Set(passages)]),
  );
  return new Map(rows.map(({ id, text }) => [id, text]));
}

function withQuotes(sql: Connection, rows: readonly AssertionRow[]): Assertion[] {
  const texts = passageTexts(
    sql,
    rows.map((row) => row.passage),
  );
  return rows.map((row) => toAssertion(row, texts.get(row.passage)!));
}

const hashOf = (id: AssertionId) => id.slice("assertion:".length);
const FROM = "FROM assertion a CROSS JOIN relation r ON r.id = a.relation";

export function assertionsById(sql: Connection, ids: readonly AssertionId[]): (Assertion | undefined)[] {
  const rows = sql.all<AssertionRow>(
    `${ASSERTION} ${FROM} ${ASSERTION_JOINS} WHERE a.key IN (SELECT unhex(value) FROM json_each(?))`,
    JSON.stringify(ids.map(hashOf)),
  );
  return inOrderOf(ids, withQuotes(sql, rows), (assertion) => assertion.id);
}

const ORDER = ["-a.published", "a.document", "a.start", "a.end", "a.key"];

const list = (sql: Connection, name: string, where: Sql, sort: boolean): List<AssertionRow, Assertion> => ({
  name,
  select: ASSERTION,
  from: FROM,
  joins: ASSERTION_JOINS,
  where,
  order: ORDER,
  sort,
  shape: ["", 0, 0, 0, ""],
  keyOf: (row) => [row.published, row.document_row, row.start, row.end, row.hash],
  nodesOf: (rows) => withQuotes(sql, rows),
});

export function assertions(sql: Connection, filter: RelationFilter, page: PageRequest): Page<Assertion> {
  const conditions: Conditions = conditionsOf(filter);
  const where = assertionPasses(conditions);
  return readPage(sql, list(sql, "assertions", where, beginsWithConditions(conditions)), page);
}

/** Several pages, whose quotes are fetched at once. */
export function assertionsOf(sql: Connection, ids: readonly RelationId[], page: PageRequest): Page<Assertion>[] {
  const found = ids.map((id) => {
    const where = { text: "a.relation = (SELECT id FROM relation WHERE key = ?)", values: [id] };
    const of = list(sql, `assertions of ${id}`, where, false);
    return { of, rows: readRows(sql, of, page) };
  });
  const shown = found.map(({ rows }) => rows.slice(0, page.first));
  const quoted = withQuotes(sql, shown.flat());
  let next = 0;
  return found.map(({ of, rows }, i) => {
    const nodes = quoted.slice(next, (next += shown[i]!.length));
    return pageOf(sql, of, page.first, rows, nodes);
  });
}

export function assertionsIn(sql: Connection, sentences: readonly Sentence[]): (readonly Assertion[])[] {
  const rows = sql.all<AssertionRow & { readonly nth: number }>(
    `${ASSERTION}, wanted.key AS nth FROM json_each(?) wanted
       CROSS JOIN passage q ON q.document = (SELECT id FROM document WHERE key = wanted.value ->> 0)
         AND q.start BETWEEN wanted.value ->> 1 AND wanted.value ->> 2 AND q.end <= wanted.value ->> 2
       CROSS JOIN assertion a ON a.passage = q.id CROSS JOIN relation r ON r.id = a.relation ${ASSERTION_JOINS}
     ORDER BY nth, a.start, a.end, a.key`,
    JSON.stringify(sentences.map(({ document, start, end }) => [document, start, end])),
  );
  const found = sentences.map((): Assertion[] => []);
  withQuotes(sql, rows).forEach((assertion, i) => found[rows[i]!.nth]!.push(assertion));
  return found;
}
