/** Cuts a text where marks begin and end, so that each piece carries the marks that cover it. Text stays text. */
import type { Span } from "../../../schema/model.ts";

export interface Mark<T> extends Span {
  readonly mark: T;
}

export interface Segment<T> extends Span {
  readonly text: string;
  readonly marks: readonly T[];
}

const clip = <T>(marks: readonly Mark<T>[], start: number, end: number) =>
  marks
    .map((m) => ({ ...m, start: Math.max(m.start, start), end: Math.min(m.end, end) }))
    .filter((m) => m.start < m.end);

/**
 * The pieces of `text`, which stands at `offset` in its document; marks are in the document's offsets. Marks may
 * overlap, reach beyond the text, or lie outside it. Every character is in exactly one piece.
 */
export function segments<T>(text: string, offset: number, marks: readonly Mark<T>[]): Segment<T>[] {
  const end = offset + text.length;
  const inside = clip(marks, offset, end);
  const cuts = [...new Set([offset, end, ...inside.flatMap((m) => [m.start, m.end])])].toSorted((a, b) => a - b);
  return cuts.slice(0, -1).map((from, i) => {
    const to = cuts[i + 1]!;
    const covering = inside.filter((m) => m.start <= from && to <= m.end).map((m) => m.mark);
    return { start: from, end: to, text: text.slice(from - offset, to - offset), marks: covering };
  });
}
