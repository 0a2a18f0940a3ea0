/** What is being typed: kept through closing the dialog, through a server that is away, and through loading the page anew. */
import { create } from "zustand";
import { createJSONStorage, persist } from "zustand/middleware";
import type { Particulars } from "./give.ts";

interface Draft {
  readonly text: string;
  readonly about: Particulars;
  /** Files cannot be kept over a new loading of the page. */
  readonly files: readonly File[];
}

const EMPTY: Draft = { text: "", about: { title: "", publisher: "", published: "" }, files: [] };

export const useDraft = create<Draft>()(
  persist((): Draft => EMPTY, {
    name: "actant.draft",
    storage: createJSONStorage(() => sessionStorage),
    partialize: ({ text, about }) => ({ text, about }),
  }),
);

export const draft = (change: Partial<Draft>): void => void useDraft.setState(change);
export const emptyDraft = (): void => void useDraft.setState(EMPTY);
