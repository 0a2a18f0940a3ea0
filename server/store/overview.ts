/** The overview out of what both adapters read: places for what was not laid out yet, and only the communities shown. */
import type { EntityId } from "../../schema/ids.ts";
import { type EntityKind, type QuadClass, relationTerm, type RelationType } from "../../schema/ontology.ts";
import { type Community, MOST_OVERVIEW, type Overview, StoreError } from "./port.ts";

/** What an adapter reads, in columns. */
export interface OverviewColumns {
  readonly id: readonly EntityId[];
  readonly name: readonly string[];
  readonly kind: readonly EntityKind[];
  readonly degree: readonly number[];
  /** Null where not laid out yet. */
  readonly x: readonly (number | null)[];
  readonly y: readonly (number | null)[];
  /** By the ids of `communities`. */
  readonly community: readonly (number | null)[];
  /** Indexes of the entities. */
  readonly subject: readonly number[];
  readonly object: readonly number[];
  readonly type: readonly RelationType[];
  readonly weight: readonly number[];
  readonly communities: ReadonlyMap<number, Community>;
  readonly totalEntities: number;
  readonly totalRelations: number;
  readonly layoutVersion: number;
}

/** Throws a StoreError that names the limit where too many entities are asked for. */
export function checkOverview(limit: number): void {
  const { entities } = MOST_OVERVIEW;
  if (Number.isInteger(limit) && limit >= 1 && limit <= entities) return;
  throw new StoreError(`An overview has a limit of 1 to ${entities} entities, not ${limit}.`);
}

const QUAD_OF = new Map<RelationType, QuadClass>();

function quadOf(type: RelationType): QuadClass {
  const known = QUAD_OF.get(type) ?? relationTerm(type).quad;
  QUAD_OF.set(type, known);
  return known;
}

/** The overview that these columns tell. */
export function toOverview(columns: OverviewColumns): Overview {
  const { id, name, kind, degree, subject, object, weight } = columns;
  const { totalEntities, totalRelations, layoutVersion } = columns;
  const { communities, community } = communitiesOf(columns);
  return {
    entities: { id, name, kind, degree, ...placesOf(columns), community },
    relations: { subject, object, quad: columns.type.map(quadOf), weight },
    communities,
    totalEntities,
    totalRelations,
    truncated: totalEntities > id.length || totalRelations > subject.length,
    layoutVersion,
  };
}

/** The communities that these entities belong to, largest first. */
function communitiesOf({ community, communities }: OverviewColumns) {
  const shown = [...new Set(community)].flatMap((id) => {
    const found = id === null ? undefined : communities.get(id);
    return found ? [{ id, found }] : [];
  });
  shown.sort((a, b) => b.found.size - a.found.size || (a.found.name < b.found.name ? -1 : 1));
  const nth = new Map(shown.map(({ id }, i) => [id, i]));
  return { communities: shown.map(({ found }) => found), community: community.map((id) => nth.get(id) ?? -1) };
}

/** The angle by which sunflowers set their seeds: no two of them close, at whatever number one stops. */
const GOLDEN = Math.PI * (3 - Math.sqrt(5));

const round = (value: number) => Math.round(value * 100) / 100;

/** Positions of all: what has none yet stands beside its neighbours, or outside of everything. */
function placesOf(columns: OverviewColumns): { readonly x: number[]; readonly y: number[] } {
  const x = columns.x.map((value) => value ?? Number.NaN);
  const y = columns.y.map((value) => value ?? Number.NaN);
  const missing = x.flatMap((value, i) => (Number.isNaN(value) ? [i] : []));
  if (missing.length > 0) placeMissing(columns, x, y, missing);
  return { x: x.map(round), y: y.map(round) };
}

function placeMissing({ subject, object }: OverviewColumns, x: number[], y: number[], missing: readonly number[]) {
  const neighbors = new Map(missing.map((i) => [i, [] as number[]]));
  for (const [i, from] of subject.entries()) {
    neighbors.get(from)?.push(object[i]!);
    neighbors.get(object[i]!)?.push(from);
  }
  const radius = Math.sqrt(x.reduce((most, value, i) => Math.max(most, value * value + y[i]! * y[i]! || 0), 0));
  for (const [nth, i] of missing.entries()) {
    // Most edges first: those that have a place by now are the likelier to be neighbours.
    const placed = neighbors.get(i)!.filter((other) => !Number.isNaN(x[other]));
    const middle = (of: readonly number[]) => placed.reduce((sum, other) => sum + of[other]!, 0) / placed.length;
    const [centerX, centerY] = placed.length > 0 ? [middle(x), middle(y)] : [0, 0];
    const away = placed.length > 0 ? 1 : radius + Math.sqrt(nth + 1);
    x[i] = centerX + away * Math.cos(nth * GOLDEN);
    y[i] = centerY + away * Math.sin(nth * GOLDEN);
  }
}
