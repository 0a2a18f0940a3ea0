/** Searching entities by name: first those that answer exactly, class by class, then those but for a typing error. */
import type { Entity } from "../../../schema/model.ts";
import type { EntityKind } from "../../../schema/ontology.ts";
import { decodeCursor, pageSize } from "../cursor.ts";
import { NAME_CLASSES, nameClass } from "../name-search.ts";
import { toPage } from "../page.ts";
import type { Page, PageRequest } from "../port.ts";
import { isForgiven, spellings } from "../spelling.ts";
import { searchWords, type SearchWords, words } from "../words.ts";
import type { Connection, Row } from "./connection.ts";
import type { Parameters } from "./parameters.ts";
import { ENTITY, toEntity } from "./rows.ts";
import { matching, whereAll } from "./where.ts";

type Key = readonly [nameClass: number, rank: number, id: string];

interface Found {
  readonly key: Key;
  readonly node: Entity;
}

interface Search {
  readonly text: string;
  readonly words: SearchWords;
  readonly kinds: readonly EntityKind[] | undefined;
}

const LIST = "entities by name";

/** A page of the entities with a name that answers a search, best first. */
export async function searchEntities(
  connection: Connection,
  text: string,
  kinds: readonly EntityKind[] | undefined,
  request: PageRequest,
): Promise<Page<Entity>> {
  const first = pageSize(request.first);
  const after = request.after === undefined ? undefined : decodeCursor<Key>(LIST, request.after, [0, 0, ""]);
  const searched = searchWords(text);
  const search = searched && { text, words: searched, kinds };
  const exact =
    !search || after?.[0] === NAME_CLASSES.spelling ? [] : await findExact(connection, search, after, first + 1);
  const found = !search || exact.length > first ? exact : [...exact, ...(await findNear(connection, search, after))];
  return toPage(
    LIST,
    first,
    found,
    ({ key }) => key,
    ({ node }) => node,
    async () => (search ? countFound(connection, search) : 0),
  );
}

const FIND = "CALL db.index.fulltext.queryNodes('names', $search) YIELD node AS n MATCH (n)<-[:NAMED]-(e:Entity)";

const EXACT = `${FIND} WITH e, min(CASE WHEN n.line = $line THEN ${NAME_CLASSES.name} + n.alias
  WHEN n.line STARTS WITH $line THEN ${NAME_CLASSES.beginning} ELSE ${NAME_CLASSES.words} END) AS class`;

const onlyOf = (kinds: readonly EntityKind[] | undefined) => (kinds ? ["e.kind IN $kinds"] : []);

const exactly = ({ text, words: search, kinds }: Search): Parameters => ({
  search: matching(search, "line"),
  line: words(text).join(" "),
  kinds,
});

const toFound = ([nameClass, rank, ...entity]: Row): Found => {
  const node = toEntity(entity);
  return { key: [nameClass as number, rank as number, node.id], node };
};

async function findExact(
  connection: Connection,
  search: Search,
  after: Key | undefined,
  limit: number,
): Promise<Found[]> {
  const [nameClass, rank, id] = after ?? [];
  const beyond = "class > $class OR (class = $class AND (e.rank > $rank OR (e.rank = $rank AND e.id > $id)))";
  const rows = await connection.read(
    `${EXACT} ${whereAll([...onlyOf(search.kinds), ...(after ? [beyond] : [])])}
     RETURN class, e.rank, ${ENTITY} ORDER BY class, e.rank, e.id LIMIT $limit`,
    { ...exactly(search), class: nameClass, rank, id, limit },
  );
  return rows.map(toFound);
}

/** The most words and spellings that one full-text query looks for; Lucene bears 1,024 clauses. */
const MOST_CLAUSES = 900;

/**
 * A full-text query that finds every name which answers but for typing errors, and some that do not. Where a query has
 * too many words for Lucene, the last of them are left to the judgement of `nameClass`.
 */
function matchingNearly({ whole, last }: SearchWords): string {
  const groups = [{ exact: `line:${last}*`, word: last }, ...whole.map((word) => ({ exact: `line:"${word}"`, word }))];
  let clauses = 0;
  return groups
    .flatMap(({ exact, word }) => {
      const near = isForgiven(word) ? spellings(word).map((spelling) => `spellings:"${spelling}"`) : [];
      clauses += near.length + 1;
      return clauses > MOST_CLAUSES ? [] : [`+(${[exact, ...near].join(" ")})`];
    })
    .join(" ");
}

/** The entities whose best name answers but for typing errors. Lucene finds candidates, `nameClass` judges them. */
async function findNear(connection: Connection, search: Search, after?: Key | undefined): Promise<Found[]> {
  if (![...search.words.whole, search.words.last].some(isForgiven)) return [];
  const [nameClass = NAME_CLASSES.spelling, rank, id] = after ?? [];
  const beyond =
    nameClass < NAME_CLASSES.spelling || rank === undefined
      ? []
      : ["e.rank > $rank OR (e.rank = $rank AND e.id > $id)"];
  const rows = await connection.read(
    `${FIND} WITH DISTINCT e ${whereAll([...onlyOf(search.kinds), ...beyond])}
     RETURN ${NAME_CLASSES.spelling}, e.rank, ${ENTITY} ORDER BY e.rank, e.id`,
    { search: matchingNearly(search.words), kinds: search.kinds, rank, id },
  );
  return rows.map(toFound).filter(({ node }) => bestClass(search.text, node) === NAME_CLASSES.spelling);
}

function bestClass(query: string, { name, aliases }: Entity): number {
  const classes = [nameClass(query, name, false), ...aliases.map((alias) => nameClass(query, alias, true))];
  return Math.min(...classes.map((found) => found ?? Number.POSITIVE_INFINITY));
}

async function countFound(connection: Connection, search: Search): Promise<number> {
  const rows = await connection.read(`${EXACT} ${whereAll(onlyOf(search.kinds))} RETURN count(*)`, exactly(search));
  return (rows[0]![0] as number) + (await findNear(connection, search)).length;
}
