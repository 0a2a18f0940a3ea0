/** What commands reach for on the pane that is looked at, once it is open. */
import type { Director } from "../canvas/director.ts";
import type { Stage } from "../canvas/stage.ts";
import type { Scope } from "../state/scope.ts";
import { useExplorer } from "../state/store.ts";

/** What every pane can do. */
export interface Hands {
  readonly zoom: (factor: number) => void;
  readonly fit: () => void;
}

const panes: { [S in Scope]?: Hands } = {};
let working: { readonly stage: Stage; readonly director: Director } | undefined;

/** A pane gives its hands while it is open; the answer takes them back. */
export function giveHands(scope: Scope, hands: Hands): () => void {
  panes[scope] = hands;
  return () => {
    if (panes[scope] === hands) delete panes[scope];
  };
}

/** The hands of the pane that is looked at. */
export const handsNow = (): Hands | undefined => panes[useExplorer.getState().session.scope];

/** The working view's stage and director, open or not in sight. */
export const workingHands = () => working;
export const giveWorkingHands = (given: typeof working): void => {
  working = given;
};
