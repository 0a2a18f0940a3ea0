/** One Neo4j process on this machine, bound to the loopback address and speaking Bolt only. */
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdir, writeFile } from "node:fs/promises";
import { connect, createServer } from "node:net";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { setTimeout as sleep } from "node:timers/promises";
import { StoreError } from "../port.ts";

/** Where an instance lives and how much memory it may take (as the JVM writes it: `512m`). */
export interface InstanceOptions {
  readonly java: string;
  readonly libraries: string;
  readonly home: string;
  readonly boltPort: number;
  readonly heap: string;
  readonly pageCache: string;
}

/** A running instance. `exited` settles when it ends, whoever ended it. */
export interface Instance {
  readonly uri: string;
  readonly pid: number;
  readonly exited: Promise<void>;
  /** Ends it cleanly; what was committed is on disk afterwards. */
  readonly stop: () => Promise<void>;
  /** Ends it as a power cut would. */
  readonly kill: () => Promise<void>;
}

const OPENS = ["java.nio", "java.io", "sun.nio.ch", "java.util", "java.lang", "java.util.concurrent"];

const configuration = ({ boltPort, pageCache }: InstanceOptions) => `server.default_listen_address=127.0.0.1
server.bolt.listen_address=127.0.0.1:${boltPort}
server.bolt.advertised_address=127.0.0.1:${boltPort}
server.http.enabled=false
server.https.enabled=false
server.memory.pagecache.size=${pageCache}
db.tx_log.preallocate=false
db.tx_log.rotation.retention_policy=1 files
dbms.usage_report.enabled=false
internal.server.bolt.thread_pool_shutdown_wait_time=500ms
`;

/** Neo4j must not outlive who started it: when standard input closes, even by `kill -9` of the parent, it is told to end. */
const GUARD = 'exec 3<&0; (cat <&3 >/dev/null; kill $$ 2>/dev/null) & exec "$@" </dev/null 3<&-';

function spawnNeo4j(options: InstanceOptions): ChildProcess {
  const conf = join(options.home, "conf");
  const java = [
    `-Xms${options.heap}`,
    `-Xmx${options.heap}`,
    "-XX:+UseG1GC",
    "-XX:+DisableExplicitGC",
    "-Djdk.nio.maxCachedBufferSize=1024",
    "-Dio.netty.tryReflectionSetAccessible=true",
    "-Dlog4j2.disable.jmx=true",
    ...OPENS.map((name) => `--add-opens=java.base/${name}=ALL-UNNAMED`),
    "-cp",
    join(options.libraries, "*"),
    "org.neo4j.server.CommunityEntryPoint",
    `--home-dir=${options.home}`,
    `--config-dir=${conf}`,
  ];
  return spawn("sh", ["-c", GUARD, "sh", options.java, ...java], { cwd: options.home, stdio: "pipe" });
}

/** Starts Neo4j and waits until Bolt answers. Throws a StoreError with the last of what it said if it ends before. */
export async function startInstance(options: InstanceOptions): Promise<Instance> {
  await ensurePortFree(options.boltPort);
  await mkdir(join(options.home, "conf"), { recursive: true });
  await writeFile(join(options.home, "conf", "neo4j.conf"), configuration(options));
  const child = spawnNeo4j(options);
  const said = lastLines(child, 30);
  let ended = false;
  const exited = once(child, "exit").then(() => {
    ended = true;
    child.stdin?.destroy();
  });
  while (!(await answers(options.boltPort))) {
    if (ended) throw new StoreError(`Neo4j did not start in ${options.home}. It said:\n${said().join("\n")}`);
    await sleep(100);
  }
  const end = (signal: NodeJS.Signals) => async () => {
    child.kill(signal);
    await exited;
  };
  return {
    uri: `bolt://127.0.0.1:${options.boltPort}`,
    pid: child.pid ?? 0,
    exited,
    stop: end("SIGTERM"),
    kill: end("SIGKILL"),
  };
}

function lastLines(child: ChildProcess, most: number): () => readonly string[] {
  const lines: string[] = [];
  for (const stream of [child.stdout, child.stderr]) {
    if (!stream) continue;
    createInterface({ input: stream }).on("line", (line) => {
      lines.push(line);
      if (lines.length > most) lines.shift();
    });
  }
  return () => lines;
}

function answers(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ port, host: "127.0.0.1" });
    const settle = (answer: boolean) => () => {
      socket.destroy();
      resolve(answer);
    };
    socket.once("connect", settle(true)).once("error", settle(false));
  });
}

async function ensurePortFree(port: number): Promise<void> {
  if (!(await answers(port))) return;
  throw new StoreError(
    `Something answers on 127.0.0.1:${port} already. If it is a Neo4j, use it by NEO4J_URI=bolt://127.0.0.1:${port}; otherwise choose another port.`,
  );
}

/** A port of the loopback address that nothing listens on now. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  server.close();
  await once(server, "close");
  if (address === null || typeof address === "string") throw new StoreError("This machine gives no port to listen on.");
  return address.port;
}
