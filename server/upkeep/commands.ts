/** The commands that keep a store: `verify`, `dump`, `restore`. */
import type { Command } from "commander";
import type { Surroundings } from "../cli.ts";
import { readConfig } from "../config.ts";
import type { Does } from "../loading/commands.ts";
import type { Store } from "../store/port.ts";

import type { Seal } from "./content.ts";

type Work = (store: Store, surroundings: Surroundings) => Promise<number>;

/** Opens the store that is configured for as long as the work takes. */
const withStore =
  (work: Work) =>
  async (surroundings: Surroundings): Promise<number> => {
    const { openStore } = await import("../stores.ts");
    const store = await openStore(readConfig(surroundings.env));
    try {
      return await work(store, surroundings);
    } finally {
      await store.close();
    }
  };

async function verify(store: Store, { out }: Surroundings): Promise<number> {
  let flaws = 0;
  for await (const { rule, where } of store.verify()) {
    flaws += 1;
    out.write(`${where}: it does not hold that ${rule}\n`);
  }
  const { documents, relations, assertions } = await store.statistics();
  const held = `${store.location}: ${documents} documents, ${relations} edges, ${assertions} assertions`;
  out.write(flaws === 0 ? `${held}; every rule holds.\n` : `${held}; ${flaws} places break a rule.\n`);
  return flaws === 0 ? 0 : 1;
}

const told = ({ documents, records, content }: Seal) =>
  `${documents} documents and ${records} records, content ${content.slice(0, 16)}`;

/** Adds the commands to a program. */
export function addUpkeepCommands(program: Command, does: Does): void {
  program
    .command("verify")
    .description("check every rule that the store must keep; exit status 1 where one is broken")
    .action(() => does(withStore(verify)));
  program
    .command("dump")
    .description("write all that the store holds into a file")
    .argument("<file>", "the file, JSON Lines")
    .action((file: string) =>
      does(
        withStore(async (store, { out }) => {
          const { dump } = await import("./dump.ts");
          out.write(`${file}: ${told(await dump(store, file))}.\n`);
          return 0;
        }),
      ),
    );
  program
    .command("restore")
    .description("bring a dump back into the store, and hold the store to it")
    .argument("<file>", "what `dump` wrote")
    .action((file: string) =>
      does(
        withStore(async (store, { out }) => {
          const { restore } = await import("./restore.ts");
          out.write(`${store.location} holds ${told(await restore(store, file))}.\n`);
          return 0;
        }),
      ),
    );
}
