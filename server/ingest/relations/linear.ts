/**
 * What verbs assert where the tree has lost their arguments: subject, verb and object by the order of words alone.
 * Only plain active clauses are read so, and only where the tree found nothing for the verb.
 */
import { CONTAINERS, type Filler, fillers, PEOPLE, ASSETS, FACILITIES, type Way } from "./fillers.ts";
import { FORMS, type Form } from "./forms.ts";
import { type Found, pairs } from "./found.ts";
import { type Frame, VERB_FRAMES } from "./lexicon.ts";
import type { View } from "./view.ts";

/** A stretch of words that may name something. */
interface Chunk {
  readonly first: number;
  readonly last: number;
  readonly fillers: readonly Filler[];
}

/** The relations that verbs assert by word order; `done` are the verbs that the tree has explained. */
export function linearRelations(view: View, done: ReadonlySet<number>): Found[] {
  let subject: Chunk | undefined;
  return view.tokens.flatMap((token, i) => {
    const form = FORMS.get(token.text.toLowerCase());
    if (!form || !isFinite(view, i, form)) return [];
    subject = subjectBefore(view, i) ?? (isConjoined(view, i) ? subject : undefined);
    if (done.has(i) || !subject) return [];
    const subjects = subject;
    return (VERB_FRAMES.get(form.lemma) ?? []).flatMap((frame) => match(view, i, frame, subjects));
  });
}

