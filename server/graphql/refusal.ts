/** Refusals: errors that are meant for the person who asked. Everything else is masked. */
import { GraphQLError } from "graphql";
import { InterchangeError } from "../../schema/interchange.ts";
import { ConflictError, StoreError } from "../store/port.ts";
import { TextError } from "../text.ts";

/** Why a refusal was made, for programs. */
export type RefusalCode =
  | "BAD_USER_INPUT"
  | "FORBIDDEN"
  | "NOT_READ"
  | "STORE"
  | "TOO_COSTLY"
  | "TIMEOUT"
  | "BUSY"
  | "CONFLICT";

/** An error that is shown as it is: its message says what was wrong and what to do. */
export const refusal = (message: string, code: RefusalCode = "BAD_USER_INPUT"): GraphQLError =>
  new GraphQLError(message, { extensions: { code } });

function codeOf(error: unknown): RefusalCode | undefined {
  if (error instanceof ConflictError) return "CONFLICT";
  if (error instanceof StoreError) return "STORE";
  if (error instanceof TextError || error instanceof InterchangeError) return "NOT_READ";
  return undefined;
}

/** Of a conflict: at which revision the record is now; null where it is gone. */
const revisionOf = (error: unknown) =>
  error instanceof ConflictError ? { revision: error.current?.revision ?? null } : {};

/** The error as it may be shown: those meant for people stay, all others lose their message and their stack. */
export function maskError(error: unknown, message: string): Error {
  const at = error instanceof GraphQLError ? error : undefined;
  const cause: unknown = at?.originalError ?? error;
  if (cause instanceof GraphQLError) return at ?? cause;
  const code = codeOf(cause);
  const shown = code ? (cause as Error).message : message;
  return new GraphQLError(shown, {
    ...(at ? { nodes: at.nodes ?? null, path: at.path ?? null } : {}),
    extensions: { code: code ?? "INTERNAL_SERVER_ERROR", ...revisionOf(cause) },
  });
}
