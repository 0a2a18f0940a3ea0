import { hashText } from "./features.ts";
import type { KeyTable } from "./key-table.ts";

/** What the models see of the words of a sentence, as numbers. Index 0 is the root, `length + 1` stands for no word. */
export interface Words {
  readonly length: number;
  readonly word: Int32Array;
  readonly shape: Int32Array;
  readonly cluster: Int32Array;
  /** Families of clusters. */
  readonly family: Int32Array;
  readonly texts: readonly string[];
}

/** Groups of words that are used alike: the table gives a word's row, the row its group. */
export interface Clusters {
  readonly table: KeyTable;
  readonly groups: Uint16Array;
  readonly families: Uint8Array;
}

const ROOT = 2;

/** Numbers for the words of a sentence. */
export function describeWords(texts: readonly string[], clusters: Clusters): Words {
  const length = texts.length;
  const word = new Int32Array(length + 2);
  const shape = new Int32Array(length + 2);
  const cluster = new Int32Array(length + 2);
  const family = new Int32Array(length + 2);
  word[0] = ROOT;
  shape[0] = ROOT;
  texts.forEach((text, index) => {
    word[index + 1] = wordNumber(text);
    shape[index + 1] = shapeOf(text);
    const group = clusterOf(text, word[index + 1]!, clusters);
    cluster[index + 1] = group;
    family[index + 1] = group < 2 ? group : clusters.families[group - 2]! + 2;
  });
  return { length, word, shape, cluster, family, texts };
}

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

function clusterOf(text: string, word: number, { table, groups }: Clusters): number {
  const row = table.find(word);
  if (row >= 0) return groups[row]! + 2;
  return /^\p{Lu}/u.test(text) ? 1 : 0;
}

/** "Al-Shabaab" is "Aa-Aa", "F16" is "A0": runs of one kind of character count once. */
function shapeOf(text: string): number {
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
