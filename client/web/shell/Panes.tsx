/** The middle of the page: the whole graph, the working view or the map. What is not looked at stays as it was. */
import { lazy, type ReactNode, Suspense, useState } from "react";
import { lookAt } from "../actions/edit.ts";
import { Invitation } from "../ask/Invitation.tsx";
import { Boundary } from "../parts/Boundary.tsx";
import { Icon, type IconName } from "../parts/Icon.tsx";
import { Skeleton } from "../parts/Trouble.tsx";
import type { Scope } from "../state/scope.ts";
import { useExplorer } from "../state/store.ts";

const Overview = lazy(() => import("../overview/Overview.tsx").then((m) => ({ default: m.Overview })));
const Canvas = lazy(() => import("../canvas/Canvas.tsx").then((m) => ({ default: m.Canvas })));
const MapPane = lazy(() => import("../map/MapPane.tsx").then((m) => ({ default: m.MapPane })));

const CHOICES: readonly { scope: Scope; label: string; icon: IconName; keys: string }[] = [
  { scope: "whole", label: "Whole graph", icon: "whole", keys: "O" },
  { scope: "focus", label: "Working view", icon: "layout", keys: "O" },
  { scope: "map", label: "Map", icon: "map", keys: "M" },
];

/** Which of them is looked at. */
function Choice() {
  const now = useExplorer(({ session }) => session.scope);
  return (
    <div
      role="radiogroup"
      aria-label="Look at"
      className="absolute top-2.5 right-3 z-20 flex rounded-lg bg-raised p-0.5 shadow-float"
    >
      {CHOICES.map(({ scope, label, icon, keys }) => (
        <button
          key={scope}
          type="button"
          role="radio"
          aria-checked={scope === now}
          title={`${label} (${keys})`}
          onClick={() => lookAt(scope)}
          className={`flex h-6 items-center gap-1.5 rounded-md px-2 transition-colors ${scope === now ? "bg-accent-soft text-ink" : "text-ink-2 hover:bg-hover hover:text-ink"}`}
        >
          <Icon name={icon} size={14} />
          <span className="max-[640px]:sr-only">{label}</span>
        </button>
      ))}
    </div>
  );
}

interface PaneProps {
  readonly scope: Scope;
  readonly what: string;
  readonly children: ReactNode;
}

/** Opened when it is first looked at, and kept from then on. */
function Pane({ scope, what, children }: PaneProps) {
  const shown = useExplorer(({ session }) => session.scope === scope);
  const [opened, open] = useState(false);
  if (shown && !opened) open(true);
  if (!opened && !shown) return null;
  return (
    <div className={`absolute inset-0 ${shown ? "" : "invisible"}`} inert={!shown}>
      <Boundary what={what}>
        <Suspense fallback={<Skeleton label={`${what} is coming`} lines={3} />}>{children}</Suspense>
      </Boundary>
    </div>
  );
}

export function Panes() {
  return (
    <>
      <Pane scope="whole" what="The whole graph">
        <Overview />
      </Pane>
      <Pane scope="focus" what="The canvas">
        <Canvas />
      </Pane>
      <Pane scope="map" what="The map">
        <MapPane />
      </Pane>
      <Choice />
      <Invitation />
    </>
  );
}
