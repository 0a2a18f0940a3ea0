/** The entry: hands the process to the commands. The only place that reads the environment. */
import { once } from "node:events";
import { run } from "./cli.ts";

/** A reader of our output that has had enough, such as `head`, is no error. */
for (const stream of [process.stdout, process.stderr])
  stream.on("error", (error: NodeJS.ErrnoException) => process.exit(error.code === "EPIPE" ? 0 : 1));

function explain(error: unknown): string {
  const { message, stack } = error instanceof Error ? error : new Error(String(error));
  return process.env["LOG_LEVEL"] === "debug" ? (stack ?? message) : message;
}

try {
  process.exitCode = await run(process.argv.slice(2), {
    env: process.env,
    input: process.stdin,
    out: process.stdout,
    errors: process.stderr,
    ending: async () => void (await Promise.race([once(process, "SIGINT"), once(process, "SIGTERM")])),
  });
} catch (error) {
  process.stderr.write(`actant: ${explain(error)}\n`);
  process.exitCode = 1;
}
// What was printed must have gone out; a thread or an open input must not keep a finished command alive.
process.stdout.write("", () => process.exit());
