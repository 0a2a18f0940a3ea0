/** Documents on their way in: what was given, what reading it would add, what became of it. Pure. */
import type { DocumentId, EntityId, RelationId } from "../../../schema/ids.ts";
import type { EntityKind, RelationType, Status } from "../../../schema/ontology.ts";
import type { Portion, ViewRelation } from "./graph.ts";

export interface PreviewedEntity {
  readonly id: EntityId;
  readonly name: string;
  readonly kind: EntityKind;
  /** Whether the graph does not have it yet. */
  readonly new: boolean;
}

export interface PreviewedRelation {
  readonly id: RelationId;
  readonly type: RelationType;
  readonly subject: PreviewedEntity;
  readonly object: PreviewedEntity;
  readonly new: boolean;
  readonly assertions: readonly { readonly quote: string; readonly start: number; readonly status: Status }[];
}

export interface PreviewedDocument {
  readonly id: DocumentId;
  readonly title: string;
  readonly known: boolean;
  readonly sentences: number;
  readonly entities: readonly PreviewedEntity[];
  readonly relations: readonly PreviewedRelation[];
}

export interface ReadDocument {
  readonly id: DocumentId;
  readonly title: string;
  readonly known: boolean;
  readonly relationCount: number;
  readonly newRelations: number;
  readonly newEntities: number;
  readonly newAssertions: number;
}

/** What could not be read, where it stands, and why. */
export interface Refusal {
  readonly where: string;
  readonly reason: string;
}

export type Stage =
  | { readonly is: "waiting" | "looking" | "accepted" | "reading" }
  | { readonly is: "looked"; readonly documents: readonly PreviewedDocument[]; readonly refused: readonly Refusal[] }
  | { readonly is: "read"; readonly documents: readonly ReadDocument[]; readonly refused: readonly Refusal[] }
  /** `lost`: the server did not answer; what was given is kept and can be tried again. */
  | { readonly is: "failed"; readonly message: string; readonly lost: boolean; readonly accepted: boolean };

export interface Item {
  readonly key: number;
  readonly name: string;
  readonly stage: Stage;
}

export type Queue = readonly Item[];

/** Puts something at the end: to be looked at first, or accepted unseen. */
export const enqueue = (queue: Queue, key: number, name: string, accepted: boolean): Queue => [
  ...queue,
  { key, name, stage: { is: accepted ? "accepted" : "waiting" } },
];

export const advance = (queue: Queue, key: number, stage: Stage): Queue =>
  queue.map((item) => (item.key === key ? { ...item, stage } : item));

export const discard = (queue: Queue, key: number): Queue => queue.filter((item) => item.key !== key);

/** Accepts what has been looked at; `key` names one, none means all. */
export const accept = (queue: Queue, key?: number): Queue =>
  queue.map((item) =>
    item.stage.is === "looked" && (key === undefined || item.key === key)
      ? { ...item, stage: { is: "accepted" } }
      : item,
  );

/** Puts what failed back to where it was. */
export const retry = (queue: Queue, key: number): Queue =>
  queue.map((item) =>
    item.key === key && item.stage.is === "failed"
      ? { ...item, stage: { is: item.stage.accepted ? "accepted" : "waiting" } }
      : item,
  );

/** What is to be done next: what was accepted goes before what is only to be looked at. */
export const next = (queue: Queue): Item | undefined =>
  queue.find(({ stage }) => stage.is === "accepted") ?? queue.find(({ stage }) => stage.is === "waiting");

const PENDING: ReadonlySet<Stage["is"]> = new Set<Stage["is"]>(["waiting", "looking", "accepted", "reading"]);
export const isPending = ({ stage }: Item): boolean => PENDING.has(stage.is);

/** How many are done with, of how many. */
export const progress = (queue: Queue) => ({
  done: queue.filter((item) => !isPending(item)).length,
  total: queue.length,
});

function ghostRelation({ id, type, subject, object, assertions }: PreviewedRelation): ViewRelation {
  const counts = new Map<Status, number>();
  for (const { status } of assertions) counts.set(status, (counts.get(status) ?? 0) + 1);
  const [first = { status: "actual" as const, count: 1 }, ...rest] = [...counts].map(([status, count]) => ({
    status,
    count,
  }));
  return {
    id,
    type,
    subject: subject.id,
    object: object.id,
    assertionCount: assertions.length,
    documentCount: 1,
    speakerCount: 0,
    statuses: [first, ...rest],
    firstDate: undefined,
    lastDate: undefined,
  };
}

/** The most edges of one document that are laid over the view: the best attested ones. */
export const MOST_GHOSTS = 120;

/** What a document would add, in the view's terms. */
export function portionOf({ relations }: PreviewedDocument): Portion {
  const drawn = relations.toSorted((a, b) => b.assertions.length - a.assertions.length).slice(0, MOST_GHOSTS);
  const ends = drawn.flatMap(({ subject, object }) => [subject, object]);
  const degree = (id: EntityId) => ends.filter((end) => end.id === id).length;
  const entities = new Map(
    ends.map(({ id, name, kind }) => [id, { id, name, kind, country: undefined, degree: degree(id) }]),
  );
  return { entities: [...entities.values()], relations: drawn.map(ghostRelation) };
}

/** What everything that has been looked at and not decided on would add. */
export const portionsOf = (queue: Queue): Portion[] =>
  queue.flatMap(({ stage }) => (stage.is === "looked" ? stage.documents.filter((d) => !d.known).map(portionOf) : []));
