/**
 * The texts of passages. Many assertions may quote one passage, and a hostile document may be one sentence of megabytes:
 * a long text travels once, however many quote it.
 */
import type { Connection, Row } from "./connection.ts";

/** In UTF-16 code units. */
export const LONGEST_QUOTE = 4_000;

/** Columns of the passage `q`: its text unless it is long, and where it is. */
export const QUOTED = `CASE WHEN q.length <= ${LONGEST_QUOTE} THEN q.text END, q.document, q.start, q.end`;
export const QUOTING = 4;

/** The texts of rows of `QUOTED`, those that are long fetched by themselves. */
export async function longTexts(connection: Connection, rows: readonly Row[]): Promise<string[]> {
  const missing = new Map(rows.filter(([text]) => text === null).map((row) => [keyOf(row), row]));
  const texts = new Map<string, string>();
  for (const [key, [, document, start, end]] of missing) {
    const found = await connection.read(
      "MATCH (q:Passage {document: $document, start: $start, end: $end}) RETURN q.text",
      { document, start, end },
    );
    texts.set(key, (found[0]?.[0] as string | undefined) ?? "");
  }
  return rows.map((row) => (row[0] as string | null) ?? texts.get(keyOf(row)) ?? "");
}

const keyOf = ([, ...place]: Row) => place.join(" ");
