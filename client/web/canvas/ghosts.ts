/** What documents would add, laid over the stage dashed: it can be looked at, but not taken hold of. */
import type cytoscape from "cytoscape";
import { relationTerm } from "../../../schema/ontology.ts";
import { edgeStatus, otherEnd, type Portion, type ViewRelation } from "../state/graph.ts";
import type { Point } from "../state/view.ts";
import { lines } from "./label.ts";
import { breadth, edgeWidth } from "./shapes.ts";

const REACH = 150;
const ANGLES = 24;
const COLUMN = 12;

const mean = (points: readonly Point[]): Point => ({
  x: points.reduce((sum, { x }) => sum + x, 0) / points.length,
  y: points.reduce((sum, { y }) => sum + y, 0) / points.length,
});

/** Beside who is known of its neighbours, where there is most room. */
function beside(anchors: readonly Point[], taken: readonly Point[]): Point {
  const { x, y } = mean(anchors);
  const around = Array.from({ length: ANGLES }, (_, i) => (2 * Math.PI * i) / ANGLES).map((angle) => ({
    x: x + REACH * Math.cos(angle),
    y: y + REACH * Math.sin(angle),
  }));
  const room = (place: Point) => Math.min(...taken.map((other) => Math.hypot(other.x - place.x, other.y - place.y)));
  return around.reduce((best, place) => (room(place) > room(best) ? place : best));
}

/** To the right of all that stands, one below the other. */
function aside(places: readonly Point[], nth: number): Point {
  const right = Math.max(0, ...places.map(({ x }) => x)) + 1.5 * REACH;
  const top = Math.min(0, ...places.map(({ y }) => y));
  return { x: right + REACH * Math.floor(nth / COLUMN), y: top + (REACH / 1.6) * (nth % COLUMN) };
}

/** Where ghosts stand: near the ones they would be joined with, moving nobody. */
export function placesOfGhosts(
  { entities, relations }: Portion,
  standing: ReadonlyMap<string, Point>,
): ReadonlyMap<string, Point> {
  const places = [...standing.values()];
  const taken = [...places];
  let loose = 0;
  return new Map(
    entities.map(({ id }) => {
      const near = relations.filter(({ subject, object }) => subject === id || object === id);
      const anchors = near.flatMap((relation) => standing.get(otherEnd(relation, id)) ?? []);
      if (anchors.length > 0) {
        const place = beside(anchors, taken);
        taken.push(place);
        return [id, place];
      }
      loose += 1;
      return [id, aside(places, loose - 1)];
    }),
  );
}

function ghostEdge(relation: ViewRelation): cytoscape.ElementDefinition {
  const { id, type, subject, object, assertionCount, statuses } = relation;
  const { quad, symmetric, label } = relationTerm(type);
  const width = edgeWidth(assertionCount);
  const shape = { width, gap: Math.max(1.6, width * 0.7), arrow: 1, verb: label, quad, symmetric };
  const data = {
    id,
    source: subject,
    target: object,
    pair: id,
    relations: [id],
    status: edgeStatus(statuses),
    ...shape,
  };
  return { group: "edges", data, classes: "ghost" };
}

/** Takes all ghosts away. */
export const exorcise = (cy: cytoscape.Core): void => void cy.elements(".ghost").remove();

/** Puts ghosts among what stands; edges whose ends are not to be seen are left out. */
export function haunt(cy: cytoscape.Core, ghosts: Portion, standing: ReadonlyMap<string, Point>): void {
  exorcise(cy);
  const places = placesOfGhosts(ghosts, standing);
  cy.batch(() => {
    for (const { id, name, kind, degree } of ghosts.entities) {
      const data = { id, name, lines: lines(name), kind, breadth: breadth(kind, degree), strong: false, members: [] };
      cy.add({ group: "nodes", data, position: { ...places.get(id)! }, classes: "ghost" });
    }
    for (const relation of ghosts.relations) {
      const ends = [cy.getElementById(relation.subject), cy.getElementById(relation.object)];
      if (ends.every((end) => end.nonempty())) cy.add(ghostEdge(relation));
    }
  });
}
