/**
 * Paths between two entities: breadth-first from both ends, the cheaper side first, until they meet; then each side goes
 * on within the other's reach, so far that all paths of one edge more are found too. No entity and no edge is looked at
 * more than a few times, however many paths there are.
 */
import type { EntityId, RelationId } from "../../schema/ids.ts";
import type { Relation } from "../../schema/model.ts";
import { bestPaths } from "./best-paths.ts";
import { StoreError } from "./port.ts";

/** The heaviest edge between two entities; `Row` is how the adapter knows an entity. */
export interface Hop<Row> {
  readonly ends: readonly [Row, Row];
  readonly relation: RelationId;
  readonly weight: number;
}

export interface Reached<Row> {
  readonly row: Row;
  /** How many edges it has in all: what it costs to look around it. */
  readonly degree: number;
}

/** How an adapter looks around, over edges that pass. */
export interface Lookout<Row> {
  /** The neighbours of some entities, each once; only those `within`, if given. */
  neighbors(of: readonly Row[], within?: readonly Row[]): Promise<readonly Reached<Row>[]>;
  /** Those of some entities that have a neighbour among `others`. It is around the former that it looks. */
  touching(rows: readonly Row[], others: readonly Row[]): Promise<readonly Reached<Row>[]>;
  /** For each two of these entities that have an edge, the first in the order of `WEIGHT`. */
  hops(among: readonly Row[]): Promise<readonly Hop<Row>[]>;
}

const MOST_HOPS = 8;
const MOST_PATHS = 50;

/** Throws a StoreError that names the limit where too long or too many paths are asked for. */
export function checkPaths(maxHops: number, limit: number): void {
  const within = (value: number, most: number) => Number.isInteger(value) && value >= 1 && value <= most;
  if (!within(maxHops, MOST_HOPS)) throw new StoreError(`A path has 1 to ${MOST_HOPS} edges, not ${maxHops}.`);
  if (!within(limit, MOST_PATHS)) throw new StoreError(`1 to ${MOST_PATHS} paths can be asked for, not ${limit}.`);
}

/** What has been reached from one end. */
class Side<Row> {
  readonly distance = new Map<Row, number>();
  readonly #degree = new Map<Row, number>();
  front: readonly Row[] = [];
  depth = -1;

  constructor(start: Row) {
    this.reach([{ row: start, degree: 1 }]);
  }

  /** Goes one step further, to what was not reached before. */
  reach(found: readonly Reached<Row>[]): void {
    this.depth += 1;
    const fresh = found.filter(({ row }) => !this.distance.has(row));
    for (const { row, degree } of fresh) {
      this.distance.set(row, this.depth);
      this.#degree.set(row, degree);
    }
    this.front = fresh.map(({ row }) => row);
  }

  /** What it costs to look around some of what was reached. */
  cost(rows: readonly Row[] = this.front): number {
    return rows.reduce((sum, row) => sum + (this.#degree.get(row) ?? 0), 0);
  }
}

type Sides<Row> = readonly [here: Side<Row>, there: Side<Row>];

/** Goes outward from both ends until they meet: how far apart they are, or undefined if no path is so short. */
async function meet<Row>(lookout: Lookout<Row>, [here, there]: Sides<Row>, most: number): Promise<number | undefined> {
  while (here.depth + there.depth < most) {
    const [side, other] = here.cost() <= there.cost() ? [here, there] : [there, here];
    side.reach(await lookout.neighbors(side.front));
    if (side.front.some((row) => other.distance.has(row))) return here.depth + there.depth;
    if (side.front.length === 0) return undefined;
  }
  return undefined;
}

/** Goes on over what `other` had reached when they met, as far as paths of `length` edges may lead. */
async function goOn<Row>(lookout: Lookout<Row>, side: Side<Row>, other: Side<Row>, length: number): Promise<void> {
  const met = [...other.distance];
  while (side.depth < length && side.front.length > 0) {
    const left = length - side.depth - 1;
    const ahead = met.filter(([row, far]) => far <= left && !side.distance.has(row)).map(([row]) => row);
    const found =
      side.cost() <= other.cost(ahead)
        ? await lookout.neighbors(side.front, ahead)
        : await lookout.touching(ahead, side.front);
    side.reach(found);
  }
}

/** The best paths from one entity to another, each as its edges in order. */
export async function findPaths<Row>(
  lookout: Lookout<Row>,
  [from, to]: readonly [Row, Row],
  maxHops: number,
  limit: number,
): Promise<readonly (readonly RelationId[])[]> {
  const [here, there] = [new Side(from), new Side(to)];
  const shortest = from === to ? undefined : await meet(lookout, [here, there], maxHops);
  if (shortest === undefined) return [];
  const longest = Math.min(shortest + 1, maxHops);
  await Promise.all([goOn(lookout, here, there, longest), goOn(lookout, there, here, longest)]);
  const isOnTheWay = (row: Row) => here.distance.get(row)! + (there.distance.get(row) ?? Infinity) <= longest;
  const hops = await lookout.hops([...here.distance.keys()].filter(isOnTheWay));
  const way = { from, to, distance: there.distance, hops };
  const best = bestPaths(way, shortest, limit);
  if (best.length === limit || longest === shortest) return best;
  return [...best, ...bestPaths(way, longest, limit - best.length)];
}

/** The entities by which edges lead from one. */
export function entitiesAlong(from: EntityId, relations: readonly Relation[]): EntityId[] {
  const ids = [from];
  for (const { subject, object } of relations) ids.push(ids.at(-1) === subject ? object : subject);
  return ids;
}
