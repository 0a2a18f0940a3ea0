/** The commands that bring documents in: `seed`, `extract`, `reread`. */
import { type Command, InvalidArgumentError } from "commander";
import { isDay } from "../../schema/edtf.ts";
import { languageTag } from "../../schema/language.ts";
import type { Provenance } from "../../schema/model.ts";
import type { Surroundings } from "../cli.ts";
import { readConfig } from "../config.ts";
import type { Bringing } from "./sources.ts";

type Action = (surroundings: Surroundings) => Promise<number>;

/** Runs an action once the arguments are read. */
export type Does = (action: Action) => Promise<void>;

const PATHS =
  "files (.txt .md .html .pdf .docx .eml .csv .xlsx .jsonl .zip), folders, https:// addresses; - for standard input";

interface GivenOptions {
  readonly title?: string;
  readonly publisher?: string;
  readonly author?: string;
  readonly url?: string;
  readonly published?: string;
  readonly language?: string;
  readonly allowPrivate?: boolean;
}

interface SeedOptions extends GivenOptions {
  readonly watch?: string;
  readonly dryRun?: boolean;
  readonly json?: boolean;
}

const line = (most: number) => (value: string) => {
  if (value.length <= most && !/[\p{Cc}\p{Cs}]/u.test(value)) return value;
  throw new InvalidArgumentError(`It must be one line of at most ${most} characters.`);
};

function day(value: string): string {
  if (isDay(value)) return value;
  throw new InvalidArgumentError("It must be a day, YYYY-MM-DD.");
}

function address(value: string): string {
  if (/^https?:\/\//i.test(value)) return line(2_000)(value);
  throw new InvalidArgumentError("It must begin with http:// or https://.");
}

function language(value: string): string {
  const tag = languageTag(value);
  if (tag !== undefined) return tag;
  throw new InvalidArgumentError("It must be a tag of BCP 47, such as en or ar.");
}

/** What all the documents have in common; goes before what they say themselves. */
const withGiven = (command: Command): Command =>
  command
    .option("--title <title>", "their title", line(1_000))
    .option("--publisher <name>", "who published them", line(300))
    .option("--author <name>", "who wrote them", line(300))
    .option("--url <address>", "where they can be found", address)
    .option("--published <day>", "the day of publication, YYYY-MM-DD", day)
    .option("--language <tag>", "their language; what is not English is kept and not read", language)
    .option("--allow-private", "fetch from this machine and private networks as well");

function bringing({ input }: Surroundings, options: GivenOptions): Bringing {
  const { title, publisher, author, url, published, language, allowPrivate = false } = options;
  const said = Object.entries({ title, publisher, author, url, published, language });
  const given: Partial<Provenance> = Object.fromEntries(said.filter(([, value]) => value !== undefined));
  const fetch = async (where: string) => (await import("./fetch.ts")).fetchFile(where, { allowPrivate });
  return { input, given, fetch };
}

/** Shows what would be read; the store is not even opened. */
async function showOnly(paths: readonly string[], options: SeedOptions, surroundings: Surroundings): Promise<number> {
  const { env, out, errors } = surroundings;
  const [{ dryRun }, { paintFor }, { createReading }] = await Promise.all([
    import("./dry-run.ts"),
    import("./show.ts"),
    import("../reading/reading.ts"),
  ]);
  const reading = createReading(readConfig(env));
  const json = options.json === true;
  try {
    const shown = { reading, out, errors, json, paint: paintFor(out as { isTTY?: boolean }, env) };
    return (await dryRun(paths, bringing(surroundings, options), shown)) > 0 ? 1 : 0;
  } finally {
    await reading.close();
  }
}

/** Loads the paths, then what arrives in the folder that is watched, until the process is told to end. */
async function loadAll(paths: readonly string[], options: SeedOptions, surroundings: Surroundings): Promise<number> {
  const { env, out, errors, ending } = surroundings;
  const config = readConfig(env);
  const [{ seed }, { createReporter, jsonReporter }, { createReading }, { openStore }] = await Promise.all([
    import("./seed.ts"),
    import("./report.ts"),
    import("../reading/reading.ts"),
    import("../stores.ts"),
  ]);
  const store = await openStore(config);
  const reading = createReading(config);
  const load = async (these: readonly string[], terminal: typeof errors) => {
    const reporter = options.json ? jsonReporter(out) : createReporter(out, terminal);
    return (await seed(these, bringing(surroundings, options), { store, reading, reporter })).refused;
  };
  try {
    const refused = paths.length > 0 ? await load(paths, errors) : 0;
    if (options.watch !== undefined) {
      const { watch } = await import("./watch.ts");
      const controller = new AbortController();
      void ending().then(() => controller.abort());
      const each = async (path: string) => void (await load([path], errors));
      await watch(options.watch, { dataFolder: config.dataFolder, errors, load: each, signal: controller.signal });
    }
    return refused > 0 ? 1 : 0;
  } finally {
    await reading.close();
    await store.close();
  }
}

const seed =
  (paths: readonly string[], options: SeedOptions): Action =>
  (surroundings) => {
    if (paths.length === 0 && options.watch === undefined)
      throw new Error("Name files, folders or addresses to read, or a folder with --watch.");
    if (options.dryRun && options.watch !== undefined) throw new Error("--dry-run and --watch do not go together.");
    return (options.dryRun ? showOnly : loadAll)(paths, options, surroundings);
  };

const extract =
  (paths: readonly string[], options: GivenOptions): Action =>
  async (surroundings) => {
    const { env, out, errors } = surroundings;
    const config = readConfig(env);
    const [{ extract }, { createReading }] = await Promise.all([
      import("./extract.ts"),
      import("../reading/reading.ts"),
    ]);
    const reading = createReading(config);
    try {
      return (await extract(paths, bringing(surroundings, options), { reading, out, errors })) > 0 ? 1 : 0;
    } finally {
      await reading.close();
    }
  };

interface RereadOptions {
  readonly dryRun?: boolean;
  readonly json?: boolean;
}

const reread =
  ({ dryRun = false, json = false }: RereadOptions): Action =>
  async ({ env, out, errors }) => {
    const config = readConfig(env);
    const [{ reread }, { createRereadReporter }, { createReading }, { openStore }] = await Promise.all([
      import("./reread.ts"),
      import("./report-reread.ts"),
      import("../reading/reading.ts"),
      import("../stores.ts"),
    ]);
    const store = await openStore(config);
    const reading = createReading(config);
    try {
      const reporter = createRereadReporter({ out, errors, json, dryRun });
      return (await reread({ store, reading, reporter, dryRun })).refused > 0 ? 1 : 0;
    } finally {
      await reading.close();
      await store.close();
    }
  };

/** Adds the commands to the program. */
export function addLoadingCommands(program: Command, does: Does): void {
  withGiven(program.command("seed").description("read documents into the store").argument("[path...]", PATHS))
    .option("--watch <folder>", "then read what arrives there, until told to end", line(4_000))
    .option("--dry-run", "show sentences and edges, and write nothing")
    .option("--json", "print one JSON object a line, for scripts")
    .action((paths: string[], options: SeedOptions) => does(seed(paths, options)));
  withGiven(program.command("extract").description("print what would be read, one JSON document a line"))
    .argument("<path...>", PATHS)
    .action((paths: string[], options: GivenOptions) => does(extract(paths, options)));
  program
    .command("reread")
    .description("read every stored document anew; keeps what analysts and tables say")
    .option("--dry-run", "tell which edges would be gained and lost, and write nothing")
    .option("--json", "print one JSON object a line, for scripts")
    .action((options: RereadOptions) => does(reread(options)));
}
