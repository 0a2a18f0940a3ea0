/** The one store. Components read it and call `actions`; only pure steps of `session.ts` change what it holds. */
import { create } from "zustand";
import type { EntityId } from "../../../schema/ids.ts";
import type { Selection } from "./address.ts";
import { type Filters, visible, type Visible } from "./filters.ts";
import { EMPTY_SESSION, type Session, viewOf } from "./session.ts";
import type { View } from "./view.ts";

/** What goes on around the session: waiting, failing, and what is pointed at. Never in the address, never undone. */
export interface Surroundings {
  readonly busy: boolean;
  /** What failed, in words, and how to try again. */
  readonly failure: { readonly message: string; readonly lost: boolean; readonly retry?: () => void } | undefined;
  /** Parts of the address that nothing was found for. */
  readonly missing: readonly string[];
  /** What has just happened, for a moment: "Link copied". */
  readonly notice: string | undefined;
  /** What the hand points at outside the canvas, which lights it there. */
  readonly pointed: Selection | undefined;
  /** Which leaf of the panel lies on top. */
  readonly leaf: "evidence" | "reading";
  /** Before an expansion that would flood the view. */
  readonly guard: EntityId | undefined;
}

export interface Explorer extends Surroundings {
  readonly session: Session;
}

export const useExplorer = create<Explorer>(() => ({
  session: EMPTY_SESSION,
  busy: true,
  failure: undefined,
  missing: [],
  notice: undefined,
  pointed: undefined,
  leaf: "evidence",
  guard: undefined,
}));

/** Takes a step of the session. */
export const apply = (next: (session: Session) => Session): void =>
  useExplorer.setState(({ session }) => ({ session: next(session) }));

let seen: { view: View; filters: Filters; answer: Visible } | undefined;

/** What is in sight, worked out once for each view and filters. */
export function visibleOf({ session }: Pick<Explorer, "session">): Visible {
  const [view, { filters }] = [viewOf(session), session];
  if (seen?.view !== view || seen.filters !== filters) seen = { view, filters, answer: visible(view, filters) };
  return seen.answer;
}

export const useView = (): View => useExplorer((explorer) => viewOf(explorer.session));
export const useVisible = (): Visible => useExplorer(visibleOf);

/** Points at something from outside the canvas. */
export const pointAt = (pointed: Selection | undefined): void => useExplorer.setState({ pointed });
