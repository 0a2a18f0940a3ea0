/** Saving views: the one on the screen, under a new name or its own, and those in the list. */
import { Failure } from "../data/client.ts";
import { snapshotNow } from "../state/keeping.ts";
import type { Kept } from "../state/session.ts";
import { apply, useExplorer } from "../state/store.ts";
import { keptOf } from "./open.ts";
import { fetchView, type KeptView, saveView } from "./records.ts";

const keep = (kept: Kept | undefined): void => apply((session) => ({ ...session, kept }));

const stateNow = (): string => JSON.stringify(snapshotNow(useExplorer.getState().session));

/** Saves what is on the screen as a new view. */
export async function saveAs(name: string): Promise<void> {
  keep(keptOf(await saveView({ name, state: stateNow() })));
}

/** Saves what is on the screen into the view that it came from. A Failure with the code CONFLICT: another changed it. */
export async function saveChanges({ id, name, revision }: Kept): Promise<void> {
  keep(keptOf(await saveView({ id, name, revision, state: stateNow() })));
}

/** Saves what is on the screen in place of what another has made of the view. */
export async function replaceTheirs(kept: Kept): Promise<void> {
  const theirs = await fetchView(kept.id);
  await (theirs ? saveChanges({ ...kept, revision: theirs.revision }) : saveAs(kept.name));
}

async function stateOf({ id, name }: KeptView): Promise<string> {
  const found = await fetchView(id);
  if (found) return found.state;
  throw new Failure(`The view “${name}” has been deleted meanwhile.`, false);
}

export async function renameView(view: KeptView, name: string): Promise<void> {
  const saved = await saveView({ id: view.id, revision: view.revision, name, state: await stateOf(view) });
  const { kept } = useExplorer.getState().session;
  if (kept?.id === saved.id) keep({ ...kept, name: saved.name, revision: saved.revision });
}

export async function duplicateView(view: KeptView): Promise<void> {
  await saveView({ name: `${view.name} (copy)`.slice(0, 200), state: await stateOf(view) });
}

/** Forgets that the screen came from a view that is gone. */
export function forgetView(id: string): void {
  if (useExplorer.getState().session.kept?.id === id) keep(undefined);
}
