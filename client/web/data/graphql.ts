/** GraphQL, typed by schema/schema.graphql: a query that asks for what is not there does not compile. */
import { initGraphQLTada } from "gql.tada";
import type { introspection } from "./graphql-env.generated.d.ts";

export const graphql = initGraphQLTada<{
  introspection: introspection;
  disableMasking: true;
  scalars: { ID: string; Date: string; DateTime: string; EDTF: string };
}>();

/** A `RelationFilter` as it is sent. */
export type RelationFilterInput = ReturnType<typeof graphql.scalar<"RelationFilter">>;

export type { ResultOf, VariablesOf } from "gql.tada";
