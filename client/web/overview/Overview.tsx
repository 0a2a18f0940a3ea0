/** The whole graph from above, painted by a worker. Keyboard and screen reader have the table and the search instead. */
import { type KeyboardEvent, useCallback, useEffect, useRef, useState } from "react";
import { lookAt } from "../actions/edit.ts";
import { Button } from "../parts/Button.tsx";
import { KindGlyph } from "../parts/Glyph.tsx";
import { Trouble } from "../parts/Trouble.tsx";
import { Chips } from "../rail/Chips.tsx";
import { giveHands } from "../shell/hands.ts";
import { useExplorer } from "../state/store.ts";
import { counted, figure, kindLabel } from "../text/words.ts";
import { Communities } from "./Communities.tsx";
import { canPaint } from "./link.ts";
import { OverviewTools } from "./OverviewTools.tsx";
import type { ColourBy, Hit, Painted } from "./protocol.ts";
import { askAgain, useOverview } from "./useOverview.ts";

const STEP = 60;
const MOVES: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [STEP, 0],
  ArrowRight: [-STEP, 0],
  ArrowUp: [0, STEP],
  ArrowDown: [0, -STEP],
};

const of = (shown: number, total: number, one: string): string =>
  shown < total ? `${figure(shown)} of ${counted(total, one)}` : counted(shown, one);

/** What is painted and what is not: nothing is cut in silence. */
function told({ entities, relations, totalEntities, totalRelations }: Painted): string {
  const cut = entities < totalEntities || relations < totalRelations;
  return `${of(entities, totalEntities, "actor")} · ${of(relations, totalRelations, "edge")}${cut ? ", the most connected" : ""}`;
}

function Pointed({ hit }: { readonly hit: Hit }) {
  return (
    <div
      aria-hidden="true"
      className="pointer-events-none absolute z-20 flex max-w-72 gap-2 rounded-lg bg-raised px-3 py-2 shadow-float"
      style={{ left: hit.at.x + 14, top: hit.at.y + 16 }}
    >
      <span className="mt-0.5">
        <KindGlyph kind={hit.kind} />
      </span>
      <span>
        <span className="block font-medium">{hit.name}</span>
        <span className="block text-small text-ink-2">
          {kindLabel(hit.kind)} · {counted(hit.degree, "edge")}
          {hit.community && ` · around ${hit.community}`}
        </span>
      </span>
    </div>
  );
}

function CannotPaint() {
  return (
    <Trouble title="This browser cannot paint the whole graph.">
      It lacks OffscreenCanvas. The working view, the table and the search show the same graph in parts.
      <span className="mt-2 block">
        <Button look="outlined" onClick={() => lookAt("focus")}>
          To the working view
        </Button>
      </span>
    </Trouble>
  );
}

export function Overview() {
  const host = useRef<HTMLDivElement>(null);
  const lasso = useRef(false);
  const isLassoing = useCallback(() => lasso.current, []);
  const { link, painted, failure, hit } = useOverview(host, isLassoing);
  const [by, setBy] = useState<ColourBy>("kind");
  const [lassoing, setLassoing] = useState(false);
  const busy = useExplorer((explorer) => explorer.busy);
  const drawLasso = (on: boolean) => {
    lasso.current = on;
    setLassoing(on);
  };
  useEffect(() => link && giveHands("whole", { zoom: link.zoom, fit: link.fit }), [link]);
  const colour = (next: ColourBy) => {
    setBy(next);
    link?.colour(next);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const move = MOVES[event.key];
    if (!move) return;
    event.preventDefault();
    link?.pan(...move);
  };
  if (!canPaint()) return <CannotPaint />;
  const words = painted ? told(painted) : "";
  return (
    <section aria-label="Overview" className="absolute inset-0 overflow-hidden bg-ground">
      <div
        ref={host}
        id="overview"
        role="application"
        tabIndex={0}
        aria-busy={!painted}
        aria-label={`The whole graph: ${words || "coming"}. Arrow keys move it, plus and minus zoom. The search finds any actor, and the table lists the edges of the working view.`}
        onKeyDown={onKeyDown}
        className={`absolute inset-0 touch-none select-none focus-visible:outline-offset-[-3px] ${hit ? "cursor-pointer" : lassoing ? "cursor-crosshair" : "cursor-grab active:cursor-grabbing"} ${busy ? "opacity-70" : ""} transition-opacity`}
      />
      <div className="pointer-events-none absolute top-3 left-3 z-10 flex max-w-[calc(100%-13rem)] flex-wrap items-center gap-1.5">
        <p role="status" className="rounded-full bg-surface/85 px-2.5 py-0.5 text-small text-ink-2 backdrop-blur-sm">
          {painted ? words : "The whole graph is coming"}
        </p>
        <Chips />
      </div>
      {failure && !painted && (
        <div className="absolute inset-x-0 top-12 z-10 mx-auto max-w-md">
          <Trouble title={failure.message} onRetry={() => link && askAgain(link)}>
            The working view and the table are not touched by this.
          </Trouble>
        </div>
      )}
      {painted && by === "community" && (
        <Communities communities={painted.communities} onChoose={(i) => link?.goTo(i)} />
      )}
      <OverviewTools link={link} by={by} lassoing={lassoing} onColour={colour} onLasso={drawLasso} />
      {hit && <Pointed hit={hit} />}
    </section>
  );
}
