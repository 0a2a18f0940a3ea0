/** The left rail: the legend as filter, what the graph holds, and the way to add a document. */
import { useQuery } from "@tanstack/react-query";
import { ENTITY_KINDS, KIND_TERMS, STATUSES } from "../../../schema/ontology.ts";
import { statisticsOptions } from "../data/statistics.ts";
import { Button } from "../parts/Button.tsx";
import { KindGlyph, LineGlyph } from "../parts/Glyph.tsx";
import { showAdd } from "../state/dialogs.ts";
import { useFilters } from "../state/store.ts";
import { counted, kindLabel, STATUS_LABELS, STATUS_MEANING } from "../text/words.ts";
import { Entry, Section } from "./Legend.tsx";
import { Narrowing } from "./Narrowing.tsx";
import { QuadEntries } from "./QuadEntries.tsx";
import { useCounts } from "./useCounts.ts";

/** What the whole graph holds, in one line. */
function Holdings() {
  const { data } = useQuery(statisticsOptions);
  if (!data) return <span className="skeleton h-8 w-full" />;
  const { documents, sentences, relations, entities } = data.statistics;
  return (
    <p className="text-small text-ink-3">
      {counted(documents, "document")}, {counted(sentences, "sentence")}, {counted(entities, "actor")},{" "}
      {counted(relations, "edge")}
    </p>
  );
}

/** The legend and what stands below it. */
export function Rail() {
  const filters = useFilters();
  const counts = useCounts();
  return (
    <nav aria-label="Legend and filters" className="flex h-full flex-col">
      <div className="min-h-0 grow overflow-y-auto pb-4">
        <Section title="Edges">
          <QuadEntries filters={filters} counts={counts.types} />
        </Section>
        <Section title="Status">
          {STATUSES.map((status) => (
            <Entry
              key={status}
              facet="statuses"
              members={[status]}
              all={STATUSES}
              filters={filters}
              glyph={<LineGlyph status={status} />}
              label={STATUS_LABELS[status]}
              description={STATUS_MEANING[status]}
              count={counts.statuses.get(status) ?? 0}
            />
          ))}
        </Section>
        <Section title="Actors, places, events">
          {ENTITY_KINDS.map((kind) => (
            <Entry
              key={kind}
              facet="kinds"
              members={[kind]}
              all={ENTITY_KINDS}
              filters={filters}
              glyph={<KindGlyph kind={kind} />}
              label={kindLabel(kind)}
              description={KIND_TERMS[kind].description}
              count={counts.kinds.get(kind) ?? 0}
            />
          ))}
        </Section>
        <Narrowing />
      </div>
      <div className="flex flex-col gap-2 border-t border-line p-3">
        <Button look="outlined" icon="plus" className="justify-center" onClick={() => showAdd()}>
          Add a document
        </Button>
        <Holdings />
      </div>
    </nav>
  );
}
