/** What stands on a page of a PDF: runs of text with their places, counted from the top left. */
import type { PDFDocumentProxy } from "unpdf/pdfjs";

/** A run of text on one line. `y` is its baseline. */
export interface Run {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  /** The height of its letters, which stands for the size of its type. */
  readonly size: number;
}

export interface Page {
  readonly width: number;
  readonly height: number;
  readonly runs: readonly Run[];
}

/** More runs than that are a drawing made of letters. */
const MOST_RUNS = 50_000;
const LEVEL = 0.05;

type Matrix = readonly number[];

/** A then b, as PDF multiplies. */
const times = (a: Matrix, b: Matrix): number[] => [
  a[0]! * b[0]! + a[1]! * b[2]!,
  a[0]! * b[1]! + a[1]! * b[3]!,
  a[2]! * b[0]! + a[3]! * b[2]!,
  a[2]! * b[1]! + a[3]! * b[3]!,
  a[4]! * b[0]! + a[5]! * b[2]! + b[4]!,
  a[4]! * b[1]! + a[5]! * b[3]! + b[5]!,
];

interface Item {
  readonly str: string;
  readonly transform: Matrix;
  readonly width: number;
}

/** Undefined for blanks, and for what runs across the lines, as stamps in the margin do. */
function runOf({ str, transform, width }: Item, viewport: Matrix): Run | undefined {
  if (str.trim() === "") return undefined;
  const [a = 0, b = 0, c = 0, d = 0, x = 0, y = 0] = times(transform, viewport);
  const across = Math.hypot(a, b);
  if (Math.abs(b) > across * LEVEL || a <= 0) return undefined;
  return { text: str, x, y, width, size: Math.hypot(c, d) || across };
}

/** Text that is drawn twice, a little apart, is drawn fat. */
function withoutShadows(runs: readonly Run[]): Run[] {
  const seen = new Map<string, Run>();
  return runs.filter((run) => {
    const key = `${run.text} ${Math.round(run.y / 3)}`;
    const other = seen.get(key);
    seen.set(key, run);
    return !other || Math.abs(other.x - run.x) > run.size * 0.3 || Math.abs(other.y - run.y) > run.size * 0.3;
  });
}

/** The runs of one page. */
export async function readPage(document: PDFDocumentProxy, number: number): Promise<Page> {
  const page = await document.getPage(number);
  const { width, height, transform } = page.getViewport({ scale: 1 });
  const { items } = await page.getTextContent({ includeMarkedContent: false });
  const runs = (items as unknown as Item[])
    .slice(0, MOST_RUNS)
    .flatMap((item) => runOf(item, transform) ?? [])
    .filter(({ x, y }) => x > -width && x < width * 2 && y >= 0 && y <= height * 1.01);
  page.cleanup();
  return { width, height, runs: withoutShadows(runs) };
}
