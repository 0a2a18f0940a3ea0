/** Whether the hand is, on the canvas, over an edge that a sentence asserts. */
import { useExplorer } from "../state/store.ts";
import type { AssertedSentence } from "./useReading.ts";

export const useLit = (sentence: AssertedSentence | undefined): boolean =>
  useExplorer(({ hovered }) => hovered !== undefined && (sentence?.edges.some(({ id }) => id === hovered.id) ?? false));
