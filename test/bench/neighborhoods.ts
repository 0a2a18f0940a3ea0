/** Surroundings of entities, asked of all contenders in turns. */
import { deepStrictEqual } from "node:assert";
import { Client, type Cost, press } from "./client.ts";
import type { AnsweredEdge, Manner, Question } from "./contenders/question.ts";
import { figure, quantile, show, spread, table } from "./figures.ts";
import type { Served } from "./servers.ts";

/** A server that is asked, in its own manner. */
export interface Contender {
  readonly name: string;
  readonly served: Served;
  readonly path: string;
  readonly manner: Manner;
}

export interface Sizes {
  readonly rounds: number;
  readonly seconds: number;
}

const parse = ({ manner }: Contender, bytes: Buffer): readonly AnsweredEdge[] =>
  manner.edgesOf(JSON.parse(bytes.toString()) as never);

const plain = (edge: AnsweredEdge): unknown => ({
  ...edge,
  assertions: edge.assertions.nodes.map((one) => ({ ...one, document: { ...one.document } })),
});

/** Throws where two contenders answer differently. */
async function checkAlike(contenders: readonly Contender[], questions: readonly Question[]): Promise<number> {
  let bytes = 0;
  for (const question of questions) {
    const answers = [];
    for (const contender of contenders) {
      const client = new Client(contender.served.url + contender.path);
      const answer = await client.post(contender.manner.bodyOf(question));
      answers.push(parse(contender, answer).map(plain));
      bytes = Math.max(bytes, contender === contenders[0] ? answer.length : 0);
      client.close();
    }
    for (const [i, answer] of answers.entries())
      deepStrictEqual(answer, answers[0], `${contenders[i]!.name} answers otherwise about ${question.of}`);
  }
  return bytes;
}

/** Asks all contenders in interleaved rounds; the first is the one that the others are compared with. */
export async function compareNeighborhoods(
  title: string,
  contenders: readonly Contender[],
  questions: readonly Question[],
  neo4j: number,
  { rounds, seconds }: Sizes,
): Promise<string> {
  const bytes = await checkAlike(contenders, questions.slice(0, 12));
  const costs = new Map<Contender, Cost[]>(contenders.map((contender) => [contender, []]));
  for (let round = 0; round <= rounds; round += 1)
    for (const contender of contenders) {
      const client = new Client(contender.served.url + contender.path);
      const bodies = questions.map(contender.manner.bodyOf);
      const ask = (nth: number) => client.post(bodies[nth % bodies.length]!);
      const cost = await press(ask, [contender.served.pid, neo4j], seconds);
      client.close();
      // The first round warms all of them up.
      if (round > 0) costs.get(contender)!.push(cost);
    }
  const rate = (contender: Contender) => figure(costs.get(contender)!.map((cost) => cost.rate));
  const first = rate(contenders[0]!).median;
  const rows = contenders.map((contender) => {
    const found = costs.get(contender)!;
    const cpu = [0, 1].map((i) => show(figure(found.map((cost) => cost.cpu[i]!)).median));
    const p95 = figure(found.map(({ latencies }) => quantile(latencies, 0.95))).median;
    return [contender.name, spread(rate(contender)), cpu.join(" + "), show(p95), show(rate(contender).median / first)];
  });
  const head = [
    `${title} (${show(bytes / 1000)} kB)`,
    "requests/s",
    "CPU ms: Node + Neo4j",
    "p95 ms",
    "times the first",
  ];
  return table(head, rows);
}
