import { hashText } from "./features.ts";

/** What the models see of a word, as numbers: one column for each. */
export const COLUMNS = [
  "word",
  "shape",
  /** The group of words that it is used like, and the family of that group. */
  "cluster",
  "family",
  "ending2",
  "ending3",
  "ending4",
  "opening2",
  "opening3",
  "last",
  /** One more than its tag where it always has the same; otherwise 0. */
  "known",
] as const;

type Column = (typeof COLUMNS)[number];

/** The words of a sentence. Index 0 is the root, `length + 1` stands for no word. */
export class Words {
  readonly capacity: number;
  length = 0;
  texts: readonly string[] = [];
  /** In the order of `COLUMNS`. */
  readonly columns: readonly Int32Array[];
  readonly word: Int32Array;
  readonly shape: Int32Array;
  readonly cluster: Int32Array;
  readonly family: Int32Array;
  readonly known: Int32Array;
  readonly ending2: Int32Array;
  readonly ending3: Int32Array;
  readonly ending4: Int32Array;
  readonly opening2: Int32Array;
  readonly opening3: Int32Array;
  readonly last: Int32Array;

  constructor(capacity: number) {
    this.capacity = capacity;
    this.columns = COLUMNS.map(() => new Int32Array(capacity + 2));
    this.word = this.#column("word");
    this.shape = this.#column("shape");
    this.cluster = this.#column("cluster");
    this.family = this.#column("family");
    this.known = this.#column("known");
    this.ending2 = this.#column("ending2");
    this.ending3 = this.#column("ending3");
    this.ending4 = this.#column("ending4");
    this.opening2 = this.#column("opening2");
    this.opening3 = this.#column("opening3");
    this.last = this.#column("last");
    this.word[0] = ROOT;
    this.shape[0] = ROOT;
  }

  #column(name: Column): Int32Array {
    return this.columns[COLUMNS.indexOf(name)]!;
  }
}

const ROOT = 2;

/** Case, digits and kinds of quotation marks set aside. */
export function wordNumber(text: string): number {
  return hashText(normalized(text));
}

/** The spelling by which words are the same word. */
export function normalized(text: string): string {
  const lower = text.toLowerCase();
  if (/^[a-z]+$/.test(lower)) return lower;
  return lower
    .replace(/[’‘`]/g, "'")
    .replace(/[“”«»]|''/g, '"')
    .replace(/\d/g, "0");
}

/** "Al-Shabaab" is "Aa-Aa", "F16" is "A0": runs of one kind of character count once. */
export function shapeOf(text: string): number {
  let shape = 0;
  let last = 0;
  const end = Math.min(text.length, 24);
  for (let at = 0; at < end; at++) {
    const kind = kindOf(text.charCodeAt(at));
    if (kind === last) continue;
    last = kind;
    shape = Math.imul(shape, 31) + kind;
  }
  return Math.imul(shape, 4) + Math.min(3, text.length);
}

function kindOf(code: number): number {
  if (code >= 97 && code <= 122) return 1;
  if (code >= 65 && code <= 90) return 2;
  if (code >= 48 && code <= 57) return 3;
  if (code < 128) return code;
  const character = String.fromCharCode(code);
  if (character.toLowerCase() !== character) return 2;
  return character.toUpperCase() === character ? 4 : 1;
}

/** The same text apart: a slice that is remembered would keep the whole document in memory that it was cut from. */
export const ownCopy = (text: string): string => ` ${text}`.slice(1);
