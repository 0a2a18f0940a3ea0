/** A part of a sentence that asserts edges: pointing at it lights its edge on the canvas, and the other way round. */
import type { CSSProperties, ReactNode } from "react";
import { showEdge } from "../actions/grow.ts";
import { quadColour } from "../canvas/palette.ts";
import { pointAt } from "../state/store.ts";
import { useLit } from "./useLit.ts";
import type { AssertedSentence } from "./useReading.ts";

const STRENGTH = { here: 26, lit: 34, plain: 9 } as const;

/** In the colour of what is said; where nothing is asserted, in the colour of the interface. */
function tint(sentence: AssertedSentence | undefined, strength: keyof typeof STRENGTH): CSSProperties {
  const quad = sentence?.edges[0]?.quad;
  const colour = quad ? quadColour(quad) : "var(--accent)";
  return { background: `color-mix(in oklch, ${colour} ${STRENGTH[strength]}%, transparent)` };
}

interface SentenceMarkProps {
  readonly sentence: AssertedSentence | undefined;
  /** Whether the reader came for it. */
  readonly here: boolean;
  readonly children: ReactNode;
}

export function SentenceMark({ sentence, here, children }: SentenceMarkProps) {
  const lit = useLit(sentence);
  const edge = sentence?.edges[0];
  const target = edge && ({ kind: "relation", id: edge.id } as const);
  return (
    // The dots do the same by keyboard.
    <mark
      data-here={here || undefined}
      data-lit={lit || undefined}
      className="py-[3px] text-inherit transition-colors"
      style={tint(sentence, lit ? "lit" : here ? "here" : "plain")}
      onMouseEnter={() => target && pointAt(target)}
      onMouseLeave={() => target && pointAt(undefined)}
      onClick={edge && (() => getSelection()?.isCollapsed && void showEdge(edge.id))}
    >
      {children}
    </mark>
  );
}
