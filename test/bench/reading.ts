/**
 * `npx tsx test/bench/reading.ts [ROUNDS]`: how fast one core reads, and how reading time grows with a text. Prints
 * Markdown. Times are of the processor, so that other work on the machine weighs less.
 */
import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { openReader } from "../../server/reading/reader.ts";

const rounds = Number(process.argv[2] ?? 9);
const GROWTH_ROUNDS = Math.ceil(rounds / 3);
const SHORT = 100_000;
const LONG = 1_000_000;

const folder = fileURLToPath(new URL("../../seed/documents/", import.meta.url));
const documents = readdirSync(folder).map((name) => readFileSync(folder + name, "utf8"));
const prose = documents.map((text) => text.replace(/^---\n.*?\n---\n/su, "")).join("\n\n");
const reader = openReader(undefined);
const sentencesIn = (text: string): number => reader({ source: "bench", text }).sentences.length;

interface Spread {
  readonly median: number;
  readonly least: number;
  readonly most: number;
}

/** Seconds of processor time, measured `times` times. */
function measure(times: number, work: () => void): Spread {
  const seconds = Array.from({ length: times }, () => {
    const before = process.cpuUsage();
    work();
    const { user, system } = process.cpuUsage(before);
    return (user + system) / 1e6;
  }).toSorted((a, b) => a - b);
  return { median: seconds[times >> 1]!, least: seconds[0]!, most: seconds.at(-1)! };
}

function speed(): string {
  let sentences = 0;
  const readAll = () => {
    sentences = documents.reduce((total, text) => total + sentencesIn(text), 0);
  };
  measure(3, readAll);
  const wall = performance.now();
  const { median, least, most } = measure(rounds, readAll);
  const whole = (performance.now() - wall) / 1000 / rounds;
  const rate = (seconds: number) => Math.round(sentences / seconds).toLocaleString("en");
  return [
    "| seed documents | sentences | sentences/s, median | slowest round | fastest round | by the clock |",
    "| ---: | ---: | ---: | ---: | ---: | ---: |",
    `| ${documents.length} | ${sentences} | ${rate(median)} | ${rate(most)} | ${rate(least)} | ${rate(whole)} |`,
  ].join("\n");
}

/** What a text is made of, over and over; the longest single sentence, the most marks and the most names hurt most. */
const SHAPES: Readonly<Record<string, string>> = {
  "seed documents": `${prose}\n\n`,
  "one line without a full stop": `${prose.replace(/[.!?…\n]+/gu, " ")} `,
  "names alone": "Iran Popular Mobilization Forces Israel Hassan Nasrallah Goma ",
  "unknown capitals": "Abcdef Ghijkl Mnopqr of Stuvw ",
  "opening quotation marks": 'He said “Iran ‘struck "Israel ',
  brackets: "Iran (Israel [Oman {Qatar ",
  "dates alone": "on 3 May 2024, from Monday until late June ",
  "short lines": "Iran struck\nIsrael said\n\n",
  acronyms: "Quds Force (QF) and A.B.C. U.S. Gen. ",
  "one letter": "a",
  spaces: "Iran          ",
};

function growth(): void {
  console.log("| text | 100 kB, s | 1 MB, s | times |\n| --- | ---: | ---: | ---: |");
  for (const [shape, part] of Object.entries(SHAPES)) {
    const fill = (length: number) =>
      part
        .repeat(Math.ceil(length / part.length))
        .slice(0, length)
        .toWellFormed();
    const [short, long] = [fill(SHORT), fill(LONG)];
    sentencesIn(short);
    const once = measure(GROWTH_ROUNDS, () => sentencesIn(short)).median;
    const tenfold = measure(GROWTH_ROUNDS, () => sentencesIn(long)).median;
    console.log(`| ${shape} | ${once.toFixed(2)} | ${tenfold.toFixed(2)} | ${(tenfold / once).toFixed(1)} |`);
  }
}

console.log(`${speed()}\n`);
growth();
