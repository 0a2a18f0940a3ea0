/** Keeps the location bar and the session in step, both ways; "back" returns to the view as it was, places and all. */
import { formatAddress, isNewPlace } from "../state/address.ts";
import { isRetraced } from "../state/history.ts";
import { addressOfSession, type Session } from "../state/session.ts";
import { apply, useExplorer } from "../state/store.ts";
import { openAddress } from "./open.ts";

/** The sessions behind the entries of the browser's history, for as long as the page lives. */
const remembered = new Map<number, Session>();
let entry = 0;
let current: Session | undefined;

function record(session: Session): void {
  const [from, to] = [current && addressOfSession(current), addressOfSession(session)];
  const retraced = current !== undefined && isRetraced(current.history, session.history);
  current = session;
  const search = formatAddress(to);
  if (from && !retraced && isNewPlace(from, to)) {
    entry = Math.max(entry, ...remembered.keys()) + 1;
    history.pushState({ entry }, "", search || location.pathname);
  } else if (search !== location.search) {
    history.replaceState({ entry }, "", search || location.pathname);
  }
  remembered.set(entry, session);
}

function restore(event: PopStateEvent): void {
  const state = event.state as { entry?: number } | null;
  const known = state?.entry === undefined ? undefined : remembered.get(state.entry);
  entry = state?.entry ?? 0;
  current = known;
  if (known) apply(() => known);
  else void openAddress(location.search);
}

/** Opens the address that the page was called with, and follows it from then on. */
export function followLocation(): () => void {
  void openAddress(location.search);
  window.addEventListener("popstate", restore);
  const unsubscribe = useExplorer.subscribe(({ session, busy }, before) => {
    if (session !== before.session && !(busy && current === undefined)) record(session);
  });
  return () => {
    window.removeEventListener("popstate", restore);
    unsubscribe();
  };
}
