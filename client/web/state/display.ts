/** How the working view is displayed: what is grouped, gathered, unfolded, and by what nodes are sized. Pure. */
import { type EntityId, type RelationId } from "../../../schema/ids.ts";

export const GROUPINGS = ["none", "kind", "alliance", "community"] as const;
/** By what nodes are put together. */
export type Grouping = (typeof GROUPINGS)[number];

export const SIZINGS = ["degree", "betweenness"] as const;
/** What a node's size tells. */
export type Sizing = (typeof SIZINGS)[number];

export interface Display {
  readonly grouping: Grouping;
  /** Groups drawn as one node, by their keys. */
  readonly gathered: ReadonlySet<string>;
  /** Pairs of actors whose edges are drawn one by one. */
  readonly unfolded: ReadonlySet<string>;
  readonly sizing: Sizing;
}

export const PLAIN: Display = { grouping: "none", gathered: new Set(), unfolded: new Set(), sizing: "degree" };

const toggled = (set: ReadonlySet<string>, item: string): ReadonlySet<string> =>
  set.has(item) ? new Set([...set].filter((other) => other !== item)) : new Set([...set, item]);

/** Groups by something else; what was gathered comes apart. */
export const groupedBy = (display: Display, grouping: Grouping): Display =>
  grouping === display.grouping ? display : { ...display, grouping, gathered: new Set() };

export const toggleGathered = (display: Display, key: string): Display => ({
  ...display,
  gathered: toggled(display.gathered, key),
});

/** Gathers every group, or takes all of them apart. */
export const gatherAll = (display: Display, keys: readonly string[]): Display => ({
  ...display,
  gathered: new Set(keys),
});

export const togglePair = (display: Display, pair: string): Display => ({
  ...display,
  unfolded: toggled(display.unfolded, pair),
});

export const sizedBy = (display: Display, sizing: Sizing): Display => ({ ...display, sizing });

/** The pair of two ends, the same either way round. */
export const pairOf = (a: string, b: string): string => (a < b ? `${a} ${b}` : `${b} ${a}`);

/** What a drawn edge stands for. */
export interface Bundle<R> {
  readonly pair: string;
  readonly relations: readonly R[];
}

/** Edges between the same two ends, together, but for pairs that are unfolded. */
export function bundled<R extends { readonly id: RelationId; readonly subject: EntityId; readonly object: EntityId }>(
  relations: Iterable<R>,
  unfolded: ReadonlySet<string>,
): Bundle<R>[] {
  const pairs = new Map<string, R[]>();
  for (const relation of relations) {
    const pair = pairOf(relation.subject, relation.object);
    pairs.set(pair, [...(pairs.get(pair) ?? []), relation]);
  }
  return [...pairs].flatMap(([pair, all]) =>
    unfolded.has(pair) ? all.map((relation) => ({ pair, relations: [relation] })) : [{ pair, relations: all }],
  );
}

/** The edges between the two ends of a pair. */
export const edgesBetween = <R extends { readonly subject: string; readonly object: string }>(
  relations: Iterable<R>,
  pair: string,
): R[] => [...relations].filter(({ subject, object }) => pairOf(subject, object) === pair);
