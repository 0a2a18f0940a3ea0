/** The tools that whole-system tests need beside Node, and how a person gets them. */
import { execFileSync, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { findJava, requireMaven } from "../../server/store/neo4j/toolchain.ts";

export interface Tool {
  readonly name: string;
  /** What is not tested without it. */
  readonly enables: string;
  readonly found: () => boolean | Promise<boolean>;
  /** Debian packages that bring it. */
  readonly packages: readonly string[];
  readonly remedy: string;
}

const root = fileURLToPath(new URL("../..", import.meta.url));

const BROWSERS = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
];

/** The path of a Chromium on this machine. */
export const chromium = (): string | undefined => BROWSERS.find((path) => existsSync(path));

const runs = (command: string, ...args: string[]): boolean =>
  spawnSync(command, args, { stdio: "ignore" }).status === 0;

const succeeds = (attempt: Promise<unknown>): Promise<boolean> =>
  attempt.then(
    () => true,
    () => false,
  );

/** What the notebooks need, and what only tests of exports do. */
const requirements = [`${root}client/notebook/requirements.txt`, `${root}test/setup/requirements.txt`];
const environment = `${root}node_modules/.cache/actant-notebook`;

/** Where the notebooks' Python environment for exactly these requirements stands, or would stand. */
export function notebookPython(): string {
  const hash = createHash("sha256");
  for (const file of requirements) hash.update(readFileSync(file));
  const version = hash.digest("hex").slice(0, 12);
  return `${environment}/${version}/bin/python`;
}

/** Makes the notebooks' Python environment, if it is not there. */
export function makeNotebookEnvironment(): void {
  const python = notebookPython();
  if (existsSync(`${python}.ready`)) return;
  const folder = python.slice(0, -"/bin/python".length);
  execFileSync("python3", ["-m", "venv", "--clear", folder], { stdio: "inherit" });
  execFileSync(
    python,
    ["-m", "pip", "install", "--quiet", "--disable-pip-version-check", ...requirements.flatMap((file) => ["-r", file])],
    {
      stdio: "inherit",
    },
  );
  execFileSync("touch", [`${python}.ready`]);
}

export const TOOLS: readonly Tool[] = [
  {
    name: "Chromium",
    enables: "the explorer in a real browser",
    found: () => chromium() !== undefined,
    packages: ["chromium"],
    remedy: "apt-get install chromium, or brew install --cask chromium",
  },
  {
    name: "Java 17 or 21",
    enables: "the Neo4j store",
    found: () => succeeds(findJava()),
    packages: ["default-jre-headless"],
    remedy: "apt-get install default-jre-headless, or brew install openjdk@17",
  },
  {
    name: "Maven",
    enables: "the Neo4j store",
    found: () => succeeds(requireMaven()),
    packages: ["maven"],
    remedy: "apt-get install maven, or brew install maven",
  },
  {
    name: "Python 3 with venv",
    enables: "the notebooks",
    found: () => runs("python3", "-c", "import venv, ensurepip"),
    packages: ["python3", "python3-venv"],
    remedy: "apt-get install python3-venv, or brew install python",
  },
];
