/** When it happened, or when it was published: bars of sentences over time, and a brush that filters by days. */
import { useEffect, useRef, useState } from "react";
import { refilter } from "../actions/edit.ts";
import { Icon } from "../parts/Icon.tsx";
import { toggleTimeline, usePreferences } from "../shell/preferences.ts";
import { type Clock, CLOCKS, timeless, within } from "../state/filters.ts";
import { useFilters } from "../state/store.ts";
import { figure } from "../text/words.ts";
import { barInWords, brushed, brushOf, daysInWords } from "./days.ts";
import { Plot } from "./Plot.tsx";
import { type Bar, dayOf } from "./scale.ts";
import { useTimeline } from "./useTimeline.ts";

const CLOCK_LABELS: Readonly<Record<Clock, string>> = {
  event: "When it happened",
  publication: "When it was published",
};

function Undated({ count }: { readonly count: number }) {
  const { time } = useFilters();
  const ranged = time.from !== undefined || time.to !== undefined;
  if (count === 0 || time.clock === "publication") return null;
  const on = time.undated === true;
  const toggle = () => refilter((filters) => within(filters, { undated: on ? undefined : true }));
  return (
    <button
      type="button"
      aria-pressed={on}
      onClick={toggle}
      title={ranged ? "Sentences that give no date pass as well" : "Only sentences that give no date"}
      className={`rounded-full px-2 ${on ? "bg-accent-soft text-ink" : "text-ink-3 hover:bg-hover hover:text-ink"}`}
    >
      {ranged && on ? "with " : ""}
      {figure(count)} undated
    </button>
  );
}

function ClockChoice({ clock }: { readonly clock: Clock }) {
  return (
    <select
      aria-label="By which date"
      value={clock}
      onChange={({ target }) => refilter((f) => ({ ...f, time: { clock: CLOCKS.find((c) => c === target.value)! } }))}
      className="-ml-1 h-5 rounded bg-transparent px-0.5 text-small text-ink-2 hover:bg-hover"
    >
      {CLOCKS.map((name) => (
        <option key={name} value={name}>
          {CLOCK_LABELS[name]}
        </option>
      ))}
    </select>
  );
}

function useWidth() {
  const box = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState(0);
  useEffect(() => {
    const observer = new ResizeObserver(([entry]) => setWidth(Math.floor(entry!.contentRect.width)));
    observer.observe(box.current!);
    return () => observer.disconnect();
  }, []);
  return { box, width };
}

export function Timeline() {
  const { timelineOpen } = usePreferences();
  const { time } = useFilters();
  const { known, error, again } = useTimeline(time.clock, timelineOpen);
  const [pointed, setPointed] = useState<Bar>();
  const { box, width } = useWidth();
  const line = known?.line;
  const brush = line && brushOf(time, line);
  const range = brush && daysInWords(dayOf(brush.from), dayOf(brush.to));
  return (
    <section
      aria-label="Timeline"
      className="relative shrink-0 border-t border-line bg-surface px-3"
      style={{ height: timelineOpen ? 92 : 25 }}
    >
      <div className="flex h-6 items-center gap-2 overflow-hidden text-small whitespace-nowrap text-ink-3">
        {timelineOpen ? <ClockChoice clock={time.clock} /> : <Icon name="time" size={14} />}
        {timelineOpen && known && <Undated count={known.undated} />}
        <span className="min-w-0 grow truncate">
          {pointed ? barInWords(pointed) : (range ?? (timelineOpen ? "" : "Timeline"))}
        </span>
        {(line?.before ?? 0) > 0 && <span>{figure(line!.before)} earlier</span>}
        {brush && (
          <button type="button" className="text-accent hover:underline" onClick={() => refilter(timeless)}>
            All days
          </button>
        )}
        <button
          type="button"
          aria-expanded={timelineOpen}
          aria-label="Timeline"
          title="Timeline (Y)"
          onClick={toggleTimeline}
          className="flex size-5 items-center justify-center rounded hover:bg-hover hover:text-ink"
        >
          <Icon name={timelineOpen ? "down" : "up"} size={14} />
        </button>
      </div>
      <div ref={box} className="min-w-0">
        {timelineOpen && line && width > 0 && (
          <Plot
            bars={known.bars}
            line={line}
            width={width}
            brush={brush}
            onBrush={(next) => refilter((filters) => brushed(filters, next, line))}
            onPoint={setPointed}
          />
        )}
        {timelineOpen && known && !line && (
          <p className="pt-2 text-small text-ink-3">No sentence under these filters has a date.</p>
        )}
        {timelineOpen && !known && error && (
          <p className="pt-2 text-small text-ink-2">
            {error.message}{" "}
            <button type="button" className="text-accent hover:underline" onClick={again}>
              Try again
            </button>
          </p>
        )}
        {timelineOpen && !known && !error && (
          <div role="status" aria-label="The timeline is coming" className="skeleton mt-1 h-12" />
        )}
      </div>
    </section>
  );
}
