/** What pages repeat: running heads and feet, and their numbers. None of it is the document's text. */
import type { Run } from "./page.ts";

/** The part of a page at its top and at its bottom where heads and feet stand. */
const MARGIN = 0.12;
/** On so many of the pages, and on at least two, a head is a running one; left and right pages may differ. */
const OFTEN = 0.4;

const NUMBER =
  /^[\s\-–—|[(]*(page|p\.|seite|стр\.)?\s*(\d{1,4}|[ivxlc]{1,7})(\s*(of|\/|von|из)\s*\d{1,4})?[\s\-–—|\])]*$/i;

interface Placed {
  readonly page: number;
  readonly text: string;
  readonly y: number;
}

interface Sheet {
  readonly height: number;
  readonly runs: readonly Run[];
}

/** Only the outermost lines of a page are heads and feet. */
const OUTERMOST = 3;

function rowsOf(runs: readonly Run[]): Run[][] {
  const rows: Run[][] = [];
  for (const run of runs.toSorted((a, b) => a.y - b.y)) {
    const row = rows.at(-1);
    if (row && run.y - row[0]!.y < 3) row.push(run);
    else rows.push([run]);
  }
  return rows;
}

/** The outermost lines at the edges of a page, each as one text. */
function edgesOf({ height, runs }: Sheet, page: number): (Placed & { readonly runs: readonly Run[] })[] {
  const tops = rowsOf(runs.filter(({ y }) => y < height * MARGIN)).slice(0, OUTERMOST);
  const feet = rowsOf(runs.filter(({ y }) => y > height * (1 - MARGIN))).slice(-OUTERMOST);
  return [...tops, ...feet].map((row) => {
    const text = row
      .toSorted((a, b) => a.x - b.x)
      .map((run) => run.text)
      .join(" ");
    return { page, text, runs: row, y: row[0]!.y };
  });
}

const HEIGHT_STEP = 4;

/** The same words at the same height; numbers differ from page to page. */
const shape = ({ text, y }: Placed) =>
  `${Math.round(y / HEIGHT_STEP)} ${text
    .replaceAll(/\d+|\b[ivxlc]+\b/gi, "#")
    .replaceAll(/\s+/g, "")
    .toLowerCase()}`;

/** The pages without heads, feet and numbers. A single page has none but its number. */
export function withoutFurniture<Page extends Sheet>(pages: readonly Page[]): Page[] {
  const edges = pages.flatMap(edgesOf);
  const counts = new Map<string, Set<number>>();
  for (const edge of edges) counts.set(shape(edge), (counts.get(shape(edge)) ?? new Set()).add(edge.page));
  const often = Math.max(2, pages.length * OFTEN);
  const isFurniture = (edge: Placed) => NUMBER.test(edge.text) || counts.get(shape(edge))!.size >= often;
  const gone = new Set(edges.filter(isFurniture).flatMap(({ runs }) => runs));
  return pages.map((page) => ({ ...page, runs: page.runs.filter((run) => !gone.has(run)) }));
}
