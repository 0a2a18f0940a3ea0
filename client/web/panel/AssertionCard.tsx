/** One assertion: its sentence, who says so, when it happened, how sure it is. What is not known is absent. */
import type { DocumentId } from "../../../schema/ids.ts";
import { relationTerm } from "../../../schema/ontology.ts";
import { copy, openDocument } from "../actions/edit.ts";
import { toStatus } from "../data/graph.ts";
import { IconButton } from "../parts/Button.tsx";
import { ExtractorGlyph } from "../parts/Extractor.tsx";
import { LineGlyph } from "../parts/Glyph.tsx";
import { takeStep } from "../state/steps.ts";
import { citation } from "../text/citation.ts";
import { dateInWords } from "../text/dates.ts";
import { STATUS_LABELS, STATUS_MEANING } from "../text/words.ts";
import { Quote } from "./Quote.tsx";
import type { EvidenceAssertion, EvidenceEdge } from "./useEvidence.ts";

function Confidence({ value }: { readonly value: number }) {
  const percent = Math.round(value * 100);
  const words = `Confidence of the reading ${percent} %`;
  return (
    <span role="img" aria-label={words} title={words} className="flex h-4 items-center">
      <span className="h-[3px] w-9 overflow-hidden rounded-full bg-line-strong">
        <span className="block h-full rounded-full bg-ink-2" style={{ width: `${percent}%` }} />
      </span>
    </span>
  );
}

function Facts({ assertion, edge }: { readonly assertion: EvidenceAssertion; readonly edge: EvidenceEdge }) {
  const status = toStatus(assertion.status);
  const { speaker, date, confidence, extractor } = assertion;
  return (
    <div className="flex min-h-7 min-w-0 grow flex-wrap items-center gap-x-3 gap-y-0.5 text-small text-ink-2">
      {speaker && (
        <span className="min-w-0 wrap-anywhere">
          says: <span className="font-serif text-[13px] text-ink">{speaker}</span>
        </span>
      )}
      {date && <span title={date}>{dateInWords(date)}</span>}
      {status !== "actual" && (
        <span className="flex items-center gap-1.5" title={STATUS_MEANING[status]}>
          <LineGlyph quad={relationTerm(edge.type).quad} status={status} width={18} />
          {STATUS_LABELS[status].toLowerCase()}
        </span>
      )}
      <Confidence value={confidence} />
      <ExtractorGlyph extractor={extractor} />
    </div>
  );
}

interface AssertionCardProps {
  readonly assertion: EvidenceAssertion;
  readonly edge: EvidenceEdge;
  readonly current: boolean;
  readonly last: boolean;
}

export function AssertionCard({ assertion, edge, current, last }: AssertionCardProps) {
  const { document, quote, start, end } = assertion;
  const read = () => openDocument(document.id as DocumentId, { start, end });
  return (
    <div className={`group relative px-4 pt-3 pb-2 ${current ? "bg-accent-soft/60" : ""}`}>
      <Quote
        quote={quote}
        start={start}
        trigger={assertion.trigger}
        subject={{ kind: edge.subject.kind, mention: assertion.subjectMention }}
        object={{ kind: edge.object.kind, mention: assertion.objectMention }}
        quad={relationTerm(edge.type).quad}
      />
      <div className="mt-1.5 flex items-start gap-1">
        <Facts assertion={assertion} edge={edge} />
        <div className="-mr-2 flex opacity-55 transition-opacity group-focus-within:opacity-100 group-hover:opacity-100">
          <IconButton icon="document" label="Read in document" side="left" onClick={read} />
          <IconButton
            icon="copy"
            label="Copy citation"
            side="left"
            onClick={() => void copy(citation(quote, { start, end }, document), "Citation")}
          />
          {!last && <IconButton icon="down" label="Next sentence" keys="J" side="left" onClick={() => takeStep(1)} />}
        </div>
      </div>
    </div>
  );
}
