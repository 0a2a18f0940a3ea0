import type { Span } from "../../../schema/model.ts";
import {
  AFTER_TIME,
  BEFORE_NAME,
  BEFORE_NUMBER,
  BEFORE_YEAR,
  BODY_WORDS,
  CAPITAL_TITLES,
  DESIGNATED,
  MAYBE_LAST,
  OPENERS,
  SAYING,
} from "./abbreviations.ts";
import { splitBlocks } from "./blocks.ts";

/** Longer than any sentence that a person wrote: data without stops is cut there, so that later stages stay bounded. */
const LONGEST_SENTENCE = 4000;
const LONGEST_WORD = 40;

/**
 * The sentences of a text from an offset on (where its front matter ends): sorted, disjoint, without white space around
 * them, together covering everything that is not white space. Takes time linear in the text's length.
 */
export function splitSentences(text: string, from: number): Span[] {
  return splitBlocks(text, from).flatMap((block) => splitBlock(text, block));
}

/** "MOSCOW. March 3. INTERFAX - " */
const STOPPED_DATELINE = /^\p{Lu}[\p{Lu} -]{2,30}\. \p{Lu}\p{L}{2,8}\.? \d{1,2}\. \p{Lu}[\p{Lu}-]{2,20} [-–—] /u;
const STOP = /[.!?…‽]+|[。！？؟।۔]+/gu;

function splitBlock(text: string, block: Span): Span[] {
  const sentences: Span[] = [];
  let start = block.start;
  const close = (end: number): void => {
    sentences.push(...bounded(text, start, end));
    start = skipSpace(text, end, block.end);
  };
  const body = text.slice(block.start, block.end);
  STOP.lastIndex = STOPPED_DATELINE.exec(body)?.[0].length ?? 0;
  for (let found = STOP.exec(body); found; found = STOP.exec(body)) {
    const end = Math.min(skipClosers(text, block.start + STOP.lastIndex), block.end);
    const stop = block.start + found.index;
    if (endsSentence(text, { start, stop, mark: found[0], end, limit: block.end })) close(end);
    STOP.lastIndex = end - block.start;
  }
  if (start < block.end) close(block.end);
  return sentences;
}

/** A full stop, question mark or the like, with what stands around it. */
interface Stop {
  /** Where the sentence began. */
  readonly start: number;
  /** Where the mark is. */
  readonly stop: number;
  readonly mark: string;
  /** Behind the mark and the quotation marks and brackets that close with it. */
  readonly end: number;
  /** Where the block ends. */
  readonly limit: number;
}

function endsSentence(text: string, at: Stop): boolean {
  if (at.end >= at.limit) return true;
  if (/[。！？؟।۔]/u.test(at.mark)) return true;
  const next = skipSpace(text, at.end, at.limit);
  if (next === at.end) return isGluedSentence(text, at);
  const following = wordsAfter(text, next, at.limit);
  if (/^[,;:)\]%]/u.test(following.raw) || isLower(following)) return false;
  if (at.mark !== ".") return !(isBracketed(text, at) || isAttributed(text, at, following) || isResumed(following));
  return !stopBelongsToWord(text, at, following);
}

/** The next two words, and how the first is written. */
interface Following {
  readonly raw: string;
  readonly first: string;
  readonly second: string;
}

