/** Who may ask and who may write, told from a request's headers alone. */
import { createHash, timingSafeEqual } from "node:crypto";
import { type Config, isLoopback } from "../config.ts";

/** What the guard found: a reason to refuse, or whether the request may write. */
export type Verdict = { readonly refused: string } | { readonly mayWrite: boolean };

const digest = (text: string) => createHash("sha256").update(text).digest();

/** Whether the request carries the token; takes the same time whatever it carries. */
function hasToken(request: Request, token: string | undefined): boolean {
  const given = /^Bearer +(\S+) *$/i.exec(request.headers.get("authorization") ?? "")?.[1];
  return token !== undefined && given !== undefined && timingSafeEqual(digest(given), digest(token));
}

/** The name in a Host header without its port; any port, since a tunnel may bring the request from another one. */
const hostname = (host: string) => host.replace(/:\d{1,5}$/, "");

/** Refuses what a page elsewhere could send to this machine: by another name (DNS rebinding) or from another origin. */
function whyForeign({ headers, method }: Request): string | undefined {
  const host = headers.get("host") ?? "";
  if (!isLoopback(hostname(host)))
    return "This server answers on this machine only: use http://127.0.0.1 or http://localhost with its port.";
  const origin = headers.get("origin");
  if (origin !== null && origin.toLowerCase() !== `http://${host}`.toLowerCase())
    return "Pages of other origins may not ask this server.";
  const site = headers.get("sec-fetch-site");
  const isLink = method === "GET" && headers.get("sec-fetch-mode") === "navigate";
  if ((site === "cross-site" || site === "same-site") && !isLink)
    return "Pages of other sites may not ask this server.";
  return undefined;
}

/**
 * On loopback everyone on this machine may write, but no page from elsewhere may even ask.
 * On other addresses everyone may ask, and who has the token may write.
 */
export function judge(request: Request, { host, token }: Pick<Config, "host" | "token">): Verdict {
  if (!isLoopback(host)) return { mayWrite: hasToken(request, token) };
  const refused = whyForeign(request);
  return refused === undefined ? { mayWrite: true } : { refused };
}
