/** The command palette: everything that can be done, and every actor, by a few letters. */
import { Dialog } from "@base-ui/react/dialog";
import { Command as Menu } from "cmdk";
import { useState } from "react";
import { addToView } from "../actions/grow.ts";
import { focusOn } from "../actions/open.ts";
import { openDocument } from "../actions/edit.ts";
import { Keys } from "../parts/Button.tsx";
import { Icon } from "../parts/Icon.tsx";
import { SuggestionRow } from "../search/SuggestionRow.tsx";
import { type Suggestion, useSuggestions } from "../search/useSuggestions.ts";
import { closeDialog } from "../state/dialogs.ts";
import type { Command } from "./commands.ts";
import { shownKey } from "./keyNames.ts";
import { found, paletteCommands } from "./palette.ts";

const ITEM =
  "flex min-h-8 cursor-default items-center gap-2.5 rounded-md px-2.5 py-1 select-none data-[selected=true]:bg-accent-soft";
const GROUP =
  "px-1.5 pb-1.5 [&_[cmdk-group-heading]]:px-2.5 [&_[cmdk-group-heading]]:pt-2 [&_[cmdk-group-heading]]:pb-1 [&_[cmdk-group-heading]]:text-small [&_[cmdk-group-heading]]:text-ink-2";

/** The palette is shut before anything is done, so that what is done may open something else. */
function after(act: () => void): () => void {
  return () => {
    closeDialog();
    setTimeout(act);
  };
}

function choose(suggestion: Suggestion): void {
  if (suggestion.kind === "actor") void focusOn(suggestion.entity.id);
  else openDocument(suggestion.document, { start: suggestion.start, end: suggestion.end });
}

function CommandItem({ command }: { readonly command: Command }) {
  const [key] = command.keys;
  return (
    <Menu.Item value={`command ${command.label}`} onSelect={after(command.run)} className={ITEM}>
      <span className="grow">{command.label}</span>
      <span className="text-small text-ink-2">{command.group}</span>
      {key && <Keys keys={shownKey(key)} />}
    </Menu.Item>
  );
}

function Found({ items, query }: { readonly items: readonly Suggestion[]; readonly query: string }) {
  if (items.length === 0) return null;
  return (
    <Menu.Group heading="In the graph" className={GROUP}>
      {items.map((item) => (
        <Menu.Item
          key={item.value}
          value={item.value}
          onSelect={after(() => choose(item))}
          onClickCapture={(event) => {
            if (!event.shiftKey || item.kind !== "actor") return;
            event.stopPropagation();
            after(() => void addToView(item.entity.id))();
          }}
          className={`${ITEM} [&>*]:min-w-0 [&>*]:grow`}
        >
          <SuggestionRow suggestion={item} query={query} />
        </Menu.Item>
      ))}
    </Menu.Group>
  );
}

export function Palette() {
  const [typed, type] = useState("");
  const { items, settled, failed } = useSuggestions(typed);
  const commands = found(paletteCommands(), typed);
  const empty = commands.length + items.length === 0 && (settled || failed);
  return (
    <Dialog.Root open onOpenChange={(open) => !open && closeDialog()}>
      <Dialog.Portal>
        <Dialog.Backdrop className="fixed inset-0 z-40 bg-[oklch(0.15_0.02_268/0.4)]" />
        <Dialog.Popup
          aria-label="Commands"
          className="fixed top-[max(16px,12vh)] left-1/2 z-50 w-[640px] max-w-[calc(100vw-32px)] -translate-x-1/2 overflow-hidden rounded-xl bg-raised shadow-float outline-none"
        >
          <Menu shouldFilter={false} loop label="Commands">
            <div className="flex items-center gap-2.5 border-b border-line px-4">
              <span className="text-ink-3">
                <Icon name="search" />
              </span>
              <Menu.Input
                autoFocus
                value={typed}
                onValueChange={type}
                placeholder="What to do, or whom to find"
                className="h-12 w-full bg-transparent text-large text-ink outline-none placeholder:text-ink-3"
              />
            </div>
            <Menu.List className="max-h-[min(420px,60vh)] overflow-y-auto py-1">
              {commands.length > 0 && (
                <Menu.Group heading="Commands" className={GROUP}>
                  {commands.map((command) => (
                    <CommandItem key={command.label} command={command} />
                  ))}
                </Menu.Group>
              )}
              <Found items={items} query={typed.trim()} />
              {empty && (
                <p role="status" className="px-4 py-3 text-ink-2">
                  {failed
                    ? "The server does not answer; commands still do."
                    : `Nothing is called “${typed.trim()}”. Try fewer letters.`}
                </p>
              )}
            </Menu.List>
          </Menu>
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
