/** Which dialog is open, and what it begins with. */
import { create } from "zustand";

type Dialog =
  | { readonly open: "help" | "take" }
  | { readonly open: "add"; readonly files: readonly File[] }
  | { readonly open: "none" };

export const useDialog = create<Dialog>(() => ({ open: "none" }));
export const showHelp = (): void => useDialog.setState({ open: "help" }, true);
/** Opens the ways to take away what is displayed. */
export const showTake = (): void => useDialog.setState({ open: "take" }, true);
export const showAdd = (files: readonly File[] = []): void => useDialog.setState({ open: "add", files }, true);
export const closeDialog = (): void => useDialog.setState({ open: "none" }, true);
