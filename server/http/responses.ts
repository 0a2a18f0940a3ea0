/** Short answers, and the headers that every answer carries. */

/** For people's eyes. */
export const plain = (status: number, message: string, headers: Readonly<Record<string, string>> = {}): Response =>
  new Response(`${message}\n`, { status, headers: { "Content-Type": "text/plain; charset=utf-8", ...headers } });

/** For programs' eyes. */
export const json = (status: number, value: unknown): Response =>
  new Response(`${JSON.stringify(value)}\n`, {
    status,
    headers: { "Content-Type": "application/json; charset=utf-8", "Cache-Control": "no-store" },
  });

/** A refusal in the form in which GraphQL clients expect errors. */
export const graphqlRefusal = (status: number, message: string, headers: Readonly<Record<string, string>> = {}) =>
  new Response(JSON.stringify({ errors: [{ message }] }), {
    status,
    headers: { "Content-Type": "application/json; charset=utf-8", ...headers },
  });

const policy = (directives: Readonly<Record<string, string>>) =>
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

/** Scripts from files only. Cytoscape and React set styles in the page. */
const EXPLORER = policy({
  "script-src": "'self'",
  "worker-src": "'self'",
  "style-src": "'self' 'unsafe-inline'",
  "img-src": "'self' data: blob:",
  "manifest-src": "'self'",
});

/** GraphiQL is one page with its scripts, and its editor's workers, inside. */
const GRAPHIQL = policy({
  "script-src": "'unsafe-inline'",
  "worker-src": "blob:",
  "style-src": "'unsafe-inline'",
  "img-src": "'self' data:",
});

const COMMON: Readonly<Record<string, string>> = {
  "X-Content-Type-Options": "nosniff",
  "X-Frame-Options": "DENY",
  "Referrer-Policy": "no-referrer",
  "Cross-Origin-Opener-Policy": "same-origin",
  "Cross-Origin-Resource-Policy": "same-origin",
  "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
};

/** Sets the headers that tell browsers what a page of this server may do. */
export function secure(response: Response, path: string): Response {
  for (const [name, value] of Object.entries(COMMON)) response.headers.set(name, value);
  response.headers.set("Content-Security-Policy", path === "/graphql" ? GRAPHIQL : EXPLORER);
  return response;
}
