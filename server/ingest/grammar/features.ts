/**
 * Features are 32-bit hashes of a template's number and the values at its places. Two features that hash alike share
 * their weights; with 32 bits and a few million features that is too rare to matter.
 */
export class FeatureBuffer {
  readonly keys: Int32Array;
  count = 0;

  constructor(capacity: number) {
    this.keys = new Int32Array(capacity);
  }

  clear(): void {
    this.count = 0;
  }

  add(template: number, a: number): void {
    this.keys[this.count++] = finish(Math.imul(template, GOLDEN) ^ Math.imul(a, SECOND));
  }

  add2(template: number, a: number, b: number): void {
    const first = Math.imul(template, GOLDEN) ^ Math.imul(a, SECOND);
    this.keys[this.count++] = finish(Math.imul(first ^ (first >>> 15), THIRD) ^ Math.imul(b, SECOND));
  }

  add3(template: number, a: number, b: number, c: number): void {
    const first = Math.imul(template, GOLDEN) ^ Math.imul(a, SECOND);
    const second = Math.imul(first ^ (first >>> 15), THIRD) ^ Math.imul(b, SECOND);
    this.keys[this.count++] = finish(Math.imul(second ^ (second >>> 13), FOURTH) ^ Math.imul(c, SECOND));
  }
}

const GOLDEN = 0x9e3779b1;
const SECOND = 0x85ebca6b;
const THIRD = 0xc2b2ae35;
const FOURTH = 0x27d4eb2f;

/** Spreads the bits; 0 is kept free to mark an empty slot. */
function finish(hash: number): number {
  let spread = Math.imul(hash ^ (hash >>> 16), THIRD);
  spread ^= spread >>> 13;
  return spread === 0 ? 1 : spread;
}

/** FNV-1a over UTF-16 code units, never 0. */
export function hashText(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return hash === 0 ? 1 : hash;
}
