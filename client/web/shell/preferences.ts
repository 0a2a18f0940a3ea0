/** What a person has set up for themselves on this machine. It is no part of a view and of no link. */
import { useSyncExternalStore } from "react";
import { create } from "zustand";
import { persist } from "zustand/middleware";

export type Theme = "system" | "light" | "dark";

export const PANEL = { least: 320, usual: 400, most: 640 } as const;
export const SHEET = { least: 140, usual: 300, most: 720 } as const;

interface Preferences {
  readonly theme: Theme;
  readonly panelWidth: number;
  readonly sheetHeight: number;
  readonly sheetOpen: boolean;
  readonly timelineOpen: boolean;
  readonly railOpen: boolean;
  /** The same where the page is narrow and the rail lies over the canvas; never kept. */
  readonly railDrawn: boolean;
}

/** Kept in the browser under this name. */
export const usePreferences = create<Preferences>()(
  persist(
    (): Preferences => ({
      theme: "system",
      panelWidth: PANEL.usual,
      sheetHeight: SHEET.usual,
      sheetOpen: false,
      timelineOpen: true,
      railOpen: true,
      railDrawn: false,
    }),
    { name: "actant.preferences", partialize: (all) => ({ ...all, railDrawn: false }) },
  ),
);

const NARROW = "(max-width: 900px)";
const isNarrow = () => window.matchMedia(NARROW).matches;

/** Whether the page is so narrow that rail and panel become sheets. */
export const useNarrow = (): boolean =>
  useSyncExternalStore((changed) => {
    const query = window.matchMedia(NARROW);
    query.addEventListener("change", changed);
    return () => query.removeEventListener("change", changed);
  }, isNarrow);

const NEXT: Readonly<Record<Theme, Theme>> = { system: "light", light: "dark", dark: "system" };

export const prefer = (change: Partial<Preferences>): void => void usePreferences.setState(change);
export const nextTheme = (): void => void usePreferences.setState(({ theme }) => ({ theme: NEXT[theme] }));
export const toggleSheet = (): void => void usePreferences.setState(({ sheetOpen }) => ({ sheetOpen: !sheetOpen }));
export const toggleTimeline = (): void =>
  void usePreferences.setState(({ timelineOpen }) => ({ timelineOpen: !timelineOpen }));
export const toggleRail = (): void =>
  void usePreferences.setState(({ railOpen, railDrawn }) =>
    isNarrow() ? { railDrawn: !railDrawn } : { railOpen: !railOpen },
  );

const clamp = (n: number, { least, most }: { least: number; most: number }) => Math.min(most, Math.max(least, n));
export const setPanelWidth = (width: number): void => prefer({ panelWidth: clamp(width, PANEL) });
export const setSheetHeight = (height: number): void => prefer({ sheetHeight: clamp(height, SHEET) });

/** Puts the theme on the page, now and whenever it changes. */
export function followTheme(): void {
  const put = ({ theme }: Preferences) => {
    if (theme === "system") delete document.documentElement.dataset["theme"];
    else document.documentElement.dataset["theme"] = theme;
  };
  put(usePreferences.getState());
  usePreferences.subscribe(put);
}
