/** The panel beside the canvas: the evidence of what is selected, and the document that is being read. */
import { Tabs } from "@base-ui/react/tabs";
import { lazy, type ReactNode, Suspense } from "react";
import { clearSelection, closeDocument, turnTo } from "../actions/edit.ts";
import { closeAnswer, useQuestion } from "../ask/question.ts";
import { useQueue } from "../ingest/queue.ts";
import { Boundary } from "../parts/Boundary.tsx";
import { IconButton } from "../parts/Button.tsx";
import { Skeleton } from "../parts/Trouble.tsx";
import { useExplorer } from "../state/store.ts";
import { ActorCard } from "./ActorCard.tsx";
import { Evidence } from "./Evidence.tsx";
import { Start } from "./Start.tsx";

const Adding = lazy(() => import("../ingest/Adding.tsx").then((m) => ({ default: m.Adding })));
const Between = lazy(() => import("../ask/Between.tsx").then((m) => ({ default: m.Between })));
const ReadingPane = lazy(() => import("../reading/ReadingPane.tsx").then((m) => ({ default: m.ReadingPane })));

function Selected() {
  const selection = useExplorer(({ session }) => session.selection);
  if (selection?.kind === "relation") return <Evidence key={selection.id} id={selection.id} />;
  return (
    <div className="h-full overflow-y-auto">
      {selection ? <ActorCard key={selection.id} id={selection.id} /> : <Start />}
    </div>
  );
}

const TAB =
  "h-7 rounded-md px-2.5 text-ink-2 transition-colors hover:bg-hover hover:text-ink data-active:bg-hover data-active:font-medium data-active:text-ink";

function Closer() {
  const leaf = useExplorer((explorer) => explorer.leaf);
  const selected = useExplorer(({ session }) => session.selection !== undefined);
  if (leaf === "between") return <IconButton icon="close" label="Close the answer" onClick={closeAnswer} />;
  if (leaf === "reading") return <IconButton icon="close" label="Close the document" onClick={closeDocument} />;
  return selected ? <IconButton icon="close" label="Clear the selection" keys="Esc" onClick={clearSelection} /> : null;
}

/** `complementary` "Evidence". */
export function Panel({ divider }: { readonly divider: ReactNode }) {
  const reading = useExplorer(({ session }) => session.reading);
  const leaf = useExplorer((explorer) => explorer.leaf);
  const answer = useQuestion((question) => question.answer);
  const adding = useQueue(({ items }) => items.length > 0) || leaf === "adding";
  const shown = (leaf === "reading" && !reading) || (leaf === "between" && !answer) ? "evidence" : leaf;
  return (
    <aside id="evidence" aria-label="Evidence" tabIndex={-1} className="h-full bg-surface outline-none">
      {divider}
      <Tabs.Root value={shown} onValueChange={(value) => turnTo(value)} className="flex h-full flex-col">
        <div className="flex h-11 shrink-0 items-center border-b border-line px-2.5">
          <Tabs.List className="flex grow gap-0.5">
            <Tabs.Tab value="evidence" className={TAB}>
              Evidence
            </Tabs.Tab>
            {reading && (
              <Tabs.Tab value="reading" className={TAB}>
                Reading
              </Tabs.Tab>
            )}
            {adding && (
              <Tabs.Tab value="adding" className={TAB}>
                Coming in
              </Tabs.Tab>
            )}
            {answer && (
              <Tabs.Tab value="between" className={TAB}>
                Between
              </Tabs.Tab>
            )}
          </Tabs.List>
          <Closer />
        </div>
        <Tabs.Panel value="evidence" tabIndex={-1} className="min-h-0 grow" keepMounted>
          <Boundary what="The evidence">
            <Selected />
          </Boundary>
        </Tabs.Panel>
        {reading && (
          <Tabs.Panel value="reading" tabIndex={-1} className="min-h-0 grow" keepMounted>
            <Suspense fallback={<Skeleton label="The document is coming" lines={12} />}>
              <Boundary what="The document" key={reading.document}>
                <ReadingPane reading={reading} />
              </Boundary>
            </Suspense>
          </Tabs.Panel>
        )}
        {adding && (
          <Tabs.Panel value="adding" tabIndex={-1} className="min-h-0 grow">
            <Suspense fallback={<Skeleton label="The queue is coming" lines={6} />}>
              <Boundary what="The queue">
                <Adding />
              </Boundary>
            </Suspense>
          </Tabs.Panel>
        )}
        {answer && (
          <Tabs.Panel value="between" tabIndex={-1} className="min-h-0 grow overflow-y-auto">
            <Suspense fallback={<Skeleton label="The answer is coming" lines={8} />}>
              <Boundary what="The answer">
                <Between answer={answer} />
              </Boundary>
            </Suspense>
          </Tabs.Panel>
        )}
      </Tabs.Root>
    </aside>
  );
}
