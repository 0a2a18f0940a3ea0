/** `RelationFilter` from elsewhere than a query: checked by the schema, so that what is asked means the same everywhere. */
import {
  coerceInputValue,
  GraphQLError,
  type GraphQLInputObjectType,
  type GraphQLSchema,
  isInputObjectType,
} from "graphql";
import type { RelationFilter } from "../store/port.ts";
import { filter, type FilterInput } from "./arguments.ts";
import { refusal } from "./refusal.ts";

/** The most values of one list of a filter that comes as a body. */
const MOST_VALUES = 10_000;

/** Enumerations, and ids of a form that has no comma. */
const SPLIT_ALWAYS = new Set(["types", "quads", "kinds", "statuses", "documents"]);
/** Ids begin with a kind; a comma within a name is not followed by one. */
const SPLIT_BETWEEN_IDS = new Set(["entities", "relations"]);

function filterType(schema: GraphQLSchema): GraphQLInputObjectType {
  const type = schema.getType("RelationFilter");
  if (!isInputObjectType(type)) throw new Error("The schema has no RelationFilter.");
  return type;
}

function listOf(name: string, values: readonly string[]): readonly string[] {
  if (SPLIT_ALWAYS.has(name)) return values.flatMap((value) => value.split(",")).filter(Boolean);
  if (SPLIT_BETWEEN_IDS.has(name)) return values.flatMap((value) => value.split(/,(?=[a-z]+:)/)).filter(Boolean);
  return values;
}

function scalarOf(name: string, type: string, [value = "", ...more]: readonly string[]): unknown {
  if (more.length > 0) throw refusal(`${name}: is given ${more.length + 1} times; give it once.`);
  if (type === "Boolean") {
    if (value === "true" || value === "false") return value === "true";
    throw refusal(`${name}: ${JSON.stringify(value.slice(0, 100))} is neither true nor false.`);
  }
  if (type !== "Int" && type !== "Float") return value;
  const number = value.trim() === "" ? Number.NaN : Number(value);
  if (Number.isFinite(number)) return number;
  throw refusal(`${name}: ${JSON.stringify(value.slice(0, 100))} is not a number.`);
}

/** A filter as GraphQL would take it. Throws a refusal that says what is wrong. */
export function readFilter(schema: GraphQLSchema, given: unknown): RelationFilter {
  if (given === undefined || given === null) return {};
  const coerced: unknown = coerceInputValue(given, filterType(schema), (path, _, error) => {
    throw refusal(["filter", ...path].join(".") + `: ${error.message}`);
  });
  return filter(coerced as FilterInput, MOST_VALUES);
}

/** A filter of query parameters: lists are repeated, or of ids and enumerations joined by commas. */
export function readFilterParameters(schema: GraphQLSchema, search: string): RelationFilter {
  const given = new URLSearchParams(search);
  const fields = filterType(schema).getFields();
  const input: Record<string, unknown> = {};
  for (const name of new Set(given.keys())) {
    const field = fields[name];
    if (!field)
      throw refusal(
        `${JSON.stringify(name.slice(0, 100))} is not a parameter; there are ${Object.keys(fields).join(", ")}.`,
      );
    const type = String(field.type);
    input[name] = type.startsWith("[") ? listOf(name, given.getAll(name)) : scalarOf(name, type, given.getAll(name));
  }
  return readFilter(schema, input);
}

/** Whether an error is one that the asker may be told. */
export const isRefusal = (error: unknown): error is GraphQLError => error instanceof GraphQLError;
