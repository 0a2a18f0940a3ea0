/** The panel beside the canvas: the evidence of what is selected, and the document that is being read. */
import { Tabs } from "@base-ui/react/tabs";
import { lazy, type ReactNode, Suspense } from "react";
import { clearSelection, closeDocument, turnTo } from "../actions/edit.ts";
import { closeAnswer, useQuestion } from "../ask/question.ts";
import { useQueue } from "../ingest/queue.ts";
import { useNoted } from "../keep/useNoted.ts";
import { Boundary } from "../parts/Boundary.tsx";
import { IconButton } from "../parts/Button.tsx";
import { Skeleton } from "../parts/Trouble.tsx";
import { type Leaf, useExplorer } from "../state/store.ts";
import { ActorCard } from "./ActorCard.tsx";
import { Evidence } from "./Evidence.tsx";
import { Start } from "./Start.tsx";

const Adding = lazy(() => import("../ingest/Adding.tsx").then((m) => ({ default: m.Adding })));
const Between = lazy(() => import("../ask/Between.tsx").then((m) => ({ default: m.Between })));
const Notes = lazy(() => import("../keep/Notes.tsx").then((m) => ({ default: m.Notes })));
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

interface LeafContent {
  readonly value: Leaf;
  readonly label: string;
  readonly content: ReactNode;
  /** What is said while it is fetched, or if it fails. */
  readonly what: string;
  readonly lines?: number;
  /** Whether it scrolls by itself. */
  readonly scrolls?: boolean;
}

/** The leaves that have something to show now. */
function useLeaves(): LeafContent[] {
  const reading = useExplorer(({ session }) => session.reading);
  const answer = useQuestion((question) => question.answer);
  const adding = useQueue(({ items }) => items.length > 0);
  const noted = useNoted();
  const leaf = useExplorer((explorer) => explorer.leaf);
  const leaves: (LeafContent | false | undefined)[] = [
    { value: "evidence", label: "Evidence", what: "The evidence", content: <Selected />, scrolls: true },
    reading && {
      value: "reading",
      label: "Reading",
      what: "The document",
      lines: 12,
      scrolls: true,
      content: <ReadingPane key={reading.document} reading={reading} />,
    },
    noted && { value: "notes", label: "Notes", what: "The notes", content: <Notes {...noted} /> },
    (adding || leaf === "adding") && {
      value: "adding",
      label: "Coming in",
      what: "The queue",
      scrolls: true,
      content: <Adding />,
    },
    answer && { value: "between", label: "Between", what: "The answer", content: <Between answer={answer} /> },
  ];
  return leaves.filter((one) => one !== undefined && one !== false);
}

function Closer({ shown }: { readonly shown: Leaf }) {
  const selected = useExplorer(({ session }) => session.selection !== undefined);
  if (shown === "between") return <IconButton icon="close" label="Close the answer" onClick={closeAnswer} />;
  if (shown === "reading") return <IconButton icon="close" label="Close the document" onClick={closeDocument} />;
  return selected ? <IconButton icon="close" label="Clear the selection" keys="Esc" onClick={clearSelection} /> : null;
}

/** `complementary` "Evidence". */
export function Panel({ divider }: { readonly divider: ReactNode }) {
  const leaf = useExplorer((explorer) => explorer.leaf);
  const leaves = useLeaves();
  const shown = leaves.some(({ value }) => value === leaf) ? leaf : "evidence";
  return (
    <aside id="evidence" aria-label="Evidence" tabIndex={-1} className="h-full bg-surface outline-none">
      {divider}
      <Tabs.Root value={shown} onValueChange={(value) => turnTo(value)} className="flex h-full flex-col">
        <div className="flex h-11 shrink-0 items-center border-b border-line px-2.5">
          <Tabs.List className="flex grow gap-0.5">
            {leaves.map(({ value, label }) => (
              <Tabs.Tab key={value} value={value} className={TAB}>
                {label}
              </Tabs.Tab>
            ))}
          </Tabs.List>
          <Closer shown={shown} />
        </div>
        {leaves.map(({ value, content, what, lines = 8, scrolls }) => (
          <Tabs.Panel
            key={value}
            value={value}
            tabIndex={-1}
            className={`min-h-0 grow ${scrolls ? "" : "overflow-y-auto"}`}
            keepMounted={value === "evidence" || value === "reading"}
          >
            <Suspense fallback={<Skeleton label={`${what} is coming`} lines={lines} />}>
              <Boundary what={what}>{content}</Boundary>
            </Suspense>
          </Tabs.Panel>
        ))}
      </Tabs.Root>
    </aside>
  );
}
