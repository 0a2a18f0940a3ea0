/** Asks a server over a number of connections, and measures what that costs. */
import { readFileSync } from "node:fs";
import { Agent, request } from "node:http";

/** Connections at once, unless a measure says otherwise. */
export const CONNECTIONS = 8;

/** What a stretch of asking cost. */
export interface Cost {
  /** Requests a second. */
  readonly rate: number;
  /** Milliseconds of processor time a request, by process. */
  readonly cpu: readonly number[];
  /** Milliseconds that requests took, ascending. */
  readonly latencies: readonly number[];
}

/** Linux counts a process's time in hundredths of a second. */
const TICK = 10;

/** Milliseconds of processor time that a process has taken. */
export function processorTime(pid: number): number {
  const fields = readFileSync(`/proc/${pid}/stat`, "latin1").split(") ")[1]!.split(" ");
  return (Number(fields[11]) + Number(fields[12])) * TICK;
}

export class Client {
  readonly #agent: Agent;
  readonly #url: string;

  constructor(url: string, connections = CONNECTIONS) {
    this.#url = url;
    this.#agent = new Agent({ keepAlive: true, maxSockets: connections });
  }

  /** Posts a JSON body; the answer's bytes. */
  post(body: string): Promise<Buffer> {
    return this.#send("POST", this.#url, body);
  }

  get(url: string): Promise<Buffer> {
    return this.#send("GET", url);
  }

  close(): void {
    this.#agent.destroy();
  }

  #send(method: string, url: string, body?: string): Promise<Buffer> {
    return new Promise((resolve, reject) => {
      const headers = { "content-type": "application/json", accept: "application/json" };
      const length = body === undefined ? {} : { "content-length": Buffer.byteLength(body) };
      const sent = request(url, { method, agent: this.#agent, headers: { ...headers, ...length } }, (answer) => {
        const parts: Buffer[] = [];
        answer.on("data", (part: Buffer) => parts.push(part)).on("error", reject);
        answer.on("end", () => {
          const bytes = Buffer.concat(parts);
          if (answer.statusCode === 200) resolve(bytes);
          else reject(new Error(`${url} answered ${answer.statusCode}: ${bytes.toString().slice(0, 300)}`));
        });
      });
      sent.on("error", reject).end(body);
    });
  }
}

/** Keeps `connections` requests under way for some seconds; `pids` are the processes whose time is counted. */
export async function press(
  ask: (nth: number) => Promise<unknown>,
  pids: readonly number[],
  seconds: number,
  connections = CONNECTIONS,
): Promise<Cost> {
  const latencies: number[] = [];
  const before = pids.map(processorTime);
  const started = performance.now();
  let next = 0;
  const lane = async () => {
    while (performance.now() - started < seconds * 1_000) {
      const asked = performance.now();
      await ask(next++);
      latencies.push(performance.now() - asked);
    }
  };
  await Promise.all(Array.from({ length: connections }, lane));
  const took = (performance.now() - started) / 1_000;
  const spent = pids.map((pid, i) => processorTime(pid) - before[i]!);
  return {
    rate: latencies.length / took,
    cpu: spent.map((ms) => ms / latencies.length),
    latencies: latencies.toSorted((a, b) => a - b),
  };
}
