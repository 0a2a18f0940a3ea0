/** What the answer alone costs: `JSON.stringify` of it, and of nothing else. */
import { figure } from "./figures.ts";

const TIMES = 200;

/** Milliseconds of processor time for one answer of these, the median of several rounds. */
export function stringifyCost(answers: readonly unknown[], rounds: number): number {
  const costs = Array.from({ length: rounds + 1 }, () => {
    const before = process.cpuUsage();
    for (let i = 0; i < TIMES; i += 1) Buffer.from(JSON.stringify(answers[i % answers.length]));
    const { user, system } = process.cpuUsage(before);
    return (user + system) / 1_000 / TIMES;
  });
  return figure(costs.slice(1)).median;
}
