/** A hash table from 32-bit keys (never 0) to row numbers 0, 1, 2 …, with linear probing. */
export class KeyTable {
  /** Key and row by turns, so that both lie in one line of the cache. */
  #slots: Int32Array;
  #mask: number;
  size = 0;

  constructor(expected: number) {
    const capacity = 2 ** Math.ceil(Math.log2(Math.max(16, expected * 2)));
    this.#slots = new Int32Array(capacity * 2);
    this.#mask = capacity - 1;
  }

  /** The row of a key, or -1. */
  find(key: number): number {
    const slots = this.#slots;
    const mask = this.#mask;
    for (let at = key & mask; ; at = (at + 1) & mask) {
      const found = slots[2 * at]!;
      if (found === key) return slots[2 * at + 1]!;
      if (found === 0) return -1;
    }
  }

  /** The row of a key, which gets the next one if it has none. */
  insert(key: number): number {
    if (this.size * 2 > this.#mask) this.#grow();
    const slots = this.#slots;
    for (let at = key & this.#mask; ; at = (at + 1) & this.#mask) {
      if (slots[2 * at] === key) return slots[2 * at + 1]!;
      if (slots[2 * at] !== 0) continue;
      slots[2 * at] = key;
      slots[2 * at + 1] = this.size;
      return this.size++;
    }
  }

  /** Keys in the order of their rows. */
  keys(): Int32Array {
    const keys = new Int32Array(this.size);
    const slots = this.#slots;
    for (let at = 0; at < slots.length; at += 2) if (slots[at] !== 0) keys[slots[at + 1]!] = slots[at]!;
    return keys;
  }

  #grow(): void {
    const keys = this.keys();
    this.#slots = new Int32Array(this.#slots.length * 2);
    this.#mask = this.#slots.length / 2 - 1;
    this.size = 0;
    for (const key of keys) this.insert(key);
  }
}
