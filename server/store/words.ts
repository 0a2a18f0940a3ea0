/**
 * How names and sentences become words that can be searched. Both adapters index these words and look for these
 * words, so that no database's own idea of a word decides what is found.
 */

/** Longer words are cut, so that no text can burst an index. */
const LONGEST_WORD = 64;

const ACRONYM = /(?<![\p{L}\p{N}])(?:\p{L}\.){2,}/gu;
const APOSTROPHES = /['’‘ʼʻʿʾ`´]/gu;
const POSSESSIVE = /(?<=[\p{L}\p{N}])['’]s(?![\p{L}\p{N}])/giu;

/** Lower case, without accents and other marks. */
export const fold = (text: string): string =>
  text
    .normalize("NFKD")
    .replace(/\p{M}+/gu, "")
    .toLowerCase();

/**
 * The words of a text, folded, in order: runs of letters and digits. "U.S." is one word, "Kata'ib" too,
 * and a possessive "'s" is left out.
 */
export function words(text: string): string[] {
  const plain = fold(text.replace(POSSESSIVE, " ").replace(ACRONYM, (letters) => letters.replaceAll(".", "")));
  const found = plain.replace(APOSTROPHES, "").match(/[\p{L}\p{N}]+/gu) ?? [];
  return found.map((word) => (word.length > LONGEST_WORD ? [...word].slice(0, LONGEST_WORD).join("") : word));
}

/** The words of a text joined by single spaces: what is indexed, and what names are compared by. */
export const wordLine = (text: string): string => words(text).join(" ");

/** The distinct words of a query, the last of them apart, since it may be unfinished. */
export interface SearchWords {
  readonly whole: readonly string[];
  readonly last: string;
}

/** The most words of a query that are looked for; the others are ignored. */
const MOST_WORDS = 32;

/** What a query looks for, or undefined if it has no words. */
export function searchWords(query: string): SearchWords | undefined {
  const all = words(query.slice(0, 2_000)).slice(0, MOST_WORDS);
  const last = all.at(-1);
  return last === undefined ? undefined : { whole: [...new Set(all.slice(0, -1))], last };
}

/** Whether every word of a search stands among these words, the last as the beginning of one. */
export function holdsWords(found: readonly string[], search: SearchWords): boolean {
  return search.whole.every((word) => found.includes(word)) && found.some((word) => word.startsWith(search.last));
}
