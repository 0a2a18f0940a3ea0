/** When it happened, or when it was published. */
import { refilter } from "../actions/edit.ts";
import { FIELD } from "../parts/field.ts";
import { type Clock, CLOCKS, isTimed, timeless, within } from "../state/filters.ts";
import { useFilters } from "../state/store.ts";

const CLOCK_LABELS: Readonly<Record<Clock, string>> = { event: "Happened", publication: "Published" };

function Day({ which, label }: { readonly which: "from" | "to"; readonly label: string }) {
  const { time } = useFilters();
  return (
    <label className="flex h-8 items-center gap-2 px-2 text-ink-2">
      <span className="grow">{label}</span>
      <input
        type="date"
        value={time[which] ?? ""}
        onChange={(event) => refilter((filters) => within(filters, { [which]: event.target.value || undefined }))}
        className={`${FIELD} h-7 w-36`}
      />
    </label>
  );
}

function Undated() {
  const { time } = useFilters();
  const value = time.undated === undefined ? "" : time.undated ? "yes" : "no";
  const bounded = time.from !== undefined || time.to !== undefined;
  return (
    <label className="flex h-8 items-center gap-2 px-2 text-ink-2">
      <span className="grow">Undated sentences</span>
      <select
        value={value}
        onChange={({ target }) =>
          refilter((f) => within(f, { undated: target.value === "" ? undefined : target.value === "yes" }))
        }
        className={`${FIELD} h-7 w-24`}
      >
        <option value="">{bounded ? "left out" : "shown"}</option>
        <option value="yes">{bounded ? "shown too" : "alone"}</option>
        {!bounded && <option value="no">left out</option>}
      </select>
    </label>
  );
}

export function Days() {
  const { time } = useFilters();
  return (
    <>
      <div role="radiogroup" aria-label="By which date" className="mx-2 mb-1 flex rounded-md bg-sunk p-0.5">
        {CLOCKS.map((clock) => (
          <label
            key={clock}
            className={`flex h-6 grow items-center justify-center rounded text-ink-2 has-focus-visible:outline-2 has-focus-visible:outline-accent ${time.clock === clock ? "bg-raised font-medium text-ink shadow-[0_0_0_1px_var(--line)]" : "hover:text-ink"}`}
          >
            <input
              type="radio"
              name="clock"
              className="sr-only"
              checked={time.clock === clock}
              onChange={() => refilter((filters) => within(filters, { clock }))}
            />
            {CLOCK_LABELS[clock]}
          </label>
        ))}
      </div>
      <Day which="from" label="On or after" />
      <Day which="to" label="On or before" />
      {time.clock === "event" && <Undated />}
      {isTimed(time) && (
        <button
          type="button"
          onClick={() => refilter(timeless)}
          className="mx-2 rounded text-small font-medium text-accent hover:underline"
        >
          Any date
        </button>
      )}
    </>
  );
}
