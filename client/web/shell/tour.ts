/** The tour of a first visit: four steps, kept once it was ended. */
import { create } from "zustand";
import { persist } from "zustand/middleware";

export interface TourStep {
  /** What is pointed at, if it is on the page. */
  readonly target: string;
  readonly title: string;
  readonly words: string;
}

export const STEPS: readonly TourStep[] = [
  {
    target: "#search",
    title: "Find an actor",
    words: "Type a name. Enter shows who surrounds it; double-click any actor to see more.",
  },
  {
    target: "#evidence",
    title: "Read the sentence",
    words: "Click an edge: here is who says so, where and when, word for word.",
  },
  {
    target: 'nav[aria-label="Legend and filters"]',
    title: "Filter by the legend",
    words: "Press a line to switch it off. Below: who says it, when, how well it is backed.",
  },
  {
    target: "#commands",
    title: "Do anything by name",
    words: "Ctrl K finds every command, ? lists the keys. Drop files anywhere to add them.",
  },
];

interface Tour {
  readonly step: number;
  /** Ended by the reader; it does not come back by itself. */
  readonly over: boolean;
}

export const useTour = create<Tour>()(persist((): Tour => ({ step: 0, over: false }), { name: "actant.tour" }));

export const endTour = (): void => void useTour.setState({ over: true });
export const beginTour = (): void => void useTour.setState({ step: 0, over: false });
/** Goes on, or back; after the last step the tour is over. */
export const goTour = (by: 1 | -1): void =>
  void useTour.setState(({ step }) => (step + by >= STEPS.length ? { over: true } : { step: Math.max(0, step + by) }));
