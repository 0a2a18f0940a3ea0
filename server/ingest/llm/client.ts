/** Asks a server that speaks OpenAI's protocol, within bounds of time, size and patience. */
import OpenAI, { APIConnectionTimeoutError, APIError } from "openai";
import { AnswerError, parseAnswer } from "./answer.ts";
import { ANSWER_SCHEMA, INSTRUCTIONS } from "./prompt.ts";

export interface LlmOptions {
  readonly baseUrl: string;
  readonly model: string;
  readonly apiKey?: string | undefined;
  /** For one answer. */
  readonly timeoutSeconds?: number;
  /** The longest that a server's Retry-After is obeyed. */
  readonly mostWaitSeconds?: number;
  /** Before the second try; doubled before each further one. */
  readonly pauseSeconds?: number;
}

/** A model that gave no answer that can be used; the message says why, without anything out of the document. */
export class LlmError extends Error {
  override readonly name = "LlmError";
}

const ATTEMPTS = 4;
const MOST_ANSWER_BYTES = 2_000_000;
const MOST_TOKENS = 8_000;

const sleep = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** Fetch that gives up on an answer without end. */
async function boundedFetch(input: string | URL | Request, init?: RequestInit): Promise<Response> {
  const response = await fetch(input, init);
  if (!response.body) return response;
  let size = 0;
  const bound = new TransformStream<Uint8Array, Uint8Array>({
    transform(part, controller) {
      size += part.length;
      if (size > MOST_ANSWER_BYTES) controller.error(new AnswerError(`was longer than ${MOST_ANSWER_BYTES} bytes`));
      else controller.enqueue(part);
    },
  });
  const { status, statusText, headers } = response;
  return new Response(response.body.pipeThrough(bound), { status, statusText, headers });
}

/** How long a server asks to be left alone, in milliseconds. */
function retryAfter(error: unknown): number | undefined {
  const value = error instanceof APIError ? error.headers?.get("retry-after") : undefined;
  if (!value) return undefined;
  const seconds = Number(value);
  const ms = Number.isFinite(seconds) ? seconds * 1_000 : Date.parse(value) - Date.now();
  return Number.isFinite(ms) ? Math.max(ms, 0) : undefined;
}

function reasonOf(error: unknown): string {
  const found = error instanceof Error && error.cause instanceof AnswerError ? error.cause : error;
  if (found instanceof AnswerError) return `the answer ${found.message}`;
  if (error instanceof APIConnectionTimeoutError) return "there was no answer in time";
  if (error instanceof APIError && error.status !== undefined) return `the server answered with status ${error.status}`;
  if (error instanceof APIError) return "the server cannot be reached, or broke off";
  // What a library says of a broken answer may quote it.
  return error instanceof SyntaxError ? "the answer was not JSON" : "the answer broke off";
}

/** What another try cannot mend: a wrong key, a model that is not there. */
const isFinal = (error: unknown): boolean =>
  error instanceof APIError && [400, 401, 403, 404, 405, 422].includes(error.status ?? 0);

/** A connection to a model. */
export class LlmClient {
  readonly #client: OpenAI;
  readonly #model: string;
  readonly #mostWait: number;
  readonly #pause: number;
  /** Servers that know no schema say so with their first answer. */
  #knowsSchema = true;

  constructor({ baseUrl, model, apiKey, timeoutSeconds = 120, mostWaitSeconds = 60, pauseSeconds = 0.5 }: LlmOptions) {
    // Tries are counted here: the library would obey any Retry-After, however long, and does not know a broken answer.
    const limits = { timeout: timeoutSeconds * 1_000, maxRetries: 0, fetch: boundedFetch };
    this.#client = new OpenAI({ baseURL: baseUrl, apiKey: apiKey ?? "none", ...limits });
    this.#model = model;
    this.#mostWait = mostWaitSeconds * 1_000;
    this.#pause = pauseSeconds * 1_000;
  }

  /** The entries of the answer to a question. Throws an LlmError once trying again is of no use. */
  async ask(question: string): Promise<readonly unknown[]> {
    for (let attempt = 1; ; attempt++) {
      try {
        return parseAnswer(await this.#complete(question));
      } catch (error) {
        if (this.#gaveUpSchema(error)) continue;
        const wait = retryAfter(error) ?? this.#pause * 2 ** (attempt - 1);
        if (isFinal(error)) throw new LlmError(reasonOf(error), { cause: error });
        if (attempt >= ATTEMPTS) throw new LlmError(`${reasonOf(error)}, ${ATTEMPTS} times`, { cause: error });
        if (wait > this.#mostWait)
          throw new LlmError(`the server asks to wait ${Math.round(wait / 1_000)} seconds, which is too long`, {
            cause: error,
          });
        await sleep(wait);
      }
    }
  }

  async #complete(question: string): Promise<string> {
    const schema = { name: "relations", strict: true, schema: ANSWER_SCHEMA as unknown as Record<string, unknown> };
    const completion = await this.#client.chat.completions.create({
      model: this.#model,
      temperature: 0,
      max_tokens: MOST_TOKENS,
      messages: [
        { role: "system", content: INSTRUCTIONS },
        { role: "user", content: question },
      ],
      ...(this.#knowsSchema ? { response_format: { type: "json_schema", json_schema: schema } } : {}),
    });
    const choice = completion?.choices?.[0];
    const content = choice?.message?.content;
    if (typeof content !== "string") throw new AnswerError("had not the form of an answer");
    if (choice?.finish_reason === "length") throw new AnswerError("ended in the middle");
    return content.replace(/^\s*```(?:json)?\s*|\s*```\s*$/g, "");
  }

  /** Tries once more without a schema where the server refuses the request for it. */
  #gaveUpSchema(error: unknown): boolean {
    const isRefused = error instanceof APIError && (error.status === 400 || error.status === 422);
    if (!isRefused || !this.#knowsSchema) return false;
    this.#knowsSchema = false;
    return true;
  }
}
