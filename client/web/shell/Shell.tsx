/** The page: bar, rail, canvas with the table below it, panel. Below 900 px rail and panel are sheets over the canvas. */
import { lazy, Suspense, useEffect } from "react";
import { followFilters } from "../actions/judging.ts";
import { followLocation } from "../actions/location.ts";
import { followGhosts } from "../ingest/queue.ts";
import { Teller } from "../keep/Teller.tsx";
import { Boundary } from "../parts/Boundary.tsx";
import { Panel } from "../panel/Panel.tsx";
import { Rail } from "../rail/Rail.tsx";
import { useExplorer } from "../state/store.ts";
import { Timeline } from "../timeline/Timeline.tsx";
import { Bar } from "./Bar.tsx";
import { Dialogs } from "./Dialogs.tsx";
import { Divider } from "./Divider.tsx";
import { DropZone } from "./DropZone.tsx";
import { followKeys } from "./keys.ts";
import { Messages } from "./Messages.tsx";
import { Panes } from "./Panes.tsx";
import { PANEL, setPanelWidth, useNarrow, usePreferences } from "./preferences.ts";
import { Sheet } from "./Sheet.tsx";
import { useTour } from "./tour.ts";
import { useFollowNews } from "./useNews.ts";
import { useRecovery } from "./useRecovery.ts";

const Tour = lazy(() => import("./Tour.tsx").then((m) => ({ default: m.Tour })));

const READING_WIDTH = 560;

/** A document wants a wider panel than evidence, as far as the page has room. */
function usePanelWidth(): number {
  const { panelWidth } = usePreferences();
  const reading = useExplorer(({ session, leaf }) => session.reading !== undefined && leaf === "reading");
  return reading ? Math.max(panelWidth, Math.min(READING_WIDTH, window.innerWidth * 0.4)) : panelWidth;
}

export function Shell() {
  useEffect(followLocation, []);
  useEffect(followKeys, []);
  useEffect(followFilters, []);
  useEffect(followGhosts, []);
  useRecovery();
  useFollowNews();
  const touring = useTour(({ over }) => !over);
  const { railOpen, railDrawn } = usePreferences();
  const narrow = useNarrow();
  const width = usePanelWidth();
  return (
    <div className="flex h-full flex-col">
      <Bar />
      <Suspense>{touring && <Tour />}</Suspense>
      <div className="relative flex min-h-0 grow max-[900px]:flex-col max-[900px]:overflow-y-auto">
        {(narrow ? railDrawn : railOpen) && (
          <div className="w-[264px] shrink-0 border-r border-line bg-surface max-[900px]:absolute max-[900px]:inset-y-0 max-[900px]:left-0 max-[900px]:z-30 max-[900px]:shadow-float">
            <Boundary what="The legend">
              <Rail />
            </Boundary>
          </div>
        )}
        <main className="flex min-h-0 min-w-0 grow flex-col max-[900px]:min-h-min">
          <div className="relative min-h-0 grow max-[900px]:min-h-48">
            <Panes />
            <Messages />
          </div>
          <Teller />
          <Boundary what="The timeline">
            <Timeline />
          </Boundary>
          <Boundary what="The table">
            <Sheet />
          </Boundary>
        </main>
        <div
          className="relative shrink-0 border-l border-line max-[900px]:h-[42%] max-[900px]:min-h-72 max-[900px]:w-auto! max-[900px]:border-t max-[900px]:border-l-0"
          style={{ width }}
        >
          <Panel
            divider={
              <Divider
                label="Width of the panel"
                orientation="vertical"
                value={width}
                limits={PANEL}
                onChange={setPanelWidth}
                className="inset-y-0 -left-[3px] w-[5px] max-[900px]:hidden"
              />
            }
          />
        </div>
      </div>
      <Dialogs />
      <DropZone />
    </div>
  );
}
