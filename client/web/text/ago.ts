/** How long ago something was, in plain words. Pure. */
import { dayInShort } from "./dates.ts";
import { counted } from "./words.ts";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** "just now", "5 minutes ago", "30 Sep 2024". A clock that runs ahead reads as just now. */
export function ago(instant: string, now: number): string {
  const passed = now - Date.parse(instant);
  if (passed < MINUTE) return "just now";
  if (passed < HOUR) return `${counted(Math.floor(passed / MINUTE), "minute")} ago`;
  if (passed < DAY) return `${counted(Math.floor(passed / HOUR), "hour")} ago`;
  return dayInShort(instant.slice(0, 10));
}
