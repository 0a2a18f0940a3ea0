/**
 * What an answer out of memory costs: requests a second, and CPU milliseconds a request of the server alone.
 *
 *     npx tsx test/bench/cached.ts [SECONDS]
 */
import { readFileSync } from "node:fs";
import { connect } from "node:net";
import { startServer } from "../setup/server.ts";

const SECONDS = Number(process.argv[2] ?? 5);
const CONNECTIONS = 16;

const QUERIES = {
  "one number": "{ statistics { documents } }",
  "40 edges with their sentences": `{ neighborhood(of: ["state:Iran"], depth: 2, limit: 40) { relations {
    id type subject { id name } object { id name } assertions(first: 3) { nodes { quote document { title } } } } } }`,
  "400 edges with their sentences": `{ neighborhood(of: ["state:Iran"], depth: 3, limit: 400) { relations {
    id type subject { id name } object { id name } assertions(first: 3) { nodes { quote document { title } } } } } }`,
};

/** Milliseconds of CPU that a process has had; Linux counts them in hundredths of a second. */
function cpuOf(pid: number): number {
  const [, ...fields] = readFileSync(`/proc/${pid}/stat`, "utf8").split(") ");
  const values = fields.join(") ").split(" ");
  return (Number(values[11]) + Number(values[12])) * 10;
}

/** Asks over one connection, one request after another, until told to stop; tells how many were answered. */
function ask(port: number, request: string, isOver: () => boolean): Promise<number> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, "127.0.0.1");
    let [answered, missing] = [0, 0];
    socket.on("data", (data) => {
      missing -= data.length;
      if (missing <= 0 && missing + data.length === 0) missing = wholeLength(data) - data.length;
      if (missing > 0) return;
      missing = 0;
      answered += 1;
      if (isOver()) return void socket.end(() => resolve(answered));
      socket.write(request);
    });
    socket.on("error", reject);
    socket.write(request);
  });
}

function wholeLength(head: Buffer): number {
  const end = head.indexOf("\r\n\r\n");
  const length = /\r\ncontent-length: (\d+)/i.exec(head.subarray(0, end).toString("latin1"))?.[1];
  return end + 4 + Number(length ?? 0);
}

async function measure(port: number, pid: number, request: string) {
  const until = performance.now() + SECONDS * 1_000;
  const [cpu, started] = [cpuOf(pid), performance.now()];
  const all = await Promise.all(
    Array.from({ length: CONNECTIONS }, () => ask(port, request, () => performance.now() > until)),
  );
  const requests = all.reduce((sum, count) => sum + count, 0);
  const perRequest = (cpuOf(pid) - cpu) / requests;
  return { requests: requests / ((performance.now() - started) / 1_000), cpu: perRequest, perCore: 1_000 / perRequest };
}

const server = await startServer();
const port = Number(new URL(server.url).port);
const write = (line: string) => process.stdout.write(`${line}\n`);
write(`${CONNECTIONS} connections, ${SECONDS} s each; CPU is the server's alone.\n`);
write("| answer out of memory | bytes | requests/s | CPU ms a request | requests/s on one core |");
write("| --- | ---: | ---: | ---: | ---: |");
for (const [name, query] of Object.entries(QUERIES)) {
  const path = `/graphql?${new URLSearchParams({ query })}`;
  const first = await fetch(`${server.url}${path}`, { headers: { "Accept-Encoding": "identity" } });
  const bytes = (await first.arrayBuffer()).byteLength;
  const etag = first.headers.get("etag");
  const variants = {
    plain: "",
    brotli: "Accept-Encoding: br\r\n",
    "known already (304)": `If-None-Match: ${etag}\r\n`,
  };
  for (const [variant, header] of Object.entries(variants)) {
    const request = `GET ${path} HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nAccept: */*\r\n${header}\r\n`;
    const { requests, cpu, perCore } = await measure(port, server.pid, request);
    const figures = [Math.round(requests), cpu.toFixed(3), Math.round(perCore)];
    write(`| ${name}, ${variant} | ${bytes} | ${figures.join(" | ")} |`);
  }
}
await server.stop();
