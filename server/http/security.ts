/** The headers that tell browsers what a page of this server may do. */
import { createHash } from "node:crypto";
import type { Headers } from "./reply.ts";

/** Writes a Content-Security-Policy: nothing is allowed but what is named. */
export const policy = (directives: Headers): string =>
  Object.entries({
    "default-src": "'none'",
    "base-uri": "'none'",
    "form-action": "'none'",
    "frame-ancestors": "'none'",
    "connect-src": "'self'",
    "font-src": "'self' data:",
    ...directives,
  })
    .map(([name, value]) => `${name} ${value}`)
    .join("; ");

/** The only style that is not a file's: Cytoscape puts it into the page. What scripts set on elements is no style of the page. */
const CYTOSCAPE = ".__________cytoscape_container { position: relative; }";

/** Allows one text, by its hash. */
export const only = (text: string): string => `'sha256-${createHash("sha256").update(text).digest("base64")}'`;

const EXPLORER = policy({
  "script-src": "'self'",
  "worker-src": "'self'",
  "style-src": `'self' ${only(CYTOSCAPE)}`,
  "img-src": "'self' data: blob:",
  "manifest-src": "'self'",
});

/** Every answer carries these; a route may set a policy of its own. */
export const SECURITY: Headers = {
  "X-Content-Type-Options": "nosniff",
  "X-Frame-Options": "DENY",
  "Referrer-Policy": "no-referrer",
  "Cross-Origin-Opener-Policy": "same-origin",
  "Cross-Origin-Resource-Policy": "same-origin",
  "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
  "Content-Security-Policy": EXPLORER,
};
