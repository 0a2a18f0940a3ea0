/**
 * Which edges there are, and in which order they are asserted: a graph whose degrees follow a power law, with hubs of
 * thousands. Kept as numbers in typed arrays, so that a million edges take little room.
 */
import { type EntityKind, mayJoin, RELATION_TYPES, relationTerm, type RelationType } from "../../../schema/ontology.ts";
import { type Random, random } from "./random.ts";

/** Kinds by turns; most are such that most types may join them. */
const KINDS: readonly EntityKind[] = ["MILITIA", "STATE", "PERSON", "AGENCY", "ORGANIZATION", "MILITARY", "PLACE"];
/** The larger, the more edges the hubs have. */
const STEEPNESS = 2.5;
const EDGES_OF_AN_ENTITY = 5;
const ASSERTIONS_OF_AN_EDGE = 2;

export const kindOfEntity = (index: number): EntityKind => KINDS[index % KINDS.length]!;

/** Edges by their number: `types` are places in `RELATION_TYPES`. `asserted` names an edge for each assertion. */
export interface Edges {
  readonly entities: number;
  readonly subjects: Int32Array;
  readonly objects: Int32Array;
  readonly types: Uint8Array;
  readonly asserted: Int32Array;
}

const typesBetween = (subject: EntityKind, object: EntityKind): number[] =>
  RELATION_TYPES.flatMap((type, i) => (mayJoin(type, subject, object) ? [i] : []));

const TYPES: ReadonlyMap<string, readonly number[]> = new Map(
  KINDS.flatMap((a) => KINDS.map((b): [string, number[]] => [`${a} ${b}`, typesBetween(a, b)])),
);

const isSymmetric = (type: number) => relationTerm(RELATION_TYPES[type] as RelationType).symmetric;

/** Chooses so many distinct edges, each asserted at least once, and shuffles what is asserted. */
export function makeEdges(relations: number, seed = 20_240_930): Edges {
  const chance = random(seed);
  const entities = Math.ceil(relations / EDGES_OF_AN_ENTITY);
  const [subjects, objects] = [new Int32Array(relations), new Int32Array(relations)];
  const types = new Uint8Array(relations);
  const taken = new Set<number>();
  for (let edge = 0; edge < relations;) {
    const [subject, object] = [pick(chance, entities), pick(chance, entities)];
    const possible = TYPES.get(`${kindOfEntity(subject)} ${kindOfEntity(object)}`)!;
    if (subject === object || possible.length === 0) continue;
    const type = chance.of(possible);
    const [low, high] = isSymmetric(type) && object < subject ? [object, subject] : [subject, object];
    const key = (low * entities + high) * RELATION_TYPES.length + type;
    if (taken.has(key)) continue;
    taken.add(key);
    [subjects[edge], objects[edge], types[edge]] = [subject, object, type];
    edge += 1;
  }
  return { entities, subjects, objects, types, asserted: shuffled(chance, relations) };
}

const pick = (chance: Random, entities: number) => Math.floor(entities * chance.unit() ** STEEPNESS);

function shuffled(chance: Random, relations: number): Int32Array {
  const asserted = Int32Array.from({ length: relations * ASSERTIONS_OF_AN_EDGE }, (_, i) =>
    i < relations ? i : pick(chance, relations),
  );
  for (let i = asserted.length - 1; i > 0; i -= 1) {
    const other = chance.below(i + 1);
    [asserted[i], asserted[other]] = [asserted[other]!, asserted[i]!];
  }
  return asserted;
}
