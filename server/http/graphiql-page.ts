/** GraphiQL's page: nine megabytes with its scripts inside, so kept, compressed once, and allowed by its scripts' hashes. */
import { Prepared } from "./encoding.ts";
import { answerPrepared } from "./prepared.ts";
import type { Exchange, Headers, Reply } from "./reply.ts";
import { only, policy } from "./security.ts";

interface Page {
  readonly prepared: Prepared;
  readonly headers: Headers;
}

/** Its editor's workers are made of its scripts, and it sets its styles in the page. */
const policyFor = (html: string) =>
  policy({
    "script-src": [...html.matchAll(/<script[^>]*>([^]*?)<\/script>/g)].map(([, script]) => only(script!)).join(" "),
    "worker-src": "blob:",
    "style-src": "'unsafe-inline'",
    "img-src": "'self' data:",
  });

function pageOf(html: string): Page {
  const headers = {
    "Content-Type": "text/html; charset=utf-8",
    "Cache-Control": "private, no-cache",
    Vary: "Accept, Accept-Encoding, Authorization",
    "Content-Security-Policy": policyFor(html),
  };
  return { prepared: new Prepared(Buffer.from(html), { quality: 5 }), headers };
}

/** Whether a browser asks for a page rather than for an answer. */
export const wantsPage = ({ request }: Exchange): boolean => /\btext\/html\b/i.test(request.headers.accept ?? "");

/** Answers with the page, rendered when first asked for; one that a link's query opens with is another. */
export function createGraphiQLPage(render: (exchange: Exchange) => Promise<Response>) {
  const pages = new Map<boolean, Promise<Page>>();
  return async (exchange: Exchange): Promise<Reply> => {
    const isLinked = new URLSearchParams(exchange.search).has("query");
    const known = pages.get(isLinked) ?? render(exchange).then(async (response) => pageOf(await response.text()));
    pages.set(isLinked, known);
    const { prepared, headers } = await known.catch((error: unknown) => {
      pages.delete(isLinked);
      throw error;
    });
    return answerPrepared(exchange, prepared, headers);
  };
}
