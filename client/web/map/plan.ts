/** What of a view has a place on the earth, and where that lies on the map. Pure. */
import { type GeoProjection, geoNaturalEarth1 } from "d3-geo";
import type { ViewEntity, ViewRelation } from "../state/graph.ts";
import { pairOf } from "../state/display.ts";
import type { Visible } from "../state/visible.ts";
import type { Point } from "../state/view.ts";

export interface Placed {
  readonly entity: ViewEntity;
  readonly at: Point;
}

export interface Arc {
  readonly relation: ViewRelation;
  readonly way: readonly Point[];
}

export interface MapPlan {
  readonly placed: readonly Placed[];
  readonly arcs: readonly Arc[];
  /** In view, but without coordinates; and edges that have such an end. */
  readonly placeless: number;
  readonly loose: number;
}

/** The map's own measure; the screen scales it. */
export const WORLD = { width: 960, height: 500 } as const;
const STEPS = 24;
/** How far an arc is lifted off the straight way, of its length. */
const LIFT = 0.16;

export const projection: GeoProjection = geoNaturalEarth1()
  .scale(178)
  .translate([WORLD.width / 2, WORLD.height / 2]);

const project = (longitude: number, latitude: number): Point => {
  const [x, y] = projection([longitude, latitude])!;
  return { x, y };
};

type Coordinates = readonly [longitude: number, latitude: number];
const coordinatesOf = ({ longitude, latitude }: ViewEntity): Coordinates | undefined =>
  longitude === undefined || latitude === undefined ? undefined : [longitude, latitude];

/** An arc between two places of the map: bent a little, and more for each further edge between the same two. */
export function wayBetween(a: Point, b: Point, turn: number): readonly Point[] {
  const lift = LIFT * (1 + turn * 0.7) * (a.x <= b.x ? -1 : 1);
  return Array.from({ length: STEPS + 1 }, (_, i) => {
    const along = i / STEPS;
    const bow = Math.sin(Math.PI * along) * lift;
    return {
      x: a.x + (b.x - a.x) * along + (a.y - b.y) * bow,
      y: a.y + (b.y - a.y) * along + (b.x - a.x) * bow,
    };
  });
}

/** An arc as an SVG path. */
export const pathOf = (way: readonly Point[]): string =>
  way.map(({ x, y }, i) => `${i === 0 ? "M" : "L"}${x.toFixed(2)} ${y.toFixed(2)}`).join("");

/** Places what has coordinates, and counts what has none. */
export function mapPlan({ entities, relations }: Visible): MapPlan {
  const known = new Map(
    entities.flatMap((entity) => {
      const at = coordinatesOf(entity);
      return at ? [[entity.id, at] as const] : [];
    }),
  );
  const placed = entities.flatMap((entity) => {
    const at = known.get(entity.id);
    return at ? [{ entity, at: project(...at) }] : [];
  });
  const turns = new Map<string, number>();
  const arcs = relations.flatMap((relation): Arc[] => {
    const [from, to] = [known.get(relation.subject), known.get(relation.object)];
    if (!from || !to || relation.subject === relation.object) return [];
    const pair = pairOf(relation.subject, relation.object);
    const turn = turns.get(pair) ?? 0;
    turns.set(pair, turn + 1);
    return [{ relation, way: wayBetween(project(...from), project(...to), turn) }];
  });
  return { placed, arcs, placeless: entities.length - placed.length, loose: relations.length - arcs.length };
}

/** How the map lies on the screen. */
export interface Lie {
  readonly scale: number;
  readonly x: number;
  readonly y: number;
}

/** All of the places in the middle, as large as fits; the whole world where there are none. */
export function fitted(points: readonly Point[], { width, height }: { width: number; height: number }): Lie {
  const all =
    points.length > 0
      ? points
      : [
          { x: 0, y: 0 },
          { x: WORLD.width, y: WORLD.height },
        ];
  const [left, right] = [Math.min(...all.map(({ x }) => x)), Math.max(...all.map(({ x }) => x))];
  const [top, bottom] = [Math.min(...all.map(({ y }) => y)), Math.max(...all.map(({ y }) => y))];
  const scale = Math.min(14, (width - 160) / Math.max(30, right - left), (height - 140) / Math.max(20, bottom - top));
  const whole = Math.max(0.3, scale);
  return { scale: whole, x: width / 2 - (whole * (left + right)) / 2, y: height / 2 - (whole * (top + bottom)) / 2 };
}
