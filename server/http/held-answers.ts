/** Queries by GET: answered out of memory while the graph stays the same, and not at all to who has the answer. */
import type { GraphQLHandler } from "../graphql/server.ts";
import type { AnswerCache, HeldAnswer } from "./answer-cache.ts";
import type { Freshness } from "./freshness.ts";
import { createGraphiQLPage, wantsPage } from "./graphiql-page.ts";
import { passOn, toRequest } from "./graphql-route.ts";
import { answerPrepared } from "./prepared.ts";
import type { Exchange, Headers, Reply, Route } from "./reply.ts";

export interface HeldAnswersOptions {
  readonly graphql: GraphQLHandler;
  readonly cache: AnswerCache;
  readonly freshness: Freshness;
  readonly onLookup: (outcome: "hit" | "miss") => void;
}

/** Browsers keep the answer, and ask each time whether it still holds. */
const CACHING: Headers = { "Cache-Control": "private, no-cache", Vary: "Accept, Accept-Encoding, Authorization" };

const MOST_KEY = 20_000;

/** What an answer depends on besides the graph; undefined where it is not to be held. */
function keyOf({ request, search }: Exchange): string | undefined {
  const { accept = "" } = request.headers;
  if (request.method !== "GET" || /html|event-stream|multipart/i.test(accept)) return undefined;
  const given = new URLSearchParams(search);
  if (!given.has("query") || given.has("extensions")) return undefined;
  const key = JSON.stringify([given.get("query"), given.get("variables"), given.get("operationName"), accept]);
  return key.length > MOST_KEY ? undefined : key;
}

/** Answers queries by GET. */
export function createHeldAnswers({ graphql, cache, freshness, onLookup }: HeldAnswersOptions): Route {
  const underWay = new Map<string, Promise<HeldAnswer | Reply>>();

  // Goes on where the first to ask leaves: others may wait for the same.
  const find = async (exchange: Exchange, key: string, version: string): Promise<HeldAnswer | Reply> => {
    let isSound = false;
    const onResult = (codes: readonly string[]) => {
      isSound = codes.length === 0;
      exchange.onResult(codes);
    };
    const response = await graphql(toRequest(exchange), { mayWrite: false, onResult });
    const answer = await passOn(response, exchange.signal);
    if (!isSound || answer.status !== 200 || !(answer.body instanceof Uint8Array)) return answer;
    // What was written meanwhile may stand in the answer, and then it is of no one version.
    if ((await freshness.now()) !== version) return answer;
    return cache.hold(version, key, answer.body, answer.headers["Content-Type"]!);
  };

  /** Who asks the same at the same time gets the same answer. */
  const findOnce = (exchange: Exchange, key: string, version: string) => {
    const known = underWay.get(version + key);
    if (known) return known;
    const finding = find(exchange, key, version).finally(() => underWay.delete(version + key));
    underWay.set(version + key, finding);
    return finding;
  };

  const page = createGraphiQLPage((exchange) => graphql(toRequest(exchange), { mayWrite: false }));

  return async (exchange) => {
    if (wantsPage(exchange)) return page(exchange);
    const key = keyOf(exchange);
    if (key === undefined) {
      const { signal, onResult } = exchange;
      return passOn(await graphql(toRequest(exchange, { signal }), { mayWrite: false, onResult }), signal);
    }
    const version = await freshness.now();
    const held = cache.get(version, key);
    onLookup(held ? "hit" : "miss");
    const answer = held ?? (await findOnce(exchange, key, version));
    if (!("prepared" in answer)) return answer;
    return answerPrepared(exchange, answer.prepared, { ...CACHING, "Content-Type": answer.type });
  };
}
