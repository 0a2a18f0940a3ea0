/** Titles before people's names: "Lt. Gen. (ret.)", "Acting Under Secretary", "Secretary of State". */
import { TITLE_CORES, TITLE_MODIFIERS, TITLE_OBJECTS } from "./lexicon.ts";
import type { Word } from "./words.ts";

const PARTING = /^(of|for|the|and|to)$/;

function objectEnd(words: readonly Word[], at: number, end: number): number {
  let after = at;
  let last = at;
  while (after < end && (PARTING.test(words[after]!.key) || TITLE_OBJECTS.has(words[after]!.key))) {
    after++;
    if (!PARTING.test(words[after - 1]!.key)) last = after;
  }
  return last;
}

/** The index after the title that begins at `from`, or `from` where there is none. */
export function titleEnd(words: readonly Word[], from: number, end: number): number {
  let after = from;
  let core = from;
  while (after < end) {
    const { key } = words[after]!;
    if (TITLE_CORES.has(key)) core = ++after;
    else if (TITLE_MODIFIERS.has(key)) after++;
    else break;
  }
  if (core === from) return from;
  return core < end && words[core]!.key === "of" ? objectEnd(words, core, end) : core;
}
