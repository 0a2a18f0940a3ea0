/** The tokens as a canvas can paint them: CSS knows OKLCH and two themes, a canvas library knows neither. */
import { ENTITY_KINDS, type EntityKind, QUAD_CLASSES, type QuadClass } from "../../../schema/ontology.ts";

export interface Palette {
  readonly ground: string;
  readonly ink: string;
  readonly ink2: string;
  readonly accent: string;
  readonly kinds: Readonly<Record<EntityKind, { readonly line: string; readonly fill: string }>>;
  readonly quads: Readonly<Record<QuadClass, string>>;
}

const token = (name: string) => name.toLowerCase().replaceAll("_", "-");

/** The token that holds the colour of a kind of entity. */
export const kindColour = (kind: EntityKind): string => `var(--kind-${token(kind)})`;
/** The token that holds the colour of a quad class. */
export const quadColour = (quad: QuadClass): string => `var(--quad-${token(quad)})`;

/**
 * Turns CSS colours into `rgb(…)`, all at once: the browser resolves them in one go, and one row of painted pixels
 * tells the results.
 */
export function readColours<Name extends string>(
  host: HTMLElement,
  wanted: Readonly<Record<Name, string>>,
): Readonly<Record<Name, string>> {
  const names = Object.keys(wanted) as Name[];
  const probe = host.ownerDocument.createElement("div");
  const spans = names.map((name) => {
    const span = host.ownerDocument.createElement("span");
    span.style.color = wanted[name];
    return span;
  });
  probe.append(...spans);
  host.append(probe);
  const resolved = spans.map((span) => getComputedStyle(span).color);
  probe.remove();
  const context = new OffscreenCanvas(names.length, 1).getContext("2d", { willReadFrequently: true })!;
  for (const [i, colour] of resolved.entries()) {
    context.fillStyle = colour;
    context.fillRect(i, 0, 1, 1);
  }
  const { data } = context.getImageData(0, 0, names.length, 1);
  const rgb = (i: number) => `rgb(${data[4 * i]},${data[4 * i + 1]},${data[4 * i + 2]})`;
  return Object.fromEntries(names.map((name, i) => [name, rgb(i)])) as Record<Name, string>;
}

const record = <K extends string, V>(keys: readonly K[], value: (key: K) => V) =>
  Object.fromEntries(keys.map((key) => [key, value(key)])) as Record<K, V>;

const fillOf = (kind: EntityKind) => `color-mix(in oklch, ${kindColour(kind)} 24%, var(--surface))`;

/** The palette of the theme that holds now. */
export function readPalette(host: HTMLElement): Palette {
  const plain = { ground: "var(--ground)", ink: "var(--ink)", ink2: "var(--ink-2)", accent: "var(--accent)" };
  const found = readColours(host, {
    ...plain,
    ...Object.fromEntries(ENTITY_KINDS.map((kind) => [`line ${kind}`, kindColour(kind)])),
    ...Object.fromEntries(ENTITY_KINDS.map((kind) => [`fill ${kind}`, fillOf(kind)])),
    ...Object.fromEntries(QUAD_CLASSES.map((quad) => [quad, quadColour(quad)])),
  } as Record<string, string>);
  const of = (name: string) => found[name]!;
  return {
    ...record(Object.keys(plain) as (keyof typeof plain)[], of),
    kinds: record(ENTITY_KINDS, (kind) => ({ line: of(`line ${kind}`), fill: of(`fill ${kind}`) })),
    quads: record(QUAD_CLASSES, of),
  };
}
