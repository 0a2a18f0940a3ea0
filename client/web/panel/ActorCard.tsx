/** An actor: what it is, its other names, its edges by type, and the edges that are in view. */
import { useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import type { EntityId } from "../../../schema/ids.ts";
import { relationTerm } from "../../../schema/ontology.ts";
import { hide, remove, togglePin } from "../actions/edit.ts";
import { expand } from "../actions/grow.ts";
import { focusOn } from "../actions/open.ts";
import { ask } from "../data/client.ts";
import type { ResultOf } from "../data/graphql.ts";
import { actorQuery } from "../data/queries.ts";
import { Button, IconButton } from "../parts/Button.tsx";
import { KindGlyph } from "../parts/Glyph.tsx";
import { Skeleton, Trouble } from "../parts/Trouble.tsx";
import { edgesAt } from "../state/graph.ts";
import { useView, useVisible } from "../state/store.ts";
import { unseenEdges } from "../state/view.ts";
import { counted, figure, kindLabel } from "../text/words.ts";
import { EdgeLine } from "./EdgeLine.tsx";

type Actor = ResultOf<typeof actorQuery>;

function Aliases({ aliases }: { readonly aliases: readonly string[] }) {
  if (aliases.length === 0) return null;
  return <p className="mt-1 text-ink-2 wrap-anywhere">also {aliases.join(" · ")}</p>;
}

function Head({ entity }: { readonly entity: NonNullable<Actor["entity"]> }) {
  return (
    <header className="px-4 pt-3">
      <p className="mb-1 text-small text-ink-3">
        {kindLabel(entity.kind)}
        {entity.country && ` · ${entity.country}`}
      </p>
      <h2 className="flex items-start gap-2 text-large font-medium">
        <span className="mt-[3px]">
          <KindGlyph kind={entity.kind} />
        </span>
        {entity.name}
      </h2>
      <Aliases aliases={entity.aliases} />
      <p className="mt-1.5 text-small text-ink-2">
        {counted(entity.degree, "edge")} · named {figure(entity.mentionCount)}{" "}
        {entity.mentionCount === 1 ? "time" : "times"} in {counted(entity.documentCount, "document")}
      </p>
    </header>
  );
}

function Deeds({ id }: { readonly id: EntityId }) {
  const view = useView();
  const unseen = unseenEdges(view, id);
  const pinned = view.pinned.has(id);
  return (
    <div className="flex items-center gap-1 px-4 py-3">
      <Button
        look={unseen > 0 ? "primary" : "outlined"}
        icon="expand"
        onClick={() => expand(id)}
        disabled={unseen === 0}
      >
        {unseen > 0 ? `Expand by ${counted(unseen, "edge")}` : "All edges in view"}
      </Button>
      <span className="grow" />
      <IconButton icon="focus" label="Show only its surroundings" onClick={() => void focusOn(id)} />
      <IconButton
        icon="pin"
        label={pinned ? "Unpin" : "Pin"}
        keys="P"
        aria-pressed={pinned}
        className={pinned ? "bg-accent-soft text-accent" : ""}
        onClick={() => togglePin(id)}
      />
      <IconButton icon="hide" label="Hide" keys="H" onClick={() => hide(id)} />
      <IconButton icon="trash" label="Remove from the view" keys="Del" onClick={() => remove(id)} />
    </div>
  );
}

/** Its edges in sight, grouped by what they say, the heaviest group first. */
function Edges({ id, counts }: { readonly id: EntityId; readonly counts: Actor["neighborCounts"] }) {
  const { relations } = useVisible();
  const groups = useMemo(() => {
    const edges = edgesAt(relations, id);
    const types = [...new Set(edges.map(({ type }) => type))];
    const byType = types.map((type) => [type, edges.filter((edge) => edge.type === type)] as const);
    return byType.toSorted(([, a], [, b]) => b.length - a.length);
  }, [relations, id]);
  return groups.map(([type, edges]) => {
    const all = counts.filter((c) => c.type === type).reduce((sum, c) => sum + c.relations, 0);
    const shown = edges.toSorted((a, b) => b.assertionCount - a.assertionCount);
    return (
      <section key={type} aria-label={relationTerm(type).label} className="border-t border-line px-2 py-2">
        <h3 className="flex px-2 pb-0.5 text-small text-ink-3">
          <span className="grow">{relationTerm(type).label}</span>
          {all > shown.length ? `${shown.length} of ${all}` : shown.length}
        </h3>
        <ul>
          {shown.map((relation) => (
            <EdgeLine key={relation.id} relation={relation} of={id} />
          ))}
        </ul>
      </section>
    );
  });
}

export function ActorCard({ id }: { readonly id: EntityId }) {
  const { data, error, refetch } = useQuery({
    queryKey: ["actor", id],
    queryFn: ({ signal }) => ask(actorQuery, { id }, signal),
  });
  if (error && !data) return <Trouble title={error.message} onRetry={() => void refetch()} />;
  if (!data) return <Skeleton label="The actor is coming" lines={6} />;
  if (!data.entity) return <Trouble title="Nothing is known by this id any more." />;
  return (
    <>
      <Head entity={data.entity} />
      <Deeds id={id} />
      <Edges id={id} counts={data.neighborCounts} />
    </>
  );
}
