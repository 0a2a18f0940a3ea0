/** The commands. Each loads what it needs only when it runs. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Command, InvalidArgumentError } from "commander";
import { readConfig } from "./config.ts";
import { addLoadingCommands } from "./loading/commands.ts";
import { addUpkeepCommands } from "./upkeep/commands.ts";

/** What a process gives to its commands. */
export interface Surroundings {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly input: AsyncIterable<Uint8Array>;
  readonly out: NodeJS.WritableStream;
  readonly errors: NodeJS.WritableStream & { readonly isTTY?: boolean };
  /** Settles when the process is told to end. */
  readonly ending: () => Promise<void>;
}

type Action = (surroundings: Surroundings) => Promise<number>;

const { version } = JSON.parse(readFileSync(new URL("../package.json", import.meta.url), "utf8")) as {
  version: string;
};

async function start({ env, out, errors, ending }: Surroundings): Promise<number> {
  const config = readConfig(env);
  const [{ start }, { createLog }] = await Promise.all([import("./start.ts"), import("./log.ts")]);
  const server = await start({ config, version, log: createLog(config.logLevel), out, errors });
  await ending();
  await server.close();
  return 0;
}

const neo4j =
  (boltPort: number): Action =>
  async ({ env }) => {
    const { dataFolder } = readConfig(env);
    const { runStandalone } = await import("./store/neo4j/standalone.ts");
    await runStandalone({ home: join(dataFolder, "neo4j"), boltPort, password: env["NEO4J_PASSWORD"] || undefined });
    return 0;
  };

function portOf(value: string): number {
  if (/^\d{1,5}$/.test(value) && Number(value) <= 65_535) return Number(value);
  throw new InvalidArgumentError("It must be a number from 0 to 65535.");
}

/** Runs the command that the arguments name; tells the exit status. */
export async function run(args: readonly string[], surroundings: Surroundings): Promise<number> {
  let status = 0;
  const does = async (action: Action) => {
    status = await action(surroundings);
  };
  const program = new Command("actant").description("A knowledge graph in which every edge quotes its sentence.");
  program.version(version);
  program
    .command("start")
    .description("serve the explorer and GraphQL")
    .action(() => does(start));
  addLoadingCommands(program, does);
  addUpkeepCommands(program, does);
  program
    .command("neo4j")
    .description("run a real Neo4j on this machine")
    .option("--port <number>", "its Bolt port", portOf, 7687)
    .action(({ port }: { port: number }) => does(neo4j(port)));
  await program.parseAsync(args, { from: "user" });
  return status;
}
