/** Dates in words of their own precision: never more exact than what the sentence says. */
import { daysInMonth } from "../../../schema/edtf.ts";

const MONTHS = "January February March April May June July August September October November December".split(" ");
const SEASONS: Readonly<Record<string, string>> = { 21: "spring", 22: "summer", 23: "autumn", 24: "winter" };

interface Parts {
  readonly year: string;
  readonly month?: string | undefined;
  readonly day?: string | undefined;
}

function parts(date: string): Parts | undefined {
  const [, year, month, day] = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?[?~%]?$/.exec(date) ?? [];
  return year === undefined ? undefined : { year, month, day };
}

const monthName = (month: string) => SEASONS[month] ?? MONTHS[Number(month) - 1] ?? month;

function single(date: string): string {
  const found = parts(date);
  if (!found) return date;
  const { year, month, day } = found;
  const words = [day && String(Number(day)), month && monthName(month), year].filter(Boolean).join(" ");
  if (date.endsWith("?")) return `perhaps ${words}`;
  if (date.endsWith("%")) return `perhaps about ${words}`;
  return date.endsWith("~") ? `about ${words}` : words;
}

/** "early", "mid" and "late" for the three parts of a month. */
function partOfMonth(first: number, last: number, days: number): string | undefined {
  if (first === 1 && last === 10) return "early";
  if (first === 11 && last === 20) return "mid";
  return first === 21 && last === days ? "late" : undefined;
}

function interval(from: string, to: string): string {
  const [a, b] = [parts(from), parts(to)];
  if (!a || !b || a.year !== b.year || !a.month || !b.month) return `${single(from)} to ${single(to)}`;
  const sameMonth = a.month === b.month;
  if (sameMonth && a.day && b.day) {
    const part = partOfMonth(Number(a.day), Number(b.day), daysInMonth(Number(a.year), Number(a.month)));
    if (part) return `${part}${part === "mid" ? "-" : " "}${monthName(a.month)} ${a.year}`;
    return `${Number(a.day)}–${Number(b.day)} ${monthName(a.month)} ${a.year}`;
  }
  const begin = [a.day && String(Number(a.day)), monthName(a.month)].filter(Boolean).join(" ");
  return `${begin} to ${single(to)}`;
}

/** An EDTF date in words: "late May 2024", "since 2019", "until June 2024". */
export function dateInWords(edtf: string): string {
  const [from, to] = edtf.split("/");
  if (from === undefined || to === undefined) return single(edtf);
  if (to === "..") return `since ${single(from)}`;
  if (from === "..") return `until ${single(to)}`;
  return from === to ? single(from) : interval(from, to);
}

/** A day in words, "30 September 2024". */
export const dayInWords = (day: string): string => single(day);

/** A day in few letters, for tables: "30 Sep 2024". */
export const dayInShort = (day: string): string => single(day).replace(/([A-Z][a-z]{2})[a-z]+/, "$1");
