/**
 * A plainer wording of a sentence for the parser: every name becomes one familiar word, and what only interrupts
 * (an acronym in brackets, a clock time, a paragraph number, a date without a preposition) is left out. The tree
 * comes back over the words of the text itself, a name as one token.
 */
import type { Span } from "../../../schema/model.ts";
import type { EntityKind } from "../../../schema/ontology.ts";
import { type Aside, asidesIn } from "./asides.ts";
import titles from "./titles.json" with { type: "json" };
import type { Analysis, NamedMention, ParsedSentence, Token } from "../analysis.ts";

/** What reads the grammar of a stretch of text. */
export type Parse = (text: string, span: Span) => ParsedSentence;

const FAMILIAR: Readonly<Record<EntityKind, string>> = {
  STATE: "Russia",
  GOVERNMENT: "Congress",
  AGENCY: "Congress",
  MILITARY: "NATO",
  MILITIA: "Hamas",
  BASE: "Guantanamo",
  ORGANIZATION: "NATO",
  MEDIA: "Reuters",
  PERSON: "Obama",
  PLACE: "Baghdad",
  EVENT: "Christmas",
};

/** A stretch of the sentence that reads otherwise in the plain wording. */
interface Edit extends Span {
  readonly words: string;
}

/** A stretch of the plain wording, and where it stands in the text. */
interface Piece {
  readonly at: number;
  readonly length: number;
  readonly source: Span;
  readonly isName: boolean;
}

const MONTH =
  "(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\\.?";
const BARE_DATE = new RegExp(`(?<=[\\p{L}),\\]]) \\d{1,2}(?:[–-]\\d{1,2})? ${MONTH}(?= \\p{Ll})`, "gu");
const FRONTED = new RegExp(
  `^(?:On|In|Since|By|From|Early on|Late on) (?:(?:early|mid|late)[ -]?)?(?:\\d{1,2} ${MONTH}(?: \\d{4})?|${MONTH} \\d{1,2}(?:, \\d{4})?|${MONTH}(?: \\d{4})?|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|\\d{4}),? (?=\\S)`,
);
const FRONTED_LAPSE =
  /^(?:(?:An?|One|Two|Three|Four|Five|Six|Seven|Eight|Nine|Ten|Several|Some|\d+) (?:hour|day|week|month|year)s? (?:later|earlier|ago|before|after)|(?:The|On the|That) (?:next|following|same|previous) (?:day|night|week|month|morning|evening)|(?:Earlier|Later) (?:on |this |that |in )?(?:\p{L}+day|day|week|month|year|January|February|March|April|May|June|July|August|September|October|November|December)|(?:Last|This) (?:week|month|year|\p{L}+day)|In the (?:first|second|third|final|last|closing) (?:phase|stage|days|weeks|hours)),? (?=\S)/u;
const OPENING =
  /^(?:\d{1,2}[:.h]\d{2}\s*[—–-]\s*|\d{1,3}\.\s+|\(\d{1,3}\)\s+|[•*–—-]\s+|(?:Live|Update|UPDATE|Breaking|BREAKING):\s+)/u;
const DATELINE = /^\p{Lu}[\p{Lu} .'’-]+(?:, [\p{L} .]+){0,2}(?: \([^)]{1,30}\))?\s*[—–-]\s+(?=\S)/u;
const PREPOSED = /\b(?:on|since|from|until|by|of|in|to|before|after|between|and|the)$/i;
const BRACKETED = /^ ?\((?:also |a\.k\.a\. |known as |the )?["“]?(?:[\p{Lu}\d][\p{L}\d&.’'-]{0,30}[ ,]*){1,4}["”]?\)/u;
const HYPHENATED =
  /^-(?:based|backed|aligned|led|supported|sponsored|funded|armed|trained|financed|equipped|supplied|headquartered|designated|controlled|held|run|born) /;
const BARE_DAY =
  /(?<=[\p{L}\p{N})])(?<!\b(?:on|last|next|since|by|until|from|of|and|this|to|every|late|early|for|before|after|or))(?: (?:Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)| (?:today|yesterday|tomorrow))(?=[ .,])/giu;
const HEDGED_NUMBER = /\b(?:up to|at least|more than|as many as|nearly|almost|about|around|some|an estimated) (?=\d)/g;
const HEDGED_NAME =
  /(?<=[ ])(?<!\b(?:is|are|was|were|be|been|being|has|have|had) )(?:suspected|alleged|reputed|presumed|so-called|outgoing|incoming) (?=\p{L})(?!(?:of|that|to|by|in|on|for|and|as|with)\b)/gu;
