/** What an edge says in plain words, how much is said, and how much of it the filters hide. */
import type { EntityId } from "../../../schema/ids.ts";
import { relationTerm } from "../../../schema/ontology.ts";
import { refilter, selectEntity } from "../actions/edit.ts";
import { quadColour } from "../canvas/palette.ts";
import { toStatus } from "../data/graph.ts";
import { Button } from "../parts/Button.tsx";
import { KindGlyph, LineGlyph } from "../parts/Glyph.tsx";
import { NO_FILTERS } from "../state/filters.ts";
import { counted, figure, QUAD_LABELS, STATUS_LABELS, STATUS_MEANING, verb } from "../text/words.ts";
import type { EvidenceEdge } from "./useEvidence.ts";

function End({ entity }: { readonly entity: EvidenceEdge["subject"] }) {
  return (
    <button
      type="button"
      onClick={() => selectEntity(entity.id as EntityId)}
      className="inline text-left font-medium wrap-anywhere hover:text-accent"
    >
      <span className="mr-1.5 inline-block translate-y-[3px]">
        <KindGlyph kind={entity.kind} />
      </span>
      {entity.name}
    </button>
  );
}

function Statuses({ edge }: { readonly edge: EvidenceEdge }) {
  const said = edge.statuses.map(({ status, count }) => ({ status: toStatus(status), count }));
  if (said.length === 1 && said[0]!.status === "actual") return null;
  return (
    <p className="mt-1.5 flex flex-wrap gap-x-3 text-small text-ink-2">
      {said.map(({ status, count }) => (
        <span key={status} className="flex items-center gap-1.5" title={STATUS_MEANING[status]}>
          <LineGlyph quad={relationTerm(edge.type).quad} status={status} width={18} />
          {count} {STATUS_LABELS[status].toLowerCase()}
        </span>
      ))}
    </p>
  );
}

function Concealed({ hidden, total }: { readonly hidden: number; readonly total: number }) {
  if (hidden === 0) return null;
  return (
    <p role="status" className="mt-2.5 flex items-center gap-2 rounded-md bg-accent-soft py-0.5 pr-0.5 pl-2.5">
      <span className="grow">
        The filters hide {figure(hidden)} of {counted(total, "sentence")}.
      </span>
      <Button onClick={() => refilter(() => NO_FILTERS)}>Show all</Button>
    </p>
  );
}

interface EvidenceHeadProps {
  readonly edge: EvidenceEdge;
  /** How many of its sentences pass the filters. */
  readonly passing: number;
}

export function EvidenceHead({ edge, passing }: EvidenceHeadProps) {
  const { quad, description } = relationTerm(edge.type);
  const speakers = edge.speakerCount > 0 ? `, ${counted(edge.speakerCount, "speaker")} named` : "";
  return (
    <header className="px-4 pt-3 pb-3.5">
      <p className="mb-1 flex items-center gap-1.5 text-small text-ink-3" title={description}>
        <span className="size-2 rounded-full" style={{ background: quadColour(quad) }} />
        {QUAD_LABELS[quad]}
      </p>
      <h2 className="text-large">
        <End entity={edge.subject} />{" "}
        <span
          className="text-ink-2"
          style={{ textDecoration: `underline ${quadColour(quad)} 2px`, textUnderlineOffset: "4px" }}
        >
          {verb(edge.type)}
        </span>{" "}
        <End entity={edge.object} />
      </h2>
      <p className="mt-1.5 text-small text-ink-2">
        {counted(edge.assertionCount, "sentence")} in {counted(edge.documentCount, "document")}
        {speakers}
      </p>
      <Statuses edge={edge} />
      <Concealed hidden={edge.assertionCount - passing} total={edge.assertionCount} />
    </header>
  );
}
