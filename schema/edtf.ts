/**
 * Dates with their real precision: the part of EDTF (ISO 8601-2, levels 0 and 1) that sentences about events need.
 * A date is a year, month, day or season, each possibly uncertain or approximate (`?`, `~`, `%`); an interval joins
 * two of them, `..` standing for an open end.
 */

/** The first and last day that a date allows, YYYY-MM-DD; an end that is open is absent. */
export interface DayRange {
  readonly from?: string;
  readonly to?: string;
}

const DATE = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?[?~%]?$/;
const pad = (n: number) => String(n).padStart(2, "0");

/** The number of days in a month (1 to 12) of a year. */
export const daysInMonth = (year: number, month: number): number => new Date(Date.UTC(year, month, 0)).getUTCDate();

const days = (year: string, firstMonth: number, lastMonth: number): Required<DayRange> => ({
  from: `${year}-${pad(firstMonth)}-01`,
  to: `${year}-${pad(lastMonth)}-${daysInMonth(Number(year), lastMonth)}`,
});

/** Seasons by EDTF's numbers, northern hemisphere by calendar quarters of a year; winter begins it. */
const SEASONS: Readonly<Record<number, readonly [number, number]>> = {
  21: [3, 5],
  22: [6, 8],
  23: [9, 11],
  24: [1, 2],
};

function rangeOfDate(text: string): Required<DayRange> | undefined {
  const match = DATE.exec(text);
  if (!match) return undefined;
  const [, year = "", month, day] = match;
  if (month === undefined) return days(year, 1, 12);
  const m = Number(month);
  const season = SEASONS[m];
  if (season && day === undefined) return days(year, ...season);
  if (m < 1 || m > 12) return undefined;
  if (day === undefined) return days(year, m, m);
  if (Number(day) < 1 || Number(day) > daysInMonth(Number(year), m)) return undefined;
  return { from: `${year}-${month}-${day}`, to: `${year}-${month}-${day}` };
}

/** The days that an EDTF date allows, or undefined if it is not one that Actant understands. */
export function dayRange(edtf: string): DayRange | undefined {
  const parts = edtf.split("/");
  if (parts.length === 1) return rangeOfDate(edtf);
  const [start = "", end = ""] = parts;
  const open = (text: string) => text === "..";
  if (parts.length > 2 || (open(start) && open(end))) return undefined;
  const first: DayRange | undefined = open(start) ? {} : rangeOfDate(start);
  const last: DayRange | undefined = open(end) ? {} : rangeOfDate(end);
  if (!first || !last || (first.from && last.to && first.from > last.to)) return undefined;
  return { ...(first.from ? { from: first.from } : {}), ...(last.to ? { to: last.to } : {}) };
}

/** Whether a string is a date that Actant understands. */
export const isEdtf = (text: string): boolean => dayRange(text) !== undefined;

/** Whether a string is a calendar day, YYYY-MM-DD. */
export const isDay = (text: string): boolean => /^\d{4}-\d{2}-\d{2}$/.test(text) && isEdtf(text);
