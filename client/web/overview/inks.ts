/** The theme's colours for the overview's worker, which knows no stylesheet. */
import { ENTITY_KINDS, QUAD_CLASSES } from "../../../schema/ontology.ts";
import { colourReader, kindColour, quadColour } from "../canvas/palette.ts";
import type { Inks } from "./protocol.ts";

/** How many groups have a colour of their own; the others are grey. */
export const COLOURED = 8;

/** The token of a group's colour; groups come largest first. */
export const communityColour = (index: number): string =>
  index < COLOURED ? `var(--community-${index + 1})` : "var(--ink-3)";

const record = <K extends string, V>(keys: readonly K[], value: (key: K) => V) =>
  Object.fromEntries(keys.map((key) => [key, value(key)])) as Record<K, V>;

/** Reads the colours that hold now. */
export function readInks(host: HTMLElement): Inks {
  const read = colourReader(host);
  return {
    ground: read("var(--ground)"),
    ink: read("var(--ink)"),
    ink2: read("var(--ink-2)"),
    accent: read("var(--accent)"),
    faint: read("color-mix(in oklch, var(--ink-3) 60%, var(--ground))"),
    kinds: record(ENTITY_KINDS, (kind) => read(kindColour(kind))),
    quads: record(QUAD_CLASSES, (quad) => read(quadColour(quad))),
    communities: Array.from({ length: COLOURED }, (_, i) => read(communityColour(i))),
  };
}
