/** Going to the next or the previous piece of evidence: whoever shows evidence says how one goes on there. */

/** Goes on by one, forwards or backwards; false where there is nothing to go to. */
export type Step = (by: 1 | -1) => boolean;

const steps: Step[] = [];

/** Offers a way to go on until the answer is called; the one that was offered last is tried first. */
export function offerStep(step: Step): () => void {
  steps.push(step);
  return () => {
    steps.splice(steps.indexOf(step), 1);
  };
}

/** Takes a step where one is offered. */
export const takeStep = (by: 1 | -1): boolean => steps.toReversed().some((step) => step(by));

/** The index that a step leads to; none before the first or after the last. */
export function stepped(at: number | undefined, by: 1 | -1, length: number): number | undefined {
  if (length === 0) return undefined;
  if (at === undefined) return by === 1 ? 0 : length - 1;
  const next = at + by;
  return next < 0 || next >= length ? undefined : next;
}
