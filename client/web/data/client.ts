/** Asking the server: answers, or a failure told for people. */
import type { TadaDocumentNode } from "gql.tada";
import { ClientError, GraphQLClient } from "graphql-request";

/** What went wrong. `lost`: the server did not answer at all, so asking again may help. */
export class Failure extends Error {
  override readonly name = "Failure";
  readonly lost: boolean;
  constructor(message: string, lost: boolean) {
    super(message);
    this.lost = lost;
  }
}

const PATIENCE_MS = 30_000;
const client = new GraphQLClient(new URL("/graphql", location.href).href);

function told(error: unknown): Failure {
  if (!(error instanceof ClientError)) return new Failure("The server does not answer.", true);
  const { errors, status } = error.response;
  const words = errors?.map(({ message }) => message).join(" ");
  if (words) return new Failure(words, false);
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
