/** Time as a line: days as numbers, bins as bars, a brush as days. Pure. */
import { QUAD_CLASSES, type QuadClass } from "../../../schema/ontology.ts";

/** One bin as the server tells it; `from` is absent for the undated. */
export interface Bin {
  readonly from: string | null;
  readonly to: string | null;
  readonly assertions: number;
  readonly reachingBeyond: number;
  readonly quads: readonly { readonly quad: QuadClass; readonly count: number }[];
}

export type BinWidth = "DAY" | "WEEK" | "MONTH" | "QUARTER" | "YEAR";

/** A stretch of days, both ends included, in days since 1970. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
}

const DAY_MS = 86_400_000;

/** Days since 1970. */
export const dayNumber = (day: string): number => Math.round(Date.parse(`${day}T00:00:00Z`) / DAY_MS);
/** The day that a number of days since 1970 means. */
export const dayOf = (number: number): string => new Date(number * DAY_MS).toISOString().slice(0, 10);

/** A bin that has days, with them as numbers. */
export interface Bar extends Stretch {
  readonly bin: Bin;
}

/** The dated bins in order. */
export const barsOf = (bins: readonly Bin[]): Bar[] =>
  bins.flatMap((bin) => (bin.from && bin.to ? [{ bin, from: dayNumber(bin.from), to: dayNumber(bin.to) }] : []));

/** How many assertions have no date. */
export const undatedIn = (bins: readonly Bin[]): number =>
  bins.reduce((sum, { from, assertions }) => (from ? sum : sum + assertions), 0);

/**
 * The days that the line shows: all that bars cover, but for a few long gone that would press the rest together. At
 * least 98 in 100 assertions are on the line; `before` counts those that are not.
 */
export function lineOf(bars: readonly Bar[]): (Stretch & { readonly before: number }) | undefined {
  const [first, last] = [bars[0], bars.at(-1)];
  if (!first || !last) return undefined;
  const total = bars.reduce((sum, { bin }) => sum + bin.assertions, 0);
  let [before, start] = [0, 0];
  while (start < bars.length - 1) {
    const next = before + bars[start]!.bin.assertions;
    const gap = bars[start + 1]!.from - bars[start]!.to;
    if (next > total * 0.02 && gap < (last.to - bars[start + 1]!.from) / 2) break;
    if (next > total * 0.02) break;
    [before, start] = [next, start + 1];
  }
  const saved = bars[start]!.from - first.from;
  const worthIt = saved > (last.to - first.from) / 3;
  return worthIt ? { from: bars[start]!.from, to: last.to, before } : { from: first.from, to: last.to, before: 0 };
}

/** The width of bins that gives a line of days some forty to a hundred bars. */
export function widthFor({ from, to }: Stretch): BinWidth {
  const days = to - from + 1;
  if (days <= 62) return "DAY";
  if (days <= 366) return "WEEK";
  if (days <= 366 * 8) return "MONTH";
  return days <= 366 * 24 ? "QUARTER" : "YEAR";
}

/** A part of a bar: one quad class, from where to where of the bar's height, 0 at the foot. */
export interface Part {
  readonly quad: QuadClass;
  readonly foot: number;
  readonly count: number;
}

/** The parts of a bar, one on the other, always in the same order. */
export function stacked({ quads }: Bin): Part[] {
  let foot = 0;
  return QUAD_CLASSES.flatMap((quad) => {
    const count = quads.find((q) => q.quad === quad)?.count ?? 0;
    const part = { quad, foot, count };
    foot += count;
    return count > 0 ? [part] : [];
  });
}

/** A brush between two days, made whole bins where it touches bars. */
export function snapped(bars: readonly Bar[], a: number, b: number): Stretch {
  const [from, to] = [Math.min(a, b), Math.max(a, b)];
  const touched = bars.filter((bar) => bar.to >= from && bar.from <= to);
  if (touched.length === 0) return { from: Math.floor(from), to: Math.floor(to) };
  return { from: Math.min(Math.floor(from), touched[0]!.from), to: Math.max(Math.floor(to), touched.at(-1)!.to) };
}

/** The next beginning or end of a bar from one end of a brush, for arrow keys. */
export function stepped(bars: readonly Bar[], end: keyof Stretch, at: number, forward: boolean): number {
  const stops = bars.map((bar) => bar[end]);
  const next = forward ? stops.find((stop) => stop > at) : stops.findLast((stop) => stop < at);
  return next ?? at;
}

/** Where words stand under the line: at the beginnings of years, or of months where there are few. */
export function ticks({ from, to }: Stretch, most: number): { readonly at: number; readonly label: string }[] {
  const [first, last] = [new Date(from * DAY_MS), new Date(to * DAY_MS)];
  const months = (last.getUTCFullYear() - first.getUTCFullYear()) * 12 + last.getUTCMonth() - first.getUTCMonth() + 1;
  const step = [1, 2, 3, 6, 12, 24, 60, 120, 240, 600].find((n) => months / n <= most) ?? 1_200;
  const found: { at: number; label: string }[] = [];
  const begin = first.getUTCFullYear() * 12 + first.getUTCMonth();
  for (let month = Math.ceil(begin / step) * step; found.length <= most; month += step) {
    const day = new Date(Date.UTC(Math.floor(month / 12), month % 12, 1));
    const at = Math.round(day.getTime() / DAY_MS);
    if (at > to) break;
    const name = day.toLocaleDateString("en", { month: "short", timeZone: "UTC" });
    const year = String(day.getUTCFullYear());
    if (at >= from)
      found.push({ at, label: step >= 12 ? year : month % 12 === 0 || found.length === 0 ? `${name} ${year}` : name });
  }
  return found;
}
