/** A story while it is being written. Pure. */
import type { KeptStory } from "./records.ts";

export interface DraftStep {
  /** Its own, so that steps can be moved about. */
  readonly key: number;
  readonly view: string;
  readonly caption: string;
}

export interface StoryDraft {
  readonly id: string | undefined;
  readonly revision: number | undefined;
  readonly name: string;
  readonly steps: readonly DraftStep[];
}

/** A draft of a story as it stands; a step whose view was deleted is left out. */
export const draftOf = (story: KeptStory | undefined): StoryDraft => ({
  id: story?.id,
  revision: story?.revision,
  name: story?.name ?? "",
  steps: (story?.steps ?? []).flatMap(({ view, caption }, key) => (view ? [{ key, view: view.id, caption }] : [])),
});

export const withStep = (draft: StoryDraft, view: string): StoryDraft => ({
  ...draft,
  steps: [...draft.steps, { key: Math.max(-1, ...draft.steps.map(({ key }) => key)) + 1, view, caption: "" }],
});

export const withoutStep = (draft: StoryDraft, key: number): StoryDraft => ({
  ...draft,
  steps: draft.steps.filter((step) => step.key !== key),
});

export const changeStep = (draft: StoryDraft, key: number, change: Partial<DraftStep>): StoryDraft => ({
  ...draft,
  steps: draft.steps.map((step) => (step.key === key ? { ...step, ...change } : step)),
});

/** Moves a step one place up or down; beyond the ends nothing moves. */
export function moveStep(draft: StoryDraft, key: number, by: 1 | -1): StoryDraft {
  const from = draft.steps.findIndex((step) => step.key === key);
  const to = from + by;
  if (from < 0 || to < 0 || to >= draft.steps.length) return draft;
  const steps = [...draft.steps];
  [steps[from], steps[to]] = [steps[to]!, steps[from]!];
  return { ...draft, steps };
}

/** What the server is told. */
export const inputOf = ({ id, revision, name, steps }: StoryDraft) => ({
  ...(id === undefined ? {} : { id, revision: revision ?? null }),
  name: name.trim(),
  steps: steps.map(({ view, caption }) => ({ view, caption })),
});
