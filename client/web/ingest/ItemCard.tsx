/** One text or file on its way in: where it is, what it would add or has added, and what can be done with it. */
import { Button } from "../parts/Button.tsx";
import type { Item, Stage } from "../state/queue.ts";
import { counted } from "../text/words.ts";
import { PreviewedDocumentPart } from "./PreviewedEdges.tsx";
import { accept, discard, retry } from "./queue.ts";
import { ReadDocuments } from "./ReadDocuments.tsx";
import { Refusals } from "./Refusals.tsx";

const WAITING: Partial<Record<Stage["is"], string>> = {
  waiting: "Waits its turn",
  looking: "Being looked at …",
  accepted: "Accepted, waits its turn",
  reading: "Being read …",
};

const SHOWN = 20;

function Looked({ item, stage }: { readonly item: Item; readonly stage: Extract<Stage, { is: "looked" }> }) {
  const { documents, refused } = stage;
  const fresh = documents.filter(({ known }) => !known);
  return (
    <>
      {documents.slice(0, SHOWN).map((document) => (
        <PreviewedDocumentPart key={document.id} document={document} />
      ))}
      {documents.length > SHOWN && (
        <p className="mt-2 text-ink-2">and {counted(documents.length - SHOWN, "more document")}</p>
      )}
      <Refusals refused={refused} />
      <div className="mt-2.5 flex justify-end gap-2">
        <Button look="outlined" onClick={() => discard(item.key)}>
          {fresh.length > 0 ? "Discard" : "Dismiss"}
        </Button>
        {fresh.length > 0 && (
          <Button look="primary" onClick={() => accept(item.key)}>
            {fresh.length > 1 ? `Add ${counted(fresh.length, "document")}` : "Add to the graph"}
          </Button>
        )}
      </div>
    </>
  );
}

function Failed({ item, stage }: { readonly item: Item; readonly stage: Extract<Stage, { is: "failed" }> }) {
  return (
    <div role="alert" className="mt-2 rounded-md bg-danger-soft p-3">
      <p className="font-medium text-danger">{item.name} was not read</p>
      <p className="text-ink-2 wrap-anywhere first-letter:uppercase">{stage.message}</p>
      <p className="text-ink-2">
        {stage.lost ? "What you gave is kept here. Try again when the server is back." : "What you gave is kept here."}
      </p>
      <div className="mt-2 flex gap-2">
        <Button look="outlined" onClick={() => retry(item.key)}>
          Try again
        </Button>
        <Button onClick={() => discard(item.key)}>Discard</Button>
      </div>
    </div>
  );
}

interface ItemCardProps {
  readonly item: Item;
  /** When a document of it is opened for reading. */
  readonly onOpen: () => void;
}

export function ItemCard({ item, onOpen }: ItemCardProps) {
  const { name, stage } = item;
  const waiting = WAITING[stage.is];
  return (
    <li className="border-t border-line px-4 py-3 first:border-t-0">
      <p className="flex items-center gap-2 text-small text-ink-3">
        <span className="min-w-0 grow truncate" title={name}>
          {name}
        </span>
        {waiting && <span role="status">{waiting}</span>}
      </p>
      {(stage.is === "looking" || stage.is === "reading") && <span className="skeleton mt-2 block h-3.5 w-4/5" />}
      {stage.is === "looked" && <Looked item={item} stage={stage} />}
      {stage.is === "read" && (
        <>
          <ReadDocuments documents={stage.documents} onOpen={onOpen} />
          <Refusals refused={stage.refused} />
        </>
      )}
      {stage.is === "failed" && <Failed item={item} stage={stage} />}
    </li>
  );
}
