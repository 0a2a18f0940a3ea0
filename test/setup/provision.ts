/**
 * Gets what the whole-system tests need: on Debian as root by apt, elsewhere it says loudly what is missing and what
 * would bring it. With CI=true a missing tool is a failure.
 */
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { makeNotebookEnvironment, type Tool, TOOLS } from "./tools.ts";

const isDebianRoot = () => existsSync("/etc/debian_version") && process.getuid?.() === 0;

function install(packages: readonly string[]): void {
  const options = {
    stdio: ["ignore", "inherit", "inherit"] as const,
    env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" },
  };
  console.log(`Installing ${packages.join(", ")} …`);
  for (const args of [
    ["update", "-qq"],
    ["install", "-y", "-qq", "--no-install-recommends", ...packages],
  ]) {
    spawnSync("apt-get", args, { ...options, stdio: [...options.stdio] });
  }
}

function tell(missing: readonly Tool[]): void {
  for (const { name, enables, remedy } of missing) {
    console.warn(`\n  SKIPPED: ${enables}, because ${name} is missing.\n  To enable it: ${remedy}\n`);
  }
}

async function lacking(): Promise<Tool[]> {
  const found = await Promise.all(TOOLS.map((tool) => tool.found()));
  return TOOLS.filter((_, i) => !found[i]);
}

const before = await lacking();
if (before.length > 0 && isDebianRoot()) install(before.flatMap((tool) => tool.packages));
const missing = await lacking();
tell(missing);
if (missing.length > 0 && process.env["CI"] === "true") {
  console.error("CI=true: every part must be tested.");
  process.exit(1);
}
if (!missing.some((tool) => tool.enables === "the notebooks")) makeNotebookEnvironment();
