/** Brings the server up: the explorer built, the store open and not empty, the port listening. */
import { fileURLToPath } from "node:url";
import type { Logger } from "pino";
import { ensureBuilt } from "../client/web/build.ts";
import { createApp } from "./app.ts";
import { checkExposure, type Config, describeConfig } from "./config.ts";
import { listen } from "./http/listen.ts";
import { keepLayout } from "./layout/keeper.ts";
import { createReporter, type Output } from "./loading/report.ts";
import { seed } from "./loading/seed.ts";
import { NOTHING_BUT_FILES } from "./loading/sources.ts";
import { createReading, type Reading } from "./reading/reading.ts";
import type { Statistics, Store } from "./store/port.ts";
import { openStore } from "./stores.ts";

const SEED_DOCUMENTS = fileURLToPath(new URL("../seed/documents", import.meta.url));

export interface StartOptions {
  readonly config: Config;
  readonly version: string;
  readonly log: Logger;
  readonly out: Output;
  readonly errors: NodeJS.WritableStream & { readonly isTTY?: boolean };
}

export interface Started {
  readonly url: string;
  readonly close: () => Promise<void>;
}

/** A graph begins with the documents that Actant brings. Only an empty one: what was taken back stays away. */
async function fill(store: Store, reading: Reading, { out, errors }: StartOptions): Promise<void> {
  if ((await store.statistics()).documents > 0) return;
  out.write("The store is empty: reading the documents that Actant brings.\n");
  const bar = createReporter(out, errors);
  // One line in all where there is no terminal.
  await seed([SEED_DOCUMENTS], NOTHING_BUT_FILES, {
    store,
    reading,
    reporter: errors.isTTY ? bar : { ...bar, wrote: () => {} },
  });
}

const holdings = ({ documents, relations, entities }: Statistics) =>
  `${documents} documents, ${entities} entities, ${relations} edges`;

/** Starts the server and answers once it listens. */
export async function start(options: StartOptions): Promise<Started> {
  const { config, version, log, out } = options;
  checkExposure(config);
  log.info({ version, config: describeConfig(config) }, "starting");
  const reading = createReading(config);
  const built = ensureBuilt();
  // The store's failure is told first where both fail.
  built.catch(() => {});
  const store = await openStore(config);
  await fill(store, reading, options);
  const app = await createApp({ store, config, reading, clientFolder: await built, version, log });
  const keeper = keepLayout({ store, config, log });
  const server = await listen(app.handle, config.host, config.port, app);
  out.write(`Actant is at ${server.url} (${holdings(await store.statistics())}; ${store.kind}: ${store.location}).\n`);
  const close = async () => {
    app.end();
    await keeper.close();
    await server.close();
    await reading.close();
    await store.close();
  };
  return { url: server.url, close };
}
