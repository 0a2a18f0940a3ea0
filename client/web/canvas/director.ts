/** Keeps the stage in step with the state, and has a place found for whatever is new. */
import { settle } from "../actions/edit.ts";
import type { Arranger } from "../layout/arranger.ts";
import { viewOf } from "../state/session.ts";
import { type Explorer, useExplorer, visibleOf } from "../state/store.ts";
import type { View } from "../state/view.ts";
import type { Visible } from "../state/visible.ts";
import { placesOf, requestOf } from "./request.ts";
import { type Scene, sceneOf } from "./scene.ts";
import type { Stage } from "./stage.ts";

export interface Director {
  /** Lays out again all that the hand has not placed. */
  readonly relayout: () => void;
  readonly stop: () => void;
}

/** Whether a view has nothing in common with the one before, so that the look has to go there. */
const isElsewhere = (before: View | undefined, now: View): boolean =>
  before === undefined || ![...now.entities.keys()].some((id) => before.entities.has(id));

/** Directs the stage from now on until stopped. `aspect` tells the canvas's width over its height. */
export function direct(stage: Stage, arranger: Arranger, aspect: () => number): Director {
  let framed: View | undefined;
  let drawn: Visible | undefined;

  async function layOut(scene: Scene, anew: boolean): Promise<void> {
    const found = await arranger.arrange(requestOf(scene, aspect(), anew));
    if (found) settle(placesOf(scene, found));
  }

  function draw(explorer: Explorer): void {
    const view = viewOf(explorer.session);
    drawn = visibleOf(explorer);
    const scene = sceneOf(drawn, view);
    const homeless = scene.nodes.filter(({ position }) => !position).length;
    if (homeless > 0) void layOut(scene, false);
    // Nothing of it has a place yet: what was there before stays until it has.
    if (homeless > 0 && homeless === scene.nodes.length) return;
    stage.show(scene);
    stage.select(explorer.session.selection);
    if (homeless > 0) return;
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
  }

  draw(useExplorer.getState());
  const stop = useExplorer.subscribe(follow);
  return {
    relayout() {
      framed = undefined;
      const explorer = useExplorer.getState();
      void layOut(sceneOf(visibleOf(explorer), viewOf(explorer.session)), true);
    },
    stop() {
      stop();
      arranger.stop();
    },
  };
}
