/** Days and instants as both adapters keep them, so that they can be compared as strings and numbers. */
import { dayRange } from "../../schema/edtf.ts";
import { StoreError } from "./port.ts";

/** Stand for an open end, before and after all days. */
export const FIRST_DAY = "0000-01-01";
export const LAST_DAY = "9999-12-31";

/** The days of a dated assertion. */
export interface EventDays {
  /** The days that the date allows, an open end filled with `FIRST_DAY` or `LAST_DAY`: what filters compare. */
  readonly from: string;
  readonly to: string;
  /** The earliest and latest day that the date names: an open end counts as the other end. What edges show. */
  readonly first: string;
  readonly last: string;
}

/** The days of an EDTF date, or undefined for an assertion without one. */
export function eventDays(date: string): EventDays | undefined {
  const range = date === "" ? undefined : dayRange(date);
  const [from, to] = [range?.from, range?.to];
  const [first, last] = [from ?? to, to ?? from];
  if (first === undefined || last === undefined) return undefined;
  return { from: from ?? FIRST_DAY, to: to ?? LAST_DAY, first, last };
}

/** Milliseconds since 1970, UTC, of an RFC 3339 instant. Throws a StoreError for anything else. */
export function instant(text: string): number {
  const time = /^\d{4}-\d{2}-\d{2}T/.test(text) ? Date.parse(text) : Number.NaN;
  if (Number.isNaN(time)) throw new StoreError(`"${text.slice(0, 40)}" is not an instant like 2024-10-01T08:00:00Z.`);
  return time;
}
