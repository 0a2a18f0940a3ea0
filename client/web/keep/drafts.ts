/** What is being typed and not saved yet, kept in this browser so that nothing typed is lost. */
import { create } from "zustand";
import { persist } from "zustand/middleware";

type Drafts = Readonly<Record<string, string>>;

/** By what a note is on; an empty string is no draft. */
export const useDrafts = create<Drafts>()(persist<Drafts>(() => ({}), { name: "actant-notes" }));

export const typeDraft = (of: string, text: string): void => void useDrafts.setState({ [of]: text });
