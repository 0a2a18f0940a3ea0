/** What would be saved of a session, and whether it differs from what was. Pure. */
import { formatAddress } from "./address.ts";
import { addressOfSession, type Session, viewOf } from "./session.ts";
import { isSame, type Snapshot, snapshotOf } from "./snapshot.ts";

/** What would be saved of a session now. */
export function snapshotNow(session: Session): Snapshot {
  const { kept: _, ...address } = addressOfSession(session);
  return snapshotOf(viewOf(session), formatAddress(address));
}

/** Whether the screen shows something else than the view as it was saved. */
export const isChanged = (session: Session): boolean =>
  session.kept !== undefined && !isSame(snapshotNow(session), session.kept.snapshot);
