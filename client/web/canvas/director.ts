/** Keeps the stage in step with the state, and has a place found for whatever is new. */
import { settle, settleAnew } from "../actions/edit.ts";
import type { Arranger } from "../layout/arranger.ts";
import type { Layout } from "../layout/force.ts";
import { useChosen } from "../state/chosen.ts";
import { useMeasures } from "../state/measures.ts";
import { viewOf } from "../state/session.ts";
import { type Explorer, useExplorer, visibleOf } from "../state/store.ts";
import type { View } from "../state/view.ts";
import type { Visible } from "../state/visible.ts";
import { graphOf, placesOf, requestOf } from "./request.ts";
import { type Scene, sceneOf } from "./scene.ts";
import type { Stage } from "./stage.ts";

export interface Director {
  /** Lays out again all that the hand has not placed. */
  readonly relayout: (layout?: Layout) => void;
  readonly stop: () => void;
}

/** Whether a view has nothing in common with the one before, so that the look has to go there. */
const isElsewhere = (before: View | undefined, now: View): boolean =>
  before === undefined || ![...now.entities.keys()].some((id) => before.entities.has(id));

/** Which measures a view is displayed by. */
const wanted = ({ display }: View) => ({
  betweenness: display.sizing === "betweenness",
  communities: display.grouping === "community",
});

/** Has what the display goes by worked out anew whenever what is in sight has changed. */
function measurer(arranger: Arranger): (visible: Visible, view: View) => void {
  const last: { betweenness?: Visible; communities?: Visible } = {};
  return (visible, view) => {
    for (const what of ["betweenness", "communities"] as const) {
      if (!wanted(view)[what] || last[what] === visible) continue;
      last[what] = visible;
      void arranger.measure(what, graphOf(visible)).then((found) => {
        if (last[what] !== visible) return;
        useMeasures.setState({ [what]: new Map(visible.entities.map(({ id }, i) => [id, found[i]!])) });
      });
    }
  };
}

const sceneNow = (explorer: Explorer): Scene =>
  sceneOf(visibleOf(explorer), viewOf(explorer.session), useMeasures.getState());

/** Directs the stage from now on until stopped. `aspect` tells the canvas's width over its height. */
export function direct(stage: Stage, arranger: Arranger, aspect: () => number): Director {
  let framed: View | undefined;
  let drawn: Visible | undefined;
  const measure = measurer(arranger);

  async function layOut(scene: Scene, anew: Layout | undefined): Promise<void> {
    const view = viewOf(useExplorer.getState().session);
    const found = await arranger.arrange(requestOf(scene, view, aspect(), anew));
    if (!found) return;
    (anew ? settleAnew : settle)(placesOf(scene, view, found));
  }

  function draw(explorer: Explorer): void {
    const view = viewOf(explorer.session);
    drawn = visibleOf(explorer);
    measure(drawn, view);
    const scene = sceneNow(explorer);
    const homeless = scene.nodes.filter(({ position }) => !position).length;
    if (homeless > 0) void layOut(scene, undefined);
    // Nothing of it has a place yet: what was there before stays until it has.
    if (homeless > 0 && homeless === scene.nodes.length) return;
    stage.show(scene);
    stage.select(explorer.session.selection);
    stage.choose(useChosen.getState().ids);
    if (homeless > 0) return;
    // For whoever measures: everything has its place.
    performance.mark("settled", { detail: { nodes: scene.nodes.length, edges: scene.edges.length } });
    if (isElsewhere(framed, view)) stage.fit();
    else if (framed?.entities !== view.entities) stage.contain();
    framed = view;
  }

  function follow(now: Explorer, before: Explorer): void {
    if (visibleOf(now) !== drawn || viewOf(now.session) !== viewOf(before.session)) draw(now);
    const { selection } = now.session;
    if (selection !== before.session.selection) {
      stage.select(selection);
      if (selection) stage.reveal(selection);
    }
    if (now.pointed !== before.pointed) stage.point(now.pointed);
    if (now.ghosts !== before.ghosts) stage.haunt(now.ghosts);
  }

  draw(useExplorer.getState());
  stage.haunt(useExplorer.getState().ghosts);
  const stops = [
    useExplorer.subscribe(follow),
    useMeasures.subscribe(() => draw(useExplorer.getState())),
    useChosen.subscribe(({ ids }) => stage.choose(ids)),
  ];
  return {
    relayout(layout = "force") {
      framed = undefined;
      void layOut(sceneNow(useExplorer.getState()), layout);
    },
    stop() {
      for (const stop of stops) stop();
      arranger.stop();
    },
  };
}
