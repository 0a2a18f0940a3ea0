/** The executable schema: the SDL with its resolvers. */
import { readFileSync } from "node:fs";
import { makeExecutableSchema } from "@graphql-tools/schema";
import { connectionResolvers } from "./connection.ts";
import type { Context } from "./context.ts";
import { fileMutations, fileQueries } from "./files.ts";
import { mutations } from "./mutations.ts";
import { objects } from "./objects.ts";
import { queries } from "./queries.ts";
import { scalars } from "./scalars.ts";
import { subscriptions } from "./subscriptions.ts";

const SDL = new URL("../../schema/schema.graphql", import.meta.url);

/** Builds the schema; throws if a resolver has no field in the SDL. */
export function createSchema() {
  const typeDefs = readFileSync(SDL, "utf8");
  const names = [...typeDefs.matchAll(/^type (\w+Connection)\b/gm)].map(([, name]) => name!);
  const connections = Object.fromEntries(names.map((name) => [name, connectionResolvers]));
  return makeExecutableSchema<Context>({
    typeDefs,
    resolvers: {
      ...scalars,
      ...objects,
      ...connections,
      Query: { ...queries, ...fileQueries },
      Mutation: { ...mutations, ...fileMutations },
      Subscription: subscriptions,
    },
    resolverValidationOptions: { requireResolversToMatchSchema: "error" },
  });
}
