/** One edge of an actor in a list: which way it goes, to whom, how much is said. */
import type { EntityId } from "../../../schema/ids.ts";
import { relationTerm } from "../../../schema/ontology.ts";
import { selectRelation } from "../actions/edit.ts";
import { quadColour } from "../canvas/palette.ts";
import { KindGlyph, LineGlyph } from "../parts/Glyph.tsx";
import { edgeStatus, otherEnd, type ViewRelation } from "../state/graph.ts";
import { pointAt, useView } from "../state/store.ts";
import { counted, edgeSentence, figure } from "../text/words.ts";

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
  const status = edgeStatus(relation.statuses);
  const target = { kind: "relation", id: relation.id } as const;
  return (
    <li>
      <button
        type="button"
        aria-label={`${edgeSentence(subject.name, relation.type, object.name)}, ${counted(relation.assertionCount, "sentence")}`}
        onClick={() => selectRelation(relation.id)}
        onMouseEnter={() => pointAt(target)}
        onMouseLeave={() => pointAt(undefined)}
        className="flex h-7 w-full items-center gap-1.5 rounded-md px-2 text-left transition-colors hover:bg-hover"
      >
        <Way relation={relation} of={of} />
        <KindGlyph kind={other.kind} size={14} />
        <span className="min-w-0 grow truncate">{other.name}</span>
        {status !== "actual" && <LineGlyph quad={relationTerm(relation.type).quad} status={status} width={18} />}
        <span className="w-6 text-right text-small text-ink-3">{figure(relation.assertionCount)}</span>
      </button>
    </li>
  );
}
