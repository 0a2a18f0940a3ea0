/** The working view on a map: what has coordinates stands where it lies, edges are arcs, the selection is the same. */
import { useEffect, useMemo, useRef, useState } from "react";
import { placeLabels } from "../canvas/label.ts";
import { widthOf } from "../canvas/painter.ts";
import { IconButton } from "../parts/Button.tsx";
import { followHands } from "../parts/gestures.ts";
import { Trouble } from "../parts/Trouble.tsx";
import { Chips } from "../rail/Chips.tsx";
import { giveHands } from "../shell/hands.ts";
import { useVisible } from "../state/store.ts";
import { counted, figure } from "../text/words.ts";
import { Arcs, Marks, radiusOf } from "./Marks.tsx";
import { fitted, type Lie, mapPlan, type MapPlan } from "./plan.ts";
import { useWorld } from "./useWorld.ts";

const STEP = 1.4;
const LEAST = 0.3;
const MOST = 40;
const LINE = 15;

/** How the map lies, moved by hands. */
function useLie(plan: MapPlan) {
  const box = useRef<HTMLDivElement>(null);
  const [size, setSize] = useState({ width: 0, height: 0 });
  const [moved, setMoved] = useState<Lie>();
  const points = useMemo(() => plan.placed.map(({ at }) => at), [plan]);
  const lie = moved ?? fitted(points, size);
  const usual = useRef(lie);
  useEffect(() => {
    usual.current = lie;
  });
  useEffect(() => {
    const element = box.current!;
    const observer = new ResizeObserver(([entry]) =>
      setSize({ width: entry!.contentRect.width, height: entry!.contentRect.height }),
    );
    observer.observe(element);
    const zoom = (factor: number, at = { x: element.clientWidth / 2, y: element.clientHeight / 2 }) =>
      setMoved((before) => {
        const from = before ?? usual.current;
        const scale = Math.min(MOST, Math.max(LEAST, from.scale * factor));
        const real = scale / from.scale;
        return { scale, x: at.x - (at.x - from.x) * real, y: at.y - (at.y - from.y) * real };
      });
    const pan = (dx: number, dy: number) =>
      setMoved((before) => {
        const from = before ?? usual.current;
        return { ...from, x: from.x + dx, y: from.y + dy };
      });
    const letGo = followHands(element, { onPan: pan, onZoom: zoom, onPoint: () => {}, onPress: () => {} });
    const giveBack = giveHands("map", { zoom, fit: () => setMoved(undefined) });
    return () => {
      observer.disconnect();
      letGo();
      giveBack();
    };
  }, []);
  const zoomBy = (factor: number) =>
    setMoved({
      scale: lie.scale * factor,
      x: size.width / 2 - (size.width / 2 - lie.x) * factor,
      y: size.height / 2 - (size.height / 2 - lie.y) * factor,
    });
  return { box, size, lie, zoomBy, fit: () => setMoved(undefined) };
}

function Names({
  plan,
  lie,
  size,
}: {
  readonly plan: MapPlan;
  readonly lie: Lie;
  readonly size: { width: number; height: number };
}) {
  const wishes = plan.placed.map((place) => ({
    id: place.entity.id,
    text: place.entity.name,
    x: place.at.x * lie.scale + lie.x,
    y: place.at.y * lie.scale + lie.y,
    radius: radiusOf(place),
    width: widthOf([place.entity.name], false) + 4,
    height: LINE,
    weight: place.entity.degree,
  }));
  const words = new Map(wishes.map(({ id, text }) => [id, text]));
  const bounds = { left: 0, top: 0, right: size.width, bottom: size.height };
  return placeLabels(wishes, bounds).map(({ id, x, y }) => (
    <text
      key={id}
      x={x}
      y={y + 11}
      textAnchor="middle"
      fontSize={12}
      fill="var(--ink)"
      stroke="var(--sunk)"
      strokeWidth={3.5}
      paintOrder="stroke"
      className="pointer-events-none select-none"
    >
      {words.get(id)}
    </text>
  ));
}

/** What stands on the map, and what cannot. */
function told({ placed, arcs, placeless, loose }: MapPlan): string {
  const shown = `${counted(placed.length, "actor")} and ${counted(arcs.length, "edge")} on the map`;
  return placeless === 0
    ? shown
    : `${shown} · ${figure(placeless)} without coordinates, with ${counted(loose, "edge")}`;
}

export function MapPane() {
  const visible = useVisible();
  const plan = useMemo(() => mapPlan(visible), [visible]);
  const { data: world, error, refetch } = useWorld();
  const { box, size, lie, zoomBy, fit } = useLie(plan);
  const names = useMemo(() => new Map(visible.entities.map(({ id, name }) => [id as string, name])), [visible]);
  const transform = `translate(${lie.x} ${lie.y}) scale(${lie.scale})`;
  return (
    <section aria-label="Map" className="absolute inset-0 overflow-hidden bg-ground">
      <div ref={box} className="absolute inset-0 cursor-grab touch-none active:cursor-grabbing">
        <svg className="size-full" role="group" aria-label={`Map: ${told(plan)}`}>
          <g transform={transform} aria-hidden="true">
            <path
              d={world?.land}
              fill="var(--sunk)"
              stroke="var(--line-strong)"
              strokeWidth={0.8}
              vectorEffect="non-scaling-stroke"
            />
            <path
              d={world?.borders}
              fill="none"
              stroke="var(--line)"
              strokeWidth={0.8}
              vectorEffect="non-scaling-stroke"
            />
          </g>
          <g transform={transform}>
            <Arcs arcs={plan.arcs} names={names} />
          </g>
          <Marks placed={plan.placed} lie={lie} />
          <Names plan={plan} lie={lie} size={size} />
        </svg>
      </div>
      <div className="pointer-events-none absolute top-3 left-3 z-10 flex max-w-[calc(100%-20rem)] flex-wrap items-center gap-1.5 max-[900px]:top-12 max-[900px]:max-w-full">
        <p role="status" className="rounded-full bg-surface/85 px-2.5 py-0.5 text-small text-ink-2 backdrop-blur-sm">
          {told(plan)}
        </p>
        <Chips />
      </div>
      {error && !world && (
        <div className="absolute inset-x-0 top-12 mx-auto max-w-md">
          <Trouble title="The outlines of the countries could not be fetched." onRetry={() => void refetch()}>
            Places and edges are where they belong all the same.
          </Trouble>
        </div>
      )}
      <div
        role="toolbar"
        aria-label="Tools of the map"
        aria-orientation="vertical"
        className="absolute right-3 bottom-3 z-10 flex flex-col rounded-lg bg-raised p-0.5 shadow-float"
      >
        <IconButton icon="plus" label="Zoom in" keys="+" side="left" onClick={() => zoomBy(STEP)} />
        <IconButton icon="minus" label="Zoom out" keys="−" side="left" onClick={() => zoomBy(1 / STEP)} />
        <IconButton icon="fit" label="Show all places" keys="F" side="left" onClick={fit} />
      </div>
    </section>
  );
}
