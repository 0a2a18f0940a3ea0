/** Bringing more into the view: surroundings of an actor, edges of a document. */
import type { DocumentId, EntityId, RelationId } from "../../../schema/ids.ts";
import type { RelationType } from "../../../schema/ontology.ts";
import { edgeById, edgesOfDocuments, neighborhoodOf, totalAround, withEdgesAmong } from "../data/graph.ts";
import { change, lookCloser, select, viewOf } from "../state/session.ts";
import { apply, useExplorer } from "../state/store.ts";
import { type Answer, grow, unseenEdges } from "../state/view.ts";
import { attempt, notify } from "./attempt.ts";
import { selectEntity } from "./edit.ts";

/** Grows the view by an answer, and looks there. */
const show = (answer: Answer): void => apply((session) => lookCloser(change(session, (view) => grow(view, answer))));

/** More new edges than this are not let into the view unasked. */
export const FLOOD = 80;

const present = () => viewOf(useExplorer.getState().session);

/** Brings in what surrounds an entity, `limit` edges at most, of some types if given. */
export function bringIn(id: EntityId, limit: number, types?: readonly RelationType[]): Promise<void> {
  useExplorer.setState({ guard: undefined });
  const { focus, relations, entities } = present();
  return attempt(
    async () => {
      const asked = [...new Set([...focus, id])].slice(-100);
      const [answer, around] = await Promise.all([neighborhoodOf([id], limit, types), totalAround(asked)]);
      return { ...(await withEdgesAmong(answer, [...entities.keys()])), around };
    },
    (answer) => {
      const fresh = answer.relations.filter((relation) => !relations.has(relation.id)).length;
      if (fresh === 0) notify("All its edges are in view already.");
      show(answer);
    },
  );
}

/** Expands an entity, or asks first where that would flood the view. */
export function expand(id: EntityId): void {
  const unseen = unseenEdges(present(), id);
  if (unseen > FLOOD) {
    selectEntity(id);
    useExplorer.setState({ guard: id });
    return;
  }
  void bringIn(id, FLOOD * 2);
}

/** Adds an actor with its heaviest edges to what is in view, and selects it. */
export async function addToView(id: EntityId): Promise<void> {
  await bringIn(id, FLOOD);
  selectEntity(id);
}

/** Adds the edges that some documents assert to the view. */
export const addDocuments = (ids: readonly DocumentId[]): Promise<void> => attempt(() => edgesOfDocuments(ids), show);

/** Shows an edge on the canvas from the text that asserts it; it is brought into the view if it is not there. */
export async function showEdge(id: RelationId): Promise<void> {
  const chosen = { kind: "relation", id } as const;
  if (!present().relations.has(id)) {
    await attempt(
      () => edgeById(id),
      (edge) => edge && show(edge),
    );
  }
  apply((session) => lookCloser(select(session, chosen)));
}

/** Shows an actor on the canvas from the text that names it; it is brought into the view if it is not there. */
export async function showActor(id: EntityId): Promise<void> {
  if (!present().entities.has(id)) await bringIn(id, FLOOD);
  apply((session) => lookCloser(select(session, { kind: "entity", id })));
}
