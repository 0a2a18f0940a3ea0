/** How the edges of an actor divide, as choices before they are brought in. */
import type { EntityKind, RelationType } from "../../../schema/ontology.ts";

interface NeighborCount {
  readonly type: RelationType;
  readonly kind: EntityKind;
  readonly relations: number;
}

export interface Choice {
  readonly type: RelationType;
  readonly relations: number;
  /** The kinds of the neighbours, the most frequent first. */
  readonly kinds: readonly EntityKind[];
}

/** One choice a type, the most edges first. */
export function choicesOf(counts: readonly NeighborCount[]): Choice[] {
  const byType = new Map<RelationType, Map<EntityKind, number>>();
  for (const { type, kind, relations } of counts) {
    const kinds = byType.get(type) ?? new Map<EntityKind, number>();
    kinds.set(kind, (kinds.get(kind) ?? 0) + relations);
    byType.set(type, kinds);
  }
  return [...byType]
    .map(([type, kinds]) => ({
      type,
      relations: [...kinds.values()].reduce((sum, n) => sum + n, 0),
      kinds: [...kinds].toSorted(([, a], [, b]) => b - a).map(([kind]) => kind),
    }))
    .toSorted((a, b) => b.relations - a.relations);
}
