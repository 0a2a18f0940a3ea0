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
}

const MOST_PLACES = 3;

/** Which places make up each feature, as numbers. */
export interface Templates {
  /** How many there are of one place, then how many of up to two, then of up to three. */
  readonly upTo: readonly [number, number, number];
  readonly seeds: Int32Array;
  /** Three for each template. */
  readonly places: Uint8Array;
}

/**
 * Reads templates: a number, which must not change as long as the weights do not, and names of places joined by "+", as in
 * "122:s0tag+b0tag". A name's index is its place.
 */
export function readTemplates(names: readonly string[], text: string): Templates {
  const templates = text
    .trim()
    .split(/\s+/)
    .map((template) => {
      const [number, parts] = template.split(":") as [string, string];
      return { number: Number(number), places: parts.split("+").map((name) => placeOf(names, name)) };
    })
    .toSorted((a, b) => a.places.length - b.places.length);
  const places = new Uint8Array(templates.length * MOST_PLACES);
  templates.forEach((template, index) => places.set(template.places, index * MOST_PLACES));
  const upTo = (most: number): number => templates.filter((template) => template.places.length <= most).length;
  const seeds = Int32Array.from(templates, ({ number }) => Math.imul(number, GOLDEN));
  return { upTo: [upTo(1), upTo(2), upTo(3)], seeds, places };
}

function placeOf(names: readonly string[], name: string): number {
  const place = names.indexOf(name);
  if (place < 0) throw new Error(`A template has the unknown place ${name}`);
  return place;
}

const GOLDEN = 0x9e3779b1;
const SECOND = 0x85ebca6b;
const THIRD = 0xc2b2ae35;
const FOURTH = 0x27d4eb2f;

/** The features that templates make of values. */
export function collectFeatures({ upTo, seeds, places }: Templates, values: Int32Array, to: FeatureBuffer): void {
  const { keys } = to;
  let index = 0;
  let at = 0;
  for (; index < upTo[0]; index++, at += MOST_PLACES) {
    keys[index] = finish(seeds[index]! ^ Math.imul(values[places[at]!]!, SECOND));
  }
  for (; index < upTo[1]; index++, at += MOST_PLACES) {
    const first = seeds[index]! ^ Math.imul(values[places[at]!]!, SECOND);
    keys[index] = finish(Math.imul(first ^ (first >>> 15), THIRD) ^ Math.imul(values[places[at + 1]!]!, SECOND));
  }
  for (; index < upTo[2]; index++, at += MOST_PLACES) {
    const first = seeds[index]! ^ Math.imul(values[places[at]!]!, SECOND);
    const second = Math.imul(first ^ (first >>> 15), THIRD) ^ Math.imul(values[places[at + 1]!]!, SECOND);
    keys[index] = finish(Math.imul(second ^ (second >>> 13), FOURTH) ^ Math.imul(values[places[at + 2]!]!, SECOND));
  }
  to.count = index;
}

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
