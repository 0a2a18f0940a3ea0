/** Mini-map, zoom, fit, lasso, find and layout, at the lower right of the canvas. */
import { type RefObject, useState } from "react";
import { IconButton } from "../parts/Button.tsx";
import { ArrangeMenu } from "./ArrangeMenu.tsx";
import type { Director } from "./director.ts";
import { showFind } from "./find.ts";
import type { Stage } from "./contract.ts";

const STEP = 1.3;

interface ToolsProps {
  readonly stage: Stage | undefined;
  readonly director: Director | undefined;
  readonly minimap: RefObject<HTMLCanvasElement | null>;
}

export function Tools({ stage, director, minimap }: ToolsProps) {
  const [lassoing, setLassoing] = useState(false);
  const lasso = () => {
    stage?.setLasso(!lassoing);
    setLassoing(!lassoing);
  };
  return (
    <div className="pointer-events-none absolute right-3 bottom-3 z-10 flex items-end gap-2">
      <canvas
        ref={minimap}
        aria-hidden="true"
        className="pointer-events-auto touch-none rounded-lg bg-surface/90 shadow-float max-[900px]:opacity-0"
      />
      <div
        role="toolbar"
        aria-label="Canvas tools"
        aria-orientation="vertical"
        className="pointer-events-auto flex flex-col rounded-lg bg-raised p-0.5 shadow-float"
      >
        <IconButton icon="plus" label="Zoom in" keys="+" side="left" onClick={() => stage?.zoom(STEP)} />
        <IconButton icon="minus" label="Zoom out" keys="−" side="left" onClick={() => stage?.zoom(1 / STEP)} />
        <IconButton icon="fit" label="Fit into view" keys="F" side="left" onClick={() => stage?.fit()} />
        <IconButton icon="search" label="Find in the view" keys="I" side="left" onClick={showFind} />
        <IconButton
          icon="lasso"
          label="Draw around actors to choose them"
          side="left"
          aria-pressed={lassoing}
          className={lassoing ? "bg-accent-soft text-accent" : ""}
          onClick={lasso}
        />
        <IconButton icon="layout" label="Lay out anew" keys="L" side="left" onClick={() => director?.relayout()} />
        <ArrangeMenu onLayOut={(layout) => director?.relayout(layout)} />
      </div>
    </div>
  );
}
