/** Zoom, fit and layout, at the lower right of the canvas. */
import { IconButton } from "../parts/Button.tsx";
import type { Director } from "./director.ts";
import type { Stage } from "./stage.ts";

const STEP = 1.3;

interface ToolsProps {
  readonly stage: Stage | undefined;
  readonly director: Director | undefined;
}

export function Tools({ stage, director }: ToolsProps) {
  return (
    <div
      role="toolbar"
      aria-label="Canvas tools"
      aria-orientation="vertical"
      className="absolute right-3 bottom-3 z-10 flex flex-col rounded-lg bg-raised p-0.5 shadow-float"
    >
      <IconButton icon="plus" label="Zoom in" keys="+" side="left" onClick={() => stage?.zoom(STEP)} />
      <IconButton icon="minus" label="Zoom out" keys="−" side="left" onClick={() => stage?.zoom(1 / STEP)} />
      <IconButton icon="fit" label="Fit into view" keys="F" side="left" onClick={() => stage?.fit()} />
      <IconButton icon="layout" label="Lay out anew" keys="L" side="left" onClick={() => director?.relayout()} />
    </div>
  );
}
