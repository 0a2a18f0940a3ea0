/** Reading assertions, with their quotes. */
import type { AssertionId, RelationId } from "../../../schema/ids.ts";
import type { Assertion, Sentence } from "../../../schema/model.ts";
import { decodeCursor, pageSize } from "../cursor.ts";
import { conditionsOf } from "../filter.ts";
import { toPage } from "../page.ts";
import type { Page, PageRequest, RelationFilter } from "../port.ts";
import type { Connection, Row } from "./connection.ts";
import { inOrderOf, readPage } from "./list.ts";
import { longTexts, QUOTED, QUOTING } from "./passages.ts";
import { ASSERTION, toAssertion } from "./rows.ts";
import { assertionSearch, parametersOf } from "./where.ts";

/** Columns of an assertion `a` and of the passage `q` that it quotes. */
const COLUMNS = `${ASSERTION}, ${QUOTED}`;

/** Rows of `COLUMNS` as assertions. */
async function quoted(connection: Connection, rows: readonly Row[]): Promise<Assertion[]> {
  const split = rows.map((row) => ({ passage: row.slice(-QUOTING), assertion: row.slice(0, -QUOTING) }));
  const texts = await longTexts(
    connection,
    split.map(({ passage }) => passage),
  );
  return split.map(({ assertion }, i) => toAssertion(assertion, texts[i]!));
}

/** Assertions in the order of the ids, undefined for what is not there. */
export async function assertionsById(
  connection: Connection,
  ids: readonly AssertionId[],
): Promise<readonly (Assertion | undefined)[]> {
  if (ids.length === 0) return [];
  const rows = await connection.read(`MATCH (a:Assertion)-[:QUOTES]->(q) WHERE a.id IN $ids RETURN ${COLUMNS}`, {
    ids: [...new Set(ids)],
  });
  return inOrderOf(ids, await quoted(connection, rows), (assertion) => assertion.id);
}

/** A page of the assertions that pass: latest publication first, then by document and place in its text. */
export async function assertions(
  connection: Connection,
  filter: RelationFilter,
  page: PageRequest,
): Promise<Page<Assertion>> {
  const conditions = conditionsOf(filter);
  const { match, where, unordered } = assertionSearch(conditions);
  return readPage(
    connection,
    {
      name: "assertions",
      match,
      where,
      parameters: parametersOf(conditions),
      order: ["a.place"],
      shape: [""],
      walk: unordered ? undefined : ["a.place >= ''"],
      lookUp: { carry: "a", match: "MATCH (a)-[:QUOTES]->(q)" },
      columns: COLUMNS,
      nodesOf: (rows) => quoted(connection, rows),
    },
    page,
  );
}

/** The first assertions of each of several edges. */
export async function assertionsOf(
  connection: Connection,
  relations: readonly RelationId[],
  request: PageRequest,
): Promise<readonly Page<Assertion>[]> {
  const first = pageSize(request.first);
  if (relations.length === 0) return [];
  const list = (id: RelationId) => `assertions of ${id}`;
  const wanted = relations.map((id) => {
    const [after] = request.after === undefined ? [""] : decodeCursor<[string]>(list(id), request.after, [""]);
    return { id, after };
  });
  const rows = await connection.read(
    `UNWIND range(0, size($wanted) - 1) AS nth
     CALL {
       WITH nth WITH $wanted[nth] AS one
       MATCH (a:Assertion) WHERE a.relation = one.id AND a.place > one.after
       WITH a ORDER BY a.place LIMIT $limit
       MATCH (a)-[:QUOTES]->(q) RETURN a, q
     }
     RETURN nth, a.place, ${COLUMNS} ORDER BY nth, a.place`,
    { wanted, limit: first + 1 },
  );
  const nodes = await quoted(
    connection,
    rows.map((row) => row.slice(2)),
  );
  const found = rows.map(([nth, place], i) => ({ nth, place: place as string, node: nodes[i]! }));
  return relations.map((id, nth) =>
    toPage(
      list(id),
      first,
      found.filter((row) => row.nth === nth),
      ({ place }) => [place],
      ({ node }) => node,
      async () => countOf(connection, id),
    ),
  );
}

async function countOf(connection: Connection, relation: RelationId): Promise<number> {
  const rows = await connection.read("MATCH ()-[r:RELATION {id: $relation}]->() RETURN r.assertionCount", { relation });
  return (rows[0]?.[0] as number | undefined) ?? 0;
}

/** The assertions made in each of several sentences, in the order of their places. */
export async function assertionsIn(
  connection: Connection,
  sentences: readonly Sentence[],
): Promise<readonly (readonly Assertion[])[]> {
  if (sentences.length === 0) return [];
  const rows = await connection.read(
    `UNWIND range(0, size($sentences) - 1) AS nth
     WITH nth, $sentences[nth] AS s
     MATCH (a:Assertion) WHERE a.document = s.document AND a.start >= s.start AND a.start <= s.end AND a.end <= s.end
     MATCH (a)-[:QUOTES]->(q)
     RETURN nth, ${COLUMNS} ORDER BY nth, a.place`,
    { sentences: sentences.map(({ document, start, end }) => ({ document, start, end })) },
  );
  const found = await quoted(
    connection,
    rows.map((row) => row.slice(1)),
  );
  const lists: Assertion[][] = sentences.map(() => []);
  for (const [i, row] of rows.entries()) lists[row[0] as number]!.push(found[i]!);
  return lists;
}
