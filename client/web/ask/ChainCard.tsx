/** One way between two actors, as a chain of sentences; its weakest hop is named. */
import type { DocumentId } from "../../../schema/ids.ts";
import { relationTerm } from "../../../schema/ontology.ts";
import { openDocument, selectEntity, selectRelation } from "../actions/edit.ts";
import { quadColour } from "../canvas/palette.ts";
import { KindGlyph, LineGlyph } from "../parts/Glyph.tsx";
import { Quote } from "../panel/Quote.tsx";
import { edgeStatus, type ViewEntity } from "../state/graph.ts";
import { pointAt } from "../state/store.ts";
import { dayInWords } from "../text/dates.ts";
import { counted, STATUS_LABELS, verb } from "../text/words.ts";
import type { Chain, Hop, Sentence } from "./between.ts";

function Actor({ entity }: { readonly entity: ViewEntity }) {
  return (
    <button
      type="button"
      onClick={() => selectEntity(entity.id)}
      className="-mx-1.5 flex items-center gap-1.5 rounded-md px-1.5 py-0.5 text-left font-medium transition-colors hover:bg-hover"
    >
      <KindGlyph kind={entity.kind} />
      {entity.name}
    </button>
  );
}

function Said({ hop, sentence, chain }: { readonly hop: Hop; readonly sentence: Sentence; readonly chain: Chain }) {
  const kind = (id: string) => chain.entities.find((entity) => entity.id === id)!.kind;
  const { relation } = hop;
  const { document, quote, start, end, trigger, subjectMention, objectMention } = sentence;
  const source = [document.title, document.publisher, document.published && dayInWords(document.published)];
  return (
    <>
      <Quote
        quote={quote}
        start={start}
        trigger={trigger}
        subject={{ kind: kind(relation.subject), mention: subjectMention }}
        object={{ kind: kind(relation.object), mention: objectMention }}
        quad={relationTerm(relation.type).quad}
      />
      <button
        type="button"
        onClick={() => openDocument(document.id as DocumentId, { start, end })}
        className="mt-1 line-clamp-1 text-left text-small text-ink-3 hover:text-accent"
      >
        {source.filter(Boolean).join(" · ")}
      </button>
    </>
  );
}

/** Which way the edge goes, seen along the chain. */
function wayOf({ relation }: Hop, from: ViewEntity): string {
  if (relationTerm(relation.type).symmetric) return "↕";
  return relation.subject === from.id ? "↓" : "↑";
}

function HopRow({ hop, from, chain }: { readonly hop: Hop; readonly from: ViewEntity; readonly chain: Chain }) {
  const { relation, sentence, weakest } = hop;
  const { quad } = relationTerm(relation.type);
  const status = edgeStatus(relation.statuses);
  const target = { kind: "relation", id: relation.id } as const;
  return (
    <div
      className="my-1 ml-[7px] border-l-2 py-1 pl-4"
      style={{ borderColor: quadColour(quad) }}
      onMouseEnter={() => pointAt(target)}
      onMouseLeave={() => pointAt(undefined)}
    >
      <p className="mb-1 flex flex-wrap items-center gap-x-2">
        <button type="button" onClick={() => selectRelation(relation.id)} className="font-medium hover:text-accent">
          <span aria-hidden="true" style={{ color: quadColour(quad) }}>
            {wayOf(hop, from)}
          </span>{" "}
          {verb(relation.type)}
        </button>
        <span className="text-small text-ink-3">{counted(relation.assertionCount, "sentence")}</span>
        {status !== "actual" && (
          <span className="flex items-center gap-1 text-small text-ink-2">
            <LineGlyph quad={quad} status={status} width={18} />
            {STATUS_LABELS[status].toLowerCase()}
          </span>
        )}
        {weakest && <span className="rounded bg-hover px-1.5 text-small text-ink-2">weakest link</span>}
      </p>
      {sentence && <Said hop={hop} sentence={sentence} chain={chain} />}
    </div>
  );
}

export function ChainCard({ chain }: { readonly chain: Chain }) {
  return (
    <li className="border-t border-line px-4 py-3">
      {chain.entities.map((entity, i) => {
        const hop = chain.hops[i];
        return (
          <div key={entity.id}>
            <Actor entity={entity} />
            {hop && <HopRow hop={hop} from={entity} chain={chain} />}
          </div>
        );
      })}
    </li>
  );
}
