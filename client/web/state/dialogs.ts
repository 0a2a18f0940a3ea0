/** Which dialog is open. */
import { create } from "zustand";

interface Dialog {
  readonly open: "help" | "take" | "add" | "palette" | "none";
}

export const useDialog = create<Dialog>(() => ({ open: "none" }));
export const showHelp = (): void => useDialog.setState({ open: "help" }, true);
/** Opens the ways to take away what is displayed. */
export const showTake = (): void => useDialog.setState({ open: "take" }, true);
/** Opens the form for a new document. */
export const showAdd = (): void => useDialog.setState({ open: "add" }, true);
/** Opens the list of everything that can be done. */
export const showPalette = (): void => useDialog.setState({ open: "palette" }, true);
export const closeDialog = (): void => useDialog.setState({ open: "none" }, true);
