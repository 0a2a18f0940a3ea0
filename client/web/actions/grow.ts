/** Bringing more into the view: surroundings of an actor, edges of a document. */
import type { DocumentId, EntityId } from "../../../schema/ids.ts";
import type { RelationType } from "../../../schema/ontology.ts";
import { edgesOfDocuments, neighborhoodOf, totalAround } from "../data/graph.ts";
import { change, select, viewOf } from "../state/session.ts";
import { apply, useExplorer } from "../state/store.ts";
import { grow, unseenEdges } from "../state/view.ts";
import { attempt, notify } from "./attempt.ts";

/** More new edges than this are not let into the view unasked. */
export const FLOOD = 80;

const present = () => viewOf(useExplorer.getState().session);

/** Brings in what surrounds an entity, `limit` edges at most, of some types if given. */
export function bringIn(id: EntityId, limit: number, types?: readonly RelationType[]): Promise<void> {
  useExplorer.setState({ guard: undefined });
  const { focus, relations } = present();
  return attempt(
    async () => {
      const asked = [...new Set([...focus, id])].slice(-100);
      const [answer, total] = await Promise.all([neighborhoodOf([id], limit, types), totalAround(asked)]);
      return { ...answer, total };
    },
    (answer) => {
      const fresh = answer.relations.filter((relation) => !relations.has(relation.id)).length;
      if (fresh === 0) notify("All its edges are in view already.");
      apply((session) => change(session, (view) => grow(view, answer)));
    },
  );
}

/** Expands an entity, or asks first where that would flood the view. */
export function expand(id: EntityId): void {
  const unseen = unseenEdges(present(), id);
  if (unseen > FLOOD) {
    apply((session) => select(session, { kind: "entity", id }));
    useExplorer.setState({ guard: id });
    return;
  }
  void bringIn(id, FLOOD * 2);
}

/** Adds an actor with its heaviest edges to what is in view, and selects it. */
export async function addToView(id: EntityId): Promise<void> {
  await bringIn(id, FLOOD);
  apply((session) => select(session, { kind: "entity", id }));
}

/** Adds the edges that a document asserts to the view. */
export function addDocument(id: DocumentId): Promise<void> {
  const { documents, total } = present();
  return attempt(
    () => edgesOfDocuments([id]),
    (answer) => {
      const sum = documents.includes(id) ? total : total + answer.total;
      apply((session) => change(session, (view) => grow(view, { ...answer, total: sum })));
    },
  );
}
