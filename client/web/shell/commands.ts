/** Everything that a key can do, in one list: the keys, the help and the palette are made from it. */
import { clearSelection, copy, hide, lookAt, redo, remove, selectEntity, togglePin, undo } from "../actions/edit.ts";
import { showFind } from "../canvas/find.ts";
import { expand } from "../actions/grow.ts";
import { beginQuestion, dropQuestion, useQuestion } from "../ask/question.ts";
import { showAdd, showHelp, showPalette, showKeptDialog, showTake } from "../state/dialogs.ts";
import { viewOf } from "../state/session.ts";
import { takeStep } from "../state/steps.ts";
import { useExplorer, visibleOf } from "../state/store.ts";
import type { Direction } from "../state/walk.ts";
import { toward } from "../state/walk.ts";
import type { EntityId } from "../../../schema/ids.ts";
import { handsNow, workingHands } from "./hands.ts";
import { nextTheme, toggleRail, toggleSheet, toggleTimeline } from "./preferences.ts";

export interface Command {
  readonly label: string;
  /** As `KeyboardEvent.key`, after the modifiers: "Ctrl z". Several keys may do the same. */
  readonly keys: readonly string[];
  readonly group: "Find" | "View" | "Actor" | "Screen";
  readonly run: () => void;
}

const selected = (): EntityId | undefined => {
  const { selection } = useExplorer.getState().session;
  return selection?.kind === "entity" ? selection.id : undefined;
};
const onSelected = (act: (id: EntityId) => void) => () => {
  const id = selected();
  if (id) act(id);
};

/** Gives up what was begun, or else lets go of what is selected. */
function letGo(): void {
  if (useQuestion.getState().begun === undefined) clearSelection();
  else dropQuestion();
}

export const focusSearch = (): void => document.getElementById("search")?.focus();
export const shareLink = (): void => void copy(location.href, "Link");

/** Enter goes on from what is selected: to its evidence, where the quotes are. */
function enterEvidence(): void {
  document.getElementById("evidence")?.focus();
}

/** From the selected actor to the one that lies that way, or to the first if none is selected. */
export function walk(direction: Direction): void {
  const explorer = useExplorer.getState();
  const { positions } = viewOf(explorer.session);
  const { entities, relations } = visibleOf(explorer);
  const from = selected();
  const place = from && positions.get(from);
  if (!from || !place) {
    const first = entities.toSorted((a, b) => b.degree - a.degree)[0];
    if (first) selectEntity(first.id);
    return;
  }
  const linked = new Set(
    relations.flatMap((r) => (r.subject === from ? [r.object] : r.object === from ? [r.subject] : [])),
  );
  const places = [...linked].flatMap((id) => (positions.has(id) ? [[id, positions.get(id)!] as const] : []));
  const next = toward(place, places, direction);
  if (next) selectEntity(next);
}

/** What is in view is found on the canvas. */
function findInView(): void {
  lookAt("focus");
  showFind();
}

const scopeNow = () => useExplorer.getState().session.scope;
const toggleWhole = (): void => lookAt(scopeNow() === "whole" ? "focus" : "whole");
const toggleMap = (): void => lookAt(scopeNow() === "map" ? "focus" : "map");

export const COMMANDS: readonly Command[] = [
  { label: "Search", keys: ["/"], group: "Find", run: focusSearch },
  { label: "Everything that can be done, by name", keys: ["Ctrl k"], group: "Find", run: showPalette },
  { label: "Find in the view", keys: ["i"], group: "Find", run: findInView },
  { label: "Evidence of what is selected", keys: ["Enter"], group: "Find", run: enterEvidence },
  { label: "Next sentence", keys: ["j"], group: "Find", run: () => void takeStep(1) },
  { label: "Previous sentence", keys: ["k"], group: "Find", run: () => void takeStep(-1) },
  { label: "Add a document", keys: ["a"], group: "Find", run: () => showAdd() },
  { label: "Expand the selected actor", keys: ["e"], group: "Actor", run: onSelected(expand) },
  { label: "Hide it", keys: ["h"], group: "Actor", run: onSelected(hide) },
  { label: "Pin or unpin it", keys: ["p"], group: "Actor", run: onSelected(togglePin) },
  { label: "Remove it from the view", keys: ["Delete", "Backspace"], group: "Actor", run: onSelected(remove) },
  { label: "Path from it to another actor", keys: ["b"], group: "Actor", run: onSelected(beginQuestion) },
  { label: "Undo", keys: ["Ctrl z"], group: "View", run: undo },
  { label: "Redo", keys: ["Ctrl y", "Ctrl Z"], group: "View", run: redo },
  { label: "Clear the selection", keys: ["Escape"], group: "View", run: letGo },
  { label: "The whole graph, or back to the working view", keys: ["o"], group: "View", run: toggleWhole },
  { label: "The working view on a map", keys: ["m"], group: "View", run: toggleMap },
  { label: "Fit into view", keys: ["f"], group: "View", run: () => handsNow()?.fit() },
  { label: "Lay out anew", keys: ["l"], group: "View", run: () => workingHands()?.director.relayout() },
  { label: "Zoom in", keys: ["+", "="], group: "View", run: () => handsNow()?.zoom(1.3) },
  { label: "Zoom out", keys: ["-"], group: "View", run: () => handsNow()?.zoom(1 / 1.3) },
  { label: "Saved views and stories", keys: ["s"], group: "View", run: showKeptDialog },
  { label: "Take away what is displayed", keys: ["x"], group: "View", run: showTake },
  { label: "Copy a link to this view", keys: ["c"], group: "View", run: shareLink },
  { label: "Table of edges", keys: ["t"], group: "Screen", run: toggleSheet },
  { label: "Timeline", keys: ["y"], group: "Screen", run: toggleTimeline },
  { label: "Legend", keys: ["g"], group: "Screen", run: toggleRail },
  { label: "Light, dark or as the system", keys: ["d"], group: "Screen", run: nextTheme },
  { label: "Keys", keys: ["?"], group: "Screen", run: showHelp },
];
