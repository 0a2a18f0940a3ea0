/** Tells the HTTP side what became of an operation. */
import type { GraphQLError } from "graphql";
import type { Plugin } from "graphql-yoga";
import type { RequestContext } from "./server.ts";

const codeOf = ({ extensions }: GraphQLError) =>
  typeof extensions?.["code"] === "string" ? extensions["code"] : "GRAPHQL";

/** Tells whether an answer has errors, and their codes. */
export const tellOutcome = (): Plugin<object, RequestContext> => ({
  onResultProcess({ result, serverContext }) {
    const errors = "errors" in result ? (result.errors as readonly GraphQLError[] | undefined) : undefined;
    (serverContext as RequestContext).onResult?.(errors?.map(codeOf) ?? []);
  },
});