const NEXT_WORDS =
  /["'“‘«([*_]*(?<first>[\p{L}\p{M}\p{N}][\p{L}\p{M}\p{N}.'’-]{0,40})?(?:\s+["'“‘«(]*(?<second>[^\s]{1,40}))?/uy;

function wordsAfter(text: string, from: number, limit: number): Following {
  NEXT_WORDS.lastIndex = from;
  const groups = NEXT_WORDS.exec(text)?.groups;
  return {
    raw: text.slice(from, Math.min(limit, from + LONGEST_WORD)),
    first: groups?.["first"] ?? "",
    second: groups?.["second"] ?? "",
  };
}

/** "al-Shabaab" opens a sentence, any other word in lower case goes on with one. */
function isLower({ first }: Following): boolean {
  return /^\p{Ll}/u.test(first) && !/^(?:al|el|an|as|ad|ar|e|i)-?\p{Lu}/u.test(first);
}

/** "the end.The next", as pages lose their spaces: only before a word that opens sentences. */
function isGluedSentence(text: string, { stop, end, limit }: Stop): boolean {
  if (!/\p{Ll}{2}/u.test(text.slice(Math.max(0, stop - 2), stop))) return false;
  const { first } = wordsAfter(text, end, limit);
  return /^\p{Lu}\p{Ll}+$/u.test(first) && OPENERS.has(first.toLowerCase());
}

/** "[...]" and "(...)" leave words out inside a sentence. */
function isBracketed(text: string, { stop, mark, end }: Stop): boolean {
  return /^(?:\.{2,}|…)$/u.test(mark) && /[[(]/u.test(text[stop - 1] ?? "") && /[\])]/u.test(text[end - 1] ?? "");
}

/** "to Chad, Egypt ... — and beyond" */
const isResumed = ({ raw }: Following): boolean => /^[–—-]\s+\p{Ll}/u.test(raw);

const ATTRIBUTION = /(?:[\p{Lu}][\p{L}.'’-]{0,30}\s+){1,4}(?<verb>\p{Ll}+)/uy;

/** "Why now?" Mr. Abbas asked. */
function isAttributed(text: string, { end, limit }: Stop, { raw }: Following): boolean {
  if (!/["”’»]/u.test(text[end - 1] ?? "") || /^["“‘«]/u.test(raw)) return false;
  ATTRIBUTION.lastIndex = skipSpace(text, end, limit);
  const verb = ATTRIBUTION.exec(text)?.groups?.["verb"];
  return verb !== undefined && SAYING.has(verb);
}

/** "41", "IV", "A1234567" and "S/2024/556" count something. */
const NUMBER = /^(?:["'“‘«([*_]*\d|[IVX]+\b|\p{Lu}{1,3}[-/]?\d)/u;

/** Whether a full stop before a capital or a figure is part of the word before it and nothing more. */
function stopBelongsToWord(text: string, at: Stop, following: Following): boolean {
  const word = wordBefore(text, at);
  if (isListNumber(text, at, word)) return true;
  const lower = word.toLowerCase().replace(/^.*-(?=\p{L}\.)/u, "");
  if ((BEFORE_NUMBER.has(lower) || BEFORE_YEAR.has(word)) && NUMBER.test(following.raw)) return true;
  if (BEFORE_NAME.has(lower) || word === "b") return following.first !== "" && !isStreet(lower, following);
  if (lower === "res" && isParenthesis(text, at, word)) return true;
  if (CAPITAL_TITLES.has(word)) return /^\p{Lu}/u.test(following.first) && !OPENERS.has(bare(following.first));
  if (/^\p{Lu}$/u.test(word)) return isInitial(text, at, following);
  if (/^[ap]\.m$/u.test(lower)) return AFTER_TIME.has(bare(following.first));
  if (!isAcronym(lower) && !MAYBE_LAST.has(lower)) return false;
  return isName(following) || (isParenthesis(text, at, word) && !OPENERS.has(bare(following.first)));
}

function wordBefore(text: string, { start, stop }: Stop): string {
  let from = stop;
  const least = Math.max(start, stop - LONGEST_WORD);
  while (from > least && !/[\s"'“‘«([/—–]/u.test(text[from - 1]!)) from--;
  return text.slice(from, stop);
}

const OPENING = /^["'“‘«([*_#>§\s]*$/u;

/** "41. The Panel": a number or letter at the start of a sentence counts it, and a number after a colon does. */
function isListNumber(text: string, { start, stop }: Stop, word: string): boolean {
  const before = stop - word.length - start;
  if (/^\d{1,2}$/u.test(word) && /[:;]\s$/u.test(text.slice(Math.max(start, start + before - 2), start + before)))
    return true;
  if (before > 4 || !OPENING.test(text.slice(start, start + before))) return false;
  return /^(?:\d{1,3}(?:\.\d{1,2}){0,3}|[A-Za-z]|[IVXivx]{1,5})$/u.test(word);
}

function isStreet(lower: string, { first }: Following): boolean {
  return lower === "st" && OPENERS.has(bare(first));
}

/** "George W. Bush", but not "in World War I. The treaty" nor "Annex A. Annex B". */
function isInitial(text: string, { start, stop }: Stop, { first }: Following): boolean {
  if (OPENERS.has(bare(first))) return false;
  const before = /(\p{L}+) $/u.exec(text.slice(Math.max(start, stop - LONGEST_WORD), stop - 1))?.[1];
  if (before && DESIGNATED.has(before.toLowerCase())) return false;
  const isPronoun = text[stop - 1] === "I" && /\p{Ll}\s$/u.test(text.slice(Math.max(0, stop - 3), stop - 1));
  return !isPronoun && /^(?:\p{Ll}{1,2}-)?\p{Lu}/u.test(first);
}

/** "(E.O.) 13224" */
function isParenthesis(text: string, { stop, end }: Stop, word: string): boolean {
  return text[stop - word.length - 1] === "(" && text[end - 1] === ")";
}

function isAcronym(lower: string): boolean {
  return /^(?:\p{L}{1,2}\.)+\p{L}{1,2}$/u.test(lower);
}

/** Whether what follows "U.S." or "Inc." carries on with a name rather than opening a sentence. */
function isName({ raw, first, second }: Following): boolean {
  if (first === "") return /^[-–—&/+]/u.test(raw);
  if (/^\(\d/u.test(raw) || /^(?:Inc|Ltd|Corp|Co|LLC|PLC)\b/u.test(first)) return true;
  if (/^\d/u.test(first)) return /^\d+(?:st|nd|rd|th)\b/u.test(first);
  const word = bare(first);
  if (BODY_WORDS.has(word) && !OPENERS.has(word)) return true;
  if (OPENERS.has(word)) return word === "under" && second.startsWith("Secretary");
  return /^\p{Lu}/u.test(second) || /^\p{Lu}{2,}/u.test(first);
}

function bare(word: string): string {
  return word
    .toLowerCase()
    .replace(/['’]s$/u, "")
    .replace(/[.'’-]+$/u, "");
}

const CLOSERS = /(?:["'”’»›)\]}*_]|\[\d{1,3}\])*/uy;

function skipClosers(text: string, from: number): number {
  CLOSERS.lastIndex = from;
  CLOSERS.test(text);
  return Math.max(from, CLOSERS.lastIndex);
}

function skipSpace(text: string, from: number, limit: number): number {
  let at = from;
  while (at < limit && /\s/u.test(text[at]!)) at++;
  return at;
}

/** The sentence without white space around it, cut where it is too long to be one. */
function bounded(text: string, start: number, end: number): Span[] {
  const spans: Span[] = [];
  let from = start;
  while (end - from > LONGEST_SENTENCE) {
    const cut = cutBefore(text, from + LONGEST_SENTENCE, from);
    spans.push(...trimmed(text, from, cut));
    from = cut;
  }
  return [...spans, ...trimmed(text, from, end)];
}

/** The last white space before an offset; without one the offset itself, but not inside a pair of surrogates. */
function cutBefore(text: string, offset: number, from: number): number {
  for (let at = offset; at > offset - LONGEST_SENTENCE / 2 && at > from; at--) if (/\s/u.test(text[at]!)) return at;
  return /[\uDC00-\uDFFF]/u.test(text[offset]!) && /[\uD800-\uDBFF]/u.test(text[offset - 1]!) ? offset - 1 : offset;
}

function trimmed(text: string, start: number, end: number): Span[] {
  const from = skipSpace(text, start, end);
  let to = end;
  while (to > from && /\s/u.test(text[to - 1]!)) to--;
  return to > from ? [{ start: from, end: to }] : [];
}
