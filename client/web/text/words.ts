/** Numbers and edges in plain words. */
import {
  KIND_TERMS,
  type EntityKind,
  type QuadClass,
  relationTerm,
  type RelationType,
} from "../../../schema/ontology.ts";
import type { EdgeStatus } from "../state/graph.ts";

const figures = new Intl.NumberFormat("en-US");

/** 1234 as "1,234". */
export const figure = (n: number): string => figures.format(n);

/** "1 edge", "1,234 edges". */
export const counted = (n: number, one: string, many = `${one}s`): string => `${figure(n)} ${n === 1 ? one : many}`;

/** "backs": what stands between subject and object. */
export const verb = (type: RelationType): string => relationTerm(type).label;

/** "Iran backs Kata'ib Hezbollah". */
export const edgeSentence = (subject: string, type: RelationType, object: string): string =>
  `${subject} ${verb(type)} ${object}`;

export const kindLabel = (kind: EntityKind): string => KIND_TERMS[kind].label;

export const QUAD_LABELS: Readonly<Record<QuadClass, string>> = {
  VERBAL_COOPERATION: "Verbal cooperation",
  MATERIAL_COOPERATION: "Material cooperation",
  VERBAL_CONFLICT: "Verbal conflict",
  MATERIAL_CONFLICT: "Material conflict",
  STANDING: "Standing",
};

export const STATUS_LABELS: Readonly<Record<EdgeStatus, string>> = {
  actual: "Actual",
  future: "Planned",
  hypothetical: "Possible",
  negated: "Denied",
  disputed: "Disputed",
};

/** What a status means, said to a reader of the sentence. */
export const STATUS_MEANING: Readonly<Record<EdgeStatus, string>> = {
  actual: "it happened, or holds",
  future: "planned or announced, not yet done",
  hypothetical: "may, could or would happen",
  negated: "did not happen, or was denied or refused",
  disputed: "some sentences say so, others deny it",
};
