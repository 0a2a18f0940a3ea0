/** Reading entities: by id, by exact name, by search, by connections. */
import type { EntityId } from "../../../schema/ids.ts";
import type { Entity } from "../../../schema/model.ts";
import type { EntityKind } from "../../../schema/ontology.ts";
import { exactName, NAME_CLASSES } from "../name-search.ts";
import type { Page, PageRequest } from "../port.ts";
import { isForgiven, oneErrorApart, spellings } from "../spelling.ts";
import { searchWords, type SearchWords, words } from "../words.ts";
import type { Connection, Value } from "./connection.ts";
import { always, type Sql } from "./keyset.ts";
import { inOrderOf, type List, readPage } from "./list.ts";
import { ENTITY, type EntityRow, toEntity } from "./rows.ts";
import { LISTED, matching } from "./where.ts";

export function entitiesById(sql: Connection, ids: readonly EntityId[]): (Entity | undefined)[] {
  const rows = sql.all<EntityRow>(`${ENTITY} FROM entity e WHERE e.key IN ${LISTED}`, JSON.stringify(ids));
  return inOrderOf(ids, rows, (row) => row.key).map((row) => row && toEntity(row));
}

export function entityByName(sql: Connection, name: string): Entity | undefined {
  const row = sql.get<EntityRow>(
    `${ENTITY} FROM entity e WHERE e.id IN (SELECT entity FROM name WHERE exact = ?) ORDER BY +e.degree DESC, e.key`,
    exactName(name),
  );
  return row && toEntity(row);
}

interface EntityQuery {
  readonly text?: string | undefined;
  readonly kinds?: readonly EntityKind[] | undefined;
}

export function entities(sql: Connection, { text = "", kinds }: EntityQuery, page: PageRequest): Page<Entity> {
  const where: Sql = kinds ? { text: `e.kind IN ${LISTED}`, values: [JSON.stringify(kinds)] } : always;
  return text.trim() === ""
    ? readPage(sql, { ...BY_DEGREE, where }, page)
    : readPage(sql, { ...BY_SEARCH, ...found(sql, text), where }, page);
}

const nodesOf = (rows: readonly EntityRow[]) => rows.map(toEntity);

const BY_DEGREE: Omit<List<EntityRow, Entity>, "where"> = {
  name: "entities",
  select: ENTITY,
  from: "FROM entity e",
  order: ["-e.degree", "e.key"],
  shape: [0, ""],
  keyOf: (row) => [row.degree, row.key],
  nodesOf,
};

type FoundRow = EntityRow & { readonly class: number };

const BY_SEARCH: Omit<List<FoundRow, Entity>, "where" | "from"> = {
  name: "entities by name",
  select: `${ENTITY}, found.class`,
  order: ["found.class", "-e.degree", "e.key"],
  sort: true,
  shape: [0, 0, ""],
  keyOf: (row) => [row.class, row.degree, row.key],
  nodesOf,
};

const EXACT = `SELECT n.entity, CASE WHEN n.line = ? THEN ${NAME_CLASSES.name} + n.alias
    WHEN substr(n.line, 1, ?) = ? THEN ${NAME_CLASSES.beginning} ELSE ${NAME_CLASSES.words} END AS class
  FROM name_words w CROSS JOIN name n ON n.id = w.rowid WHERE name_words MATCH ?`;
const NEAR = `SELECT n.entity, ${NAME_CLASSES.spelling} AS class
  FROM name_words w CROSS JOIN name n ON n.id = w.rowid WHERE name_words MATCH ?`;

/** The entities with a name that answers a search, each with its best class. */
function found(sql: Connection, text: string): { readonly from: string; readonly values: readonly Value[] } {
  const search = searchWords(text);
  const from = (names: string) =>
    `FROM (SELECT entity, min(class) AS class FROM (${names}) GROUP BY entity) found
     CROSS JOIN entity e ON e.id = found.entity`;
  if (!search) return { from: from("SELECT NULL AS entity, NULL AS class WHERE 0"), values: [] };
  const line = words(text).join(" ");
  const exact = [line, [...line].length, line, matching(search)];
  const near = matchingNearly(sql, search);
  if (near === matching(search)) return { from: from(EXACT), values: exact };
  return { from: from(`${EXACT} UNION ALL ${NEAR}`), values: [...exact, near] };
}

/** A full-text expression that also takes words with one typing error. */
function matchingNearly(sql: Connection, { whole, last }: SearchWords): string {
  const group = (exact: string, word: string) => {
    const near = wordsNear(sql, word);
    return near.length === 0 ? exact : `(${[exact, ...near.map((other) => `"${other}"`)].join(" OR ")})`;
  };
  return [...whole.map((word) => group(`"${word}"`, word)), group(`"${last}"*`, last)].join(" AND ");
}

/** The words of names that are one typing error away. */
function wordsNear(sql: Connection, word: string): string[] {
  if (!isForgiven(word)) return [];
  return sql
    .all<{ word: string }>(
      `SELECT DISTINCT word FROM spelling WHERE text IN ${LISTED} ORDER BY word`,
      JSON.stringify(spellings(word)),
    )
    .map((row) => row.word)
    .filter((other) => oneErrorApart(word, other));
}
