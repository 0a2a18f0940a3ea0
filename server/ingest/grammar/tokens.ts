import type { Span } from "../../../schema/model.ts";
import { isAbbreviation } from "../text/abbreviations.ts";

/**
 * The words and marks of a sentence as the English treebanks of Universal Dependencies divide them: "Iran's" in two,
 * "don't" in two, "Iran-backed" in three, "U.S." in one. Together they cover everything that is not white space.
 */
export function splitTokens(text: string, { start, end }: Span): Span[] {
  const tokens: Span[] = [];
  let at = start;
  while (at < end) {
    if (isSpace(text.charCodeAt(at))) at++;
    else at = splitPlain(text, at, end, tokens) || splitAny(text, at, end, tokens);
  }
  return tokens;
}

/** Most words have letters alone, and perhaps a comma behind them; tells where they end, or 0 where it is not so. */
function splitPlain(text: string, start: number, end: number, to: Span[]): number {
  let at = start;
  while (at < end && isLetter(text.charCodeAt(at))) at++;
  if (at === start) return 0;
  const mark = at < end && isPause(text.charCodeAt(at)) ? 1 : 0;
  if (at + mark < end && !isSpace(text.charCodeAt(at + mark))) return 0;
  splitWord(text.slice(start, at), start, to);
  if (mark === 1) to.push({ start: at, end: at + 1 });
  return at + mark;
}

function splitAny(text: string, start: number, end: number, to: Span[]): number {
  let at = start;
  while (at < end && !isSpace(text.charCodeAt(at))) at++;
  splitChunk(text.slice(start, at), start, at === end, to);
  return at;
}

const isLetter = (code: number): boolean => (code >= 97 && code <= 122) || (code >= 65 && code <= 90);
const isSpace = (code: number): boolean =>
  code === 32 || (code >= 9 && code <= 13) || (code >= 160 && /\s/u.test(String.fromCharCode(code)));
/** A comma, a colon or a semicolon. */
const isPause = (code: number): boolean => code === 44 || code === 58 || code === 59;

const ADDRESS = /^(?:https?:\/\/|www\.)\S*[\p{L}\p{N}/]|^[\w.+-]+@[\w-]+\.[\w.-]*\w/u;
const NUMBER = /^\d+(?:[.,:/]\d+)*(?:(?:st|nd|rd|th|s|[kmbap]m?|mn|bn|km|kg)(?![\p{L}\p{N}]))?/u;
/** An abbreviation of single letters, whose last stop belongs to it. */
const ACRONYM = /^(?:\p{L}{1,2}\.){2,}(?!\p{L}{2})|^(?:\p{L}\.)+\p{L}(?![\p{L}\p{N}])/u;
const MODEL = /^\p{Lu}{1,4}-\d+\p{L}{0,2}(?![\p{L}\p{N}])/u;
const WORD = /^(?:[\p{L}\p{M}\p{N}_]|[\u{200C}\u{200D}])+(?:(?:['’‘ʼ&]|\.(?=\p{L}\p{L}))[\p{L}\p{M}\p{N}_]+)*/u;
const MARK = /^(?:\.{2,}|-{2,}|!+|\?[?!]*|\*+|=+|~+|#+|''|``|(?:[\p{Sk}\p{So}]|\u{200D}|\u{FE0F})+)/u;
const LONGEST_STEP = 400;

function splitChunk(chunk: string, start: number, isLast: boolean, to: Span[]): void {
  let at = 0;
  while (at < chunk.length) {
    const rest = chunk.slice(at, at + LONGEST_STEP);
    const length = lengthOfNext(rest, isLast && at + LONGEST_STEP >= chunk.length) || 1;
    if (/^[\p{L}\p{N}]/u.test(rest)) splitWord(rest.slice(0, length), start + at, to);
    else to.push({ start: start + at, end: start + at + length });
    at += length;
  }
}

function lengthOfNext(rest: string, isLast: boolean): number {
  const whole = ADDRESS.exec(rest) ?? MODEL.exec(rest) ?? ACRONYM.exec(rest);
  if (whole) return whole[0].length;
  const number = NUMBER.exec(rest)?.[0].length ?? 0;
  const word = WORD.exec(rest)?.[0].length ?? 0;
  if (number > 0 && number >= word) return number;
  if (word > 0) return hyphenated(rest, word) || withStop(rest, word, isLast);
  return MARK.exec(rest)?.[0].length ?? (rest.codePointAt(0)! > 0xffff ? 2 : 1);
}

/** The stop of "Gen." and of an initial belongs to the word, unless the sentence ends with it. */
function withStop(rest: string, word: number, isLast: boolean): number {
  if (rest[word] !== ".") return word;
  const text = rest.slice(0, word);
  const endsSentence = isLast && rest.length === word + 1;
  return isAbbreviation(text, endsSentence) || (/^\p{Lu}$/u.test(text) && !endsSentence) ? word + 1 : word;
}

const PREFIX =
  /^(?:anti|co|counter|cross|de|e|ex|inter|mid|mini|multi|neo|non|over|pan|post|pre|pro|re|semi|sub|un|under|vice)-[\p{L}\p{M}\p{N}]+/iu;

/** "pro-Beijing", "mid-July" and "re-elected" stay whole. */
function hyphenated(rest: string, word: number): number {
  return rest[word] === "-" ? (PREFIX.exec(rest)?.[0].length ?? 0) : 0;
}

const CLITIC = /(?:n['’ʼ]t|['’ʼ](?:s|m|d|re|ve|ll))$/iu;

function splitWord(word: string, start: number, to: Span[]): void {
  const cut = cutOf(word);
  if (cut <= 0) {
    to.push({ start, end: start + word.length });
    return;
  }
  to.push({ start, end: start + cut }, { start: start + cut, end: start + word.length });
}

/** Where two words are written as one; 0 or less where they are not. */
function cutOf(word: string): number {
  if (/^(?:cannot|gonna|wanna)$/i.test(word)) return 3;
  return /['’ʼ]/.test(word) ? word.search(CLITIC) : 0;
}
