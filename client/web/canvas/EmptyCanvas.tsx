/** An empty canvas says what to do next. */
import { Button, Keys } from "../parts/Button.tsx";
import { showAdd } from "../state/dialogs.ts";
import { isFiltering, NO_FILTERS } from "../state/filters.ts";
import { refilter, unhideAll } from "../actions/edit.ts";
import { useExplorer, useFilters, useView } from "../state/store.ts";

function Waiting() {
  return (
    <div role="status" aria-label="The graph is coming" className="absolute inset-0 flex items-center justify-center">
      <svg width="360" height="220" viewBox="0 0 360 220" className="opacity-60" aria-hidden="true">
        <g className="skeleton" fill="var(--line)" stroke="var(--line)" strokeWidth="2">
          <path d="M180 110 70 60M180 110 290 50M180 110l90 70M180 110 90 176M70 60 90 176M290 50l-20 130" />
          <circle cx="180" cy="110" r="26" />
          <circle cx="70" cy="60" r="15" />
          <circle cx="290" cy="50" r="18" />
          <circle cx="270" cy="180" r="12" />
          <circle cx="90" cy="176" r="14" />
        </g>
      </svg>
    </div>
  );
}

export function EmptyCanvas({ waiting }: { readonly waiting: boolean }) {
  const filtered = isFiltering(useFilters());
  const failed = useExplorer(({ failure }) => failure !== undefined);
  const view = useView();
  if (waiting) return <Waiting />;
  const concealed = view.entities.size > 0 && (filtered || view.hidden.size > 0);
  const showAll = () => {
    refilter(() => NO_FILTERS);
    unhideAll();
  };
  return (
    <div className="absolute inset-0 flex items-center justify-center p-8">
      <div className="max-w-sm text-center">
        <p className="text-large font-medium">
          {concealed ? "All of it is switched off" : failed ? "The graph could not be fetched" : "No edges yet"}
        </p>
        <p className="mt-1 mb-4 text-ink-2">
          {concealed && "The legend or your own hiding leaves nothing to draw."}
          {!concealed && failed && "Nothing is lost. As soon as the server answers, the graph comes back."}
          {!concealed && !failed && "Edges come from sentences. Add a document, and what it asserts is drawn here."}
        </p>
        {concealed && (
          <Button look="primary" onClick={showAll}>
            Show all again
          </Button>
        )}
        {!concealed && !failed && (
          <Button look="primary" icon="plus" onClick={() => showAdd()}>
            Add a document
          </Button>
        )}
        <p className="mt-4 text-small text-ink-3">
          <Keys keys="/" /> searches for an actor
        </p>
      </div>
    </div>
  );
}
