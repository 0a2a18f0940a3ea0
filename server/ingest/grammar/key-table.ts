/** A hash table from 32-bit keys (never 0) to row numbers 0, 1, 2 …, with linear probing. */
export class KeyTable {
  #slots: Int32Array;
  #rows: Int32Array;
  #mask: number;
  size = 0;

  constructor(expected: number) {
    const capacity = 2 ** Math.ceil(Math.log2(Math.max(16, expected * 2)));
    this.#slots = new Int32Array(capacity);
    this.#rows = new Int32Array(capacity);
    this.#mask = capacity - 1;
  }

  /** The row of a key, or -1. */
  find(key: number): number {
    const slots = this.#slots;
    for (let at = key & this.#mask; ; at = (at + 1) & this.#mask) {
      const found = slots[at]!;
      if (found === key) return this.#rows[at]!;
      if (found === 0) return -1;
    }
  }

  /** The row of a key, which gets the next one if it has none. */
  insert(key: number): number {
    if (this.size * 2 > this.#mask) this.#grow();
    for (let at = key & this.#mask; ; at = (at + 1) & this.#mask) {
      if (this.#slots[at] === key) return this.#rows[at]!;
      if (this.#slots[at] !== 0) continue;
      this.#slots[at] = key;
      this.#rows[at] = this.size;
      return this.size++;
    }
  }

  /** Keys in the order of their rows. */
  keys(): Int32Array {
    const keys = new Int32Array(this.size);
    this.#slots.forEach((key, at) => {
      if (key !== 0) keys[this.#rows[at]!] = key;
    });
    return keys;
  }

  #grow(): void {
    const keys = this.keys();
    const capacity = this.#slots.length * 2;
    this.#slots = new Int32Array(capacity);
    this.#rows = new Int32Array(capacity);
    this.#mask = capacity - 1;
    this.size = 0;
    for (const key of keys) this.insert(key);
  }
}
