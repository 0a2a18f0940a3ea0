/** What notes would be on now: the edge or actor that is selected, or else the saved view. */
import { useExplorer, useView } from "../state/store.ts";
import { edgeSentence } from "../text/words.ts";

export interface Noted {
  readonly of: string;
  readonly name: string;
}

export function useNoted(): Noted | undefined {
  const { entities, relations } = useView();
  const selection = useExplorer(({ session }) => session.selection);
  const kept = useExplorer(({ session }) => session.kept);
  if (selection?.kind === "entity") return { of: selection.id, name: entities.get(selection.id)?.name ?? selection.id };
  const edge = selection && relations.get(selection.id);
  if (edge) {
    const name = (id: typeof edge.subject) => entities.get(id)?.name ?? id;
    return { of: edge.id, name: edgeSentence(name(edge.subject), edge.type, name(edge.object)) };
  }
  return kept && { of: kept.id, name: kept.name };
}
