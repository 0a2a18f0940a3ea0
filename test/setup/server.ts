/** Starts the product as a user does, in a process of its own, on a free port and in a folder of its own. */
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../..", import.meta.url));

export interface RunningServer {
  readonly url: string;
  readonly folder: string;
  readonly pid: number;
  readonly output: () => string;
  readonly kill: (signal: NodeJS.Signals) => Promise<void>;
  /** Ends the process and removes its folder. */
  readonly stop: () => Promise<void>;
}

/** Runs what `npm start` runs, without a shell between that would outlive a kill, with these variables besides PORT and DATA_DIR, and waits until it says where it listens. */
export async function startServer(
  variables: Record<string, string> = {},
  folder = newFolder(),
): Promise<RunningServer> {
  const child = spawn(process.execPath, ["--import", "tsx", "server/main.ts", "start"], {
    cwd: root,
    env: { ...process.env, PORT: "0", DATA_DIR: folder, ...variables },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let output = "";
  const keep = (chunk: Buffer) => (output += chunk.toString());
  child.stdout.on("data", keep);
  child.stderr.on("data", keep);
  const url = await address(child, () => output);
  const kill = async (signal: NodeJS.Signals) => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    const ended = once(child, "exit");
    child.kill(signal);
    await ended;
  };
  const stop = async () => {
    await kill("SIGTERM");
    rmSync(folder, { recursive: true, force: true });
  };
  return { url, folder, pid: child.pid!, output: () => output, kill, stop };
}

export const newFolder = (): string => mkdtempSync(join(tmpdir(), "actant-"));

function address(child: ChildProcess, output: () => string): Promise<string> {
  return new Promise((resolve, reject) => {
    const look = () => {
      const match = /http:\/\/127\.0\.0\.1:\d+/.exec(output());
      if (match) resolve(match[0]);
    };
    child.stdout?.on("data", look);
    child.stderr?.on("data", look);
    child.once("exit", (code) => reject(new Error(`the server ended with ${code}:\n${output()}`)));
  });
}
