/** Opening a saved view: exactly what was saved, as far as the graph still has it. */
import { Failure } from "../data/client.ts";
import { totalAround } from "../data/graph.ts";
import { type Address, formatAddress, isStart, parseAddress } from "../state/address.ts";
import { adjust, arrive, type Kept } from "../state/session.ts";
import { restore, type Restored, type Snapshot } from "../state/snapshot.ts";
import { apply, useExplorer } from "../state/store.ts";
import { settle } from "../state/view.ts";
import { parseSnapshot } from "./parseSnapshot.ts";
import { portionOf } from "./portion.ts";
import { fetchView, type KeptState } from "./records.ts";

export interface FoundView extends Restored {
  readonly kept: Kept;
  readonly address: Address;
}

export function keptOf({ id, name, revision, state }: KeptState): Kept {
  const snapshot = parseSnapshot(state);
  if (snapshot) return { id, name, revision, snapshot };
  throw new Failure(
    `The view “${name}” was saved by another version of Actant and cannot be opened by this one.`,
    false,
  );
}

async function restored(snapshot: Snapshot, address: Address): Promise<Restored> {
  const [portion, around] = await Promise.all([
    portionOf(snapshot),
    address.focus.length > 0 ? totalAround(address.focus) : 0,
  ]);
  return restore(snapshot, portion, { ...address, around });
}

/** Fetches a saved view; undefined if there is none by this id. Throws a Failure. */
export async function findKept(id: string): Promise<FoundView | undefined> {
  const found = await fetchView(id);
  if (!found) return undefined;
  const kept = keptOf(found);
  const address = parseAddress(kept.snapshot.address);
  return { kept, address, ...(await restored(kept.snapshot, address)) };
}

/** Shows a saved view in place of what was on the screen; what the graph has lost of it is said. */
export function showKept({ kept, address, view, missing }: FoundView): void {
  useExplorer.setState({ missing, leaf: address.reading ? "reading" : "evidence" });
  const held = (id: string) => view.entities.has(id as never) || view.relations.has(id as never);
  const selection = address.selection && held(address.selection.id) ? address.selection : undefined;
  apply((session) => arrive(session, { ...address, selection }, view, kept));
}

/** Whether an address asks for a saved view as it was saved, not for what it was changed to since. */
export function isAsKept(asked: Address, { kept }: FoundView): boolean {
  const { kept: _, ...bare } = asked;
  return isStart(asked) || formatAddress(bare) === kept.snapshot.address;
}

/** What was made of a saved view since goes on standing where it stood there. */
export const standWhereKept = ({ kept, view }: FoundView): void =>
  apply((session) => adjust({ ...session, kept }, (now) => settle(now, view.positions)));
