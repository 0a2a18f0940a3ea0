/** The GraphQL endpoint, as a handler of requests. */
import { createYoga, type GraphiQLOptions } from "graphql-yoga";
import type { Store } from "../store/port.ts";
import type { Reading } from "../reading/reading.ts";
import { compiledExecution } from "./compiled.ts";
import { type Changes, createContext } from "./context.ts";
import { examples } from "./examples.ts";
import { costLimit, formLimits, nestingLimit, timeLimit } from "./limits.ts";
import { tellOutcome } from "./outcome.ts";
import { maskError } from "./refusal.ts";
import { createSchema } from "./schema.ts";

export interface GraphQLOptions {
  readonly store: Store;
  readonly reading: Reading;
  readonly changes: Changes;
  /** Told of errors whose text is kept from the asker. */
  readonly onError: (error: unknown) => void;
}

/** What the server knows of a request besides the request itself. */
export interface RequestContext {
  readonly mayWrite: boolean;
  /** Told the codes of an answer's errors before it goes out; none where it is sound. */
  readonly onResult?: (codes: readonly string[]) => void;
}

export type GraphQLHandler = (request: Request, context: RequestContext) => Promise<Response>;

/** GraphiQL with its script in the page, so that it works without a network. Nine megabytes: loaded when first asked for. */
async function renderGraphiQL(options: GraphiQLOptions): Promise<string> {
  const page = await import("@graphql-yoga/render-graphiql");
  return page.renderGraphiQL(options);
}

/** GraphiQL opens with the worked examples, or with the query of the link that led to it. */
function graphiqlOptions(request: Request): GraphiQLOptions {
  const options = { title: "Actant GraphQL", defaultTabs: examples };
  return new URL(request.url).searchParams.has("query") ? options : { ...options, ...examples[0] };
}

/** Creates the endpoint `/graphql`. */
export function createGraphQL({ store, reading, changes, onError }: GraphQLOptions): GraphQLHandler {
  const silent = () => {};
  const yoga = createYoga<RequestContext>({
    schema: createSchema(),
    context: ({ mayWrite }) => createContext({ store, reading, changes, mayWrite }),
    plugins: [nestingLimit(), formLimits(), costLimit(), compiledExecution(), timeLimit(), tellOutcome()],
    maskedErrors: { maskError, errorMessage: "Something went wrong in the server; its log tells more." },
    logging: {
      debug: silent,
      info: silent,
      warn: silent,
      error: (error: unknown) => onError((error as { originalError?: unknown } | null)?.originalError ?? error),
    },
    graphiql: graphiqlOptions,
    renderGraphiQL,
    // One site only: other pages get no leave to read answers, and files travel as base64.
    cors: false,
    multipart: false,
    landingPage: false,
  });
  return async (request, context) => yoga.fetch(request, context);
}
