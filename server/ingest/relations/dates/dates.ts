/** Dates as EDTF with the precision that the text gives them, relative to the day of publication. */
import { isEdtf } from "../../../../schema/edtf.ts";
import type { Span } from "../../../../schema/model.ts";
import { type Atom, atomsIn, type Direction } from "./atoms.ts";
import { parseDay } from "./calendar.ts";

/** A date that a sentence gives, with what it would be for a past and for a coming event. */
export interface DateMention extends Span {
  readonly past: string;
  readonly future: string;
  /** "by", "before" and "after" set a limit; they do not say when. */
  readonly limit: boolean;
}

const JOINER = /^\s*(?:–|—|-|to|and|through|until|till)\s*$/i;
const LEADS =
  /\b(since|from|as from|as of|starting|until|till|by|before|after|between|up to|no later than)(?:\s+(?:the end of|the|about|around|at least|early|late|mid))?[\s-]*$/i;

type Prefix = "open" | "until" | "limit" | "pair" | "";

function prefixOf(before: string): Prefix {
  const word = LEADS.exec(before)?.[1]?.toLowerCase();
  if (!word) return "";
  if (["since", "from", "as from", "starting"].includes(word)) return "open";
  if (["until", "till", "up to"].includes(word)) return "until";
  if (word === "between") return "pair";
  return word === "as of" ? "" : "limit";
}

/** "Three weeks earlier, on 27 June" */
const RESTATED = /^, (?:on |in )?$/;

const first = (edtf: string) => edtf.split("/")[0] ?? "";
const last = (edtf: string) => edtf.split("/").at(-1) ?? "";
const wrap = (prefix: Prefix, edtf: string) => {
  if (!edtf) return "";
  if (prefix === "open" && !edtf.includes("/")) return `${edtf}/..`;
  return prefix === "until" ? `../${last(edtf)}` : edtf;
};

const EXACT = /^\d{4}-\d{2}-\d{2}$/;

/**
 * The dates in a sentence, in its order; offsets are into the text that the sentence begins at `start` of.
 * `before` is the day that the text spoke of last, from which "two days later" counts.
 */
export function datesIn(sentence: string, start: number, published: string | undefined, before = ""): DateMention[] {
  const atoms = atomsIn(sentence).filter((a) => published || a.year !== undefined || (a.relative && before));
  const today = parseDay(published ?? "1970-01-01");
  let spoken = before;
  const out: DateMention[] = [];
  for (let i = 0; i < atoms.length; i++) {
    const atom = atoms[i]!;
    const next = atoms[i + 1];
    if (atom.relative && (!spoken || (next && RESTATED.test(sentence.slice(atom.end, next.start))))) continue;
    const day = atom.relative ? parseDay(spoken) : today;
    const prefix = prefixOf(sentence.slice(0, atom.start));
    const joined =
      next &&
      (prefix === "pair" || prefix === "open" || /^\s*[–—-]/.test(sentence.slice(atom.end, next.start))) &&
      JOINER.test(sentence.slice(atom.end, next.start));
    const read = (direction: Direction) =>
      joined ? interval(atom, next, day, direction) : wrap(prefix, atom.resolve(day, direction));
    const [past, future] = [read("past"), read("future")];
    if (joined) i++;
    if (!isEdtf(past) || !isEdtf(future)) continue;
    if (EXACT.test(past)) spoken = past;
    const end = joined ? next.end : atom.end;
    out.push({ start: start + atom.start, end: start + end, past, future, limit: prefix === "limit" });
  }
  return out;
}

function interval(from: Atom, to: Atom, day: ReturnType<typeof parseDay>, direction: Direction): string {
  const end = to.resolve(day, direction);
  const year = to.year ?? Number(last(end).slice(0, 4));
  const start = from.resolve(day, direction, year);
  const text = `${first(start)}/${last(end)}`;
  return isEdtf(text) ? text : end;
}
