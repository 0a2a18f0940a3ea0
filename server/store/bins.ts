/** The bins of a timeline: how both adapters name them, and which days they have. */
import { daysInMonth } from "../../schema/edtf.ts";
import { QUAD_CLASSES, relationTerm, type RelationType } from "../../schema/ontology.ts";
import { LAST_DAY } from "./days.ts";
import type { TimeBin, TimelineBin } from "./port.ts";

/**
 * How many assertions of one type lie in a bin. A bin is named by its beginning: `2024`, `2024-Q1`, `2024-02`, or its
 * first day; null is that of the undated.
 */
export interface BinCount {
  readonly bin: string | null;
  readonly type: RelationType;
  readonly assertions: number;
  /** Those whose date allows days outside the bin. */
  readonly beyond: number;
}

interface Days {
  readonly from: string;
  readonly to: string;
}

const pad = (n: number) => String(n).padStart(2, "0");

function months(year: string, first: number, last: number): Days {
  const to = `${year}-${pad(last)}-${daysInMonth(Number(year), last)}`;
  return { from: `${year}-${pad(first)}-01`, to };
}

/** To the next Sunday. Days end with the year 9999. */
function week(from: string): Days {
  const day = new Date(`${from}T00:00:00Z`);
  day.setUTCDate(day.getUTCDate() + ((7 - day.getUTCDay()) % 7));
  return { from, to: day.getUTCFullYear() > 9999 ? LAST_DAY : day.toISOString().slice(0, 10) };
}

/** The first and last day of a bin. */
function daysOf(bin: TimeBin, name: string): Days {
  const year = name.slice(0, 4);
  if (bin === "YEAR") return months(year, 1, 12);
  if (bin === "QUARTER") return months(year, 3 * Number(name.slice(6)) - 2, 3 * Number(name.slice(6)));
  if (bin === "MONTH") return months(year, Number(name.slice(5)), Number(name.slice(5)));
  return bin === "WEEK" ? week(name) : { from: name, to: name };
}

const sum = (numbers: readonly number[]) => numbers.reduce((total, n) => total + n, 0);

function toBin(bin: TimeBin, name: string | null, counts: readonly BinCount[]): TimelineBin {
  const of = (quad: string) => counts.filter(({ type }) => relationTerm(type).quad === quad);
  const quads = QUAD_CLASSES.map((quad) => ({ quad, count: sum(of(quad).map(({ assertions }) => assertions)) }));
  return {
    ...(name === null ? {} : daysOf(bin, name)),
    assertions: sum(counts.map(({ assertions }) => assertions)),
    reachingBeyond: sum(counts.map(({ beyond }) => beyond)),
    quads: quads.filter(({ count }) => count > 0),
  };
}

/** The bins of a timeline, in order, the undated last. */
export function toTimeline(bin: TimeBin, counts: readonly BinCount[]): TimelineBin[] {
  const named = new Map<string | null, BinCount[]>();
  for (const count of counts) named.set(count.bin, [...(named.get(count.bin) ?? []), count]);
  const names = [...named.keys()].filter((name) => name !== null).sort();
  const ordered = named.has(null) ? [...names, null] : names;
  return ordered.map((name) => toBin(bin, name, named.get(name)!));
}