const AUXILIARY =
  /^(?:has|have|had|will|would|may|might|could|can|should|to|did|does|do|not|n't|also|later|then|again|repeatedly|reportedly|recently|still|now|already|never|twice|once|since|yet|just|once|twice|jointly|secretly|often|probably|long|first|today|yesterday|previously|initially|well|tonight)$/;
const PASSIVE = /^(?:is|are|was|were|be|been|being|get|got|gets)$/;

function isFinite(view: View, i: number, form: Form): boolean {
  if (view.covering[i]) return false;
  const { pos } = view.tokens[i]!;
  const before = i > 0 ? view.text(i - 1) : "";
  if (form.ending === "gerund") return PASSIVE.test(before);
  if (form.ending === "base")
    return (
      /^(?:to|will|would|may|might|could|can|should|not|did|do|does|must)$/.test(before) ||
      pos === "VERB" ||
      /^(?:which|who|that)$/.test(before)
    );
  if (form.ending === "third")
    return pos === "VERB" || pos === "AUX" || (pos === "NOUN" && opensObject(view, i + 1) && before !== "the");
  for (let at = i - 1; at >= Math.max(0, i - 3) && (AUXILIARY.test(view.text(at)) || PASSIVE.test(view.text(at))); at--)
    if (PASSIVE.test(view.text(at))) return false;
  if (/^(?:the|an?|its|their|his|her|of|in|by|with|and)$/.test(before))
    return pos === "VERB" && !/^(?:the|a)$/.test(before);
  return (
    pos !== "NOUN" || (!view.text(i).endsWith("ed") && !AMBIGUOUS.has(view.text(i)) && view.text(i) !== form.lemma)
  );
}

/** Past forms that are nouns or adjectives as well. */
const AMBIGUOUS = new Set([
  "shot",
  "found",
  "left",
  "felt",
  "cut",
  "lead",
  "bound",
  "wound",
  "saw",
  "fell",
  "rose",
  "lay",
  "thought",
]);

/** What can only follow a verb: "that", an article, a name. */
const opensObject = (view: View, i: number): boolean =>
  /^(?:that|the|a|an|its|their)$/.test(view.tokens[i]?.text ?? "") || view.covering[i] !== undefined;

const skipBack = (view: View, i: number): number => {
  let at = i - 1;
  while (at >= 0 && (AUXILIARY.test(view.text(at)) || view.tokens[at]!.pos === "ADV" || PASSIVE.test(view.text(at))))
    at--;
  return at;
};

const isConjoined = (view: View, i: number): boolean => {
  const at = skipBack(view, i);
  return at >= 0 && ["and", ",", "but", "or"].includes(view.text(at));
};

function subjectBefore(view: View, verb: number): Chunk | undefined {
  const at = skipBack(view, verb);
  if (at < 0) return undefined;
  if (view.text(at) === ",") return overAside(view, at);
  if (/^(?:which|who|that)$/.test(view.text(at)))
    return chunkEndingAt(view, view.text(at - 1) === "," ? at - 2 : at - 1);
  return overPhrase(view, chunkEndingAt(view, at));
}

/** "a strike in Beirut killed": what stands in a phrase is not the subject, but what stands before the phrase. */
function overPhrase(view: View, chunk: Chunk | undefined, steps = 0): Chunk | undefined {
  const listed = view.tokens
    .slice(chunk?.first ?? 0, (chunk?.last ?? -1) + 1)
    .some((t) => t.text === "," || t.text === "and");
  if (!chunk || listed || chunk.first < 2 || !/^(?:in|at|near|on)$/.test(view.text(chunk.first - 1)) || steps > 2)
    return chunk;
  return overPhrase(view, chunkEndingAt(view, chunk.first - 2), steps + 1);
}

/** "Egypt, which …, urged": the words before the comma that opens the aside. */
function overAside(view: View, comma: number): Chunk | undefined {
  for (let at = comma - 1; at > Math.max(0, comma - 30); at--) {
    if (view.text(at) !== ",") continue;
    const opener = view.text(at + 1);
    if (/^(?:which|who|whose|where|the|a|an|its|his)$/.test(opener) || view.covering[at + 1] === undefined) {
      const chunk = chunkEndingAt(view, at - 1);
      if (chunk && chunk.fillers.length > 0) return chunk;
    }
  }
  return undefined;
}

const isNominal = (view: View, i: number): boolean => {
  const token = view.tokens[i];
  if (!token) return false;
  return (
    view.covering[i] !== undefined ||
    ["NOUN", "PROPN", "ADJ", "NUM", "DET", "PRON", "SYM", "X"].includes(token.pos) ||
    /^['’]s?$/.test(token.text)
  );
};

function chunkEndingAt(view: View, end: number): Chunk | undefined {
  if (!isNominal(view, end)) return undefined;
  let first = end;
  while (first > 0 && (isNominal(view, first - 1) || joins(view, first - 1))) first--;
  return { first, last: end, fillers: named(view, first, end) };
}

/** "and" or a comma between two names. */
const joins = (view: View, i: number): boolean =>
  ["and", ","].includes(view.text(i)) &&
  view.covering[i + 1] !== undefined &&
  i > 0 &&
  view.covering[i - 1] !== undefined;

function chunkFrom(view: View, start: number): Chunk | undefined {
  let last = start - 1;
  while (last + 1 < view.tokens.length && (isNominal(view, last + 1) || joins(view, last + 1))) last++;
  return last < start ? undefined : { first: start, last, fillers: named(view, start, last) };
}

const direct = (view: View, i: number, way: Way): Filler[] => {
  const known = view.named[i];
  if (!known && view.tokens[i]?.pos === "PRON") return fillers(view, i, "actor");
  return known
    ? known.entities.map((entity) => ({
        entity,
        mention: known.mention,
        way: known.mention ? way : "reference",
        node: i,
      }))
    : [];
};

/** What a chunk stands for: the names that end it, or those before a noun that can act or be acted on for them. */
function named(view: View, first: number, last: number): Filler[] {
  const ending = direct(view, last, "name");
  if (ending.length > 0) {
    const out = [...ending];
    for (let at = last - 1; at > first && joins(view, at); at -= 2) out.push(...direct(view, at - 1, "name"));
    return out;
  }
  const lemma = view.tokens[last]!.lemma.toLowerCase();
  if (!PEOPLE.has(lemma) && !ASSETS.has(lemma) && !FACILITIES.has(lemma)) return [];
  for (let at = last - 1; at >= first; at--) {
    const before = direct(view, at, "carrier");
    if (before.length > 0) return before;
  }
  return [];
}

function match(view: View, verb: number, frame: Frame, subject: Chunk): Found[] {
  if (
    (frame.particle && !frame.particle.has(view.text(verb + 1))) ||
    frame.under ||
    frame.xcomp ||
    frame.mutual ||
    frame.needs ||
    frame.voice ||
    frame.targetCarrier ||
    frame.sourceHead ||
    frame.sourceCarrier ||
    !frame.source.includes("subj")
  )
    return [];
  const sources = subject.fillers.filter((f) => !frame.sourceKinds || frame.sourceKinds.has(view.kindOf(f.entity)));
  if (sources.length === 0 || (frame.object && !objectFits(view, verb, frame)) || frame.joint) return [];
  for (const slot of frame.target) {
    const targets = targetsAt(view, verb, frame, slot).filter(
      (f) => !frame.targetKinds || frame.targetKinds.has(view.kindOf(f.entity)),
    );
    if (targets.length > 0)
      return pairs(view, sources, targets, { type: frame.type, trigger: verb, pattern: `verb linear ${frame.type}` });
  }
  return [];
}

function targetsAt(view: View, verb: number, frame: Frame, slot: string): readonly Filler[] {
  if (slot === "obj") return objectAfter(view, frame.particle ? verb + 2 : verb + 1);
  if (slot === "iobj") return receiverAfter(view, verb + 1);
  if (slot === "clause" && view.text(verb + 1) === "that") return firstNames(view, verb + 2, 5);
  if (/^(?:xcomp|hostile|beneficiary)/.test(slot) && view.text(verb + 1) === "to") return firstNames(view, verb + 3, 8);
  if (slot === "agent") return ownerIn(view, verb + 1);
  if (slot.includes(":")) return [];
  for (let at = verb + 1; at < Math.min(view.tokens.length, verb + 10); at++) {
    if (view.tokens[at]!.pos === "VERB" || /^[,:;—]$/.test(view.text(at))) return [];
    if (view.text(at) === slot) return chunkFrom(view, at + 1)?.fillers ?? [];
  }
  return [];
}

/** The first name within so many words, with those that "and" joins to it. */
function firstNames(view: View, start: number, within: number): readonly Filler[] {
  for (let at = start; at < Math.min(view.tokens.length, start + within); at++) {
    if (/^[,;:—]$/.test(view.text(at))) return [];
    const found = direct(view, at, "carrier");
    if (found.length > 0) return joins(view, at + 1) ? [...found, ...direct(view, at + 2, "carrier")] : found;
  }
  return [];
}

/** "reject proposed Israeli changes": whose it is that a noun names. */
function ownerIn(view: View, start: number): readonly Filler[] {
  const chunk = chunkFrom(view, start);
  if (!chunk || view.named[chunk.last]) return [];
  for (let at = chunk.last - 1; at >= chunk.first; at--) {
    const found = direct(view, at, "carrier");
    if (found.length > 0) return found;
  }
  return view.text(chunk.last + 1) === "by" ? (chunkFrom(view, chunk.last + 2)?.fillers ?? []) : [];
}

/** "send the LAF 60 armoured vehicles": a name before the thing given. */
function receiverAfter(view: View, start: number): readonly Filler[] {
  const chunk = chunkFrom(view, start);
  if (!chunk || view.covering[chunk.last] !== undefined) return [];
  const name = view.tokens.findIndex(
    (_, i) => i >= chunk.first && i < chunk.last && view.named[i]?.mention !== undefined,
  );
  const apart =
    name >= 0 &&
    /^(?:\d|an?$|more|another|some|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozens|hundreds|thousands|money|weapons|arms|ammunition|food|aid|fuel|drones|missiles|intelligence|asylum|training)/.test(
      view.tokens[name + 1]!.text,
    );
  return apart ? direct(view, name, "name") : [];
}

/** Whether the noun that a frame asks for stands at the end of the object. */
function objectFits(view: View, verb: number, frame: Frame): boolean {
  const chunk = chunkFrom(view, frame.particle ? verb + 2 : verb + 1);
  if (!chunk) return false;
  const inner = view.text(chunk.last + 1) === "of" ? chunkFrom(view, chunk.last + 2) : undefined;
  return [chunk, ...(inner ? [inner] : [])].some((c) => frame.object!.has(view.tokens[c.last]!.lemma.toLowerCase()));
}

/** The object after a verb, through "members of" and the like. */
function objectAfter(view: View, start: number): readonly Filler[] {
  const chunk = chunkFrom(view, start);
  if (!chunk || /^(?:it|them) (?:too|also|as|likewise)$/.test(`${view.text(start)} ${view.text(start + 1)}`)) return [];
  if (chunk.fillers.length > 0) return chunk.fillers;
  const { lemma } = view.tokens[chunk.last]!;
  if (!(PEOPLE.has(lemma) || FACILITIES.has(lemma) || CONTAINERS.has(lemma)) || view.text(chunk.last + 1) !== "of")
    return [];
  return chunkFrom(view, chunk.last + 2)?.fillers ?? [];
}