const LED = /^-led (?=\p{Ll}+s\b)/u;
const COMPOUND_ADJECTIVE = /(?<=[ ])(?:[a-z]+-[a-z]+|neighbou?ring) $/;
const QUOTED_PLURAL = /s$/;
/** "The ministry on Tuesday demanded …" */
const BEFORE_VERB =
  /(?<=[\p{L}\p{N})])(?: late| early)? on (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day(?= \p{Ll}+(?:ed|aid|old|sked|ught|truck|ave|ook|eld|egan|et) )/gu;

/** The analysis with its trees read again in plain wording, and the asides that were left out, by sentence. */
export interface PlainReading {
  readonly analysis: Analysis;
  readonly asides: readonly (readonly Aside[])[];
}

/** Reads the trees of all sentences that name something again, in plain wording. */
export function readPlainly(analysis: Analysis, parse: Parse): PlainReading {
  const kinds = new Map(analysis.entities.map((e) => [e.id, e.kind]));
  const names = new Map<number, NamedMention[]>();
  for (const mention of analysis.mentions) {
    const list = names.get(mention.sentence);
    if (list) list.push(mention);
    else names.set(mention.sentence, [mention]);
  }
  const context = { text: analysis.text, kindOf: (m: NamedMention) => kinds.get(m.entity)!, parse };
  const recalling = new Set(analysis.references.map((r) => r.sentence));
  const read = analysis.sentences.map((sentence, i) => reread(context, sentence, names.get(i) ?? [], recalling.has(i)));
  return {
    analysis: { ...analysis, sentences: read.map((r) => r.sentence) },
    asides: read.map((r) => r.asides),
  };
}

interface Context {
  readonly text: string;
  readonly kindOf: (m: NamedMention) => EntityKind;
  readonly parse: Parse;
}

function reread(
  { text, kindOf, parse }: Context,
  sentence: ParsedSentence,
  mentions: readonly NamedMention[],
  recalls: boolean,
) {
  const asides = asidesIn(sentence, (t) => mentions.some((m) => m.start <= t.start && t.end <= m.end));
  if (mentions.length === 0 || (mentions.length === 1 && !recalls)) return { sentence, asides };
  const edits = [
    ...nameEdits(text, mentions, kindOf),
    ...interruptions(text, sentence, mentions),
    ...ownersAndTitles(text, mentions, kindOf),
    ...asides.flatMap(({ drop }) => (drop ? [{ ...drop, words: "" }] : [])),
  ].toSorted((a, b) => a.start - b.start || b.end - a.end);
  const { plain, pieces } = applied(text, sentence, edits);
  const tokens: Token[] = [];
  for (const clause of clausesOf(plain)) tokens.push(...after(tokens, parse(plain, clause).tokens));
  const reading = { start: sentence.start, end: sentence.end, tokens: tokens.map((t) => located(text, t, pieces)) };
  return { sentence: reading, asides };
}

/** What semicolons part is parsed apart. */
function clausesOf(plain: string): Span[] {
  const cuts = [...plain.matchAll(/; (?=\S)/g)].map((m) => m.index + 1);
  const edges = [0, ...cuts, plain.length];
  return edges.slice(1).map((end, i) => ({ start: edges[i]!, end }));
}

/** The tokens of a clause behind those of the clauses before it: its root hangs on the first root. */
function after(before: readonly Token[], tokens: readonly Token[]): Token[] {
  const root = before.findIndex((t) => t.head < 0);
  return tokens.map((t) => {
    if (t.head >= 0) return { ...t, head: t.head + before.length };
    return root < 0 ? t : { ...t, head: root, relation: "parataxis" };
  });
}

/** The word that stands for a name; a state's own single word stays, since it may be an adjective. */
function familiar(surface: string, kind: EntityKind): string {
  if (/-\w+ed (\p{Ll}+)/u.test(surface)) return /(\p{Ll}+)$/u.exec(surface)?.[1] ?? "militias";
  if (kind === "STATE" && !surface.includes(" ")) return surface;
  if (kind === "MILITIA" && QUOTED_PLURAL.test(surface) && surface !== "Hamas") return "Taliban";
  return FAMILIAR[kind];
}

const nameEdits = (text: string, mentions: readonly NamedMention[], kindOf: (m: NamedMention) => EntityKind): Edit[] =>
  mentions.map((m) => ({ start: m.start, end: m.end, words: familiar(text.slice(m.start, m.end), kindOf(m)) }));

const TITLE_WORDS = new Set(titles.words.split(" "));
const OWNED = /^['’]s? $/;
const BODIES = new Set<EntityKind>(["AGENCY", "MILITARY", "GOVERNMENT", "ORGANIZATION", "MILITIA"]);

/** "Iran's Quds Force", "Finnish President Alexander Stubb": the owner, the title and its owner are left out. */
function ownersAndTitles(
  text: string,
  mentions: readonly NamedMention[],
  kindOf: (m: NamedMention) => EntityKind,
): Edit[] {
  return mentions.flatMap((m, i) => {
    const before = mentions[i - 1];
    const floor = before?.end ?? 0;
    if (kindOf(m) === "PERSON") {
      const start = titleStart(text, floor, m.start);
      if (start === m.start) return [];
      const gap = text.slice(floor, start);
      const owned = before && (gap === " " || OWNED.test(gap)) && kindOf(before) !== "PERSON";
      const from = owned ? before.start : start;
      const article = /\b(?:the|a|an) $/i.exec(text.slice(Math.max(0, from - 4), from));
      return article ? [] : [{ start: from, end: m.start, words: "" }];
    }
    const owned = before && OWNED.test(text.slice(floor, m.start)) && BODIES.has(kindOf(m));
    return owned ? [{ start: before.start, end: m.start, words: "" }] : [];
  });
}

/** Where the title before a person's name begins. */
export function titleStart(text: string, floor: number, end: number): number {
  let start = end;
  for (let words = 0; words < 6; words++) {
    const word = /(?:^|[\s(“"])([\p{L}.'’-]+) $/u.exec(text.slice(Math.max(floor, start - 24), start))?.[1];
    if (!word || !TITLE_WORDS.has(word.toLowerCase())) break;
    start -= word.length + 1;
  }
  return start;
}

function interruptions(text: string, { start, end }: Span, mentions: readonly NamedMention[]): Edit[] {
  const body = text.slice(start, end);
  const out: Edit[] = [];
  const opening = OPENING.exec(body) ?? DATELINE.exec(body);
  const opened = opening?.[0].length ?? 0;
  if (opening) out.push({ start, end: start + opened, words: "" });
  const fronted = FRONTED.exec(body.slice(opened)) ?? FRONTED_LAPSE.exec(body.slice(opened));
  if (fronted) out.push({ start: start + opened, end: start + opened + fronted[0].length, words: "" });
  for (const m of body.matchAll(BEFORE_VERB))
    out.push({ start: start + m.index, end: start + m.index + m[0].length, words: "" });
  for (const m of body.matchAll(BARE_DATE))
    if (!PREPOSED.test(body.slice(0, m.index)))
      out.push({ start: start + m.index, end: start + m.index + m[0].length, words: "" });
  for (const m of body.matchAll(BARE_DAY))
    out.push({ start: start + m.index, end: start + m.index + m[0].length, words: "" });
  for (const m of body.matchAll(HEDGED_NUMBER))
    out.push({ start: start + m.index, end: start + m.index + m[0].length, words: "" });
  for (const m of body.matchAll(HEDGED_NAME))
    out.push({ start: start + m.index, end: start + m.index + m[0].length, words: "" });
  for (const m of body.matchAll(/ \([^()]{1,60}\)| \[[^[\]]{1,60}\]/g))
    out.push({ start: start + m.index, end: start + m.index + m[0].length, words: "" });
  for (const m of mentions) {
    const adjective = COMPOUND_ADJECTIVE.exec(text.slice(Math.max(start, m.start - 24), m.start));
    if (adjective) out.push({ start: m.start - adjective[0].length, end: m.start, words: "" });
    const hyphen = HYPHENATED.exec(text.slice(m.end, m.end + 24));
    const led = LED.exec(text.slice(m.end, m.end + 24));
    if (led) out.push({ start: m.end, end: m.end + led[0].length - 1, words: "" });
    else if (hyphen) out.push({ start: m.start, end: m.end + hyphen[0].length, words: "" });
    const bracket = BRACKETED.exec(text.slice(m.end, Math.min(end, m.end + 120)));
    if (bracket) out.push({ start: m.end, end: m.end + bracket[0].length, words: "" });
  }
  return out;
}

function applied(text: string, { start, end }: Span, edits: readonly Edit[]): { plain: string; pieces: Piece[] } {
  let plain = "";
  let at = start;
  const pieces: Piece[] = [];
  const add = (words: string, source: Span, isName: boolean) => {
    if (words) pieces.push({ at: plain.length, length: words.length, source, isName });
    plain += words;
  };
  for (const edit of edits) {
    if (edit.start < at) continue;
    add(text.slice(at, edit.start), { start: at, end: edit.start }, false);
    add(edit.words, edit, true);
    at = edit.end;
  }
  add(text.slice(at, end), { start: at, end }, false);
  return { plain, pieces };
}

/** A token of the plain wording at its place in the text. */
function located(text: string, token: Token, pieces: readonly Piece[]): Token {
  const piece = pieces.findLast((p) => p.at <= token.start) ?? pieces[0]!;
  if (piece.isName) {
    const { start, end } = piece.source;
    return { ...token, start, end, text: text.slice(start, end), lemma: text.slice(start, end) };
  }
  const shift = piece.source.start - piece.at;
  return { ...token, start: token.start + shift, end: token.end + shift };
}
