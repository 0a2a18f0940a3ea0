/** Where nodes go: attraction along edges, repulsion, and boxes for names, so that names find room. Pure. */
import {
  type Force,
  forceLink,
  forceManyBody,
  forceSimulation,
  forceX,
  forceY,
  type SimulationLinkDatum,
  type SimulationNodeDatum,
} from "d3-force";

import { columns, onMap, rings } from "./arrangements.ts";

export interface LayoutNode {
  /** Where it stands; absent for one that has just come. */
  readonly x?: number | undefined;
  readonly y?: number | undefined;
  /** Placed by hand: it does not move. */
  readonly fixed: boolean;
  readonly radius: number;
  readonly labelWidth: number;
  readonly labelHeight: number;
  /** Orders the columns. */
  readonly kind: number;
  /** Which nodes stand together; -1 for none. */
  readonly group: number;
  readonly latitude?: number | undefined;
  readonly longitude?: number | undefined;
}

export const LAYOUTS = ["force", "rings", "columns", "map"] as const;
export type Layout = (typeof LAYOUTS)[number];

export interface LayoutRequest {
  readonly nodes: readonly LayoutNode[];
  /** Pairs of places in `nodes`; each pair once. */
  readonly links: readonly (readonly [number, number])[];
  /** Width over height of the canvas. */
  readonly aspect: number;
  readonly layout: Layout;
  /** The places in `nodes` of those in the middle of rings. */
  readonly middle: readonly number[];
  /** Whether those that stand somewhere should stay about there. */
  readonly gentle: boolean;
}

interface Body extends SimulationNodeDatum, Omit<LayoutNode, "x" | "y"> {
  readonly home: { readonly x: number; readonly y: number } | undefined;
  readonly links: number;
}

const GOLDEN_ANGLE = Math.PI * (3 - Math.sqrt(5));
const GAP = 7;
const FRESH_TICKS = 340;
const GENTLE_TICKS = 200;
/** How strongly an edge between two groups draws, where nodes are grouped. */
const ACROSS = 0.14;

/** New nodes begin around a neighbour that stands already, each at an angle of its own. */
function begin({ nodes, links }: LayoutRequest): Body[] {
  const neighbours = nodes.map((): number[] => []);
  for (const [a, b] of links) {
    neighbours[a]!.push(b);
    neighbours[b]!.push(a);
  }
  return nodes.map((node, i): Body => {
    const near = neighbours[i]!;
    const common = { ...node, links: near.length };
    if (node.x !== undefined && node.y !== undefined) {
      const held = node.fixed ? { fx: node.x, fy: node.y } : {};
      return { ...common, x: node.x, y: node.y, ...held, home: { x: node.x, y: node.y } };
    }
    const parent = near.map((n) => nodes[n]!).find((n) => n.x !== undefined && n.y !== undefined);
    if (!parent) return { ...common, x: undefined, y: undefined, home: undefined } as unknown as Body;
    const angle = i * GOLDEN_ANGLE;
    const reach = parent.radius + node.radius + 40;
    const [x, y] = [parent.x! + reach * Math.cos(angle), parent.y! + reach * Math.sin(angle)];
    return { ...common, x, y, home: undefined };
  });
}

/** Keeps each node and the name below it clear of the others. */
function clearance(strength: number): Force<Body, undefined> {
  let bodies: Body[] = [];
  const half = (b: Body) => Math.max(b.radius, b.labelWidth / 2) + GAP;
  const push = (a: Body, b: Body) => {
    const dx = b.x! - a.x! || 1e-6;
    const [topA, topB] = [a.y! - a.radius, b.y! - b.radius];
    const [bottomA, bottomB] = [a.y! + a.radius + a.labelHeight + GAP, b.y! + b.radius + b.labelHeight + GAP];
    const overX = half(a) + half(b) - Math.abs(dx);
    const overY = Math.min(bottomA, bottomB) - Math.max(topA, topB);
    if (overX <= 0 || overY <= 0) return;
    if (overY < overX * 1.4) {
      const move = (Math.sign(topB + bottomB - topA - bottomA || 1) * overY * strength) / 2;
      a.y! -= move;
      b.y! += move;
    } else {
      const move = (Math.sign(dx) * overX * strength) / 2;
      a.x! -= move;
      b.x! += move;
    }
  };
  const force = () => {
    for (let i = 0; i < bodies.length; i += 1)
      for (let j = i + 1; j < bodies.length; j += 1) push(bodies[i]!, bodies[j]!);
  };
  return Object.assign(force, { initialize: (nodes: Body[]) => void (bodies = nodes) });
}

interface Cluster {
  readonly members: readonly Body[];
  readonly x: number;
  readonly y: number;
  readonly reach: number;
}

function clustersOf(bodies: readonly Body[]): Cluster[] {
  const groups = new Map<number, Body[]>();
  for (const body of bodies) if (body.group >= 0) groups.set(body.group, [...(groups.get(body.group) ?? []), body]);
  return [...groups.values()].map((members) => {
    const x = members.reduce((sum, b) => sum + b.x!, 0) / members.length;
    const y = members.reduce((sum, b) => sum + b.y!, 0) / members.length;
    return { members, x, y, reach: 52 * Math.sqrt(members.length) + 30 };
  });
}

