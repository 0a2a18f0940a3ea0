/** Below a document: who else speaks of what the sentence says at which the reader stands. */
import { useState } from "react";
import type { DocumentId, RelationId } from "../../../schema/ids.ts";
import { openDocument, selectRelation } from "../actions/edit.ts";
import { quadColour } from "../canvas/palette.ts";
import { useEvidence } from "../panel/useEvidence.ts";
import { Button, IconButton } from "../parts/Button.tsx";
import { Icon } from "../parts/Icon.tsx";
import { takeStep } from "../state/steps.ts";
import { dayInShort } from "../text/dates.ts";
import { counted } from "../text/words.ts";
import type { AssertedSentence } from "./useReading.ts";

const SHOWN = 30;

function Others({ id, document }: { readonly id: RelationId; readonly document: DocumentId }) {
  const { data } = useEvidence(id);
  const said = data?.pages.flatMap(({ assertions }) => assertions.nodes) ?? [];
  const others = said.filter((assertion) => assertion.document.id !== document);
  if (!data) return <span className="skeleton mx-4 my-2 block h-4" />;
  if (others.length === 0) return <p className="px-4 pb-2 text-ink-2">No other document says this.</p>;
  return (
    <ul aria-label="Who else says this" className="max-h-40 overflow-y-auto px-2 pb-2">
      {others.slice(0, SHOWN).map(({ id, quote, start, end, speaker, document }) => (
        <li key={id}>
          <button
            type="button"
            title={quote}
            onClick={() => openDocument(document.id as DocumentId, { start, end })}
            className="flex h-7 w-full items-center gap-2 rounded-md px-2 text-left hover:bg-hover"
          >
            <span className="min-w-0 grow truncate">
              {speaker && <span className="font-serif">{speaker}, in </span>}
              {document.publisher ?? document.title}
            </span>
            {document.published && (
              <span className="shrink-0 text-small text-ink-3">{dayInShort(document.published)}</span>
            )}
          </button>
        </li>
      ))}
    </ul>
  );
}

interface WhoElseProps {
  readonly document: DocumentId;
  readonly sentence: AssertedSentence;
}

/** Folded at first: the document is what is read. */
export function WhoElse({ document, sentence }: WhoElseProps) {
  const [unfolded, unfold] = useState(false);
  return (
    <footer aria-label="The sentence that is read" className="shrink-0 border-t border-line bg-surface py-1.5">
      {sentence.edges.map(({ id, quad, words }) => (
        <div key={id}>
          <div className="flex items-center gap-2 pr-2 pl-4">
            <span className="size-2 shrink-0 rounded-full" style={{ background: quadColour(quad) }} />
            <button
              type="button"
              onClick={() => selectRelation(id)}
              className="min-w-0 grow truncate text-left font-medium hover:text-accent"
            >
              <span className="sr-only">Evidence: </span>
              {words}
            </button>
            {id === sentence.edges[0]?.id && (
              <>
                <IconButton icon="up" label="Previous sentence" keys="K" side="top" onClick={() => takeStep(-1)} />
                <IconButton icon="down" label="Next sentence" keys="J" side="top" onClick={() => takeStep(1)} />
              </>
            )}
          </div>
          {unfolded && <Others id={id} document={document} />}
        </div>
      ))}
      <Button className="ml-1.5" aria-expanded={unfolded} onClick={() => unfold(!unfolded)}>
        <Icon name={unfolded ? "down" : "right"} size={12} />
        Who else says this
        {sentence.edges.length > 1 && (
          <span className="font-normal text-ink-3">{counted(sentence.edges.length, "edge")}</span>
        )}
      </Button>
    </footer>
  );
}
