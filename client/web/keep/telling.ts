/** Telling a story: one saved view after the other, with what is said at each. */
import { create } from "zustand";
import { openAddress } from "../actions/open.ts";
import { Failure } from "../data/client.ts";
import { useExplorer } from "../state/store.ts";
import { fetchStory, type KeptStory } from "./records.ts";

interface Telling {
  readonly story: KeptStory | undefined;
  readonly step: number;
}

export const useTelling = create<Telling>(() => ({ story: undefined, step: 0 }));

export const endStory = (): void => useTelling.setState({ story: undefined, step: 0 });

/** Shows a step of a story, counted from 0; beyond either end nothing happens. */
export function present(story: KeptStory, step: number): void {
  const shown = story.steps[step];
  if (!shown) return;
  useTelling.setState({ story, step });
  if (shown.view) void openAddress(`?view=${shown.view.id}`);
}

export function turn(by: 1 | -1): void {
  const { story, step } = useTelling.getState();
  if (story) present(story, step + by);
}

/** Begins the story that a link names; what is not there is said. */
export async function beginStory(id: string): Promise<void> {
  try {
    const story = await fetchStory(id);
    if (story) present(story, 0);
    else useExplorer.setState(({ missing }) => ({ missing: [...missing, id] }));
  } catch (error) {
    const { message, lost } = error instanceof Failure ? error : new Failure(String(error), false);
    useExplorer.setState({ failure: { message, lost, retry: () => void beginStory(id) } });
  }
}
