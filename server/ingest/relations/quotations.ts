/** Quotations that run over sentences: who speaks in a sentence that does not say so itself. */
import type { Attribution } from "./speech.ts";
import type { View } from "./view.ts";

/** The speaker of each sentence that stands inside a quotation, by index. */
export function quotedSpeakers(
  views: readonly View[],
  attributions: readonly (readonly Attribution[])[],
): Map<number, string> {
  const out = new Map<number, string>();
  const inside = insideQuotation(views);
  views.forEach((view, i) => {
    if (!inside[i]!.whole || attributions[i]!.length > 0) return;
    const speaker = speakerNear(views, attributions, inside, i);
    if (speaker) out.set(i, speaker);
    void view;
  });
  return out;
}

interface Quoted {
  /** The sentence begins inside a quotation, or with its opening mark. */
  readonly begins: boolean;
  /** All of it is quoted. */
  readonly whole: boolean;
  /** It ends inside a quotation that goes on. */
  readonly open: boolean;
}

function insideQuotation(views: readonly View[]): Quoted[] {
  let open = false;
  let end = 0;
  return views.map((view) => {
    const { start } = view.sentence;
    if (/\n\s*\n/.test(view.document.slice(end, start)) && !/^["“]/.test(view.document.slice(start, start + 1)))
      open = false;
    end = view.sentence.end;
    const text = view.document.slice(start, end);
    const begins = open || /^["“]/.test(text);
    const closed = scan(text, open);
    open = closed.open;
    return { begins, whole: begins && !closed.outside, open };
  });
}

function scan(text: string, openBefore: boolean): { open: boolean; outside: boolean } {
  let open = openBefore;
  let outside = false;
  for (const c of text) {
    if (c === "“") open = true;
    else if (c === "”") open = false;
    else if (c === '"') open = !open;
    else if (!open && /[\p{L}\p{N}]/u.test(c)) outside = true;
  }
  return { open, outside };
}

function speakerNear(
  views: readonly View[],
  attributions: readonly (readonly Attribution[])[],
  inside: readonly Quoted[],
  i: number,
): string | undefined {
  for (let at = i; at < views.length - 1 && inside[at]!.open; at++) {
    const next = attributions[at + 1]?.[0];
    if (next && inside[at + 1]!.begins) return next.text;
  }
  for (let at = i - 1; at >= Math.max(0, i - 3); at--) {
    const before = attributions[at]!.at(-1);
    if (before) return before.text;
    if (!inside[at]!.begins) return undefined;
  }
  return undefined;
}
