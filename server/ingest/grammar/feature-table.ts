/**
 * Finds what belongs to a feature in one wait for memory and without a branch, which is what reading's time goes into.
 * A feature lies in one of the four slots of its bucket, told from others there by eight bits; the other 24 are its value.
 */
export class FeatureTable {
  readonly slots: Int32Array;
  /** What a feature's key is shifted by to give its bucket. */
  readonly shift: number;

  constructor(bits: number) {
    this.slots = new Int32Array(2 ** bits * SLOTS);
    this.shift = 32 - bits;
  }

  /** Puts a feature and its value in; false if there is no room for it. */
  insert(key: number, value: number): boolean {
    const { slots } = this;
    const bucket = (key >>> this.shift) * SLOTS;
    for (let slot = bucket; slot < bucket + SLOTS; slot++) {
      if (slots[slot] === 0) {
        slots[slot] = (value << 8) | (key & 255);
        return true;
      }
      if (((slots[slot]! ^ key) & 255) === 0) return false;
    }
    return false;
  }
}

const SLOTS = 4;

/** The size of a table in which hardly any of so many features find no room. */
export const bitsFor = (features: number): number => Math.max(4, Math.ceil(Math.log2(features / 0.9)));
