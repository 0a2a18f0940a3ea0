import type { DocumentEntity, Span } from "../../schema/model.ts";
import type { GoldDocument } from "./gold.ts";

interface Candidate {
  readonly id: string;
  readonly gold: string;
  readonly weight: number;
}

export const sameSpan = (a: Span, b: Span): boolean => a.start === b.start && a.end === b.end;
const overlap = (a: Span, b: Span) => a.start < b.end && b.start < a.end;

/**
 * Which annotated entity each entity that was read stands for, one to one: those that share most mentions first. An
 * overlapping mention counts half of an equal one, and the same kind decides between equals.
 */
export function alignEntities(gold: GoldDocument, entities: readonly DocumentEntity[]): Map<string, string> {
  const candidates = entities.flatMap((entity) => candidatesOf(entity, gold)).toSorted((a, b) => b.weight - a.weight);
  const aligned = new Map<string, string>();
  const taken = new Set<string>();
  for (const { id, gold } of candidates) {
    if (aligned.has(id) || taken.has(gold)) continue;
    aligned.set(id, gold);
    taken.add(gold);
  }
  return aligned;
}

function candidatesOf(entity: DocumentEntity, gold: GoldDocument): Candidate[] {
  const shared = new Map<string, number>();
  for (const mention of entity.mentions)
    for (const wanted of gold.mentions)
      if (overlap(mention, wanted))
        shared.set(wanted.entity, (shared.get(wanted.entity) ?? 0) + (sameSpan(mention, wanted) ? 1 : 0.5));
  return [...shared].map(([key, weight]) => ({
    id: entity.id,
    gold: key,
    weight: weight + (gold.kinds.get(key) === entity.kind ? 0.25 : 0),
  }));
}
