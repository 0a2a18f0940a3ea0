/** Which date of a sentence belongs to which of its relations. */
import type { Status } from "../../../schema/ontology.ts";
import { childrenBy, isVerb, relationOf, subjectsOf } from "./clause.ts";
import { type DateMention, datesIn } from "./dates/dates.ts";
import { tokensOf, type View } from "./view.ts";

interface PlacedDate extends DateMention {
  /** The word that the date hangs on. */
  readonly anchor: number;
  readonly first: number;
  readonly clause: number;
  /** The verb that it belongs to by the order of words. */
  readonly near: number;
}

/** The dates of a sentence in its tree. */
export type SentenceDates = readonly PlacedDate[];

/** The verb, or said-of noun, that governs a node; the node itself if it is one. */
export function clauseOf(view: View, node: number): number {
  let at = node;
  while (view.heads[at]! >= 0 && !isVerb(view, at) && childrenBy(view, at, "cop").length === 0) at = view.heads[at]!;
  return at;
}

const depth = (view: View, node: number): number => {
  let n = 0;
  for (let at = node; at >= 0; at = view.heads[at]!) n++;
  return n;
};

/** Reads the dates of a sentence and places them in its tree; `before` is the day that the text spoke of last. */
export function placeDates(view: View, published: string | undefined, before: string): SentenceDates {
  const { start, end } = view.sentence;
  return datesIn(view.document.slice(start, end), start, published, before).flatMap((date) => {
    const covered = tokensOf(view.tokens, date);
    const dateline = date.start - start < 60 && DATELINE.test(view.document.slice(start, date.end + 3));
    if (dateline) return [];
    if (covered.length === 0) return [untold(view, date)];
    const inside = new Set(covered);
    const outer = covered.filter((i) => !inside.has(view.heads[i]!));
    const top = outer.toSorted((a, b) => depth(view, a) - depth(view, b))[0] ?? covered[0]!;
    const anchor = view.heads[top]!;
    const clause = anchor < 0 ? top : clauseOf(view, anchor);
    return [{ ...date, anchor, first: covered[0]!, clause, near: verbNear(view, date) }];
  });
}

/** "GEORGETOWN, Guyana, May 23 — " */
const DATELINE = /^\p{Lu}{3}[^—–]*\)? ?[—–-] ?$/u;

/** The last day that a sentence gives exactly, or the one before. */
export const lastDay = (dates: SentenceDates, before: string): string =>
  dates.findLast((d) => /^\d{4}-\d{2}-\d{2}$/.test(d.past) && !d.limit)?.past ?? before;

/** A date that was left out of the tree belongs to the verb that is nearest by the order of words. */
function untold(view: View, date: DateMention): PlacedDate {
  const clause = verbNear(view, date);
  const next = view.tokens.findIndex((t) => t.start >= date.end);
  return { ...date, anchor: clause, first: next < 0 ? view.tokens.length : next, clause, near: clause };
}

/** The verb that a date stands right before, or else the last before it. */
function verbNear(view: View, date: DateMention): number {
  const verbs = view.tokens.flatMap((t, i) => (isVerb(view, i) ? [{ i, start: t.start }] : []));
  const next = view.tokens.findIndex((t) => t.start >= date.end);
  const follows =
    next >= 0 && ["VERB", "AUX"].includes(view.tokens[next]!.pos) ? verbs.find((v) => v.i >= next) : undefined;
  return (follows ?? verbs.findLast((v) => v.start < date.start) ?? verbs[0])?.i ?? 0;
}

/** The date of what a trigger says, EDTF, or "" if the sentence gives none. */
export function dateOf(view: View, dates: SentenceDates, trigger: number, status: Status, ownOnly: boolean): string {
  const usable = dates.filter((d) => !d.limit);
  const own =
    usable.find((d) => d.anchor === trigger) ??
    nearest(
      usable.filter((d) => under(view, d.anchor, trigger)),
      trigger,
    );
  const date = own ?? (ownOnly ? undefined : ofClause(view, usable, clauseOf(view, trigger), trigger));
  if (!date) return "";
  return status === "future" || status === "hypothetical" ? date.future : date.past;
}

const ofClause = (view: View, dates: SentenceDates, clause: number, trigger: number): PlacedDate | undefined =>
  nearest(
    dates.filter((d) => d.clause === clause),
    trigger,
  ) ??
  dates.find((d) => d.near === trigger) ??
  shared(view, dates, clause) ??
  dates.find((d) => d.near === clause);

const nearest = (dates: SentenceDates, trigger: number) =>
  dates.toSorted((a, b) => Math.abs(a.first - trigger) - Math.abs(b.first - trigger))[0];

/** Whether a date hangs under a trigger with no other clause between them. */
function under(view: View, node: number, trigger: number): boolean {
  for (let at = node, steps = 0; at >= 0 && steps < 6; at = view.heads[at]!, steps++) {
    if (at === trigger) return true;
    if (isVerb(view, at)) return false;
  }
  return false;
}

/** A coordinated verb with the same subject and tense shares a date; so does an infinitive with its verb. */
function shared(view: View, dates: SentenceDates, clause: number): PlacedDate | undefined {
  for (let at = clause, steps = 0; steps < 4; steps++) {
    const head = view.heads[at]!;
    if (head < 0) return undefined;
    const relation = relationOf(view, at);
    const same =
      relation === "xcomp" ||
      (relation === "conj" && sameSubjectAndTense(view, at, head)) ||
      (relation === "advcl" && view.text(at).endsWith("ing"));
    if (!same) return undefined;
    const found = dates.find((d) => d.clause === head);
    if (found) return found;
    at = head;
  }
  return undefined;
}

function sameSubjectAndTense(view: View, verb: number, head: number): boolean {
  if (childrenBy(view, verb, "nsubj", "aux").length > 0) return false;
  return subjectsOf(view, verb)[0] === subjectsOf(view, head)[0] && childrenBy(view, head, "aux").length < 2;
}
