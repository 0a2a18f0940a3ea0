/** Walking the sentences of a document that assert edges, where no edge's own evidence is walked. */
import { useEffect, useRef } from "react";
import type { DocumentId } from "../../../schema/ids.ts";
import { openDocument } from "../actions/edit.ts";
import { offerStep } from "../state/steps.ts";
import { useExplorer } from "../state/store.ts";
import type { AssertedSentence } from "./useReading.ts";

/** The first sentence beyond an offset, or the last before it. */
const beyond = (sentences: readonly AssertedSentence[], at: number, by: 1 | -1): AssertedSentence | undefined =>
  by === 1 ? sentences.find(({ start }) => start > at) : sentences.findLast(({ start }) => start < at);

export function useSentenceSteps(
  document: DocumentId,
  sentences: readonly AssertedSentence[],
  at: number | undefined,
): void {
  const now = useRef({ sentences, at });
  useEffect(() => {
    now.current = { sentences, at };
  });
  useEffect(
    () =>
      offerStep((by) => {
        const { session, leaf } = useExplorer.getState();
        if (leaf !== "reading" || session.selection?.kind === "relation") return false;
        const { sentences, at } = now.current;
        const next = beyond(sentences, at ?? (by === 1 ? -1 : Number.POSITIVE_INFINITY), by);
        if (next) openDocument(document, { start: next.start, end: next.end });
        return next !== undefined;
      }),
    [document],
  );
}
