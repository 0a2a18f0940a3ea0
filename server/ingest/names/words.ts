/**
 * A sentence as the words that names are made of. Names are compared by folded words, so that "al-Qaïda",
 * "Al Qaida" and a name broken over two lines are the same; offsets stay those of the text.
 */
import type { Span } from "../../../schema/model.ts";
import type { ParsedSentence, PartOfSpeech, Token } from "../analysis.ts";

/** How a word is written. `mixed` begins with a capital and has another later ("ExxonMobil"). */
export type Shape = "lower" | "capital" | "upper" | "mixed" | "number";

/** What stands between a word and the one before it. `clitic` joins the "s" of a possessive. */
export type Gap = "start" | "space" | "hyphen" | "period" | "apostrophe" | "and" | "clitic" | "other";

export interface Word extends Span {
  readonly text: string;
  /** Lower case, without marks and apostrophes. */
  readonly key: string;
  readonly shape: Shape;
  readonly gap: Gap;
  /** Index of the token that it begins in; -1 where the sentence has none there. */
  readonly token: number;
  readonly pos: PartOfSpeech | undefined;
}

export interface NamedSentence extends Span {
  readonly index: number;
  readonly words: readonly Word[];
  readonly tokens: readonly Token[];
}

const WORD = /[\p{L}\p{N}][\p{L}\p{N}\p{M}]*(?:['’ʼ‘ʿʾ`][\p{L}\p{N}\p{M}]+)*/gu;
const ASCII = /^[\x20-\x7e]*$/;
const LETTERS: Readonly<Record<string, string>> = {
  ı: "i",
  ø: "o",
  ł: "l",
  đ: "d",
  ð: "d",
  ß: "ss",
  æ: "ae",
  œ: "oe",
  þ: "th",
};

/** The form by which words are compared. */
export function fold(word: string): string {
  const lower = word.toLowerCase().replace(/['’ʼ‘ʿʾ`]/g, "");
  if (ASCII.test(lower)) return lower;
  return lower
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .replace(/[ıøłđðßæœþ]/g, (letter) => LETTERS[letter] ?? letter);
}

function shapeOf(text: string): Shape {
  const first = text.charAt(0);
  if (first >= "0" && first <= "9") return "number";
  if (first === first.toLowerCase()) return "lower";
  const rest = text.slice(1);
  if (rest === rest.toLowerCase()) return text.length === 1 ? "upper" : "capital";
  return text === text.toUpperCase() ? "upper" : "mixed";
}

function gapOf(between: string): Gap {
  if (between === " ") return "space";
  if (/^[-‐‑–]$/.test(between)) return "hyphen";
  if (/^\.\s?$/.test(between)) return "period";
  if (/^\s+$/.test(between)) return between.split("\n").length > 2 ? "other" : "space";
  if (/^['’]\s$/.test(between)) return "apostrophe";
  return /^\s?[&/]\s?$/.test(between) ? "and" : "other";
}

/** A possessive "s" is a word of its own: "Iran’s" is "Iran" and "s". */
const POSSESSIVE = /^(.+?)(['’])([sS])$/u;

interface Piece extends Span {
  readonly text: string;
  readonly clitic: boolean;
}

function* pieces(text: string, sentence: Span): Generator<Piece> {
  WORD.lastIndex = 0;
  const quote = text.slice(sentence.start, sentence.end);
  for (const found of quote.matchAll(WORD)) {
    const start = sentence.start + found.index;
    const end = start + found[0].length;
    const possessive = POSSESSIVE.exec(found[0]);
    if (!possessive) yield { start, end, text: found[0], clitic: false };
    else {
      yield { start, end: end - 2, text: possessive[1] ?? "", clitic: false };
      yield { start: end - 1, end, text: "s", clitic: true };
    }
  }
}

/** Longer than any sentence of prose: what is longer is a table or worse, whose grammar says nothing. */
const LONGEST_GRAMMAR = 1000;

/** The words of a sentence, each with the token that it stands in. */
export function wordsOf(text: string, sentence: ParsedSentence, index: number): NamedSentence {
  const words: Word[] = [];
  let token = 0;
  for (const piece of pieces(text, sentence)) {
    while (token < sentence.tokens.length && sentence.tokens[token]!.end <= piece.start) token++;
    const inside = token < sentence.tokens.length && sentence.tokens[token]!.start < piece.end;
    const before = words.at(-1);
    const gap = piece.clitic ? "clitic" : before ? gapOf(text.slice(before.end, piece.start)) : "start";
    words.push({
      start: piece.start,
      end: piece.end,
      text: piece.text,
      key: fold(piece.text),
      shape: shapeOf(piece.text),
      gap,
      token: inside ? token : -1,
      pos: inside ? sentence.tokens[token]!.pos : undefined,
    });
  }
  const tokens = sentence.tokens.length > LONGEST_GRAMMAR ? [] : sentence.tokens;
  const known = tokens.length ? words : words.map((word) => ({ ...word, token: -1 }));
  return { index, start: sentence.start, end: sentence.end, words: known, tokens };
}

/** Whether a word is written like a name or a part of one. */
export const isCapitalised = (word: Word | undefined): boolean =>
  word !== undefined && (word.shape === "capital" || word.shape === "upper" || word.shape === "mixed");
