/** What one document adds to the graph, edge by edge: what a store adds when it is written and takes off when it goes. */
import { assertionId } from "../../schema/digest.ts";
import { type AssertionId, type EntityId, type RelationId, relationId } from "../../schema/ids.ts";
import type { DocumentAssertion, ReadDocument } from "../../schema/model.ts";
import type { RelationType, Status } from "../../schema/ontology.ts";
import { type EventDays, eventDays } from "./days.ts";

/** An assertion with what stores keep beside it. */
export interface TalliedAssertion {
  readonly id: AssertionId;
  /** Its index among the document's assertions. */
  readonly place: number;
  readonly assertion: DocumentAssertion;
  readonly quote: string;
  readonly days: EventDays | undefined;
}

/** An edge as one document asserts it. */
export interface RelationTally {
  readonly id: RelationId;
  readonly subject: EntityId;
  readonly type: RelationType;
  readonly object: EntityId;
  /** In the document's order. */
  readonly assertions: readonly TalliedAssertion[];
  readonly statuses: Readonly<Record<Status, number>>;
  /** How often each speaker asserts it here; authors are left out. */
  readonly speakers: ReadonlyMap<string, number>;
  readonly firstDate: string | undefined;
  readonly lastDate: string | undefined;
}

/** The edges that a document asserts, in the order in which it first asserts them. */
export function tallyRelations(document: ReadDocument): readonly RelationTally[] {
  const byRelation = new Map<RelationId, TalliedAssertion[]>();
  for (const [place, assertion] of document.assertions.entries()) {
    const relation = relationId(assertion.subject, assertion.type, assertion.object);
    const { start, end, extractor } = assertion;
    const id = assertionId(document.id, start, end, relation, extractor);
    const entry = { id, place, assertion, quote: document.text.slice(start, end), days: eventDays(assertion.date) };
    const list = byRelation.get(relation);
    if (list) list.push(entry);
    else byRelation.set(relation, [entry]);
  }
  return [...byRelation].map(([id, assertions]) => tally(id, assertions));
}

function tally(id: RelationId, assertions: readonly TalliedAssertion[]): RelationTally {
  const { subject, type, object } = assertions[0]!.assertion;
  const statuses = { actual: 0, future: 0, hypothetical: 0, negated: 0 };
  const speakers = new Map<string, number>();
  for (const { assertion } of assertions) {
    statuses[assertion.status] += 1;
    if (assertion.speaker) speakers.set(assertion.speaker, (speakers.get(assertion.speaker) ?? 0) + 1);
  }
  const days = assertions.flatMap((entry) => entry.days ?? []);
  const firstDate = days.map((d) => d.first).toSorted()[0];
  const lastDate = days
    .map((d) => d.last)
    .toSorted()
    .at(-1);
  return { id, subject, type, object, assertions, statuses, speakers, firstDate, lastDate };
}
