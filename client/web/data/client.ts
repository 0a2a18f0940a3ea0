/** Asking the server: answers, or a failure told for people. */
import type { TadaDocumentNode } from "gql.tada";
import { ClientError, GraphQLClient } from "graphql-request";

/** What went wrong. */
export class Failure extends Error {
  override readonly name = "Failure";
  /** The server did not answer at all, so asking again may help. */
  readonly lost: boolean;
  /** The server's word for it, such as CONFLICT. */
  readonly code: string | undefined;
  constructor(message: string, lost: boolean, code?: string) {
    super(message);
    this.lost = lost;
    this.code = code;
  }
}

const PATIENCE_MS = 30_000;
const client = new GraphQLClient(new URL("/graphql", location.href).href);

const codeOf = (extensions: Readonly<Record<string, unknown>> | undefined): string | undefined =>
  typeof extensions?.["code"] === "string" ? extensions["code"] : undefined;

function told(error: unknown): Failure {
  if (!(error instanceof ClientError)) return new Failure("The server does not answer.", true);
  const { errors, status } = error.response;
  const words = errors?.map(({ message }) => message).join(" ");
  if (words)
    return new Failure(words, false, codeOf(errors?.[0]?.extensions as Readonly<Record<string, unknown>> | undefined));
  return new Failure(`The server answers with an error (${status}).`, status >= 500);
}

/** Runs one operation. Throws a Failure. `signal` takes the question back. */
export async function ask<Result, Variables extends object>(
  document: TadaDocumentNode<Result, Variables>,
  variables: Variables,
  signal?: AbortSignal,
  patience: number = PATIENCE_MS,
): Promise<Result> {
  const timeout = AbortSignal.timeout(patience);
  const either = signal ? AbortSignal.any([signal, timeout]) : timeout;
  try {
    return await client.request<Result, Variables & object>({ document, variables, signal: either } as never);
  } catch (error) {
    if (signal?.aborted) throw error;
    throw told(error);
  }
}
