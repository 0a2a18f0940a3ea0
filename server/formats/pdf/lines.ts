/** Lines of a page in the order in which they are read, columns one after the other. */
import type { Page, Run } from "./page.ts";

/** A line of one column. */
export interface Line {
  readonly text: string;
  readonly x: number;
  readonly right: number;
  readonly y: number;
  readonly size: number;
  /** Counts the columns of all pages, so that lines of the same one are known. */
  readonly column: number;
  /** The edges of its column. */
  readonly left: number;
  readonly edge: number;
}

/** A run, or several that follow each other without a gap that a column could begin in. */
interface Piece extends Run {
  readonly right: number;
}

/** Words stand closer than this, in sizes of their type; columns stand further apart. */
const WORD_GAP = 1.1;
/** From this on there is a blank between two runs. */
const BLANK = 0.15;
const SAME_LINE = 0.5;
const NARROWEST_COLUMN = 0.15;
const FEWEST_LINES = 4;

const rightOf = ({ x, width }: Run) => x + width;

function joined(left: Piece, run: Run): Piece {
  const gap = run.x - left.right;
  const blank = gap > run.size * BLANK && !/\s$/.test(left.text) && !/^\s/.test(run.text) ? " " : "";
  const right = Math.max(left.right, rightOf(run));
  return {
    ...left,
    text: left.text + blank + run.text,
    width: right - left.x,
    right,
    size: Math.max(left.size, run.size),
  };
}

/** Runs of the same baseline, from left to right; smaller ones beside a line belong to it, as raised notes do. */
function rowsOf(runs: readonly Run[]): Run[][] {
  const rows: Run[][] = [];
  for (const run of runs.toSorted((a, b) => a.y - b.y)) {
    const row = rows.at(-1);
    const base = row?.[0];
    if (row && base && run.y - base.y < Math.min(base.size, run.size) * SAME_LINE) row.push(run);
    else rows.push([run]);
  }
  return rows.map((row) => row.toSorted((a, b) => a.x - b.x));
}

function piecesOf(runs: readonly Run[]): Piece[] {
  return rowsOf(runs).flatMap((row) => {
    const pieces: Piece[] = [];
    for (const run of row) {
      const last = pieces.at(-1);
      if (last && run.x - last.right < Math.max(last.size, run.size) * WORD_GAP)
        pieces[pieces.length - 1] = joined(last, run);
      else pieces.push({ ...run, right: rightOf(run) });
    }
    return pieces;
  });
}

const extent = (pieces: readonly Piece[]) => ({
  left: pieces.reduce((least, { x }) => Math.min(least, x), Number.POSITIVE_INFINITY),
  right: pieces.reduce((most, { right }) => Math.max(most, right), Number.NEGATIVE_INFINITY),
});

/**
 * Where pieces part into a left and a right column: the place that most lines end before or begin after, with hardly any
 * across it. Undefined where there is none.
 */
function gutterOf(pieces: readonly Piece[]): number | undefined {
  const { left, right } = extent(pieces);
  const width = right - left;
  let best: { at: number; score: number } | undefined;
  for (const x of new Set(pieces.map((piece) => Math.floor(piece.x)))) {
    const at = x - 1;
    if (at < left + width * NARROWEST_COLUMN || at > right - width * NARROWEST_COLUMN) continue;
    const before = pieces.filter((piece) => piece.right <= at).length;
    const after = pieces.filter((piece) => piece.x >= at).length;
    const across = pieces.length - before - after;
    if (Math.min(before, after) < FEWEST_LINES || across > Math.min(before, after)) continue;
    // Column edges are where many lines begin at the same place.
    const beginning = pieces.filter((piece) => Math.abs(piece.x - x) < piece.size * 0.4).length;
    const score = Math.min(before, after) - across * 2 + beginning * 2;
    if (!best || score > best.score) best = { at, score };
  }
  return best && best.score > 0 ? best.at : undefined;
}

type Region = readonly Piece[];

/** A table's cells stand side by side on the same baselines; columns of running text seldom do, and are fuller. */
function isTable(left: Region, right: Region): boolean {
  const words = (region: Region) => region.reduce((sum, { text }) => sum + text.split(" ").length, 0) / region.length;
  const level = right.filter((piece) => left.some((other) => Math.abs(other.y - piece.y) < piece.size * 0.2)).length;
  return level > right.length * 0.8 && Math.min(words(left), words(right)) < 3.5;
}

/** Parts a region into columns, again and again; what runs across all of them parts them from top to bottom. */
function columnsOf(pieces: readonly Piece[]): Region[] {
  const at = gutterOf(pieces);
  if (at === undefined) return [pieces];
  const isAcross = ({ x, right }: Piece) => x < at && right > at;
  const regions: Region[] = [];
  let band: Piece[] = [];
  const flush = () => {
    const [left, right] = [band.filter((piece) => piece.right <= at), band.filter((piece) => piece.x >= at)];
    if (left.length === 0 || right.length === 0 || isTable(left, right)) regions.push(band);
    else regions.push(...columnsOf(left), ...columnsOf(right));
    band = [];
  };
  for (const piece of pieces) {
    const last = regions.at(-1);
    if (!isAcross(piece)) band.push(piece);
    else {
      if (band.length > 0) flush();
      if (last && last === regions.at(-1) && last.every(isAcross)) regions[regions.length - 1] = [...last, piece];
      else regions.push([piece]);
    }
  }
  if (band.length > 0) flush();
  return regions.filter((region) => region.length > 0);
}

function linesOf(region: Region, column: number): Line[] {
  const { left, right: edge } = extent(region);
  return rowsOf(region).map((row) => {
    const [first, ...rest] = row as Piece[];
    const whole = rest.reduce<Piece>((line, piece) => joined(line, piece), first!);
    const { text, x, y, right, size } = whole;
    return { text: text.replaceAll(/\s+/g, " ").trim(), x, right, y, size, column, left, edge };
  });
}

/** The lines of a page as they are read; `columns` counts those of the pages before. */
export function readLines({ runs }: Page, columns: number): Line[] {
  const pieces = piecesOf(runs);
  return columnsOf(pieces).flatMap((region, i) => linesOf(region, columns + i));
}
