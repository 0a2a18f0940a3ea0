/** Lines out of bytes, without holding more than one of them. */

/** The most bytes of one line: a document of the largest size, escaped, with all that was found in it. */
export const MAX_LINE_BYTES = 100_000_000;

const LINE_FEED = 10;

/** One line with its number from 1; `bytes` is absent where the line is too long to be held. */
export interface Line {
  readonly number: number;
  readonly bytes: Buffer | undefined;
}

class Gathered {
  #parts: Uint8Array[] = [];
  #size = 0;

  add(part: Uint8Array): void {
    this.#size += part.length;
    if (this.#size > MAX_LINE_BYTES) this.#parts = [];
    else this.#parts.push(part);
  }

  get isEmpty(): boolean {
    return this.#size === 0;
  }

  take(): Buffer | undefined {
    const whole = this.#size > MAX_LINE_BYTES ? undefined : Buffer.concat(this.#parts);
    this.#parts = [];
    this.#size = 0;
    return whole;
  }
}

/** Splits at line feeds; the last line needs none. */
export async function* linesOf(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Line> {
  const gathered = new Gathered();
  let number = 0;
  for await (const chunk of chunks) {
    let from = 0;
    for (let end = chunk.indexOf(LINE_FEED); end >= 0; end = chunk.indexOf(LINE_FEED, from)) {
      gathered.add(chunk.subarray(from, end));
      number += 1;
      yield { number, bytes: gathered.take() };
      from = end + 1;
    }
    gathered.add(chunk.subarray(from));
  }
  if (!gathered.isEmpty) yield { number: number + 1, bytes: gathered.take() };
}
