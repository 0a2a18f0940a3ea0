/** The canvas with what floats over it: what is in view, tools, the card under the pointer, the menu of a node. */
import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useRef } from "react";
import { expectEvidence } from "../panel/useEvidence.ts";
import { useExplorer, useView, useVisible } from "../state/store.ts";
import { giveHands, giveWorkingHands } from "../shell/hands.ts";
import { counted } from "../text/words.ts";
import { ChosenBar } from "./ChosenBar.tsx";
import { EmptyCanvas } from "./EmptyCanvas.tsx";
import { FindInView } from "./FindInView.tsx";
import { HoverCard } from "./HoverCard.tsx";
import { InView } from "./InView.tsx";
import { NodeMenu } from "./NodeMenu.tsx";
import { Tools } from "./Tools.tsx";
import { useStage } from "./useStage.ts";

export function Canvas() {
  const host = useRef<HTMLDivElement>(null);
  const ink = useRef<HTMLCanvasElement>(null);
  const minimap = useRef<HTMLCanvasElement>(null);
  const { stage, director, hover, menu, closeMenu } = useStage({ host, ink, minimap });
  const { entities, relations } = useVisible();
  const placed = useView().positions.size > 0;
  const client = useQueryClient();
  useEffect(() => {
    if (hover?.target.kind === "relation") expectEvidence(client, hover.target.id);
  }, [client, hover]);
  const busy = useExplorer((explorer) => explorer.busy);
  useEffect(() => {
    giveWorkingHands(stage && director && { stage, director });
    return stage && giveHands("focus", stage);
  }, [stage, director]);
  const summary = `${counted(entities.length, "actor")}, ${counted(relations.length, "edge")}`;
  return (
    <section aria-label="Canvas" className="absolute inset-0 overflow-hidden bg-ground">
      <div
        ref={host}
        id="canvas"
        role="application"
        tabIndex={0}
        aria-label={`Graph: ${summary}. Arrow keys walk from actor to actor, Enter opens the evidence. The same edges are in the table.`}
        className="absolute inset-0 focus-visible:outline-offset-[-3px]"
      />
      <canvas ref={ink} aria-hidden="true" className="pointer-events-none absolute inset-0 size-full" />
      {(entities.length === 0 || !placed) && <EmptyCanvas waiting={busy || !stage || entities.length > 0} />}
      <InView />
      <FindInView />
      <ChosenBar />
      <Tools stage={stage} director={director} minimap={minimap} />
      {hover && !menu && <HoverCard hover={hover} />}
      {menu && <NodeMenu id={menu.id} at={menu.at} onClose={closeMenu} />}
    </section>
  );
}
