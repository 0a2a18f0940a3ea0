/** Bringing what is on the screen up to date, when the reader asks for it: what is there keeps its place. */
import { edgesOfDocuments, neighborhoodOf } from "../data/graph.ts";
import { renew } from "../data/news.ts";
import { adjust, viewOf } from "../state/session.ts";
import { apply, useExplorer } from "../state/store.ts";
import { type Answer, grow } from "../state/view.ts";
import { attempt, notify } from "./attempt.ts";

/** Asks again for what the view was made of; what has come since grows out of what is there. */
export async function refreshView(): Promise<void> {
  renew();
  const { focus, documents, start, removed } = viewOf(useExplorer.getState().session);
  if (start || focus.length + documents.length === 0) return;
  await attempt(
    () =>
      Promise.all([
        ...(focus.length > 0 ? [neighborhoodOf(focus.slice(-100))] : []),
        ...(documents.length > 0 ? [edgesOfDocuments(documents)] : []),
      ]),
    (answers: Answer[]) => {
      const gone = (id: Answer["entities"][number]["id"]) => removed.has(id);
      for (const { entities, relations, around } of answers) {
        const kept: Answer = {
          entities: entities.filter(({ id }) => !gone(id)),
          relations: relations.filter(({ subject, object }) => !gone(subject) && !gone(object)),
          around,
        };
        apply((session) => adjust(session, (view) => grow(view, kept)));
      }
      notify("Up to date");
    },
  );
}
