/** One edge of an actor in a list: which way it goes, to whom, how much is said. */
import type { EntityId } from "../../../schema/ids.ts";
import { relationTerm } from "../../../schema/ontology.ts";
import { selectRelation } from "../actions/edit.ts";
import { quadColour } from "../canvas/palette.ts";
import { KindGlyph, LineGlyph } from "../parts/Glyph.tsx";
import { edgeStatus, otherEnd, type ViewRelation } from "../state/graph.ts";
import { pointAt, useView } from "../state/store.ts";
import { figure, verb } from "../text/words.ts";

interface EdgeLineProps {
  readonly relation: ViewRelation;
  readonly of: EntityId;
}

function Way({ relation, of }: EdgeLineProps) {
  const { quad, symmetric } = relationTerm(relation.type);
  const sign = symmetric ? "↔" : relation.subject === of ? "→" : "←";
  return (
    <span className="w-4 shrink-0 text-center" style={{ color: quadColour(quad) }} aria-hidden="true">
      {sign}
    </span>
  );
}

export function EdgeLine({ relation, of }: EdgeLineProps) {
  const { entities } = useView();
  const other = entities.get(otherEnd(relation, of));
  const [subject, object] = [entities.get(relation.subject), entities.get(relation.object)];
  if (!other || !subject || !object) return null;
  const does = verb(relation.type);
  const [before, after] =
    relation.subject === of ? [`${subject.name} ${does} `, ", "] : ["", ` ${does} ${object.name}, `];
  const status = edgeStatus(relation.statuses);
  const target = { kind: "relation", id: relation.id } as const;
  return (
    <li>
      <button
        type="button"
        onClick={() => selectRelation(relation.id)}
        onMouseEnter={() => pointAt(target)}
        onMouseLeave={() => pointAt(undefined)}
        className="flex h-7 w-full items-center gap-1.5 rounded-md px-2 text-left transition-colors hover:bg-hover"
      >
        <Way relation={relation} of={of} />
        <KindGlyph kind={other.kind} size={14} />
        {before && <span className="sr-only">{before}</span>}
        <span className="min-w-0 grow truncate">{other.name}</span>
        <span className="sr-only">{after}</span>
        {status !== "actual" && <LineGlyph quad={relationTerm(relation.type).quad} status={status} width={18} />}
        <span className="w-6 text-right text-small text-ink-3">{figure(relation.assertionCount)}</span>
        <span className="sr-only">{relation.assertionCount === 1 ? "sentence" : "sentences"}</span>
      </button>
    </li>
  );
}
