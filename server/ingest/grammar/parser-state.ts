import { RELATIONS } from "./relations.ts";
import { COARSE, partNumber } from "./tags.ts";
import { Words } from "./words.ts";

/** The moves of the arc-hybrid system. */
export const SHIFT = 0;
/** The top of the stack hangs on the first word of the buffer. */
export const LEFT = 1;
/** The top of the stack hangs on the word below it. */
export const RIGHT = 2;
export const MOVES = 3;

const KIND_GROUPS = [
  /subj/u,
  /^aux|^cop/u,
  /^i?obj|^xcomp|^ccomp/u,
  /^det|poss/u,
  /^case/u,
  /^mark/u,
  /^conj|^cc/u,
  /^/u,
];
/** One bit for each group of relations. */
const KINDS = RELATIONS.map((relation) => 1 << KIND_GROUPS.findIndex((group) => group.test(relation)));

/** What stands for the tag of the root, and of no word at all. */
const ROOT_TAG = 62;
const NO_TAG = 63;

/** A parse under way: a stack of words whose head is not yet known, and the words still to come. */
export class ParserState {
  readonly capacity: number;
  words = new Words(0);
  none = 1;
  size = 1;
  next = 1;
  readonly tags: Uint8Array;
  readonly parts: Uint8Array;
  readonly stack: Int32Array;
  readonly heads: Int32Array;
  readonly labels: Int32Array;
  readonly leftChild: Int32Array;
  readonly leftChild2: Int32Array;
  readonly rightChild: Int32Array;
  readonly rightChild2: Int32Array;
  readonly leftCount: Uint8Array;
  readonly rightCount: Uint8Array;
  /** Hashes of the labels that hang on a word to its left and right. */
  readonly leftLabels: Int32Array;
  readonly rightLabels: Int32Array;
  /** Which kinds of words hang on a word, as bits: a verb that has its auxiliary is no adjective. */
  readonly kinds: Uint8Array;
  /** The last word of the noun phrase that begins at or after a word. */
  readonly nominal: Int32Array;

  /** Room for sentences of up to `capacity` words, one after another. */
  constructor(capacity: number) {
    const size = capacity + 2;
    this.capacity = capacity;
    this.tags = new Uint8Array(size);
    this.parts = new Uint8Array(size);
    this.stack = new Int32Array(size);
    this.heads = new Int32Array(size);
    this.labels = new Int32Array(size);
    this.leftChild = new Int32Array(size);
    this.leftChild2 = new Int32Array(size);
    this.rightChild = new Int32Array(size);
    this.rightChild2 = new Int32Array(size);
    this.leftCount = new Uint8Array(size);
    this.rightCount = new Uint8Array(size);
    this.leftLabels = new Int32Array(size);
    this.rightLabels = new Int32Array(size);
    this.kinds = new Uint8Array(size);
    this.nominal = new Int32Array(size);
  }

  /** Begins with a sentence and the tags of its words. */
  begin(words: Words, tags: Uint8Array): void {
    const none = words.length + 1;
    this.words = words;
    this.none = none;
    this.size = 1;
    this.next = 1;
    for (let at = 0; at <= none; at++) this.#clear(at, none);
    for (let at = 1; at < none; at++) {
      this.tags[at] = tags[at]!;
      this.parts[at] = COARSE[tags[at]!]!;
    }
    this.tags[0] = this.parts[0] = ROOT_TAG;
    this.tags[none] = NO_TAG;
    this.parts[none] = 0;
    this.#lookAhead();
  }

  #clear(at: number, none: number): void {
    this.stack[at] = 0;
    this.heads[at] = this.labels[at] = -1;
    this.leftChild[at] = this.leftChild2[at] = this.rightChild[at] = this.rightChild2[at] = none;
    this.leftCount[at] = this.rightCount[at] = this.kinds[at] = 0;
    this.leftLabels[at] = this.rightLabels[at] = 0;
  }

  #lookAhead(): void {
    const { parts, nominal, none } = this;
    nominal[0] = nominal[none] = 0;
    for (let at = none - 1; at >= 1; at--) {
      const endsRun = isNominal(parts[at]!) && (at === none - 1 || !isNominal(parts[at + 1]!));
      nominal[at] = endsRun ? at : nominal[at + 1]!;
    }
  }

  get isDone(): boolean {
    return this.size === 1 && this.next > this.words.length;
  }

  /** Only one word hangs on the root: the last one left when the buffer is empty. */
  allows(move: number): boolean {
    const hasBuffer = this.next <= this.words.length;
    if (move === SHIFT) return hasBuffer;
    if (this.size < 2) return false;
    if (move === LEFT) return hasBuffer;
    return this.size > 2 || !hasBuffer;
  }

  /** The move that is left where there is no choice. */
  onlyMove(): number | undefined {
    if (this.size < 2) return SHIFT;
    return this.next > this.words.length ? RIGHT : undefined;
  }

  /** The word that any move but `SHIFT` hangs on another. */
  dependentOf(): number {
    return this.stack[this.size - 1]!;
  }

  /** The word that a move hangs it on. */
  headOf(move: number): number {
    return move === LEFT ? this.next : this.stack[this.size - 2]!;
  }

  shift(): void {
    this.stack[this.size++] = this.next++;
  }

  /** Hangs the top of the stack on its head and takes it off. */
  attach(move: number, label: number): void {
    const dependent = this.stack[--this.size]!;
    const head = move === LEFT ? this.next : this.stack[this.size - 1]!;
    this.heads[dependent] = head;
    this.labels[dependent] = label;
    this.kinds[head]! |= KINDS[label] ?? 0;
    if (move === LEFT) this.#addLeft(head, dependent, label);
    else this.#addRight(head, dependent, label);
  }

  #addLeft(head: number, dependent: number, label: number): void {
    this.leftChild2[head] = this.leftChild[head]!;
    this.leftChild[head] = dependent;
    this.leftCount[head] = Math.min(7, this.leftCount[head]! + 1);
    this.leftLabels[head] = Math.imul(this.leftLabels[head]!, 31) + label + 1;
  }

  #addRight(head: number, dependent: number, label: number): void {
    this.rightChild2[head] = this.rightChild[head]!;
    this.rightChild[head] = dependent;
    this.rightCount[head] = Math.min(7, this.rightCount[head]! + 1);
    this.rightLabels[head] = Math.imul(this.rightLabels[head]!, 31) + label + 1;
  }
}

const [NOUN, NUM, PRON, PROPN] = (["NOUN", "NUM", "PRON", "PROPN"] as const).map(partNumber);

function isNominal(part: number): boolean {
  return part === NOUN || part === PROPN || part === NUM || part === PRON;
}
