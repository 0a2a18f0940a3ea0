/** What a document would add: its edges with the sentences that say so, new ones first. */
import { useState } from "react";
import { relationTerm } from "../../../schema/ontology.ts";
import { quadColour } from "../canvas/palette.ts";
import type { PreviewedDocument, PreviewedRelation } from "../state/queue.ts";
import { pointAt } from "../state/store.ts";
import { counted, edgeSentence } from "../text/words.ts";

const FEW = 6;

function Edge({ relation }: { readonly relation: PreviewedRelation }) {
  const { id, type, subject, object, assertions } = relation;
  const target = { kind: "relation", id } as const;
  return (
    <li className="py-1" onMouseEnter={() => pointAt(target)} onMouseLeave={() => pointAt(undefined)}>
      <p className="flex items-start gap-2">
        <span
          className="mt-1.5 size-2 shrink-0 rounded-full"
          style={{ background: quadColour(relationTerm(type).quad) }}
        />
        <span className="min-w-0 grow wrap-anywhere">
          {edgeSentence(subject.name, type, object.name)}
          {relation.new && <span className="ml-1.5 rounded bg-accent-soft px-1 text-small text-accent">new</span>}
        </span>
      </p>
      {assertions.slice(0, 2).map(({ quote, start }) => (
        <blockquote key={start} dir="auto" className="ml-4 line-clamp-3 font-serif text-[14px] leading-5 text-ink-2">
          {quote}
        </blockquote>
      ))}
      {assertions.length > 2 && (
        <p className="ml-4 text-small text-ink-3">and {counted(assertions.length - 2, "more sentence")}</p>
      )}
    </li>
  );
}

function Adds({ document }: { readonly document: PreviewedDocument }) {
  const entities = document.entities.filter((entity) => entity.new);
  const relations = document.relations.filter((relation) => relation.new);
  if (document.known) return <>Already known: the same text was read before.</>;
  if (document.relations.length === 0)
    return <>{counted(document.sentences, "sentence")}; none of them asserts an edge.</>;
  return (
    <>
      Would add {counted(relations.length, "new edge")} and {counted(entities.length, "new actor")} from{" "}
      {counted(document.sentences, "sentence")}.
    </>
  );
}

export function PreviewedDocumentPart({ document }: { readonly document: PreviewedDocument }) {
  const [all, showAll] = useState(false);
  const sorted = document.relations.toSorted((a, b) => Number(b.new) - Number(a.new));
  const shown = all ? sorted : sorted.slice(0, FEW);
  return (
    <section aria-label={document.title} className="mt-2">
      <h3 className="line-clamp-2 font-medium wrap-anywhere">{document.title}</h3>
      <p className="text-ink-2">
        <Adds document={document} />
      </p>
      {!document.known && shown.length > 0 && (
        <ul aria-label="Edges it would assert" className="mt-1">
          {shown.map((relation) => (
            <Edge key={relation.id} relation={relation} />
          ))}
        </ul>
      )}
      {!document.known && sorted.length > shown.length && (
        <button
          type="button"
          onClick={() => showAll(true)}
          className="rounded text-small font-medium text-accent hover:underline"
        >
          Show {counted(sorted.length - shown.length, "more edge")}
        </button>
      )}
    </section>
  );
}
