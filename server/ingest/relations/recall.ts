/** Acts that a sentence takes up from those before it: "the strikes hit …", "condemned the attack", "hosted the talks". */
import type { RelationType } from "../../../schema/ontology.ts";
import type { Filler } from "./fillers.ts";
import type { Found } from "./found.ts";
import { childrenBy, phrasesWith } from "./clause.ts";
import acts from "./acts.json" with { type: "json" };
import type { View } from "./view.ts";

/** The acts of the sentences within reach, the nearest last. */
export type Recent = readonly Found[];

/** How many sentences back an act may lie. */
export const REACH = 2;

const TYPES: ReadonlyMap<string, ReadonlySet<RelationType>> = new Map(
  acts.flatMap(({ nouns, types }) =>
    nouns.split(" ").map((noun) => [noun, new Set(types.split(" ") as RelationType[])] as const),
  ),
);

/** Whether a noun tells of harm done, which its doer's name may stand before. */
export const isAct = (view: View, node: number): boolean =>
  TYPES.get(view.tokens[node]!.lemma.toLowerCase())?.has("ASSAULT") ?? false;

const DEFINITE = new Set(["the", "these", "those", "this", "that", "both", "such"]);

/** The relations that a definite noun of action, not said to be anybody's, takes up. */
export function recalled(view: View, node: number): Found[] {
  const types = TYPES.get(view.tokens[node]!.lemma.toLowerCase());
  if (!types || !isDefinite(view, node)) return [];
  const last = view.recent.findLast((f) => types.has(f.type));
  return last ? view.recent.filter((f) => f.trigger === last.trigger && types.has(f.type) && f.view === last.view) : [];
}

const isDefinite = (view: View, node: number): boolean =>
  childrenBy(view, node, "det").some((d) => DEFINITE.has(view.text(d))) &&
  ["of", "by", "on", "against", "between", "with"].every((p) => phrasesWith(view, node, p).length === 0);

const asReference = (filler: Filler, node: number): Filler => ({ entity: filler.entity, way: "reference", node });

/** Who did what a noun of action takes up. */
export const doersOf = (view: View, node: number): Filler[] =>
  recalled(view, node).map((f) => asReference(f.subject, node));

/** Everybody who took part in what a noun of action takes up. */
export const partiesOf = (view: View, node: number): Filler[] =>
  recalled(view, node).flatMap((f) => [asReference(f.subject, node), asReference(f.object, node)]);
