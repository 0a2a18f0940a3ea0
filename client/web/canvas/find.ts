/** Whether one is looking for something among what is in view. */
import { create } from "zustand";

export const useFind = create<{ readonly open: boolean }>(() => ({ open: false }));
export const showFind = (): void => useFind.setState({ open: true });
export const hideFind = (): void => useFind.setState({ open: false });
