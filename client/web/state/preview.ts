/**
 * What a document would add, as ghosts over the view: entities and edges that are not there yet. An entity that is in
 * view already is no ghost; an edge between two such entities still is one. Pure.
 */
import type { Portion } from "./graph.ts";
import type { View } from "./view.ts";

export const NO_GHOSTS: Portion = { entities: [], relations: [] };

/** The parts of some portions that a view does not hold yet, each once. */
export function ghostsOver(view: View, portions: readonly Portion[]): Portion {
  const entities = new Map(portions.flatMap((portion) => portion.entities.map((entity) => [entity.id, entity])));
  const relations = new Map(
    portions.flatMap((portion) => portion.relations.map((relation) => [relation.id, relation])),
  );
  if (entities.size + relations.size === 0) return NO_GHOSTS;
  return {
    entities: [...entities.values()].filter(({ id }) => !view.entities.has(id)),
    relations: [...relations.values()].filter(({ id }) => !view.relations.has(id)),
  };
}
