/** The processes that are measured: Actant as a user starts it, and those beside it. */
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../..", import.meta.url));

/** A server in a process of its own. */
export interface Served {
  readonly url: string;
  readonly pid: number;
  /** Milliseconds from its start to its first word that it listens. */
  readonly startedIn: number;
  readonly stop: () => Promise<void>;
}

type Variables = Readonly<Record<string, string>>;

/** Starts a process and waits until it says where it listens. */
export async function serve(args: readonly string[], variables: Variables): Promise<Served> {
  const started = performance.now();
  const child = spawn(process.execPath, args, {
    cwd: root,
    env: { ...process.env, ...variables },
    stdio: ["ignore", "pipe", "inherit"],
  });
  const url = await address(child);
  const stop = async () => {
    if (child.exitCode !== null) return;
    child.kill("SIGTERM");
    await once(child, "exit");
  };
  return { url, pid: child.pid!, startedIn: performance.now() - started, stop };
}

function address(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = "";
    child.stdout!.on("data", (chunk: Buffer) => {
      said += chunk.toString();
      const found = /http:\/\/127\.0\.0\.1:\d+/.exec(said);
      if (found) resolve(found[0]);
    });
    child.once("exit", (code) => reject(new Error(`a server ended with ${code}:\n${said}`)));
  });
}

/** Actant as `npm start` runs it. */
export const serveActant = (variables: Variables): Promise<Served> =>
  serve(["--import", "tsx", "server/main.ts", "start"], { PORT: "0", LOG_LEVEL: "error", ...variables });
