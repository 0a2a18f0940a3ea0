/** Reading several documents one after the other, and bringing their edges into the view. */
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { addDocument } from "../actions/grow.ts";
import { idOf, ingestFile, ingestText, type Outcome, type Particulars } from "./ingest.ts";

interface Progress {
  readonly running: boolean;
  readonly total: number;
  readonly outcomes: readonly Outcome[];
}

const NONE: Progress = { running: false, total: 0, outcomes: [] };

export function useIngest() {
  const [progress, set] = useState(NONE);
  const client = useQueryClient();

  async function run(text: string, files: readonly File[], about: Particulars): Promise<void> {
    const works = [
      ...(text.trim() ? [() => ingestText(text, about)] : []),
      ...files.map((file) => () => ingestFile(file, files.length > 1 ? { ...about, title: "" } : about)),
    ];
    const outcomes: Outcome[] = [];
    set({ running: true, total: works.length, outcomes });
    for (const work of works) {
      const outcome = await work();
      outcomes.push(outcome);
      set({ running: true, total: works.length, outcomes: [...outcomes] });
      if ("result" in outcome) await addDocument(idOf(outcome.result));
    }
    set({ running: false, total: works.length, outcomes });
    for (const key of ["statistics", "connected", "suggestions", "evidence", "actor", "counts"]) {
      void client.invalidateQueries({ queryKey: [key] });
    }
  }

  return { ...progress, run, again: () => set(NONE) };
}
