/** The evidence of one edge: what it says in plain words, and every sentence that says so. */
import type { EntityId, RelationId } from "../../../schema/ids.ts";
import { relationTerm } from "../../../schema/ontology.ts";
import { quadColour } from "../canvas/palette.ts";
import { selectEntity } from "../actions/edit.ts";
import { toStatus } from "../data/graph.ts";
import { Button } from "../parts/Button.tsx";
import { KindGlyph, LineGlyph } from "../parts/Glyph.tsx";
import { Skeleton, Trouble } from "../parts/Trouble.tsx";
import { counted, QUAD_LABELS, STATUS_LABELS, STATUS_MEANING, verb } from "../text/words.ts";
import { AssertionCard } from "./AssertionCard.tsx";
import { type EvidenceEdge, useEvidence } from "./useEvidence.ts";

function End({ entity }: { readonly entity: EvidenceEdge["subject"] }) {
  return (
    <button
      type="button"
      onClick={() => selectEntity(entity.id as EntityId)}
      className="inline text-left font-medium hover:text-accent"
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

function Heading({ edge }: { readonly edge: EvidenceEdge }) {
  const { quad, description } = relationTerm(edge.type);
  const speakers = edge.speakerCount > 0 ? `, ${counted(edge.speakerCount, "speaker")} named` : "";
  return (
    <header className="px-4 pt-3 pb-4">
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
    </header>
  );
}

export function Evidence({ id }: { readonly id: RelationId }) {
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useEvidence(id);
  const edge = data?.pages[0]?.relation;
  if (error && !edge) return <Trouble title={error.message} onRetry={() => void refetch()} />;
  if (!data) return <Skeleton label="The sentences are coming" lines={8} />;
  if (!edge)
    return <Trouble title="There is no edge by this id any more.">Its document may have been removed.</Trouble>;
  const assertions = data.pages.flatMap((page) => page.relation?.assertions.nodes ?? []);
  const left = edge.assertions.totalCount - assertions.length;
  return (
    <>
      <Heading edge={edge} />
      <ol aria-label="Sentences">
        {assertions.map((assertion) => (
          <AssertionCard key={assertion.id} assertion={assertion} edge={edge} />
        ))}
      </ol>
      {hasNextPage && (
        <div className="border-t border-line p-3">
          <Button look="outlined" disabled={isFetchingNextPage} onClick={() => void fetchNextPage()}>
            Show more, {counted(left, "sentence")} left
          </Button>
        </div>
      )}
    </>
  );
}
