/** Cuts a document into paragraphs short enough to be drawn one by one. Offsets stay those of the document. */
import type { Span } from "../../../schema/model.ts";

export interface Paragraph extends Span {
  /** Front matter is what the file says of itself; a heading is one line of Markdown that begins with `#`. */
  readonly role: "front" | "heading" | "body";
}

// A single line of megabytes is cut at a space near here, or here if there is none.
const LONGEST = 2_400;
const REACH = 400;

/** The end of the front matter: a block between `---` lines, or `Title: …` lines at the very top. */
export function frontMatterEnd(text: string): number {
  const yaml = /^\uFEFF?---\r?\n[\s\S]{0,20000}?\r?\n---[ \t]*(?:\r?\n|$)/.exec(text);
  const plain = /^\uFEFF?(?:(?:title|publisher|author|url|published|source)[ \t]*:[^\n]*(?:\n|$))+/i.exec(text);
  return (yaml ?? plain)?.[0].length ?? 0;
}

// A line break ends a paragraph where a blank line follows, or where the line ends a sentence or is a heading.
const BREAK = /\r?\n[ \t]*(?:\r?\n[ \t]*)+|(?<=[.!?:”"’)\]])[ \t]*\r?\n(?=\S)|(?<=^#[^\n]*)\r?\n/gmu;

function cutLong({ start, end }: Span, text: string): Span[] {
  const pieces: Span[] = [];
  let from = start;
  while (end - from > LONGEST + REACH) {
    const space = text.lastIndexOf(" ", from + LONGEST);
    let to = space > from + LONGEST - REACH ? space + 1 : from + LONGEST;
    if (/[\uDC00-\uDFFF]/.test(text.charAt(to)) && /[\uD800-\uDBFF]/.test(text.charAt(to - 1))) to += 1;
    pieces.push({ start: from, end: to });
    from = to;
  }
  return [...pieces, { start: from, end }];
}

/** The paragraphs of a text in order. Only white space lies between them. */
export function paragraphs(text: string): Paragraph[] {
  const front = frontMatterEnd(text);
  const found: Paragraph[] = [];
  const add = (span: Span, role: Paragraph["role"]) => {
    if (text.slice(span.start, span.end).trim() === "") return;
    for (const piece of cutLong(span, text)) found.push({ ...piece, role });
  };
  add({ start: 0, end: front }, "front");
  let from = front;
  BREAK.lastIndex = front;
  for (let hit = BREAK.exec(text); hit; hit = BREAK.exec(text)) {
    add({ start: from, end: hit.index }, text.charAt(from) === "#" ? "heading" : "body");
    from = hit.index + hit[0].length;
  }
  add({ start: from, end: text.length }, text.charAt(from) === "#" ? "heading" : "body");
  return found;
}

/** The paragraph that holds an offset, or the one after it where white space lies there; by binary search. */
export function paragraphAt(all: readonly Paragraph[], offset: number): number {
  let [low, high] = [0, all.length - 1];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (all[middle]!.end <= offset) low = middle + 1;
    else high = middle;
  }
  return Math.max(0, low);
}
