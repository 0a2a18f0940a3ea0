/** What the marks of a picture stand for, and what holds of it, written below it. Pure. */
import type { Palette } from "../canvas/palette.ts";
import { kindLabel, QUAD_LABELS, STATUS_LABELS } from "../text/words.ts";
import { DASHES, outline } from "./drawing.ts";
import { element, escaped } from "./markup.ts";
import type { Marks } from "./picture.ts";

const CELL = 148;
const ROW = 20;
const MARGIN = 36;

interface Entry {
  readonly label: string;
  readonly draw: (palette: Palette) => string;
}

const stroke = (palette: Palette) => ({ stroke: palette.ink2, "stroke-width": 2, d: "M0 0H22" });

function entries({ kinds, quads, statuses }: Marks): Entry[] {
  const unusual = statuses.filter((status) => status !== "actual");
  return [
    ...kinds.map((kind) => ({
      label: kindLabel(kind),
      draw: ({ kinds: colours }: Palette) =>
        outline(kind, { x: 11, y: 0 }, 13, {
          fill: colours[kind].fill,
          stroke: colours[kind].line,
          "stroke-width": 1.4,
        }),
    })),
    ...quads.map((quad) => ({
      label: QUAD_LABELS[quad],
      draw: (palette: Palette) =>
        element("path", { ...stroke(palette), stroke: palette.quads[quad], "stroke-width": 3 }),
    })),
    ...unusual.map((status) => ({
      label: STATUS_LABELS[status],
      draw: (palette: Palette) => {
        const line = stroke(palette);
        if (status === "disputed")
          return element("path", { ...line, "stroke-width": 5 }) + element("path", { ...line, stroke: palette.ground });
        const bar = status === "negated" ? element("path", { ...line, d: "M11 -5V5" }) : "";
        const opacity = status === "negated" ? 0.5 : undefined;
        return element("path", { ...line, "stroke-dasharray": DASHES[status], opacity }) + bar;
      },
    })),
  ];
}

const columnsIn = (width: number): number => Math.max(1, Math.floor((width - 2 * MARGIN) / CELL));

/** The longest piece of a note that fits a line; figures and letters are about 6.2 px wide at this size. */
function wrapped(notes: readonly string[], width: number): string[] {
  const most = Math.max(20, Math.floor((width - 2 * MARGIN) / 6.2));
  return notes.flatMap((note) => {
    const lines: string[] = [];
    for (const word of note.split(/\s+/)) {
      const line = lines.at(-1);
      if (line !== undefined && line.length + word.length < most) lines[lines.length - 1] = `${line} ${word}`;
      else lines.push(word);
    }
    return lines;
  });
}

/** The room that the legend takes, in pixels. */
export const legendHeight = (marks: Marks, notes: readonly string[], width: number): number =>
  Math.ceil(entries(marks).length / columnsIn(width)) * ROW + wrapped(notes, width).length * 17 + 44;

/** The legend and the notes, from the upper left of the room that they take. */
export function drawLegend(marks: Marks, notes: readonly string[], width: number, palette: Palette): string {
  const columns = columnsIn(width);
  const all = entries(marks);
  const cells = all.map(({ label, draw }, i) => {
    const place = `translate(${(i % columns) * CELL} ${16 + Math.floor(i / columns) * ROW})`;
    const words = element("text", { x: 30, y: 4, "font-size": 12, fill: palette.ink2 }, escaped(label));
    return element("g", { transform: place }, draw(palette) + words);
  });
  const top = Math.ceil(all.length / columns) * ROW + 28;
  const lines = wrapped(notes, width).map((line, i) =>
    element("text", { x: 0, y: top + i * 17, "font-size": 12, fill: palette.ink2 }, escaped(line)),
  );
  const rule = element("path", { d: `M0 0H${width - 2 * MARGIN}`, stroke: palette.ink2, "stroke-opacity": 0.3 });
  return rule + cells.join("") + lines.join("");
}
