/** The theme's colours for the overview's worker, which knows no stylesheet. */
import { ENTITY_KINDS, QUAD_CLASSES } from "../../../schema/ontology.ts";
import { kindColour, quadColour, readColours } from "../canvas/palette.ts";
import type { Inks } from "./protocol.ts";

/** How many groups have a colour of their own; the others are grey. */
export const COLOURED = 8;

/** The token of a group's colour; groups come largest first. */
export const communityColour = (index: number): string =>
  index < COLOURED ? `var(--community-${index + 1})` : "var(--ink-3)";

const record = <K extends string, V>(keys: readonly K[], value: (key: K) => V) =>
  Object.fromEntries(keys.map((key) => [key, value(key)])) as Record<K, V>;

const PLAIN = {
  ground: "var(--ground)",
  ink: "var(--ink)",
  ink2: "var(--ink-2)",
  accent: "var(--accent)",
  faint: "color-mix(in oklch, var(--ink-3) 60%, var(--ground))",
};
const GROUPS = Array.from({ length: COLOURED }, (_, i) => `group ${i}`);

/** Reads the colours that hold now. */
export function readInks(host: HTMLElement): Inks {
  const found = readColours(host, {
    ...PLAIN,
    ...record(ENTITY_KINDS, kindColour),
    ...record(QUAD_CLASSES, quadColour),
    ...record(GROUPS, (group) => communityColour(GROUPS.indexOf(group))),
  } as Record<string, string>);
  const of = (name: string) => found[name]!;
  return {
    ...record(Object.keys(PLAIN) as (keyof typeof PLAIN)[], of),
    kinds: record(ENTITY_KINDS, of),
    quads: record(QUAD_CLASSES, of),
    communities: GROUPS.map(of),
  };
}
