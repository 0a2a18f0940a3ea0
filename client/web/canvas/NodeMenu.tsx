/** The menu of a node, where it was asked for: expand by type with counts, pin, hide, remove. */
import { Menu } from "@base-ui/react/menu";
import type { EntityId } from "../../../schema/ids.ts";
import { beginQuestion } from "../ask/question.ts";
import { chooseAround } from "../actions/display.ts";
import { hide, remove, selectEntity, togglePin } from "../actions/edit.ts";
import { expand } from "../actions/grow.ts";
import { focusOn } from "../actions/open.ts";
import { Keys } from "../parts/Button.tsx";
import { Icon, type IconName } from "../parts/Icon.tsx";
import { useExplorer, useView } from "../state/store.ts";
import type { Point } from "../state/view.ts";

interface ItemProps {
  readonly icon: IconName;
  readonly label: string;
  readonly keys?: string;
  readonly run: () => void;
}

function Item({ icon, label, keys, run }: ItemProps) {
  return (
    <Menu.Item
      onClick={run}
      className="flex h-7 cursor-default items-center gap-2 rounded-md px-2 outline-none select-none data-highlighted:bg-accent-soft"
    >
      <span className="text-ink-3">
        <Icon name={icon} />
      </span>
      <span className="grow">{label}</span>
      {keys && <Keys keys={keys} />}
    </Menu.Item>
  );
}

interface NodeMenuProps {
  readonly id: EntityId;
  readonly at: Point;
  readonly onClose: () => void;
}

export function NodeMenu({ id, at, onClose }: NodeMenuProps) {
  const { entities, pinned } = useView();
  const anchor = { getBoundingClientRect: () => new DOMRect(at.x, at.y, 0, 0) };
  const askTypes = () => {
    selectEntity(id);
    useExplorer.setState({ guard: id });
  };
  return (
    <Menu.Root open modal={false} onOpenChange={(open) => !open && onClose()}>
      <Menu.Portal>
        <Menu.Positioner anchor={anchor} side="bottom" align="start" sideOffset={4} className="z-40 outline-none">
          <Menu.Popup
            aria-label={entities.get(id)?.name}
            className="w-60 rounded-lg bg-raised p-1 shadow-float outline-none"
          >
            <Item icon="expand" label="Expand" keys="E" run={() => expand(id)} />
            <Item icon="legend" label="Expand by type …" run={askTypes} />
            <Item icon="focus" label="Show only its surroundings" run={() => void focusOn(id)} />
            <Item icon="path" label="Path to …" keys="B" run={() => beginQuestion(id)} />
            <Item icon="lasso" label="Choose it and its neighbours" run={() => chooseAround(id)} />
            <Menu.Separator className="my-1 h-px bg-line" />
            <Item icon="pin" label={pinned.has(id) ? "Unpin" : "Pin"} keys="P" run={() => togglePin(id)} />
            <Item icon="hide" label="Hide" keys="H" run={() => hide(id)} />
            <Item icon="trash" label="Remove from the view" keys="Del" run={() => remove(id)} />
          </Menu.Popup>
        </Menu.Positioner>
      </Menu.Portal>
    </Menu.Root>
  );
}
