/** The brush: what a drag along the line means. Pure. */
import { type Bar, snapped, type Stretch } from "./scale.ts";

export type Grip = "new" | "from" | "to" | "whole";

export interface Drag {
  readonly grip: Grip;
  /** The day under the pointer where the drag began, and where it is. */
  readonly began: number;
  readonly at: number;
  readonly before: Stretch | undefined;
}

/** The days that a drag chooses so far. */
export function chosenBy({ grip, began, at, before }: Drag, bars: readonly Bar[]): Stretch {
  if (grip === "new" || !before) return snapped(bars, began, at);
  if (grip === "from") return snapped(bars, at, before.to);
  if (grip === "to") return snapped(bars, before.from, at);
  const moved = Math.round(at - began);
  return { from: before.from + moved, to: before.to + moved };
}

/** What is gripped at a place: an end of the brush within reach, the brush itself, or nothing of it. */
export function gripAt(day: number, brush: Stretch | undefined, reach: number): Grip {
  if (!brush) return "new";
  if (Math.abs(day - brush.from) <= reach) return "from";
  if (Math.abs(day - brush.to - 1) <= reach) return "to";
  return day > brush.from && day < brush.to ? "whole" : "new";
}
