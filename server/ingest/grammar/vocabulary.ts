import { hashText } from "./features.ts";
import type { KeyTable } from "./key-table.ts";
import { COLUMNS, normalized, ownCopy, shapeOf, Words } from "./words.ts";

/** Groups of words that are used alike: the table gives a word's row, the row its group. */
export interface Clusters {
  readonly table: KeyTable;
  readonly groups: Uint16Array;
  readonly families: Uint8Array;
}

/** The tags of words that always have the same, by the hash of their spelling. */
export type KnownTags = ReadonlyMap<number, number>;

const WIDTH = COLUMNS.length;
/** Words that are remembered at once; many more would be those of no language. */
const MOST_WORDS = 32_768;
/** Longer words are none; to remember them would cost space. */
const LONGEST_WORD = 40;

/** Tells what the models see of words, and remembers it, since the same words come again and again. */
export class Vocabulary {
  readonly #clusters: Clusters;
  readonly #known: KnownTags;
  readonly #rows = new Map<string, number>();
  /** Row by row; the last row is for words that are not remembered. */
  readonly #values = new Int32Array((MOST_WORDS + 1) * WIDTH);

  constructor(clusters: Clusters, known: KnownTags) {
    this.#clusters = clusters;
    this.#known = known;
  }

  /** Describes the words of a sentence, in `words` if it is given, which must be large enough. */
  describe(texts: readonly string[], words = new Words(texts.length)): Words {
    const { length } = texts;
    const { columns } = words;
    words.length = length;
    words.texts = texts;
    for (let at = 1; at <= length; at++) {
      const row = this.#row(texts[at - 1]!) * WIDTH;
      for (let column = 0; column < WIDTH; column++) columns[column]![at] = this.#values[row + column]!;
    }
    for (let column = 0; column < WIDTH; column++) columns[column]![length + 1] = 0;
    return words;
  }

  #row(text: string): number {
    const found = this.#rows.get(text);
    if (found !== undefined) return found;
    const isKept = text.length <= LONGEST_WORD;
    if (isKept && this.#rows.size >= MOST_WORDS) this.#rows.clear();
    const row = isKept ? this.#rows.size : MOST_WORDS;
    this.#write(text, row);
    if (isKept) this.#rows.set(ownCopy(text), row);
    return row;
  }

  #write(text: string, row: number): void {
    const lower = text.toLowerCase();
    const size = lower.length;
    const word = hashText(normalized(text));
    const cluster = this.#clusterOf(text, word);
    this.#values.set(
      [
        word,
        shapeOf(text),
        cluster,
        cluster < 2 ? cluster : this.#clusters.families[cluster - 2]! + 2,
        hashText(lower.slice(-2)),
        hashText(lower.slice(-3)),
        size > 4 ? hashText(lower.slice(-4)) : 0,
        size > 2 ? hashText(lower.slice(0, 2)) : 0,
        size > 3 ? hashText(lower.slice(0, 3)) : 0,
        size > 1 ? lower.charCodeAt(size - 1) : 0,
        (this.#known.get(hashText(text)) ?? -1) + 1,
      ],
      row * WIDTH,
    );
  }

  #clusterOf(text: string, word: number): number {
    const { table, groups } = this.#clusters;
    const row = table.find(word);
    if (row >= 0) return groups[row]! + 2;
    return /^\p{Lu}/u.test(text) ? 1 : 0;
  }
}
