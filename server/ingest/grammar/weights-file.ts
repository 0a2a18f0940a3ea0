import { gunzipSync, gzipSync } from "node:zlib";

/** What training leaves: columns of numbers by name, and a description as JSON. */
export interface WeightsFile {
  readonly description: unknown;
  readonly columns: Readonly<Record<string, Uint8Array>>;
}

/** The file is a gzipped line of JSON (the description and each column's length) and the columns after it. */
export function encodeWeights({ description, columns }: WeightsFile): Uint8Array {
  const lengths = Object.entries(columns).map(([name, bytes]) => [name, bytes.length]);
  const head = Buffer.from(`${JSON.stringify({ description, lengths })}\n`);
  return gzipSync(Buffer.concat([head, ...Object.values(columns)]), { level: 9 });
}

/** Reads what `encodeWeights` wrote. */
export function decodeWeights(file: Uint8Array): WeightsFile {
  const content = gunzipSync(file);
  const line = content.indexOf(10);
  const head = JSON.parse(content.toString("utf8", 0, line)) as { description: unknown; lengths: [string, number][] };
  const columns: Record<string, Uint8Array> = {};
  let from = line + 1;
  for (const [name, length] of head.lengths) {
    columns[name] = content.subarray(from, from + length);
    from += length;
  }
  return { description: head.description, columns };
}

/** Ascending numbers as the gaps between them, seven bits a byte: random keys take two bytes and less. */
export function packAscending(numbers: Uint32Array): Uint8Array {
  const bytes: number[] = [];
  let last = 0;
  for (const number of numbers) {
    let gap = number - last;
    last = number;
    while (gap > 127) {
      bytes.push((gap & 127) | 128);
      gap >>>= 7;
    }
    bytes.push(gap);
  }
  return Uint8Array.from(bytes);
}

/** Reads what `packAscending` wrote, as signed numbers. */
export function unpackAscending(bytes: Uint8Array): Int32Array {
  const numbers = new Int32Array(bytes.reduce((count, byte) => count + (byte < 128 ? 1 : 0), 0));
  let last = 0;
  let at = 0;
  for (let index = 0; index < numbers.length; index++) {
    let gap = 0;
    let shift = 0;
    while (bytes[at]! > 127) {
      gap |= (bytes[at++]! & 127) << shift;
      shift += 7;
    }
    gap |= bytes[at++]! << shift;
    last = (last + gap) | 0;
    numbers[index] = last;
  }
  return numbers;
}

/** Small signed numbers of two bytes: all low bytes, then all high bytes, which pack better apart. */
export function packShorts(numbers: Int16Array): Uint8Array {
  const bytes = new Uint8Array(numbers.length * 2);
  numbers.forEach((number, at) => {
    const folded = (number << 1) ^ (number >> 15);
    bytes[at] = folded & 255;
    bytes[numbers.length + at] = (folded >> 8) & 255;
  });
  return bytes;
}

/** Reads what `packShorts` wrote. */
export function unpackShorts(bytes: Uint8Array): Int16Array {
  const numbers = new Int16Array(bytes.length / 2);
  for (let at = 0; at < numbers.length; at++) {
    const folded = bytes[at]! | (bytes[numbers.length + at]! << 8);
    numbers[at] = (folded >>> 1) ^ -(folded & 1);
  }
  return numbers;
}
