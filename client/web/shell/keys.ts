/** Keys for the whole page. They stand back while something is typed, and inside dialogs, menus and the table. */
import { isDirection } from "../state/walk.ts";
import { COMMANDS, walk } from "./commands.ts";

const OWN_KEYS =
  'input:not([type=checkbox], [type=radio], [type=range]), textarea, select, [contenteditable="true"], [role="dialog"], [role="menu"], [role="grid"], [role="tablist"], [role="separator"]';
const PRESSABLE = "button, a, [role=switch]";

/** A key with its modifiers, as commands name it. */
const named = ({ key, ctrlKey, metaKey }: KeyboardEvent): string => (ctrlKey || metaKey ? `Ctrl ${key}` : key);

function onKey(event: KeyboardEvent): void {
  const target = event.target as HTMLElement;
  const name = named(event);
  if (event.defaultPrevented || event.altKey) return;
  if (target.closest(OWN_KEYS) && name !== "Ctrl k") return;
  if (name === "Enter" && target.closest(PRESSABLE)) return;
  if (isDirection(name)) {
    if (target !== document.body && !target.closest("#canvas")) return;
    event.preventDefault();
    walk(name);
    return;
  }
  const command = COMMANDS.find(({ keys }) => keys.includes(name));
  if (!command) return;
  event.preventDefault();
  command.run();
}

/** Listens until the answer is called. */
export function followKeys(): () => void {
  window.addEventListener("keydown", onKey);
  return () => window.removeEventListener("keydown", onKey);
}
