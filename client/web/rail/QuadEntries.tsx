/** Edges in the legend: a line for each quad class, its types beneath when unfolded. */
import { useState } from "react";
import {
  QUAD_CLASSES,
  type QuadClass,
  RELATION_TYPES,
  relationTerm,
  type RelationType,
} from "../../../schema/ontology.ts";
import { LineGlyph } from "../parts/Glyph.tsx";
import { Icon } from "../parts/Icon.tsx";
import type { Filters } from "../state/filters.ts";
import { QUAD_LABELS, verb } from "../text/words.ts";
import { Entry } from "./Legend.tsx";

const TYPES_OF = new Map(
  QUAD_CLASSES.map((quad) => [quad, RELATION_TYPES.filter((type) => relationTerm(type).quad === quad)]),
);

interface QuadProps {
  readonly quad: QuadClass;
  readonly filters: Filters;
  readonly counts: ReadonlyMap<RelationType, number>;
}

function Quad({ quad, filters, counts }: QuadProps) {
  const [unfolded, unfold] = useState(false);
  const types = TYPES_OF.get(quad) ?? [];
  const sum = types.reduce((total, type) => total + (counts.get(type) ?? 0), 0);
  const shown = types.filter((type) => counts.has(type) || filters.types.has(type));
  const common = { facet: "types", filters, all: RELATION_TYPES } as const;
  return (
    <>
      <Entry {...common} members={types} glyph={<LineGlyph quad={quad} />} label={QUAD_LABELS[quad]} count={sum}>
        <button
          type="button"
          aria-label={`Types of ${QUAD_LABELS[quad].toLowerCase()}`}
          aria-expanded={unfolded}
          disabled={shown.length === 0}
          onClick={() => unfold(!unfolded)}
          className="absolute top-1 -left-1.5 flex size-4 items-center justify-center rounded text-ink-3 hover:bg-hover hover:text-ink disabled:opacity-0"
        >
          <Icon name={unfolded ? "down" : "right"} size={11} />
        </button>
      </Entry>
      {unfolded &&
        shown.map((type) => (
          <Entry
            key={type}
            {...common}
            indent
            members={[type]}
            glyph={<LineGlyph quad={quad} width={12} />}
            label={verb(type)}
            description={relationTerm(type).description}
            count={counts.get(type) ?? 0}
          />
        ))}
    </>
  );
}

/** All quad classes. */
export function QuadEntries(props: Omit<QuadProps, "quad">) {
  return QUAD_CLASSES.map((quad) => <Quad key={quad} quad={quad} {...props} />);
}
