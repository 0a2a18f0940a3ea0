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
