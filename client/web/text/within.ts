/** Finding spans in order that touch a part of a text, without looking at all of them. */
import type { Span } from "../../../schema/model.ts";

/** Those of some spans, sorted and not overlapping, that share a character with `part`. */
export function within<T extends Span>(sorted: readonly T[], part: Span): readonly T[] {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sorted[middle]!.end <= part.start) low = middle + 1;
    else high = middle;
  }
  let last = low;
  while (last < sorted.length && sorted[last]!.start < part.end) last += 1;
  return sorted.slice(low, last);
}
