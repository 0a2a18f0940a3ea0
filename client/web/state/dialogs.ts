/** Which dialog is open. */
import { create } from "zustand";
import type { KeptStory } from "../keep/records.ts";

interface Dialog {
  readonly open: "help" | "take" | "add" | "palette" | "kept" | "story" | "none";
  /** The story that is being edited; absent for a new one. */
  readonly story?: KeptStory | undefined;
}

export const useDialog = create<Dialog>(() => ({ open: "none" }));
export const showHelp = (): void => useDialog.setState({ open: "help" }, true);
/** Opens the ways to take away what is displayed. */
export const showTake = (): void => useDialog.setState({ open: "take" }, true);
/** Opens the form for a new document. */
export const showAdd = (): void => useDialog.setState({ open: "add" }, true);
/** Opens the list of everything that can be done. */
export const showPalette = (): void => useDialog.setState({ open: "palette" }, true);
/** Opens the saved views and stories. */
export const showKeptDialog = (): void => useDialog.setState({ open: "kept" }, true);
/** Opens a story for editing, a new one if none is given. */
export const showStory = (story?: KeptStory): void => useDialog.setState({ open: "story", story }, true);
export const closeDialog = (): void => useDialog.setState({ open: "none" }, true);
