/** A question about two actors: begun at one, asked with the other, answered beside the graph. */
import { create } from "zustand";
import type { EntityId } from "../../../schema/ids.ts";
import { attempt } from "../actions/attempt.ts";
import { toRelationFilter } from "../state/asking.ts";
import { change, filtersOf, lookCloser } from "../state/session.ts";
import { apply, useExplorer } from "../state/store.ts";
import { grow } from "../state/view.ts";
import { type Between, type Chain, edgesOf, findBetween } from "./between.ts";

interface Question {
  /** Where a path is to begin, while its end has not been chosen. */
  readonly begun: EntityId | undefined;
  readonly answer: Between | undefined;
}

export const useQuestion = create<Question>(() => ({ begun: undefined, answer: undefined }));

/** Waits for the other actor to be chosen: on the canvas, in a list or by searching. */
export const beginQuestion = (from: EntityId): void => useQuestion.setState({ begun: from });
export const dropQuestion = (): void => useQuestion.setState({ begun: undefined });

export function closeAnswer(): void {
  useQuestion.setState({ answer: undefined });
  useExplorer.setState(({ leaf }) => (leaf === "between" ? { leaf: "evidence" } : {}));
}

/** Brings chains into the view, as one step that can be undone. */
export function showChains(chains: readonly Chain[]): void {
  const entities = chains.flatMap((chain) => chain.entities);
  const relations = [...edgesOf(chains).values()];
  apply((session) => lookCloser(change(session, (view) => grow(view, { entities, relations }))));
}

/** Asks what lies between two actors under the filters that hold, and shows the shortest of it on the canvas. */
export function askBetween(from: EntityId, to: EntityId): Promise<void> {
  dropQuestion();
  return attempt(
    () => findBetween(from, to, toRelationFilter(filtersOf(useExplorer.getState().session)) ?? null),
    (answer) => {
      useQuestion.setState({ answer });
      useExplorer.setState({ leaf: "between" });
      const shortest = answer.chains[0]?.hops.length;
      const chains = answer.chains.filter(({ hops }) => hops.length === shortest);
      if (chains.length > 0) showChains(chains);
    },
  );
}

/** Takes what was chosen as the other end of a question that was begun; false if none was. */
export function chooseEnd(to: EntityId): boolean {
  const { begun } = useQuestion.getState();
  if (begun === undefined || begun === to) return false;
  void askBetween(begun, to);
  return true;
}
