/** Names and aliases of entities, indexed for exact search, for words and for words with a typing error. */
import { exactName } from "../name-search.ts";
import { spellings } from "../spelling.ts";
import { words } from "../words.ts";
import type { Connection } from "./connection.ts";

/** The rows of names in tables of names, made where they are not there; each looked up once in a transaction. */
export class NameRows {
  readonly #sql: Connection;
  readonly #rows = new Map<string, number>();

  constructor(sql: Connection) {
    this.#sql = sql;
  }

  of(table: "publisher" | "speaker" | "extractor", name: string): number {
    const key = `${table} ${name}`;
    const known = this.#rows.get(key);
    if (known !== undefined) return known;
    const found = this.#sql.get<{ id: number }>(`SELECT id FROM ${table} WHERE name = ?`, name);
    const row = found?.id ?? this.#sql.run(`INSERT INTO ${table} (name) VALUES (?)`, name);
    this.#rows.set(key, row);
    return row;
  }
}

/** Counts one more document that gives an entity this alias; true where it is a new one. */
export function addAlias(sql: Connection, entity: number, text: string): boolean {
  const known = sql.get("UPDATE name SET uses = uses + 1 WHERE entity = ? AND text = ? RETURNING id", [entity, text]);
  if (!known) addName(sql, entity, text, 1);
  return !known;
}

/** Counts one document less; true where the alias went with it. */
export function removeAlias(sql: Connection, entity: number, text: string): boolean {
  const { uses } = sql.get<{ uses: number }>(
    "UPDATE name SET uses = uses - 1 WHERE entity = ? AND text = ? RETURNING uses",
    [entity, text],
  )!;
  if (uses === 0) removeName(sql, entity, text);
  return uses === 0;
}

/** Adds a name of an entity that it did not have. */
export function addName(sql: Connection, entity: number, text: string, alias: 0 | 1): void {
  const found = words(text);
  const row = sql.run("INSERT INTO name (entity, text, alias, exact, line, uses) VALUES (?, ?, ?, ?, ?, 1)", [
    entity,
    text,
    alias,
    exactName(text),
    found.join(" "),
  ]);
  sql.run("INSERT INTO name_words (rowid, words) VALUES (?, ?)", row, found.join(" "));
  for (const word of new Set(found)) addWord(sql, word);
}

/** Takes a name of an entity away, with what it is searched by. */
export function removeName(sql: Connection, entity: number, text: string): void {
  const { id, line } = sql.get<{ id: number; line: string }>(
    "DELETE FROM name WHERE entity = ? AND text = ? RETURNING id, line",
    [entity, text],
  )!;
  sql.run("DELETE FROM name_words WHERE rowid = ?", id);
  for (const word of new Set(line === "" ? [] : line.split(" "))) removeWord(sql, word);
}

function addWord(sql: Connection, word: string): void {
  const { names } = sql.get<{ names: number }>(
    "INSERT INTO word (text, names) VALUES (?, 1) ON CONFLICT DO UPDATE SET names = names + 1 RETURNING names",
    word,
  )!;
  if (names > 1) return;
  for (const text of spellings(word)) sql.run("INSERT INTO spelling (text, word) VALUES (?, ?)", text, word);
}

function removeWord(sql: Connection, word: string): void {
  const { names } = sql.get<{ names: number }>(
    "UPDATE word SET names = names - 1 WHERE text = ? RETURNING names",
    word,
  )!;
  if (names > 0) return;
  sql.run("DELETE FROM word WHERE text = ?", word);
  for (const text of spellings(word)) sql.run("DELETE FROM spelling WHERE text = ? AND word = ?", text, word);
}
