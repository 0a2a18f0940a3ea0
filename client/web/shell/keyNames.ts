/** Keys as they stand on a keyboard. */
const NAMES: Readonly<Record<string, string>> = {
  Escape: "Esc",
  Delete: "Del",
  Backspace: "⌫",
  "Ctrl Z": "Ctrl Shift Z",
};

/** "Ctrl k" as "Ctrl K", "Delete" as "Del". */
export const shownKey = (key: string): string =>
  NAMES[key] ?? key.replace(/(^| )([a-z])$/, (_, space: string, letter: string) => space + letter.toUpperCase());
