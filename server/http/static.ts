/** The built client's files. Only what its folder held at the start is served, by exact path. */
import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { extname, join, relative, sep } from "node:path";
import { plain } from "./responses.ts";

const TYPES: Readonly<Record<string, string>> = {
  ".css": "text/css; charset=utf-8",
  ".html": "text/html; charset=utf-8",
  ".ico": "image/x-icon",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".map": "application/json; charset=utf-8",
  ".png": "image/png",
  ".svg": "image/svg+xml",
  ".txt": "text/plain; charset=utf-8",
  ".webmanifest": "application/manifest+json",
  ".woff": "font/woff",
  ".woff2": "font/woff2",
};

interface File {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly headers: Readonly<Record<string, string>>;
}

/** Vite puts a hash of the content into the names of what it writes to `assets/`. */
const caching = (path: string) => (path.startsWith("/assets/") ? "public, max-age=31536000, immutable" : "no-cache");

async function load(folder: string, path: string): Promise<File> {
  const bytes = new Uint8Array(await readFile(join(folder, path)));
  const etag = `"${createHash("sha256").update(bytes).digest("base64url").slice(0, 22)}"`;
  const type = TYPES[extname(path)] ?? "application/octet-stream";
  return { bytes, headers: { "Content-Type": type, "Cache-Control": caching(path), ETag: etag } };
}

async function loadAll(folder: string): Promise<ReadonlyMap<string, File>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const paths = entries
    .filter((entry) => entry.isFile())
    .map((entry) => `/${relative(folder, join(entry.parentPath, entry.name)).split(sep).join("/")}`);
  return new Map(await Promise.all(paths.map(async (path) => [path, await load(folder, path)] as const)));
}

function answer(request: Request, { bytes, headers }: File): Response {
  if (request.headers.get("if-none-match") === headers["ETag"]) return new Response(null, { status: 304, headers });
  return new Response(request.method === "HEAD" ? null : bytes, { headers });
}

/** Serves the explorer: `/` is its page, everything else a file of its folder or nothing. */
export async function createStatic(folder: string): Promise<(request: Request, path: string) => Response> {
  const files = await loadAll(folder);
  return (request, path) => {
    const file = files.get(path === "/" ? "/index.html" : path);
    if (!file) return plain(404, "There is nothing here. The explorer is at /, GraphQL at /graphql.");
    if (request.method === "GET" || request.method === "HEAD") return answer(request, file);
    return plain(405, "Files can only be read.", { Allow: "GET, HEAD" });
  };
}
