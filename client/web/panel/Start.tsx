/** With nothing selected, the panel says what there is to begin with. */
import { useQuery } from "@tanstack/react-query";
import { focusOn } from "../actions/open.ts";
import { ask } from "../data/client.ts";
import { toEntity } from "../data/graph.ts";
import { connectedQuery } from "../data/queries.ts";
import { Button, Keys } from "../parts/Button.tsx";
import { KindGlyph } from "../parts/Glyph.tsx";
import { Skeleton, Trouble } from "../parts/Trouble.tsx";
import { statisticsOptions } from "../data/statistics.ts";
import { showAdd } from "../state/dialogs.ts";
import type { ViewEntity } from "../state/graph.ts";
import { pointAt } from "../state/store.ts";
import { counted, figure, kindLabel } from "../text/words.ts";

const SHOWN = 12;

function Beginning({ entity }: { readonly entity: ViewEntity }) {
  return (
    <li>
      <button
        type="button"
        onClick={() => void focusOn(entity.id)}
        onMouseEnter={() => pointAt({ kind: "entity", id: entity.id })}
        onMouseLeave={() => pointAt(undefined)}
        className="flex h-[30px] w-full items-center gap-2.5 rounded-md px-2 text-left transition-colors hover:bg-hover"
      >
        <KindGlyph kind={entity.kind} />
        <span className="min-w-0 grow truncate">{entity.name}</span>
        <span className="shrink-0 text-small text-ink-3">{kindLabel(entity.kind)}</span>
        <span className="w-16 shrink-0 text-right text-small text-ink-2">{counted(entity.degree, "edge")}</span>
      </button>
    </li>
  );
}

function MostConnected() {
  const { data, error, refetch } = useQuery({
    queryKey: ["connected"],
    queryFn: ({ signal }) => ask(connectedQuery, { first: SHOWN }, signal),
  });
  if (error && !data) return <Trouble title={error.message} onRetry={() => void refetch()} />;
  if (!data) return <Skeleton label="The actors are coming" lines={8} />;
  if (data.entities.nodes.length === 0) return <Nothing />;
  return (
    <section aria-label="Most connected" className="border-t border-line px-2 py-3">
      <h3 className="px-2 pb-1 text-small text-ink-3">Begin with one of the most connected</h3>
      <ul>
        {data.entities.nodes.map((node) => (
          <Beginning key={node.id} entity={toEntity(node)} />
        ))}
      </ul>
    </section>
  );
}

function Nothing() {
  return (
    <div className="px-4 pb-4">
      <p className="mb-3 text-ink-2">The graph is empty. Add a document, and its sentences become edges.</p>
      <Button look="primary" icon="plus" onClick={() => showAdd()}>
        Add a document
      </Button>
    </div>
  );
}

export function Start() {
  const { data } = useQuery(statisticsOptions);
  return (
    <>
      <header className="px-4 pt-4 pb-4">
        <h2 className="text-large font-medium">Every edge quotes its sentence</h2>
        <p className="mt-1 text-ink-2">
          Click an edge to read who says so, where and when. Double-click an actor to see who surrounds it.{" "}
          <Keys keys="?" /> lists the keys.
        </p>
        {data && (
          <p className="mt-2 text-small text-ink-3">
            {figure(data.statistics.assertions)} assertions from {counted(data.statistics.sentences, "sentence")} in{" "}
            {counted(data.statistics.documents, "document")}.
          </p>
        )}
      </header>
      <MostConnected />
    </>
  );
}
