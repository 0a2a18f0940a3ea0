/** Opens the stage on the page. Its code is fetched only now, after the page has been drawn. */
import { type RefObject, useEffect, useState } from "react";
import type { EntityId } from "../../../schema/ids.ts";
import { choose, chooseOnStage, gather, moveTogether, unfold } from "../actions/display.ts";
import { place } from "../actions/edit.ts";
import { expand } from "../actions/grow.ts";
import { startArranger } from "../layout/arranger.ts";
import { hoverOver } from "../state/store.ts";
import type { Point } from "../state/view.ts";
import { type Director, direct } from "./director.ts";
import { forgetWidths } from "./painter.ts";
import type { Hover, Stage, StageEvents } from "./contract.ts";

/** A node's menu, and where on the page it was asked for. */
export interface NodeMenuRequest {
  readonly id: EntityId;
  readonly at: Point;
}

export interface OpenStage {
  readonly stage: Stage;
  readonly director: Director;
}

/** Follows the theme, the typefaces and the size of the canvas, until the answer is called. */
function followPage(stage: Stage, host: HTMLElement): () => void {
  const dark = window.matchMedia("(prefers-color-scheme: dark)");
  const themed = new MutationObserver(stage.restyle);
  const sized = new ResizeObserver(stage.resize);
  const lettered = () => {
    forgetWidths();
    stage.restyle();
  };
  dark.addEventListener("change", stage.restyle);
  themed.observe(document.documentElement, { attributeFilter: ["data-theme"] });
  sized.observe(host);
  document.fonts.addEventListener("loadingdone", lettered);
  return () => {
    dark.removeEventListener("change", stage.restyle);
    themed.disconnect();
    sized.disconnect();
    document.fonts.removeEventListener("loadingdone", lettered);
  };
}

/** The canvases that the stage is painted on. */
export interface Grounds {
  readonly host: RefObject<HTMLDivElement | null>;
  readonly ink: RefObject<HTMLCanvasElement | null>;
  readonly minimap: RefObject<HTMLCanvasElement | null>;
}

async function openOn(grounds: Grounds, events: StageEvents) {
  const [host, ink, minimap] = [grounds.host.current!, grounds.ink.current!, grounds.minimap.current!];
  const [{ openStage }] = await Promise.all([import("./stage.ts"), document.fonts.load('450 12px "Inter Variable"')]);
  const stage = openStage(host, ink, minimap, events);
  const unfollow = followPage(stage, host);
  const director = direct(stage, startArranger(), () => host.clientWidth / Math.max(1, host.clientHeight));
  return {
    open: { stage, director },
    close() {
      director.stop();
      unfollow();
      stage.destroy();
    },
  };
}

/** The stage, what the pointer is over, and the node menu that was asked for. */
export function useStage({ host, ink, minimap }: Grounds) {
  const [opened, setOpened] = useState<OpenStage>();
  const [hover, setHover] = useState<Hover>();
  const [menu, setMenu] = useState<NodeMenuRequest>();
  useEffect(() => {
    const events: StageEvents = {
      onSelect: (target) => {
        setHover(undefined);
        choose(target);
      },
      onExpand: expand,
      onPlace: place,
      onHover: (hover) => {
        setHover(hover);
        hoverOver(hover?.target);
      },
      onMenu: (id, at) => setMenu({ id, at }),
      onUnfold: unfold,
      onGather: gather,
      onMove: moveTogether,
      onChoose: chooseOnStage,
    };
    let wanted = true;
    const coming = openOn({ host, ink, minimap }, events);
    void coming.then(({ open }) => wanted && setOpened(open));
    return () => {
      wanted = false;
      void coming.then(({ close }) => close());
    };
  }, [host, ink, minimap]);
  return { ...opened, hover, menu, closeMenu: () => setMenu(undefined) };
}
