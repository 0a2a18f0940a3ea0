/** The bars with the brush over them. The brush is dragged, or its ends are moved by arrow keys. */
import { type KeyboardEvent, memo, type PointerEvent, useState } from "react";
import { quadColour } from "../canvas/palette.ts";
import { dayInShort } from "../text/dates.ts";
import { type Drag, chosenBy, gripAt } from "./brush.ts";
import { type Bar, dayOf, stacked, stepped, type Stretch, ticks } from "./scale.ts";

export const PLOT_HEIGHT = 46;
const AXIS = 15;
const REACH = 7;
const TICK_ROOM = 84;

interface BarsProps {
  readonly bars: readonly Bar[];
  readonly x: (day: number) => number;
  readonly most: number;
  readonly brush: Stretch | undefined;
}

function Bars({ bars, x, most, brush }: BarsProps) {
  return bars.map(({ bin, from, to }) => {
    const left = x(from);
    const width = Math.max(1.5, x(to + 1) - left - 1);
    const off = brush && (to < brush.from || from > brush.to);
    return (
      <g key={from} opacity={off ? 0.28 : 1}>
        {stacked(bin).map(({ quad, foot, count }) => {
          const height = Math.max(1, (count / most) * PLOT_HEIGHT);
          const y = PLOT_HEIGHT - (foot / most) * PLOT_HEIGHT - height;
          return <rect key={quad} x={left} y={y} width={width} height={height} fill={quadColour(quad)} />;
        })}
      </g>
    );
  });
}

const PlainBars = memo(Bars);

interface PlotProps {
  readonly bars: readonly Bar[];
  readonly line: Stretch;
  readonly width: number;
  readonly brush: Stretch | undefined;
  readonly onBrush: (brush: Stretch | undefined) => void;
  readonly onPoint: (bar: Bar | undefined) => void;
}

interface EndProps extends Pick<PlotProps, "bars" | "line" | "onBrush"> {
  readonly end: keyof Stretch;
  readonly brush: Stretch;
  readonly x: number;
}

/** One end of the brush, which arrow keys move from bar to bar. */
function End({ end, bars, line, brush, x, onBrush }: EndProps) {
  const onKeyDown = (event: KeyboardEvent) => {
    const moves: Record<string, number> = {
      ArrowLeft: stepped(bars, end, brush[end], false),
      ArrowRight: stepped(bars, end, brush[end], true),
      Home: line.from,
      End: line.to,
    };
    if (event.key === "Escape" || event.key === "Delete") onBrush(undefined);
    const next = moves[event.key];
    if (next !== undefined) onBrush({ ...brush, [end]: next });
    if (next !== undefined || event.key === "Escape" || event.key === "Delete") event.preventDefault();
  };
  return (
    <div
      role="slider"
      tabIndex={0}
      aria-label={end === "from" ? "First day" : "Last day"}
      aria-valuemin={line.from}
      aria-valuemax={line.to}
      aria-valuenow={brush[end]}
      aria-valuetext={dayInShort(dayOf(brush[end]))}
      onKeyDown={onKeyDown}
      className="absolute top-0 w-2 -translate-x-1/2 cursor-ew-resize rounded"
      style={{ left: x, height: PLOT_HEIGHT }}
    >
      <span className="mx-auto block h-full w-0.5 rounded bg-accent" />
    </div>
  );
}

export function Plot({ bars, line, width, brush, onBrush, onPoint }: PlotProps) {
  const [drag, setDrag] = useState<Drag>();
  const days = line.to + 1 - line.from;
  const x = (day: number) => ((day - line.from) / days) * width;
  const most = Math.max(1, ...bars.map(({ bin }) => bin.assertions));
  const dayAt = (event: PointerEvent): number => {
    const { left } = event.currentTarget.getBoundingClientRect();
    return line.from + (Math.min(width, Math.max(0, event.clientX - left)) / width) * days;
  };
  const shown = drag ? chosenBy(drag, bars) : brush;
  const onPointerDown = (event: PointerEvent) => {
    if (event.button !== 0) return;
    event.currentTarget.setPointerCapture(event.pointerId);
    const began = dayAt(event);
    setDrag({ grip: gripAt(began, brush, (REACH / width) * days), began, at: began, before: brush });
  };
  const onPointerMove = (event: PointerEvent) => {
    const at = dayAt(event);
    if (drag) setDrag({ ...drag, at });
    onPoint(bars.find((bar) => at >= bar.from && at < bar.to + 1));
  };
  const onPointerUp = () => {
    if (drag && shown) onBrush(shown);
    setDrag(undefined);
  };
  return (
    <div className="relative" style={{ height: PLOT_HEIGHT + AXIS }}>
      <div
        data-plot=""
        className="absolute inset-0 cursor-crosshair touch-none"
        onPointerDown={onPointerDown}
        onPointerMove={onPointerMove}
        onPointerUp={onPointerUp}
        onPointerCancel={() => setDrag(undefined)}
        onPointerLeave={() => onPoint(undefined)}
      >
        <svg width={width} height={PLOT_HEIGHT + AXIS} aria-hidden="true">
          {shown && (
            <rect
              x={x(shown.from)}
              width={x(shown.to + 1) - x(shown.from)}
              height={PLOT_HEIGHT}
              fill="var(--accent-soft)"
            />
          )}
          <PlainBars bars={bars} x={x} most={most} brush={shown} />
          <path d={`M0 ${PLOT_HEIGHT + 0.5}H${width}`} stroke="var(--line-strong)" />
          {ticks(line, Math.max(2, Math.floor(width / TICK_ROOM)))
            .filter(({ at }) => x(at) < width - 34)
            .map(({ at, label }) => (
              <g key={at} transform={`translate(${Math.round(x(at)) + 0.5} 0)`}>
                <path d={`M0 ${PLOT_HEIGHT}v4`} stroke="var(--line-strong)" />
                <text x={3} y={PLOT_HEIGHT + 12} fontSize={11} fill="var(--ink-3)">
                  {label}
                </text>
              </g>
            ))}
        </svg>
      </div>
      {brush && !drag && <End end="from" {...{ bars, line, brush, onBrush }} x={x(brush.from)} />}
      {brush && !drag && <End end="to" {...{ bars, line, brush, onBrush }} x={x(brush.to + 1)} />}
    </div>
  );
}
