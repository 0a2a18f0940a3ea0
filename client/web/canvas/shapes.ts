/** One shape a kind, the same on the canvas and in the legend, so that kinds are told apart without colour. */
import type { EntityKind } from "../../../schema/ontology.ts";

export interface Shape {
  /** Cytoscape's name. */
  readonly name: "ellipse" | "round-rectangle" | "round-diamond" | "round-triangle" | "round-hexagon" | "polygon";
  /** Corners in a square from -1 to 1; absent for shapes that are no polygon. */
  readonly points?: readonly (readonly [number, number])[];
  /** How large it is beside a shape of the same weight. */
  readonly scale: number;
}

const SHIELD = [
  [-0.86, -0.92],
  [0, -1],
  [0.86, -0.92],
  [0.8, 0.25],
  [0, 1],
  [-0.8, 0.25],
] as const;
const DIAMOND = [
  [0, -1],
  [1, 0],
  [0, 1],
  [-1, 0],
] as const;
const TRIANGLE = [
  [0, -0.9],
  [1, 0.9],
  [-1, 0.9],
] as const;
const HEXAGON = [
  [-0.5, -0.9],
  [0.5, -0.9],
  [1, 0],
  [0.5, 0.9],
  [-0.5, 0.9],
  [-1, 0],
] as const;
const TAG = [
  [-1, -0.7],
  [0.42, -0.7],
  [1, 0],
  [0.42, 0.7],
  [-1, 0.7],
] as const;
const PIN = [
  [-0.74, -1],
  [0.74, -1],
  [0.74, 0.42],
  [0, 1],
  [-0.74, 0.42],
] as const;
const STAR = [
  [0, -1],
  [0.32, -0.32],
  [1, 0],
  [0.32, 0.32],
  [0, 1],
  [-0.32, 0.32],
  [-1, 0],
  [-0.32, -0.32],
] as const;

export const SHAPES: Readonly<Record<EntityKind, Shape>> = {
  STATE: { name: "ellipse", scale: 1.25 },
  GOVERNMENT: { name: "round-rectangle", scale: 0.95 },
  AGENCY: { name: "round-rectangle", scale: 0.8 },
  MILITARY: { name: "polygon", points: SHIELD, scale: 1 },
  MILITIA: { name: "round-diamond", points: DIAMOND, scale: 1.15 },
  BASE: { name: "round-triangle", points: TRIANGLE, scale: 1 },
  ORGANIZATION: { name: "round-hexagon", points: HEXAGON, scale: 1.1 },
  MEDIA: { name: "polygon", points: TAG, scale: 0.95 },
  PERSON: { name: "ellipse", scale: 0.72 },
  PLACE: { name: "polygon", points: PIN, scale: 0.78 },
  EVENT: { name: "polygon", points: STAR, scale: 1.2 },
};

/** The breadth of a node: its area grows with its edges, from 19 px, up to 54 px. */
export const breadth = (kind: EntityKind, degree: number): number =>
  Math.round(Math.min(54, Math.sqrt(310 + 68 * degree)) * SHAPES[kind].scale * 10) / 10;

/** The width of an edge: it grows with the logarithm of its assertions. */
export const edgeWidth = (assertions: number): number =>
  Math.round(Math.min(7.5, 1.7 + 1.15 * Math.log2(Math.max(1, assertions))) * 100) / 100;
