/** The bar at the top: the search, undo and redo, the link to this view, the theme, the keys. */
import { redo, undo } from "../actions/edit.ts";
import { openAddress } from "../actions/open.ts";
import { IconButton } from "../parts/Button.tsx";
import type { IconName } from "../parts/Icon.tsx";
import { isChanged } from "../state/keeping.ts";
import { Icon } from "../parts/Icon.tsx";
import { Search } from "../search/Search.tsx";
import { showHelp, showPalette, showKeptDialog, showTake } from "../state/dialogs.ts";
import { useExplorer } from "../state/store.ts";
import { shareLink } from "./commands.ts";
import { nextTheme, type Theme, toggleRail, usePreferences } from "./preferences.ts";

const THEMES: Readonly<Record<Theme, { readonly icon: IconName; readonly label: string }>> = {
  system: { icon: "system", label: "Colours as the system has them" },
  light: { icon: "sun", label: "Light colours" },
  dark: { icon: "moon", label: "Dark colours" },
};

function Name() {
  return (
    <h1 className="shrink-0">
      <a
        href="/"
        className="flex items-center gap-2 rounded-md px-1 text-large font-semibold tracking-[-0.01em]"
        onClick={(event) => {
          if (event.metaKey || event.ctrlKey || event.shiftKey) return;
          event.preventDefault();
          void openAddress("");
        }}
      >
        <svg width="20" height="20" viewBox="0 0 20 20" aria-hidden="true">
          <path d="M5.4 14.4 14.4 5.8" stroke="var(--accent)" strokeWidth="1.6" strokeLinecap="round" />
          <circle cx="5.2" cy="14.6" r="3.4" fill="var(--ink)" />
          <circle cx="14.8" cy="5.4" r="2.4" fill="var(--ink)" />
        </svg>
        Actant
      </a>
    </h1>
  );
}

/** Which saved view the screen goes back to, and the way to all of them. */
function ViewName() {
  const kept = useExplorer(({ session }) => session.kept);
  const changed = useExplorer(({ session }) => isChanged(session));
  return (
    <button
      type="button"
      onClick={showKeptDialog}
      title="Saved views and stories (S)"
      className="flex h-7 max-w-44 items-center gap-1.5 rounded-md px-2 text-ink-2 transition-colors hover:bg-hover hover:text-ink"
    >
      <Icon name="views" />
      <span className="truncate max-[900px]:sr-only">{kept ? kept.name : "Views"}</span>
      {changed && <span className="size-1.5 shrink-0 rounded-full bg-accent" title="changed since it was saved" />}
    </button>
  );
}

export function Bar() {
  const theme = usePreferences((preferences) => preferences.theme);
  const past = useExplorer(({ session }) => session.history.past.length);
  const future = useExplorer(({ session }) => session.history.future.length);
  return (
    <header className="relative z-40 flex h-11 shrink-0 items-center gap-2 border-b border-line bg-surface px-2.5">
      <div className="flex w-[246px] shrink-0 items-center gap-1 max-[900px]:w-auto">
        <IconButton icon="legend" label="Legend" keys="G" onClick={toggleRail} />
        <Name />
      </div>
      <div className="flex min-w-0 grow">
        <Search />
      </div>
      <div className="flex shrink-0 items-center gap-0.5">
        <IconButton
          id="commands"
          icon="command"
          label="Everything that can be done"
          keys="Ctrl K"
          onClick={showPalette}
        />
        <IconButton icon="undo" label="Undo" keys="Ctrl Z" disabled={past === 0} onClick={undo} />
        <IconButton icon="redo" label="Redo" keys="Ctrl Y" disabled={future === 0} onClick={redo} />
        <span className="mx-1.5 h-4 w-px bg-line" />
        <ViewName />
        <IconButton icon="download" label="Take away what is displayed" keys="X" onClick={showTake} />
        <IconButton icon="link" label="Copy a link to this view" keys="C" onClick={shareLink} />
        <IconButton icon={THEMES[theme].icon} label={THEMES[theme].label} keys="D" onClick={nextTheme} />
        <IconButton icon="help" label="Keys and gestures" keys="?" onClick={showHelp} />
      </div>
    </header>
  );
}
