/**
 * Builds the explorer once for each state of its sources. The build runs in a process of its own, so that it neither
 * holds up the server that waits for it nor inherits its NODE_ENV.
 */
import { execFile } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { mkdir, readdir, readFile, rename, rm, stat } from "node:fs/promises";
import { createRequire } from "node:module";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

const web = fileURLToPath(new URL(".", import.meta.url));
const project = path.resolve(web, "../..");
const dist = path.join(web, "dist");
const BUILDS_KEPT = 3;

async function filesUnder(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true, recursive: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name))
    .filter((file) => !file.startsWith(dist + path.sep))
    .toSorted();
}

async function fingerprint(): Promise<string> {
  const sources = [...(await filesUnder(web)), ...(await filesUnder(path.join(project, "schema")))];
  const hash = createHash("sha256");
  for (const file of [...sources, path.join(project, "package-lock.json")]) {
    hash.update(`${path.relative(project, file)}\0`);
    hash.update(await readFile(file));
  }
  return hash.digest("hex").slice(0, 16);
}

/** Vite's own program, found from its package so that no search path matters. */
async function viteProgram(): Promise<string> {
  const manifest = createRequire(import.meta.url).resolve("vite/package.json");
  const { bin } = JSON.parse(await readFile(manifest, "utf8")) as { bin: { vite: string } };
  return path.join(path.dirname(manifest), bin.vite);
}

async function runVite(target: string): Promise<void> {
  const config = path.join(web, "vite.config.ts");
  const command = [await viteProgram(), "build", "--config", config, "--outDir", target, "--logLevel", "error"];
  const env = { ...process.env, NODE_ENV: "production" };
  await promisify(execFile)(process.execPath, command, { cwd: web, env }).catch((error: { stderr?: string }) => {
    throw new Error(`The explorer could not be built from ${web}. Vite says:\n${error.stderr ?? String(error)}`);
  });
}

/** Two processes may build the same state at once: each builds aside, and the first to finish is kept. */
async function buildInto(target: string): Promise<void> {
  const aside = `${target}.${process.pid}`;
  await mkdir(dist, { recursive: true });
  await runVite(aside);
  await rename(aside, target).catch(() => rm(aside, { recursive: true, force: true }));
}

/** Old builds go, but for the latest few: a server that still runs may be serving one. */
async function prune(): Promise<void> {
  const folders = (await readdir(dist)).filter((name) => /^[0-9a-f]{16}$/.test(name)).map((n) => path.join(dist, n));
  const dated = await Promise.all(folders.map(async (folder) => ({ folder, at: (await stat(folder)).mtimeMs })));
  const old = dated.toSorted((a, b) => b.at - a.at).slice(BUILDS_KEPT);
  await Promise.all(old.map(({ folder }) => rm(folder, { recursive: true, force: true })));
}

/** The absolute path of a folder with the built explorer, built now if its sources have changed since. */
export async function ensureBuilt(): Promise<string> {
  const target = path.join(dist, await fingerprint());
  if (existsSync(target)) return target;
  await buildInto(target);
  await prune();
  return target;
}