function push(members: readonly Body[], x: number, y: number): void {
  for (const body of members) {
    body.vx! += x;
    body.vy! += y;
  }
}

/** Draws those of one group towards its middle, and groups off one another. */
function cohesion(strength: number): Force<Body, undefined> {
  let bodies: Body[] = [];
  const force = (alpha: number) => {
    const clusters = clustersOf(bodies);
    for (const { members, x, y } of clusters)
      for (const body of members) push([body], (x - body.x!) * strength * alpha, (y - body.y!) * strength * alpha);
    for (const [i, a] of clusters.entries())
      for (const b of clusters.slice(i + 1)) {
        const away = Math.max(1, Math.hypot(b.x - a.x, b.y - a.y));
        const over = Math.max(0, a.reach + b.reach - away) * 0.4 * alpha;
        const [dx, dy] = [((b.x - a.x) / away) * over, ((b.y - a.y) / away) * over];
        push(a.members, -dx, -dy);
        push(b.members, dx, dy);
      }
  };
  return Object.assign(force, { initialize: (nodes: Body[]) => void (bodies = nodes) });
}

const TURNS = 24;

/** What the bodies would need in width and in height, turned by an angle. */
function extent(bodies: readonly Body[], angle: number): { readonly width: number; readonly height: number } {
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  const xs = bodies.map((b) => b.x! * cos - b.y! * sin);
  const ys = bodies.map((b) => b.x! * sin + b.y! * cos);
  return { width: Math.max(...xs) - Math.min(...xs), height: Math.max(...ys) - Math.min(...ys) };
}

/** Turns a layout that nothing holds so that it fills a canvas of this shape best. */
function turn(bodies: readonly Body[], aspect: number): void {
  const need = (angle: number) => {
    const { width, height } = extent(bodies, angle);
    return Math.max(width / aspect, height);
  };
  const angles = Array.from({ length: TURNS }, (_, i) => (i * Math.PI) / TURNS);
  const best = angles.reduce((a, b) => (need(b) < need(a) ? b : a));
  const [cos, sin] = [Math.cos(best), Math.sin(best)];
  for (const body of bodies) [body.x, body.y] = [body.x! * cos - body.y! * sin, body.x! * sin + body.y! * cos];
}

/** What has coordinates stands there; the rest finds a place by forces. */
function withPlaces(request: LayoutRequest): LayoutRequest {
  const nodes = request.nodes.map((node) => {
    const place = onMap(node);
    return place && !node.fixed ? { ...node, ...place, fixed: true } : node;
  });
  return { ...request, nodes, gentle: true };
}

/** Finds a place for every node: x and y by turns, in the order of the request. What the hand has placed stays. */
export function arrange(request: LayoutRequest): Float64Array {
  if (request.layout === "force") return byForces(request);
  if (request.layout === "map") return byForces(withPlaces(request));
  const places = request.layout === "rings" ? rings(request) : columns(request);
  for (const [i, { fixed, x, y }] of request.nodes.entries()) if (fixed) [places[2 * i], places[2 * i + 1]] = [x!, y!];
  return places;
}

function byForces(request: LayoutRequest): Float64Array {
  const bodies = begin(request);
  const spread = Math.sqrt(Math.max(0.4, Math.min(request.aspect, 2.6)));
  const gentle = request.gentle && bodies.some((body) => body.home);
  const hold = (body: Body) => (gentle && body.home ? 0.45 : 0);
  const links = request.links.map(([source, target]): SimulationLinkDatum<Body> => ({ source, target }));
  const simulation = forceSimulation(bodies)
    .stop()
    .alpha(gentle ? 0.55 : 1)
    .alphaDecay(gentle ? 0.025 : 0.018)
    .force(
      "link",
      forceLink<Body, SimulationLinkDatum<Body>>(links)
        .distance(({ source, target }) => {
          const [a, b] = [source as Body, target as Body];
          return 52 + a.radius + b.radius + 7 * Math.sqrt(Math.max(a.links, b.links));
        })
        .strength(({ source, target }) => {
          const [a, b] = [source as Body, target as Body];
          return (a.group === b.group ? 0.9 : ACROSS) / Math.sqrt(Math.min(a.links, b.links) + 0.5);
        }),
    )
    .force(
      "charge",
      forceManyBody<Body>()
        .strength((b) => -260 - 26 * b.radius)
        .distanceMax(1_100),
    )
    .force("x", forceX<Body>().strength(0.055 / spread))
    .force("y", forceY<Body>().strength(0.055 * spread))
    .force("home-x", forceX<Body>((b) => b.home?.x ?? 0).strength(hold))
    .force("home-y", forceY<Body>((b) => b.home?.y ?? 0).strength(hold))
    .force("cohesion", cohesion(0.9))
    .force("clearance", clearance(0.5));
  if (gentle || bodies.some((body) => body.fixed)) simulation.tick(GENTLE_TICKS);
  else {
    simulation.tick(FRESH_TICKS * 0.55);
    turn(bodies, request.aspect);
    simulation.tick(FRESH_TICKS * 0.45);
  }
  return Float64Array.from(bodies.flatMap((body) => [body.x!, body.y!]));
}
