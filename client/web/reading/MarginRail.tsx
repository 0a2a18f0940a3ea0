/** The margin beside a document: a mark for each sentence that asserts an edge, where it stands in the whole. */
import { openDocument } from "../actions/edit.ts";
import { quadColour } from "../canvas/palette.ts";
import type { DocumentId } from "../../../schema/ids.ts";
import { pointAt } from "../state/store.ts";
import { useLit } from "./useLit.ts";
import type { AssertedSentence } from "./useReading.ts";

interface TickProps {
  readonly document: DocumentId;
  readonly sentence: AssertedSentence;
  readonly length: number;
  readonly here: boolean;
}

function Tick({ document, sentence, length, here }: TickProps) {
  const lit = useLit(sentence);
  const edge = sentence.edges[0]!;
  const { start, end } = sentence;
  const emphasis = lit || here;
  return (
    <button
      type="button"
      tabIndex={-1}
      aria-hidden="true"
      title={sentence.edges.map(({ words }) => words).join("\n")}
      onClick={() => openDocument(document, { start, end })}
      onMouseEnter={() => pointAt({ kind: "relation", id: edge.id })}
      onMouseLeave={() => pointAt(undefined)}
      className="absolute right-0 left-0 flex h-[7px] -translate-y-1/2 items-center justify-end"
      style={{ top: `${(100 * (start + end)) / 2 / Math.max(1, length)}%` }}
    >
      <span
        className={`h-[3px] rounded-full ${emphasis ? "w-full" : "w-2/3"}`}
        style={{ background: quadColour(edge.quad), opacity: emphasis ? 1 : 0.7 }}
      />
    </button>
  );
}

interface MarginRailProps {
  readonly document: DocumentId;
  readonly sentences: readonly AssertedSentence[];
  readonly length: number;
  readonly at: number | undefined;
}

/** For the pointer; by keyboard, J and K walk the same sentences. */
export function MarginRail({ document, sentences, length, at }: MarginRailProps) {
  return (
    <div className="absolute inset-y-3 right-2.5 w-3.5" data-rail>
      {sentences.map((sentence) => (
        <Tick
          key={sentence.start}
          document={document}
          sentence={sentence}
          length={length}
          here={sentence.start === at}
        />
      ))}
    </div>
  );
}
