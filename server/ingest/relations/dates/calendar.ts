/** Days and months counted in UTC, so that a machine's time zone changes nothing. */
import { daysInMonth } from "../../../../schema/edtf.ts";

const DAY = 86_400_000;
const two = (n: number) => String(n).padStart(2, "0");

/** The day of publication or any other: year, month 1 to 12, day. */
export interface Day {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

const stamp = ({ year, month, day }: Day) => Date.UTC(year, month - 1, day);

export const parseDay = (text: string): Day => {
  const [year = 1970, month = 1, day = 1] = text.split("-").map(Number);
  return { year, month, day };
};

export const formatDay = ({ year, month, day }: Day): string => `${year}-${two(month)}-${two(day)}`;
export const formatMonth = (year: number, month: number): string => `${year}-${two(month)}`;

export function plusDays(day: Day, count: number): Day {
  const date = new Date(stamp(day) + count * DAY);
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
}

export function plusMonths(day: Day, count: number): { year: number; month: number } {
  const months = day.year * 12 + day.month - 1 + count;
  return { year: Math.floor(months / 12), month: (months % 12) + 1 };
}

/** 0 for Monday to 6 for Sunday. */
export const weekday = (day: Day): number => (new Date(stamp(day)).getUTCDay() + 6) % 7;

export const isBefore = (a: Day, b: Day): boolean => stamp(a) < stamp(b);

/** The week, Monday to Sunday, that lies `offset` weeks from the one of a day. */
export function week(day: Day, offset: number): string {
  const monday = plusDays(day, offset * 7 - weekday(day));
  return `${formatDay(monday)}/${formatDay(plusDays(monday, 6))}`;
}

/** Days 1 to 10, 11 to 20 or 21 to the end. */
export function third(year: number, month: number, part: string): string {
  const [from, to] = part === "early" ? [1, 10] : part === "mid" ? [11, 20] : [21, daysInMonth(year, month)];
  return `${formatDay({ year, month, day: from })}/${formatDay({ year, month, day: to })}`;
}
