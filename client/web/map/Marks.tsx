/** Places and arcs on the map: the same marks and the same selection as on the canvas. */
import { memo } from "react";
import { selectEntity, selectRelation } from "../actions/edit.ts";
import { kindColour, quadColour } from "../canvas/palette.ts";
import { breadth, edgeWidth, SHAPES } from "../canvas/shapes.ts";
import { quadOf } from "../state/visible.ts";
import { edgeStatus } from "../state/graph.ts";
import { pointAt, useExplorer } from "../state/store.ts";
import { edgeSentence } from "../text/words.ts";
import { type Arc, type Lie, pathOf, type Placed } from "./plan.ts";

const DASHES: Readonly<Record<string, string>> = { future: "7 4", hypothetical: "2 3" };
const SMALLER = 0.55;

interface ArcsProps {
  readonly arcs: readonly Arc[];
  readonly names: ReadonlyMap<string, string>;
}

function AllArcs({ arcs, names }: ArcsProps) {
  const selected = useExplorer(({ session }) => session.selection?.id);
  return arcs.map(({ relation, way }) => {
    const { id, subject, object, type, assertionCount, statuses } = relation;
    const [d, status, chosen] = [pathOf(way), edgeStatus(statuses), selected === id];
    const words = edgeSentence(names.get(subject) ?? "", type, names.get(object) ?? "");
    const line = { d, fill: "none", vectorEffect: "non-scaling-stroke" } as const;
    return (
      <g
        key={id}
        onClick={() => selectRelation(id)}
        onPointerEnter={() => pointAt({ kind: "relation", id })}
        onPointerLeave={() => pointAt(undefined)}
        data-arc={id}
        className="cursor-pointer"
      >
        <title>{words}</title>
        <path {...line} stroke="transparent" strokeWidth={12} />
        {chosen && (
          <path {...line} stroke="var(--accent)" strokeOpacity={0.35} strokeWidth={edgeWidth(assertionCount) + 8} />
        )}
        <path
          {...line}
          stroke={quadColour(quadOf(relation))}
          strokeWidth={edgeWidth(assertionCount) * 0.8}
          strokeDasharray={DASHES[status]}
          strokeOpacity={status === "negated" ? 0.45 : 0.85}
        />
      </g>
    );
  });
}

export const Arcs = memo(AllArcs);

function Mark({ entity, at, lie, chosen }: Placed & { readonly lie: Lie; readonly chosen: boolean }) {
  const radius = (breadth(entity.kind, entity.degree) / 2) * SMALLER;
  const { points, name } = SHAPES[entity.kind];
  const paint = {
    fill: `color-mix(in oklch, ${kindColour(entity.kind)} 24%, var(--surface))`,
    stroke: kindColour(entity.kind),
    strokeWidth: 1.5,
  };
  const select = () => selectEntity(entity.id);
  return (
    <g
      role="button"
      tabIndex={0}
      aria-label={entity.name}
      aria-pressed={chosen}
      data-place={entity.id}
      transform={`translate(${at.x * lie.scale + lie.x} ${at.y * lie.scale + lie.y})`}
      onClick={select}
      onKeyDown={(event) => event.key === "Enter" && select()}
      onPointerEnter={() => pointAt({ kind: "entity", id: entity.id })}
      onPointerLeave={() => pointAt(undefined)}
      className="cursor-pointer"
    >
      <title>{entity.name}</title>
      {chosen && <circle r={radius + 4} fill="none" stroke="var(--accent)" strokeWidth={2.5} />}
      {points ? (
        <polygon points={points.map(([x, y]) => `${x * radius},${y * radius}`).join(" ")} {...paint} />
      ) : name === "ellipse" ? (
        <circle r={radius} {...paint} />
      ) : (
        <rect x={-radius} y={-radius} width={2 * radius} height={2 * radius} rx={2} {...paint} />
      )}
    </g>
  );
}

interface MarksProps {
  readonly placed: readonly Placed[];
  readonly lie: Lie;
}

export function Marks({ placed, lie }: MarksProps) {
  const selected = useExplorer(({ session }) => session.selection?.id);
  return placed.map((place) => (
    <Mark key={place.entity.id} {...place} lie={lie} chosen={selected === place.entity.id} />
  ));
}

/** How large a mark is on the screen, for names to keep clear of it. */
export const radiusOf = ({ entity }: Placed): number => (breadth(entity.kind, entity.degree) / 2) * SMALLER;
