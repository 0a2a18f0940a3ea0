/** What can be done with several actors at once, while some are chosen. */
import { chooseNeighbours, chooseOthers } from "../actions/display.ts";
import { hideAll, keepOnly, pinAll, removeAll } from "../actions/edit.ts";
import { askBetween } from "../ask/question.ts";
import { IconButton } from "../parts/Button.tsx";
import { chooseNone, useChosen } from "../state/chosen.ts";
import { useVisible } from "../state/store.ts";
import { counted } from "../text/words.ts";

const WORDS = "h-6 rounded-md px-2 text-ink-2 hover:bg-hover hover:text-ink";

export function ChosenBar() {
  const { ids } = useChosen();
  const { entities } = useVisible();
  const chosen = entities.map(({ id }) => id).filter((id) => ids.has(id));
  if (chosen.length === 0) return null;
  const then = (act: (ids: typeof chosen) => void) => () => {
    act(chosen);
    chooseNone();
  };
  const [from, to] = chosen;
  return (
    <div
      role="toolbar"
      aria-label="What is chosen"
      className="absolute bottom-3 left-1/2 z-10 flex max-w-[calc(100%-6rem)] -translate-x-1/2 flex-wrap items-center gap-0.5 rounded-lg bg-raised p-1 shadow-float"
    >
      <span className="px-2 font-medium">{counted(chosen.length, "actor")} chosen</span>
      {chosen.length === 2 && from && to && (
        <button type="button" className={WORDS} onClick={then(() => void askBetween(from, to))}>
          Path between
        </button>
      )}
      <button type="button" className={WORDS} onClick={chooseNeighbours}>
        Add neighbours
      </button>
      <button type="button" className={WORDS} onClick={chooseOthers}>
        Invert
      </button>
      <button type="button" className={WORDS} onClick={then(keepOnly)}>
        Keep only these
      </button>
      <IconButton icon="pin" label="Pin or unpin them" side="top" onClick={() => pinAll(chosen)} />
      <IconButton icon="hide" label="Hide them" side="top" onClick={then(hideAll)} />
      <IconButton icon="trash" label="Remove them from the view" side="top" onClick={then(removeAll)} />
      <IconButton icon="close" label="Choose none" side="top" onClick={chooseNone} />
    </div>
  );
}
