/** The leaf of the panel in which documents come in: how far the queue is, and what each would add or has added. */
import { showDocuments } from "../actions/open.ts";
import { Button } from "../parts/Button.tsx";
import { showAdd } from "../state/dialogs.ts";
import { isPending, progress } from "../state/queue.ts";
import { counted } from "../text/words.ts";
import { ItemCard } from "./ItemCard.tsx";
import { accept, tidy, useQueue } from "./queue.ts";

function Progress() {
  const { items } = useQueue();
  const { done, total } = progress(items);
  if (total === 0 || done === total) return null;
  return (
    <div className="px-4 pb-2">
      <div
        role="progressbar"
        aria-label="Documents looked at or read"
        aria-valuemin={0}
        aria-valuemax={total}
        aria-valuenow={done}
        className="h-1 overflow-hidden rounded-full bg-line"
      >
        <div
          className="h-full rounded-full bg-accent transition-[width]"
          style={{ width: `${(100 * done) / total}%` }}
        />
      </div>
      <p className="pt-1 text-small text-ink-3">
        {done} of {counted(total, "file")}
      </p>
    </div>
  );
}

export function Adding() {
  const { items } = useQueue();
  const looked = items.filter(({ stage }) => stage.is === "looked" && stage.documents.some(({ known }) => !known));
  const read = items.flatMap(({ stage }) => (stage.is === "read" ? stage.documents.map(({ id }) => id) : []));
  const edges = looked.some(
    ({ stage }) => stage.is === "looked" && stage.documents.some((d) => d.relations.length > 0),
  );
  return (
    <section aria-label="Documents coming in" className="flex h-full flex-col">
      <header className="flex flex-wrap items-center gap-2 px-4 pt-3 pb-2">
        <h2 className="grow text-large font-medium">Coming in</h2>
        <Button look="outlined" icon="plus" onClick={() => showAdd()}>
          Add more
        </Button>
        {looked.length > 1 && (
          <Button look="primary" onClick={() => accept()}>
            Add all {looked.length}
          </Button>
        )}
      </header>
      <Progress />
      {edges && <p className="px-4 pb-2 text-small text-ink-3">What they would add lies dashed over the graph.</p>}
      <ul aria-label="Files" className="min-h-0 grow overflow-y-auto border-t border-line">
        {items.length === 0 && (
          <li className="p-4 text-ink-2">Nothing is waiting. Drop files anywhere on the page, or add a text.</li>
        )}
        {items.map((item) => (
          <ItemCard key={item.key} item={item} onOpen={() => {}} />
        ))}
      </ul>
      {read.length > 0 && !items.some(isPending) && (
        <footer className="flex justify-end gap-2 border-t border-line p-3">
          <Button look="outlined" onClick={tidy}>
            Clear what is read
          </Button>
          <Button look="primary" onClick={() => void showDocuments(read.slice(0, 100))}>
            See it in the graph
          </Button>
        </footer>
      )}
    </section>
  );
}
