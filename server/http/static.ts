/** The built client's files. Only what its folder held at the start is served, by exact path. */
import { readdir, readFile } from "node:fs/promises";
import { extname, join, relative, sep } from "node:path";
import { Prepared } from "./encoding.ts";
import { answerPrepared } from "./prepared.ts";
import { type Headers, plain, readOnly, type Route } from "./reply.ts";

const TYPES: Headers = {
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

/** Compressed already. */
const DENSE = new Set([".png", ".woff", ".woff2"]);

/** Brotli's quality for what is compressed once for as long as the server runs. */
const THOROUGH = 9;

interface File {
  readonly prepared: Prepared;
  readonly headers: Headers;
  readonly isDense: boolean;
}

/** Vite puts a hash of the content into the names of what it writes to `assets/`. */
const caching = (path: string) => (path.startsWith("/assets/") ? "public, max-age=31536000, immutable" : "no-cache");

async function load(folder: string, path: string): Promise<File> {
  const type = TYPES[extname(path)] ?? "application/octet-stream";
  return {
    prepared: new Prepared(await readFile(join(folder, path)), { quality: THOROUGH }),
    headers: { "Content-Type": type, "Cache-Control": caching(path), Vary: "Accept-Encoding" },
    isDense: DENSE.has(extname(path)),
  };
}

async function loadAll(folder: string): Promise<ReadonlyMap<string, File>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const paths = entries
    .filter((entry) => entry.isFile())
    .map((entry) => `/${relative(folder, join(entry.parentPath, entry.name)).split(sep).join("/")}`);
  return new Map(await Promise.all(paths.map(async (path) => [path, await load(folder, path)] as const)));
}

/** Serves the explorer: `/` is its page, everything else a file of its folder or nothing. */
export async function createStatic(folder: string): Promise<Route> {
  const files = await loadAll(folder);
  return (exchange) => {
    const file = files.get(exchange.path === "/" ? "/index.html" : exchange.path);
    if (!file) return plain(404, "There is nothing here. The explorer is at /, GraphQL at /graphql.");
    const { prepared, headers, isDense } = file;
    return readOnly(() => answerPrepared(exchange, prepared, headers, isDense))(exchange);
  };
}
