/** The headers that tell browsers what a page of this server may do. */
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

const EXPLORER = policy({
  "script-src": "'self'",
  "worker-src": "'self'",
  "style-src": "'self' 'unsafe-inline'",
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
