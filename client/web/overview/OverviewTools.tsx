/** Zoom, fit, lasso and colours of the overview, at the lower right. */
import { IconButton } from "../parts/Button.tsx";
import type { Link } from "./link.ts";
import type { ColourBy } from "./protocol.ts";

const STEP = 1.4;
const ON = "bg-accent-soft text-accent";

interface OverviewToolsProps {
  readonly link: Link | undefined;
  readonly by: ColourBy;
  readonly lassoing: boolean;
  readonly onColour: (by: ColourBy) => void;
  readonly onLasso: (on: boolean) => void;
}

export function OverviewTools({ link, by, lassoing, onColour, onLasso }: OverviewToolsProps) {
  return (
    <div
      role="toolbar"
      aria-label="Tools of the overview"
      aria-orientation="vertical"
      className="absolute right-3 bottom-3 z-10 flex flex-col rounded-lg bg-raised p-0.5 shadow-float"
    >
      <IconButton icon="plus" label="Zoom in" keys="+" side="left" onClick={() => link?.zoom(STEP)} />
      <IconButton icon="minus" label="Zoom out" keys="−" side="left" onClick={() => link?.zoom(1 / STEP)} />
      <IconButton icon="fit" label="Show all of it" keys="F" side="left" onClick={() => link?.fit()} />
      <IconButton
        icon="lasso"
        label="Draw around actors to bring them in"

        side="left"
        aria-pressed={lassoing}
        className={lassoing ? ON : ""}
        onClick={() => onLasso(!lassoing)}
      />
      <IconButton
        icon="groups"
        label={by === "community" ? "Colour by kind" : "Colour by group"}
        side="left"
        aria-pressed={by === "community"}
        className={by === "community" ? ON : ""}
        onClick={() => onColour(by === "community" ? "kind" : "community")}
      />
    </div>
  );
}
