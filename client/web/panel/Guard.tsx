/** Before an actor with very many edges is expanded: how they divide, and how many of which to bring in. */
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import type { EntityId } from "../../../schema/ids.ts";
import { relationTerm, type RelationType } from "../../../schema/ontology.ts";
import { dismissGuard } from "../actions/edit.ts";
import { bringIn, FLOOD } from "../actions/grow.ts";
import { ask } from "../data/client.ts";
import { EDGE_LIMIT } from "../data/graph.ts";
import { neighborCountsQuery } from "../data/queries.ts";
import { Button } from "../parts/Button.tsx";
import { KindGlyph, LineGlyph } from "../parts/Glyph.tsx";
import { Modal } from "../parts/Modal.tsx";
import { Skeleton, Trouble } from "../parts/Trouble.tsx";
import { useView } from "../state/store.ts";
import { type Choice, choicesOf } from "../state/choices.ts";
import { counted, figure } from "../text/words.ts";

interface RowProps {
  readonly choice: Choice;
  readonly chosen: boolean;
  readonly onToggle: () => void;
}

function Row({ choice, chosen, onToggle }: RowProps) {
  const { quad, label, description } = relationTerm(choice.type);
  return (
    <li>
      <label className="flex h-8 items-center gap-2.5 rounded-md px-2 hover:bg-hover" title={description}>
        <input type="checkbox" checked={chosen} onChange={onToggle} className="size-3.5 accent-accent" />
        <LineGlyph quad={quad} />
        <span className="min-w-0 grow truncate">{label}</span>
        <span className="flex gap-0.5">
          {choice.kinds.slice(0, 6).map((kind) => (
            <KindGlyph key={kind} kind={kind} size={13} />
          ))}
        </span>
        <span className="w-20 text-right text-small text-ink-2">{counted(choice.relations, "edge")}</span>
      </label>
    </li>
  );
}

interface ChooserProps {
  readonly id: EntityId;
  readonly choices: readonly Choice[];
}

function Chooser({ id, choices }: ChooserProps) {
  const [left, leave] = useState<ReadonlySet<RelationType>>(new Set());
  const taken = choices.filter(({ type }) => !left.has(type));
  const sum = taken.reduce((total, { relations }) => total + relations, 0);
  const types = taken.length === choices.length ? undefined : taken.map(({ type }) => type);
  const toggle = (type: RelationType) =>
    leave(left.has(type) ? new Set([...left].filter((t) => t !== type)) : new Set([...left, type]));
  const all = () => leave(left.size === 0 ? new Set(choices.map(({ type }) => type)) : new Set());
  return (
    <>
      <div className="mb-1 flex justify-end">
        <Button onClick={all}>{left.size === 0 ? "Choose none" : "Choose all"}</Button>
      </div>
      <ul className="-mx-2 mb-4">
        {choices.map((choice) => (
          <Row key={choice.type} choice={choice} chosen={!left.has(choice.type)} onToggle={() => toggle(choice.type)} />
        ))}
      </ul>
      <div className="flex flex-wrap justify-end gap-2">
        {sum > FLOOD && (
          <Button look="primary" onClick={() => void bringIn(id, FLOOD, types)}>
            Bring in the {FLOOD} heaviest
          </Button>
        )}
        <Button
          look={sum > FLOOD ? "outlined" : "primary"}
          disabled={sum === 0}
          onClick={() => void bringIn(id, Math.min(sum, EDGE_LIMIT), types)}
        >
          {sum > EDGE_LIMIT ? `Bring in ${figure(EDGE_LIMIT)} of ${figure(sum)}` : `Bring in all ${figure(sum)}`}
        </Button>
      </div>
    </>
  );
}

export function Guard({ id }: { readonly id: EntityId }) {
  const { entities } = useView();
  const { data, error, refetch } = useQuery({
    queryKey: ["counts", id],
    queryFn: ({ signal }) => ask(neighborCountsQuery, { of: id }, signal),
  });
  const choices = data && choicesOf(data.neighborCounts);
  const sum = choices?.reduce((total, { relations }) => total + relations, 0) ?? 0;
  return (
    <Modal
      title={`Expand ${entities.get(id)?.name ?? id}`}
      description={choices && `It has ${counted(sum, "edge")}. Choose what to bring into the view.`}
      onClose={dismissGuard}
    >
      {error && !choices && <Trouble title={error.message} onRetry={() => void refetch()} />}
      {!choices && !error && <Skeleton label="The counts are coming" lines={5} />}
      {choices && <Chooser id={id} choices={choices} />}
    </Modal>
  );
}
