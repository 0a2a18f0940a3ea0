/** The one store. Components read it and call `actions`; only pure steps of `session.ts` change what it holds. */
import { create } from "zustand";
import type { EntityId } from "../../../schema/ids.ts";
import type { Selection } from "./address.ts";
import type { Filters } from "./filters.ts";
import type { Portion } from "./graph.ts";
import { NO_GHOSTS } from "./preview.ts";
import { EMPTY_SESSION, filtersOf, type Session, viewOf } from "./session.ts";
import type { View } from "./view.ts";
import { type Judgement, visible, type Visible } from "./visible.ts";

/** What failed, in words, and how to try again. */
export interface Failing {
  readonly message: string;
  /** The server did not answer at all, so that asking again may help. */
  readonly lost: boolean;
  /** It was asked what passes the filters; what is on the screen is what passed before. */
  readonly filters?: boolean;
  readonly retry?: () => void;
}

/** The leaves of the panel; a leaf that has nothing to show is not offered. */
export type Leaf = "evidence" | "reading" | "between" | "notes" | "adding";

/** What goes on around the session: waiting, failing, and what is pointed at. Never in the address, never undone. */
export interface Surroundings {
  readonly busy: boolean;
  readonly failure: Failing | undefined;
  /** Parts of the address that nothing was found for. */
  readonly missing: readonly string[];
  /** What has just happened, for a moment: "Link copied". */
  readonly notice: string | undefined;
  /** What the hand points at outside the canvas, which lights it there. */
  readonly pointed: Selection | undefined;
  /** What the hand is over on the canvas, which lights its sentences in the document that is read. */
  readonly hovered: Selection | undefined;
  /** Which leaf of the panel lies on top. */
  readonly leaf: Leaf;
  /** Before an expansion that would flood the view. */
  readonly guard: EntityId | undefined;
  /** What the server said of the filters that hang on single sentences; the last answer holds until the next one comes. */
  readonly judgement: Judgement | undefined;
  /** What documents would add that are not accepted yet: drawn dashed over the view, in no table and no address. */
  readonly ghosts: Portion;
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
  hovered: undefined,
  leaf: "evidence",
  guard: undefined,
  judgement: undefined,
  ghosts: NO_GHOSTS,
}));

/** Takes a step of the session. */
export const apply = (next: (session: Session) => Session): void =>
  useExplorer.setState(({ session }) => ({ session: next(session) }));

let seen: { view: View; filters: Filters; judgement: Judgement | undefined; answer: Visible } | undefined;

/** What is in sight, worked out once for each view, filters and judgement. */
export function visibleOf({ session, judgement }: Pick<Explorer, "session" | "judgement">): Visible {
  const [view, filters] = [viewOf(session), filtersOf(session)];
  if (seen?.view !== view || seen.filters !== filters || seen.judgement !== judgement)
    seen = { view, filters, judgement, answer: visible(view, filters, judgement) };
  return seen.answer;
}

export const useView = (): View => useExplorer((explorer) => viewOf(explorer.session));
export const useFilters = (): Filters => useExplorer((explorer) => filtersOf(explorer.session));
export const useVisible = (): Visible => useExplorer(visibleOf);

/** Points at something from outside the canvas. */
export const pointAt = (pointed: Selection | undefined): void => useExplorer.setState({ pointed });

/** Says what the hand is over on the canvas. */
export const hoverOver = (hovered: Selection | undefined): void => useExplorer.setState({ hovered });
