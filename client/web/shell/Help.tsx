/** All keys, by what they are for. */
import { Keys } from "../parts/Button.tsx";
import { Modal } from "../parts/Modal.tsx";
import { closeDialog } from "../state/dialogs.ts";
import { type Command, COMMANDS } from "./commands.ts";
import { shownKey } from "./keyNames.ts";

const GROUPS: readonly Command["group"][] = ["View", "Find", "Actor", "Screen"];

const HANDS: readonly (readonly [string, string])[] = [
  ["Double-click an actor", "expand it"],
  ["Right-click an actor", "its menu"],
  ["Drag an actor", "place and pin it"],
  ["Click an edge", "its evidence"],
  ["Arrow keys on the canvas", "walk to neighbours"],
];

function Line({ command }: { readonly command: Command }) {
  return (
    <li className="flex h-7 items-center gap-3">
      <span className="grow">{command.label}</span>
      <span className="flex items-center gap-1.5 text-small text-ink-3">
        {command.keys.map((key, i) => (
          <span key={key} className="flex items-center gap-1.5">
            {i > 0 && "or"}
            <Keys keys={shownKey(key)} />
          </span>
        ))}
      </span>
    </li>
  );
}

export function Help() {
  return (
    <Modal title="Keys and gestures" width="w-[720px]" onClose={closeDialog}>
      <div className="columns-2 gap-x-10 max-[640px]:columns-1">
        {GROUPS.map((group) => (
          <section key={group} aria-label={group} className="break-inside-avoid pb-5">
            <h3 className="pb-1 text-small font-medium text-ink-3">{group}</h3>
            <ul>
              {COMMANDS.filter((command) => command.group === group).map((command) => (
                <Line key={command.label} command={command} />
              ))}
            </ul>
          </section>
        ))}
        <section aria-label="Gestures" className="break-inside-avoid">
          <h3 className="pb-1 text-small font-medium text-ink-3">Gestures</h3>
          <ul>
            {HANDS.map(([gesture, effect]) => (
              <li key={gesture} className="flex h-7 items-center gap-3">
                <span className="grow">{gesture}</span>
                <span className="text-ink-2">{effect}</span>
              </li>
            ))}
          </ul>
        </section>
      </div>
    </Modal>
  );
}
