/** The brush as a filter, and bars in words. Pure. */
import { type Filters, timeless, type TimeSpan, within } from "../state/filters.ts";
import { dayInShort } from "../text/dates.ts";
import { counted, figure, QUAD_LABELS } from "../text/words.ts";
import { type Bar, dayNumber, dayOf, stacked, type Stretch } from "./scale.ts";

/** The days that a filter names; an open end is that of the line. */
export function brushOf({ from, to }: TimeSpan, line: Stretch): Stretch | undefined {
  if (from === undefined && to === undefined) return undefined;
  const first = Math.max(line.from, from === undefined ? line.from : dayNumber(from));
  const last = Math.min(line.to, to === undefined ? line.to : dayNumber(to));
  return first <= last ? { from: first, to: last } : { from: line.from, to: line.from };
}

/** The filters under a brush. An end of it that lies at the end of the line leaves the filter open there. */
export function brushed(filters: Filters, brush: Stretch | undefined, line: Stretch): Filters {
  const from = !brush || brush.from <= line.from ? undefined : dayOf(brush.from);
  const to = !brush || brush.to >= line.to ? undefined : dayOf(brush.to);
  return from === undefined && to === undefined ? timeless(filters) : within(filters, { from, to });
}

/** "1 May 2024 – 31 May 2024", or one day. */
export const daysInWords = (from: string, to: string): string =>
  from === to ? dayInShort(from) : `${dayInShort(from)} – ${dayInShort(to)}`;

/** What one bar holds. */
export function barInWords({ bin, from, to }: Bar): string {
  const parts = stacked(bin).map(({ quad, count }) => `${figure(count)} ${QUAD_LABELS[quad].toLowerCase()}`);
  const beyond = bin.reachingBeyond > 0 ? `; ${figure(bin.reachingBeyond)} may lie outside` : "";
  return `${daysInWords(dayOf(from), dayOf(to))}: ${counted(bin.assertions, "sentence")} (${parts.join(", ")}${beyond})`;
}
