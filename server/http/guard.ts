/** Who may ask and who may write, told from a request's headers alone. */
import { createHash, timingSafeEqual } from "node:crypto";
import type { IncomingHttpHeaders } from "node:http";
import { type Config, isLoopback } from "../config.ts";

/** What the guard found: whether the request may write, or the reason to refuse it and whether it tried a token. */
export type Verdict =
  | { readonly mayWrite: boolean }
  | { readonly refused: string; readonly status: 401 | 403; readonly triedToken: boolean };

export type Access = Pick<Config, "host" | "token" | "readToken">;

type Asked = { readonly headers: IncomingHttpHeaders; readonly method?: string | undefined };

const digest = (text: string) => createHash("sha256").update(text).digest();

/** The token that a request shows: as a bearer, or as the password that a browser asks its user for. */
function tokenOf({ authorization = "" }: IncomingHttpHeaders): string | undefined {
  const [, scheme = "", value = ""] = /^(Bearer|Basic) +(\S+) *$/i.exec(authorization) ?? [];
  if (!value) return undefined;
  if (scheme.toLowerCase() === "bearer") return value;
  const pair = Buffer.from(value, "base64").toString();
  return pair.slice(pair.indexOf(":") + 1);
}

/** Takes the same time whatever is shown. */
const isToken = (shown: Buffer, token: string | undefined): boolean =>
  timingSafeEqual(shown, digest(token ?? "")) && token !== undefined;

/** The name in a Host header without its port; any port, since a tunnel may bring the request from another one. */
const hostname = (host: string) => host.replace(/:\d{1,5}$/, "");

/** Refuses what a page elsewhere could have a browser send, with the rights that the browser has here. */
function whyForeign({ headers, method }: Asked, origins: readonly string[]): string | undefined {
  const { origin } = headers;
  if (origin !== undefined && !origins.includes(origin.toLowerCase()))
    return "Pages of other origins may not ask this server.";
  const site = headers["sec-fetch-site"];
  const isLink = method === "GET" && headers["sec-fetch-mode"] === "navigate";
  if ((site === "cross-site" || site === "same-site") && !isLink)
    return "Pages of other sites may not ask this server.";
  return undefined;
}

const forbidden = (refused: string): Verdict => ({ refused, status: 403, triedToken: false });

/** On loopback everyone on this machine may write, but no page from elsewhere may even ask. */
function judgeNear(asked: Asked): Verdict {
  const host = (asked.headers.host ?? "").toLowerCase();
  // A page of another name that leads here (DNS rebinding).
  if (!isLoopback(hostname(host)))
    return forbidden(
      "This server answers on this machine only: use http://127.0.0.1 or http://localhost with its port.",
    );
  const foreign = whyForeign(asked, [`http://${host}`]);
  return foreign === undefined ? { mayWrite: true } : forbidden(foreign);
}

/** On other addresses who has the token may write, and everyone may ask unless there is a token for reading. */
function judgeFar(asked: Asked, { token, readToken }: Access): Verdict {
  const host = (asked.headers.host ?? "").toLowerCase();
  const foreign = whyForeign(asked, [`http://${host}`, `https://${host}`]);
  if (foreign !== undefined) return forbidden(foreign);
  const given = tokenOf(asked.headers);
  if (!asked.headers.authorization) {
    if (readToken === undefined) return { mayWrite: false };
    return { refused: "This server asks for a token: send Authorization: Bearer …", status: 401, triedToken: false };
  }
  const shown = digest(given ?? "");
  const [mayWrite, mayRead] = [isToken(shown, token), isToken(shown, readToken)];
  if (mayWrite || mayRead) return { mayWrite };
  return { refused: "The token is not one of this server's.", status: 401, triedToken: true };
}

/** Judges a request by its headers. */
export const judge = (asked: Asked, access: Access): Verdict =>
  isLoopback(access.host) ? judgeNear(asked) : judgeFar(asked, access);
