/** What a pattern finds: two ends, a type, the words that carry it. */
import type { RelationType, Status } from "../../../schema/ontology.ts";
import { mayJoin } from "../../../schema/ontology.ts";
import type { Filler } from "./fillers.ts";
import type { View } from "./view.ts";

/** A relation found in one sentence, before status, speaker and date are read. */
export interface Found {
  readonly subject: Filler;
  readonly type: RelationType;
  readonly object: Filler;
  /** The node of the word that carries it. */
  readonly trigger: number;
  /** The kind of pattern that found it: what confidence is counted by. */
  readonly pattern: string;
  /** The sentence that says it, by index, where that matters to a later one. */
  readonly view?: number;
  /** The status that the pattern itself gives, if it does. */
  readonly status?: Status | undefined;
}

/** Pairs every source with every target that the ontology lets it join. */
export function pairs(
  view: View,
  sources: readonly Filler[],
  targets: readonly Filler[],
  found: Omit<Found, "subject" | "object">,
): Found[] {
  return sources.flatMap((subject) =>
    targets
      .filter((object) => joins(view, subject, found.type, object))
      .map((object) => ({ ...found, subject, object })),
  );
}

/** Every two of the fillers, once. */
export function mutualPairs(view: View, fillers: readonly Filler[], found: Omit<Found, "subject" | "object">): Found[] {
  return fillers.flatMap((subject, i) =>
    fillers
      .slice(i + 1)
      .filter((object) => joins(view, subject, found.type, object))
      .map((object) => ({ ...found, subject, object })),
  );
}

/** Whether the ontology lets this relation join these two. */
export const joins = (view: View, subject: Filler, type: RelationType, object: Filler): boolean =>
  subject.entity !== object.entity && mayJoin(type, view.kindOf(subject.entity), view.kindOf(object.entity));
