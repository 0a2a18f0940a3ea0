/** Values as Neo4j takes them. The driver sends every JavaScript number as a float, which neither LIMIT nor lists of offsets bear. */
import neo4j, { type Integer } from "neo4j-driver";

/** What a query may be given. */
export type Parameters = Readonly<Record<string, unknown>>;

/** The same value with every whole number as an integer; what is undefined is left out. */
export function toParameter(value: unknown): unknown {
  if (typeof value === "number") return Number.isSafeInteger(value) ? integer(value) : value;
  if (Array.isArray(value)) return value.map(toParameter);
  return typeof value === "object" && value !== null ? toParameters(value as Parameters) : value;
}

/** The same parameters with every whole number as an integer; what is undefined is left out. */
export const toParameters = (parameters: Parameters): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(parameters)
      .filter(([, value]) => value !== undefined)
      .map(([name, value]) => [name, toParameter(value)]),
  );

const integer = (value: number): Integer => neo4j.int(value);
