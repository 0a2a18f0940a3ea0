/** The marks of the canvas in small, for legend, lists and text. */
import type { EntityKind, QuadClass } from "../../../schema/ontology.ts";
import { kindColour, quadColour } from "../canvas/palette.ts";
import { SHAPES } from "../canvas/shapes.ts";
import type { EdgeStatus } from "../state/graph.ts";

function Outline({ kind }: { readonly kind: EntityKind }) {
  const { points, name } = SHAPES[kind];
  const reach = { STATE: 6.2, PERSON: 4, GOVERNMENT: 5.6, AGENCY: 4.6, PLACE: 5, BASE: 5.6 }[kind as string] ?? 6;
  if (points) return <polygon points={points.map(([x, y]) => `${8 + x * reach},${8 + y * reach}`).join(" ")} />;
  if (name === "ellipse") return <circle cx="8" cy="8" r={reach} />;
  return <rect x={8 - reach} y={8 - reach} width={2 * reach} height={2 * reach} rx="2" />;
}

/** The shape and hue of a kind. */
export function KindGlyph({ kind, size = 16 }: { readonly kind: EntityKind; readonly size?: number }) {
  const colour = kindColour(kind);
  return (
    <svg className="shrink-0" width={size} height={size} viewBox="0 0 16 16" aria-hidden="true">
      <g
        fill={`color-mix(in oklch, ${colour} 24%, var(--surface))`}
        stroke={colour}
        strokeWidth="1.4"
        strokeLinejoin="round"
      >
        <Outline kind={kind} />
      </g>
    </svg>
  );
}

const DASHES: Partial<Record<EdgeStatus, string>> = { future: "5 3", hypothetical: "1.6 2.6" };

interface LineProps {
  readonly quad?: QuadClass | undefined;
  readonly status?: EdgeStatus;
  readonly width?: number;
}

/** A piece of an edge: the colour of its quad class, the line of its status. */
export function LineGlyph({ quad, status = "actual", width = 22 }: LineProps) {
  const colour = quad ? quadColour(quad) : "var(--ink-2)";
  const line = {
    stroke: colour,
    strokeWidth: 2,
    strokeDasharray: DASHES[status],
    opacity: status === "negated" ? 0.5 : 1,
  };
  return (
    <svg className="shrink-0" width={width} height="16" viewBox={`0 0 ${width} 16`} aria-hidden="true">
      {status === "disputed" ? (
        <>
          <path d={`M1 6.2H${width - 1}`} {...line} strokeWidth={1.5} />
          <path d={`M1 9.8H${width - 1}`} {...line} strokeWidth={1.5} />
        </>
      ) : (
        <path d={`M1 8H${width - 1}`} {...line} />
      )}
      {status === "negated" && <path d={`M${width / 2} 3.6v8.8`} stroke={colour} strokeWidth="2" />}
    </svg>
  );
}
