/** A server over a real store in a folder of its own, listening on loopback, and ways to ask it. */
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { request } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pino from "pino";
import type { ReadDocument } from "../../schema/model.ts";
import { createApp } from "../../server/app.ts";
import { listen } from "../../server/http/listen.ts";
import { createReading } from "../../server/reading/reading.ts";
import { openSqlite } from "../../server/store/sqlite/store.ts";
import type { Store } from "../../server/store/port.ts";

export interface GraphQLAnswer {
  // oxlint-disable-next-line typescript/no-explicit-any -- an answer has the shape of its query
  readonly data?: any;
  readonly errors?: readonly { readonly message: string; readonly extensions?: { readonly code?: string } }[];
}

export interface Asked {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
}

export interface TestServer {
  readonly url: string;
  readonly store: Store;
  /** What the server logged, as it stands. */
  readonly log: () => string;
  readonly ask: (query: string, variables?: object, headers?: Record<string, string>) => Promise<GraphQLAnswer>;
  /** Asks with headers that `fetch` does not let one set, such as Host. */
  readonly raw: (path: string, options?: RawOptions) => Promise<Asked>;
  readonly stop: () => Promise<void>;
}

export interface RawOptions {
  readonly method?: string;
  readonly headers?: Record<string, string>;
  readonly body?: string | Uint8Array;
}

export interface Setting {
  readonly documents?: readonly ReadDocument[];
  /** What the guard takes the server to be bound to; it listens on loopback all the same. */
  readonly host?: string;
  readonly token?: string;
  readonly readToken?: string;
}

function ask(url: string): TestServer["ask"] {
  return async (query, variables = {}, headers = {}) => {
    const response = await fetch(`${url}/graphql`, {
      method: "POST",
      headers: { "Content-Type": "application/json", ...headers },
      body: JSON.stringify({ query, variables }),
    });
    return (await response.json()) as GraphQLAnswer;
  };
}

function raw(url: string): TestServer["raw"] {
  return (path, { method = "GET", headers = {}, body } = {}) =>
    new Promise((resolve, reject) => {
      const { hostname, port } = new URL(url);
      const sent = request({ hostname, port, path, method, headers }, (answer) => {
        const parts: Buffer[] = [];
        answer.on("data", (part: Buffer) => parts.push(part));
        answer.on("end", () => {
          const found = new Headers(answer.headersDistinct as unknown as Record<string, string>);
          resolve({ status: answer.statusCode ?? 0, headers: found, text: Buffer.concat(parts).toString() });
        });
      });
      sent.on("error", reject);
      sent.end(body);
    });
}

async function makeClient(folder: string): Promise<string> {
  await mkdir(join(folder, "client", "assets"), { recursive: true });
  await writeFile(join(folder, "client", "index.html"), "<!doctype html><title>Actant</title>");
  await writeFile(join(folder, "client", "assets", "main-3f2a.js"), "export {};");
  await writeFile(
    join(folder, "client", "assets", "large-77aa.js"),
    `export const text = "${"actant ".repeat(1_000)}";`,
  );
  await writeFile(join(folder, "secret.txt"), "not to be served");
  return join(folder, "client");
}

/** Starts a server that holds these documents. */
export async function serve({
  documents = [],
  host = "127.0.0.1",
  token,
  readToken,
}: Setting = {}): Promise<TestServer> {
  const folder = await mkdtemp(join(tmpdir(), "actant-http-"));
  const store = await openSqlite(join(folder, "actant.db"));
  for (const document of documents) await store.write(document);
  const lines: string[] = [];
  const reading = createReading({ size: 1 });
  const app = await createApp({
    store,
    config: { host, token, readToken },
    reading,
    clientFolder: await makeClient(folder),
    version: "0.0.0-test",
    log: pino({ level: "trace" }, { write: (line: string) => void lines.push(line) }),
  });
  const { url, close } = await listen(app.handle, "127.0.0.1", 0, app);
  const stop = async () => {
    app.end();
    await close();
    await reading.close();
    await store.close();
    await rm(folder, { recursive: true, force: true });
  };
  return { url, store, log: () => lines.join(""), ask: ask(url), raw: raw(url), stop };
}
