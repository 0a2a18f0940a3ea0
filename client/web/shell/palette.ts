/** What the palette offers besides the commands that have keys, and how it finds them. */
import { refilter, turnTo, unhideAll } from "../actions/edit.ts";
import { refreshView } from "../actions/refresh.ts";
import { isFiltering, NO_FILTERS } from "../state/filters.ts";
import { filtersOf, viewOf } from "../state/session.ts";
import { useExplorer } from "../state/store.ts";
import { type Command, COMMANDS } from "./commands.ts";
import { beginTour } from "./tour.ts";

const KEYLESS: readonly Command[] = [
  { label: "Clear all filters", keys: [], group: "View", run: () => refilter(() => NO_FILTERS) },
  { label: "Show all hidden actors", keys: [], group: "View", run: unhideAll },
  { label: "Ask the server again for what is in view", keys: [], group: "View", run: () => void refreshView() },
  { label: "Documents coming in", keys: [], group: "Screen", run: () => turnTo("adding") },
  { label: "The tour in four steps", keys: [], group: "Screen", run: beginTour },
];

/** What would change nothing now is not offered. */
function isUseful({ label }: Command): boolean {
  const { session } = useExplorer.getState();
  if (label === "Clear all filters") return isFiltering(filtersOf(session));
  if (label === "Show all hidden actors") return viewOf(session).hidden.size > 0;
  return !label.startsWith("Everything");
}

/** All commands that can do something now. */
export const paletteCommands = (): readonly Command[] => [...COMMANDS, ...KEYLESS].filter(isUseful);

/** Those in whose words the letters stand, those that begin with them first. */
export function found(commands: readonly Command[], typed: string): readonly Command[] {
  const wanted = typed.trim().toLowerCase();
  if (wanted === "") return commands;
  const words = wanted.split(/\s+/);
  const text = ({ label, group }: Command) => `${label} ${group}`.toLowerCase();
  const rank = (command: Command) => (text(command).startsWith(wanted) ? 0 : text(command).includes(wanted) ? 1 : 2);
  return commands
    .filter((command) => words.every((word) => text(command).includes(word)))
    .toSorted((a, b) => rank(a) - rank(b));
}
