/** What comes after a row in an order of several columns, some ascending, some descending. */
import type { Value } from "./connection.ts";

/** A condition with the values of its parameters, in order. */
export interface Sql {
  readonly text: string;
  readonly values: readonly Value[];
}

export const always: Sql = { text: "1", values: [] };

/** All of these conditions. */
export function allOf(conditions: readonly Sql[]): Sql {
  const real = conditions.filter(({ text }) => text !== "1");
  if (real.length === 0) return always;
  return { text: real.map(({ text }) => `(${text})`).join(" AND "), values: real.flatMap(({ values }) => values) };
}

/** A column of an order; `-` before its name means descending. */
export type OrderColumn = string;

const nameOf = (column: OrderColumn) => column.replace(/^-/, "");

/** `ORDER BY` these columns. */
export const orderBy = (columns: readonly OrderColumn[]): string =>
  `ORDER BY ${columns.map((column) => (column.startsWith("-") ? `${nameOf(column)} DESC` : column)).join(", ")}`;

/** The rows after one with these values. The first column alone is a bound that an index can use. */
export function after(columns: readonly OrderColumn[], key: readonly Value[] | undefined): Sql {
  if (!key) return always;
  const [column = "", ...others] = columns;
  const [value = null, ...rest] = key;
  const beyond = column.startsWith("-") ? "<" : ">";
  const name = nameOf(column);
  if (others.length === 0) return { text: `${name} ${beyond} ${placeholder(name)}`, values: [value] };
  const then = after(others, rest);
  const p = placeholder(name);
  return {
    text: `${name} ${beyond}= ${p} AND (${name} ${beyond} ${p} OR (${then.text}))`,
    values: [value, value, ...then.values],
  };
}

/** Keys of assertions are bytes, and travel as hexadecimal digits. */
const placeholder = (column: string) => (column === "a.key" ? "unhex(?)" : "?");
