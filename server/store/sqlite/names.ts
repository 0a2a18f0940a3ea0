/** Names and aliases of entities, indexed for exact search, for words and for words with a typing error. */
import { exactName } from "../name-search.ts";
import { spellings } from "../spelling.ts";
import { words } from "../words.ts";
import type { Connection } from "./connection.ts";

/** The row of a name in a table of names, made if it is not there. */
export function rowOfName(sql: Connection, table: "publisher" | "speaker" | "extractor", name: string): number {
  const found = sql.get<{ id: number }>(`SELECT id FROM ${table} WHERE name = ?`, name);
  return found?.id ?? sql.run(`INSERT INTO ${table} (name) VALUES (?)`, name);
}

/** Counts one more document that uses these names of an entity. */
export function addNames(sql: Connection, entity: number, name: string, aliases: readonly string[]): void {
  addName(sql, entity, name, 0);
  for (const alias of aliases) addName(sql, entity, alias, 1);
}

/** Counts one document less, and takes away the names that no document uses any more. */
export function removeNames(sql: Connection, entity: number, names: readonly string[]): void {
  for (const name of names) removeName(sql, entity, name);
}

function addName(sql: Connection, entity: number, text: string, alias: 0 | 1): void {
  const known = sql.get<{ id: number }>("UPDATE name SET uses = uses + 1 WHERE entity = ? AND text = ? RETURNING id", [
    entity,
    text,
  ]);
  if (known) return;
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

function addWord(sql: Connection, word: string): void {
  const { names } = sql.get<{ names: number }>(
    "INSERT INTO word (text, names) VALUES (?, 1) ON CONFLICT DO UPDATE SET names = names + 1 RETURNING names",
    word,
  )!;
  if (names > 1) return;
  for (const text of spellings(word)) sql.run("INSERT INTO spelling (text, word) VALUES (?, ?)", text, word);
}

function removeName(sql: Connection, entity: number, text: string): void {
  const { id, uses, line } = sql.get<{ id: number; uses: number; line: string }>(
    "UPDATE name SET uses = uses - 1 WHERE entity = ? AND text = ? RETURNING id, uses, line",
    [entity, text],
  )!;
  if (uses > 0) return;
  sql.run("DELETE FROM name WHERE id = ?", id);
  sql.run("DELETE FROM name_words WHERE rowid = ?", id);
  for (const word of new Set(line === "" ? [] : line.split(" "))) removeWord(sql, word);
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
