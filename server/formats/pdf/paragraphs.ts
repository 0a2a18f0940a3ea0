/** Lines made into paragraphs again, and words that were parted at the end of a line. */
import type { Line } from "./lines.ts";

const BULLET = /^([•◦▪●‣·–—*-]|\(?\d{1,3}[.)]|\(?[a-z]\))\s+\S/;
const ENDS = /[.!?:;。！？]["'”’»)\]]*$/u;
const LARGER = 1.12;

const median = (values: readonly number[]): number => values.toSorted((a, b) => a - b)[values.length >> 1] ?? 0;

/** The usual distance between two lines, in the size of their type. */
function pitchOf(lines: readonly Line[]): number {
  const steps = lines.flatMap((line, i) => {
    const next = lines[i + 1];
    const step = next && next.column === line.column ? (next.y - line.y) / line.size : 0;
    return step > 0.5 && step < 3 ? [step] : [];
  });
  return median(steps) || 1.2;
}

/** Whether a line begins a paragraph within its column. */
function beginsInColumn(line: Line, before: Line, pitch: number): boolean {
  const { size } = line;
  if (line.y - before.y > pitch * Math.max(size, before.size) * 1.35) return true;
  if (Math.max(size, before.size) / Math.min(size, before.size) > LARGER) return true;
  if (BULLET.test(line.text)) return true;
  const isIndented = line.x - line.left > size * 0.8 && before.x - before.left < size * 0.5;
  const isShort = before.edge - before.right > (before.edge - before.left) * 0.15;
  return (isIndented && ENDS.test(before.text)) || (isShort && ENDS.test(before.text));
}

/** Over the end of a column or page a sentence goes on unless it has ended. */
function beginsElsewhere(line: Line, before: Line): boolean {
  if (Math.max(line.size, before.size) / Math.min(line.size, before.size) > LARGER || BULLET.test(line.text))
    return true;
  return (
    ENDS.test(before.text) || !/^[\p{Ll}\p{N}("“]|^[\p{L}]/u.test(line.text) || !/[\p{L}\p{N},-]$/u.test(before.text)
  );
}

/** First parts that keep their hyphen, and second parts that are joined to a name by one. */
const FIRST =
  /^(anti|pro|non|self|counter|cross|ex|co|well|long|short|high|low|vice|mid|semi|so|post|pre|two|three|four|five|six)$/i;
const SECOND =
  /^(backed|led|based|aligned|linked|linking|affiliated|controlled|held|run|made|born|owned|funded|trained|occupied|sponsored|supported|friendly|style|old|year|day|week|month|range|called|general|chief|elect|in|to|of|by|and)\b/;

/** The text's own words, for whether it writes one with a hyphen elsewhere. */
export type Vocabulary = ReadonlySet<string>;

const wordsIn = (text: string) => text.toLowerCase().match(/\p{L}+(?:-\p{L}+)*/gu) ?? [];

/** Words that stand inside lines, where no hyphen is for want of room. */
export const vocabularyOf = (lines: readonly Line[]): Vocabulary =>
  new Set(lines.flatMap(({ text }) => wordsIn(text.replace(/\S+$/u, "").replace(/^\S+/u, ""))));

/** Two lines as one. */
export function joinLines(line: string, next: string, known: Vocabulary): string {
  if (line.endsWith("\u00AD")) return line.slice(0, -1) + next;
  const first = /(\p{L}+(?:-\p{L}+)*)[-‐]$/u.exec(line)?.[1];
  const second = /^\p{L}+/u.exec(next)?.[0];
  if (!first || !second) return /[-‐–—/]$/u.test(line) && !/\s[-–—]$/u.test(line) ? line + next : `${line} ${next}`;
  const [whole, parted] = [`${first}${second}`.toLowerCase(), `${first}-${second}`.toLowerCase()];
  if (known.has(parted) && !known.has(whole)) return line + next;
  if (known.has(whole)) return line.slice(0, -1) + next;
  const isName = /^\p{Lu}/u.test(second) || (/^\p{Lu}/u.test(first) && SECOND.test(second));
  const keeps = isName || FIRST.test(first) || SECOND.test(second) || first.includes("-");
  return keeps ? line + next : line.slice(0, -1) + next;
}

/** The paragraphs of all pages. */
export function paragraphsOf(lines: readonly Line[]): string[] {
  const pitch = pitchOf(lines);
  const known = vocabularyOf(lines);
  const paragraphs: string[] = [];
  lines.forEach((line, i) => {
    const before = lines[i - 1];
    const begins =
      !before ||
      (line.column === before.column && line.y > before.y
        ? beginsInColumn(line, before, pitch)
        : beginsElsewhere(line, before));
    if (begins) paragraphs.push(line.text);
    else paragraphs[paragraphs.length - 1] = joinLines(paragraphs.at(-1)!, line.text, known);
  });
  return paragraphs;
}
