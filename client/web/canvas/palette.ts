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

/** A way to turn any CSS colour into `rgb(…)`: the browser resolves it, one painted pixel tells the result. */
export function colourReader(host: HTMLElement): (css: string) => string {
  const context = new OffscreenCanvas(1, 1).getContext("2d", { willReadFrequently: true })!;
  const probe = host.ownerDocument.createElement("span");
  return (css) => {
    probe.style.color = css;
    host.append(probe);
    context.fillStyle = getComputedStyle(probe).color;
    probe.remove();
    context.fillRect(0, 0, 1, 1);
    const [r, g, b] = context.getImageData(0, 0, 1, 1).data;
    return `rgb(${r},${g},${b})`;
  };
}

const record = <K extends string, V>(keys: readonly K[], value: (key: K) => V) =>
  Object.fromEntries(keys.map((key) => [key, value(key)])) as Record<K, V>;

/** The palette of the theme that holds now. */
export function readPalette(host: HTMLElement): Palette {
  const read = colourReader(host);
  return {
    ground: read("var(--ground)"),
    ink: read("var(--ink)"),
    ink2: read("var(--ink-2)"),
    accent: read("var(--accent)"),
    kinds: record(ENTITY_KINDS, (kind) => ({
      line: read(kindColour(kind)),
      fill: read(`color-mix(in oklch, ${kindColour(kind)} 24%, var(--surface))`),
    })),
    quads: record(QUAD_CLASSES, (quad) => read(quadColour(quad))),
  };
}
