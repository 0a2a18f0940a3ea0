import type { Span } from "../../../schema/model.ts";

/**
 * A block is a stretch of text that no sentence crosses: a paragraph, a heading, an item of a list, an entry of a live blog.
 * A line break by itself does not end a block, since many texts are wrapped by hand or by a mail program.
 */
interface Line extends Span {
  /** Without white space around it; `start === end` for a blank line. */
  readonly text: string;
}

const HEADING = /^#{1,6}\s/u;
const RULE = /^(?:[-=*_]\s?){3,}$/u;
const FENCE_OR_TABLE = /^(?:```|~~~|\||>)/u;
const BULLET = /^(?:[•‣◦▪●○■□➤►✓*+]|[-–·])\s/u;
const NUMBERED = /^(?:\(?(?:\d{1,3}|[a-z]|[ivx]{1,5})\)|(?:\d{1,3}(?:\.\d{1,2}){0,3}|[a-h])\.)\s/u;
/** "Rank: Gen." */
const FIELD = /^\p{Lu}[\p{L} ]{1,24}:\s/u;
const CLOCK = /^\d{1,2}[:.h]\d{2}\s?(?:[ap]\.?m\.?|GMT|UTC|BST|CET|ET|local time)?\s?[-–—:|]\s/u;
const FINISHED = /[.!?…:;,。！？؟]["'”’»)\]*_]*$/u;
const OPEN_ENDED =
  /(?:^|\s)(?:of|the|a|an|and|or|but|in|on|at|to|for|from|by|with|as|that|which|who|is|are|was|were|its|their|his|her|this|not|[-–—&])$|[-–—/&(]$/u;
const OPENS_LINE = /^["'“‘«([]*[\p{Lu}\p{Lo}\d]/u;
const NARROWEST_WRAP = 50;
const WIDEST_WRAP = 250;
const RAGGED = 8;

/** The blocks of a text from an offset on, in order, without white space around them. */
export function splitBlocks(text: string, from: number): Span[] {
  const blocks: Span[] = [];
  let run: Line[] = [];
  for (const line of linesOf(text, from)) {
    if (line.text) {
      run.push(line);
      continue;
    }
    for (const block of blocksOfRun(run)) blocks.push(block);
    run = [];
  }
  return [...blocks, ...blocksOfRun(run)];
}

function* linesOf(text: string, from: number): Generator<Line> {
  for (let start = from; start <= text.length;) {
    const end = endOfLine(text, start);
    const raw = text.slice(start, end);
    const line = raw.trim();
    const at = start + (raw.length - raw.trimStart().length);
    yield line ? { text: line, start: at, end: at + line.length } : { text: "", start: end, end };
    start = end + 1;
  }
}

const BREAK = /[\n\r\v\f\u2028\u2029]/gu;

function endOfLine(text: string, start: number): number {
  BREAK.lastIndex = start;
  const found = BREAK.exec(text);
  if (!found) return text.length;
  return found[0] === "\r" && text[found.index + 1] === "\n" ? found.index + 1 : found.index;
}

/** Lines without a blank one between them: one paragraph, unless headings, items or deliberate breaks divide it. */
function blocksOfRun(lines: readonly Line[]): Span[] {
  const blocks: { start: number; end: number }[] = [];
  const width = lines.reduce((widest, line) => Math.max(widest, line.text.length), 0);
  let first: Line | undefined;
  lines.forEach((line, index) => {
    const before = lines[index - 1];
    const last = blocks.at(-1);
    if (before && first && last && !divides(before, line, first, width)) {
      last.end = line.end;
      return;
    }
    first = line;
    blocks.push({ start: line.start, end: line.end });
  });
  return blocks;
}

function divides(before: Line, line: Line, first: Line, width: number): boolean {
  if (standsAlone(before.text) || standsAlone(line.text) || CLOCK.test(line.text)) return true;
  if (startsItem(line.text, before.text, first.text)) return true;
  if (FIELD.test(line.text) && FIELD.test(before.text)) return true;
  return isDeliberate(before.text, line.text, width);
}

function standsAlone(line: string): boolean {
  return HEADING.test(line) || RULE.test(line) || FENCE_OR_TABLE.test(line);
}

/** "12. " and "- " may also stand at the start of a wrapped line by chance, so the line before must have come to a stop. */
function startsItem(line: string, before: string, first: string): boolean {
  const isMarked = (text: string): boolean => BULLET.test(text) || NUMBERED.test(text);
  if (!isMarked(line)) return false;
  return /^[•‣◦▪●○■□➤►✓*]/u.test(line) || FINISHED.test(before.slice(-40)) || isMarked(first);
}

/** Whether the stop at a line's end, or the lack of one after a comma or "of the", leaves nothing for the break to tell. */
function isHeldOpen(line: string): boolean {
  const tail = line.slice(-40);
  return (FINISHED.test(tail) && !line.endsWith(":")) || OPEN_ENDED.test(tail);
}

/** A line broken although the next word had room, and that no sentence holds open: a headline, a by-line. */
function isDeliberate(before: string, line: string, width: number): boolean {
  if (isHeldOpen(before) || !OPENS_LINE.test(line)) return false;
  if (width < NARROWEST_WRAP || width > WIDEST_WRAP) return true;
  const nextWord = line.search(/\s/u);
  const needed = before.length + 1 + (nextWord < 0 ? line.length : nextWord);
  return needed <= width - RAGGED;
}
