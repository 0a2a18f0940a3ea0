/** The whole graph as the worker holds it: numbers in typed columns, the most connected first. Pure. */
import { ENTITY_KINDS, type EntityKind, QUAD_CLASSES, type QuadClass } from "../../../schema/ontology.ts";

/** The server's answer. */
export interface OverviewAnswer {
  readonly entities: {
    readonly id: readonly string[];
    readonly name: readonly string[];
    readonly kind: readonly EntityKind[];
    readonly degree: readonly number[];
    readonly x: readonly number[];
    readonly y: readonly number[];
    readonly community: readonly number[];
  };
  readonly relations: {
    readonly subject: readonly number[];
    readonly object: readonly number[];
    readonly quad: readonly QuadClass[];
    readonly weight: readonly number[];
  };
  readonly communities: readonly { readonly name: string; readonly size: number }[];
  readonly totalEntities: number;
  readonly totalRelations: number;
}

export interface Plan {
  readonly ids: readonly string[];
  readonly names: readonly string[];
  /** Indices into `ENTITY_KINDS`. */
  readonly kind: Uint8Array;
  readonly degree: Uint32Array;
  readonly community: Int16Array;
  readonly x: Float32Array;
  readonly y: Float32Array;
  /** In units of the layout. */
  readonly radius: Float32Array;
  readonly subject: Uint32Array;
  readonly object: Uint32Array;
  readonly weight: Uint32Array;
  /** Where in the edges each quad class begins, in `PAINTED` order, and the end. */
  readonly quadStart: Uint32Array;
  readonly communities: OverviewAnswer["communities"];
  readonly totalEntities: number;
  readonly totalRelations: number;
}

/** Edges are painted in this order, so that conflict lies on top. */
export const PAINTED: readonly QuadClass[] = [
  "STANDING",
  "VERBAL_COOPERATION",
  "MATERIAL_COOPERATION",
  "VERBAL_CONFLICT",
  "MATERIAL_CONFLICT",
];

const KIND_INDEX = new Map(ENTITY_KINDS.map((kind, i) => [kind, i]));
const QUAD_INDEX = new Map(QUAD_CLASSES.map((quad) => [quad, PAINTED.indexOf(quad)]));

/** The area of a mark grows with its edges. */
const radiusOf = (degree: number): number => Math.min(0.8, Math.sqrt(0.012 + 0.0045 * degree));

/** The entities that stay when some kinds are switched off: old index to new, or -1. */
function kept(kinds: readonly EntityKind[], off: ReadonlySet<EntityKind>): Int32Array {
  const places = new Int32Array(kinds.length);
  let next = 0;
  for (const [i, kind] of kinds.entries()) places[i] = off.has(kind) ? -1 : next++;
  return places;
}

interface Edges {
  readonly rows: Uint32Array;
  readonly quadStart: Uint32Array;
}

/** The rows of the edges that stay, sorted by quad class; within one the heaviest first, as they came. */
function sorted({ subject, object, quad }: OverviewAnswer["relations"], places: Int32Array): Edges {
  const stays = (row: number) => places[subject[row]!]! >= 0 && places[object[row]!]! >= 0;
  const quadStart = new Uint32Array(PAINTED.length + 1);
  for (let row = 0; row < quad.length; row += 1) if (stays(row)) quadStart[QUAD_INDEX.get(quad[row]!)! + 1]! += 1;
  for (let i = 1; i < quadStart.length; i += 1) quadStart[i]! += quadStart[i - 1]!;
  const rows = new Uint32Array(quadStart.at(-1)!);
  const next = quadStart.slice();
  for (let row = 0; row < quad.length; row += 1) if (stays(row)) rows[next[QUAD_INDEX.get(quad[row]!)!]!++] = row;
  return { rows, quadStart };
}

/** Puts an answer into columns, without the kinds that are switched off. */
export function planOf(answer: OverviewAnswer, off: ReadonlySet<EntityKind> = new Set()): Plan {
  const { entities, relations } = answer;
  const places = kept(entities.kind, off);
  const stay = <T>(column: readonly T[]): readonly T[] =>
    off.size === 0 ? column : column.filter((_, i) => places[i]! >= 0);
  const { rows, quadStart } = sorted(relations, places);
  const degree = Uint32Array.from(stay(entities.degree));
  return {
    ids: stay(entities.id),
    names: stay(entities.name),
    kind: Uint8Array.from(stay(entities.kind), (kind) => KIND_INDEX.get(kind)!),
    degree,
    community: Int16Array.from(stay(entities.community)),
    x: Float32Array.from(stay(entities.x)),
    y: Float32Array.from(stay(entities.y)),
    radius: Float32Array.from(degree, radiusOf),
    subject: Uint32Array.from(rows, (row) => places[relations.subject[row]!]!),
    object: Uint32Array.from(rows, (row) => places[relations.object[row]!]!),
    weight: Uint32Array.from(rows, (row) => relations.weight[row]!),
    quadStart,
    communities: answer.communities,
    totalEntities: answer.totalEntities,
    totalRelations: answer.totalRelations,
  };
}

/** The box around all of it, in units of the layout. */
export function extent({ x, y }: Pick<Plan, "x" | "y">) {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (let i = 0; i < x.length; i += 1) {
    left = Math.min(left, x[i]!);
    right = Math.max(right, x[i]!);
    top = Math.min(top, y[i]!);
    bottom = Math.max(bottom, y[i]!);
  }
  return left > right ? { left: 0, top: 0, right: 0, bottom: 0 } : { left, top, right, bottom };
}
