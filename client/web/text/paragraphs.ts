/** Cuts a document into paragraphs short enough to be drawn one by one. Offsets stay those of the document. */
import type { Span } from "../../../schema/model.ts";

export interface Paragraph extends Span {
  /** Front matter is what the file says of itself; a heading is one line of Markdown that begins with `#`. */
  readonly role: "front" | "heading" | "body";
}

// A single line of megabytes is cut after a sentence near here, or at a space, or here if there is none.
const LONGEST = 2_400;
const REACH = 400;

/** The end of the front matter: a block between `---` lines, or `Title: …` lines at the very top. */
export function frontMatterEnd(text: string): number {
  const yaml = /^\uFEFF?---\r?\n[\s\S]{0,20000}?\r?\n---[ \t]*(?:\r?\n|$)/.exec(text);
  const plain = /^\uFEFF?(?:(?:title|publisher|author|url|published|source)[ \t]*:[^\n]*(?:\n|$))+/i.exec(text);
  return (yaml ?? plain)?.[0].length ?? 0;
}

// What a line may end with when it ends a sentence; a line that does not is carried on in the next.
const SENTENCE_END = /[.!?:”"’)\]]$/;

/** The lines of a text from an offset on, without their line breaks. */
function* linesFrom(text: string, from: number): Generator<Span> {
  for (let start = from; start < text.length;) {
    const feed = text.indexOf("\n", start);
    const end = feed === -1 ? text.length : feed;
    yield { start, end };
    start = end + 1;
  }
}

function cutLong({ start, end }: Span, text: string): Span[] {
  const pieces: Span[] = [];
  let from = start;
  while (end - from > LONGEST + REACH) {
    const gap = [". ", " "].map((words) => ({ words, at: text.lastIndexOf(words, from + LONGEST) }));
    const found = gap.find(({ at }) => at > from + LONGEST - REACH);
    let to = found ? found.at + found.words.length : from + LONGEST;
    if (/[\uDC00-\uDFFF]/.test(text.charAt(to)) && /[\uD800-\uDBFF]/.test(text.charAt(to - 1))) to += 1;
    pieces.push({ start: from, end: to });
    from = to;
  }
  return [...pieces, { start: from, end }];
}

/** Joins the lines of a paragraph: it ends at a blank line, after a heading, and where a line ends a sentence. */
function* joined(text: string, from: number): Generator<Paragraph> {
  let open: Paragraph | undefined;
  for (const line of linesFrom(text, from)) {
    const tail = text.slice(Math.max(line.start, line.end - 40), line.end).trimEnd();
    const isHeading = text.charAt(line.start) === "#";
    if (open && (isHeading || tail === "")) {
      yield open;
      open = undefined;
    }
    if (tail === "" && line.end - line.start <= 40) continue;
    open = { start: open?.start ?? line.start, end: line.end, role: isHeading ? "heading" : "body" };
    if (isHeading || SENTENCE_END.test(tail)) {
      yield open;
      open = undefined;
    }
  }
  if (open) yield open;
}

/** The paragraphs of a text in order. Only white space lies between them. */
export function paragraphs(text: string): Paragraph[] {
  const front = frontMatterEnd(text);
  const all: Paragraph[] = [{ start: 0, end: front, role: "front" }, ...joined(text, front)];
  return all
    .filter(({ start, end }) => text.slice(start, end).trim() !== "")
    .flatMap((paragraph) => cutLong(paragraph, text).map((piece) => ({ ...piece, role: paragraph.role })));
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
