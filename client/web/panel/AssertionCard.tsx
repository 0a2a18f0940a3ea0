/** One assertion: its sentence, who says so, when it happened, where it stands. What is not known is absent. */
import type { DocumentId } from "../../../schema/ids.ts";
import { relationTerm } from "../../../schema/ontology.ts";
import { copy, openDocument } from "../actions/edit.ts";
import { toStatus } from "../data/graph.ts";
import { IconButton } from "../parts/Button.tsx";
import { LineGlyph } from "../parts/Glyph.tsx";
import { Icon } from "../parts/Icon.tsx";
import { citation } from "../text/citation.ts";
import { dateInWords, dayInWords } from "../text/dates.ts";
import { STATUS_LABELS, STATUS_MEANING } from "../text/words.ts";
import { Quote } from "./Quote.tsx";
import type { EvidenceAssertion, EvidenceEdge } from "./useEvidence.ts";

function Confidence({ value, extractor }: { readonly value: number; readonly extractor: string }) {
  const percent = Math.round(value * 100);
  const words = `Read by ${extractor}, confidence ${percent} %`;
  return (
    <span role="img" aria-label={words} title={words} className="flex h-4 items-center gap-1.5 text-ink-3">
      <span className="h-[3px] w-9 overflow-hidden rounded-full bg-line">
        <span className="block h-full rounded-full bg-ink-3" style={{ width: `${percent}%` }} />
      </span>
    </span>
  );
}

function Facts({ assertion, edge }: { readonly assertion: EvidenceAssertion; readonly edge: EvidenceEdge }) {
  const status = toStatus(assertion.status);
  const { speaker, date, confidence, extractor } = assertion;
  return (
    <div className="mt-2 flex flex-wrap items-center gap-x-3 gap-y-0.5 text-small text-ink-2">
      {speaker && (
        <span>
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
      <Confidence value={confidence} extractor={extractor} />
    </div>
  );
}

export function AssertionCard({
  assertion,
  edge,
}: {
  readonly assertion: EvidenceAssertion;
  readonly edge: EvidenceEdge;
}) {
  const { document, quote, start, end } = assertion;
  const read = () => openDocument(document.id as DocumentId, { start, end });
  const source = [document.publisher, document.published && dayInWords(document.published)].filter(Boolean).join(" · ");
  return (
    <li className="group relative border-t border-line px-4 py-4">
      <Quote
        quote={quote}
        start={start}
        trigger={assertion.trigger}
        subject={{ kind: edge.subject.kind, mention: assertion.subjectMention }}
        object={{ kind: edge.object.kind, mention: assertion.objectMention }}
        quad={relationTerm(edge.type).quad}
      />
      <Facts assertion={assertion} edge={edge} />
      <div className="mt-2.5 flex items-start gap-1">
        <button
          type="button"
          onClick={read}
          className="-mx-1.5 flex min-w-0 grow items-start gap-2 rounded-md px-1.5 py-1 text-left transition-colors hover:bg-hover"
        >
          <span className="mt-px text-ink-3">
            <Icon name="document" />
          </span>
          <span className="min-w-0">
            <span className="sr-only">Read in document: </span>
            <span className="line-clamp-2 font-medium wrap-anywhere">{document.title}</span>
            {source && <span className="block text-small text-ink-3">{source}</span>}
          </span>
        </button>
        <IconButton
          icon="copy"
          label="Copy citation"
          side="left"
          className="opacity-60 group-focus-within:opacity-100 group-hover:opacity-100"
          onClick={() => void copy(citation(quote, { start, end }, document), "Citation")}
        />
      </div>
    </li>
  );
}
