/** The dialog in which a text is typed or files are chosen: read at once, or looked at first. */
import { useState } from "react";
import { turnTo } from "../actions/edit.ts";
import { showDocuments } from "../actions/open.ts";
import { Button } from "../parts/Button.tsx";
import { Modal } from "../parts/Modal.tsx";
import { closeDialog } from "../state/dialogs.ts";
import { isPending, progress } from "../state/queue.ts";
import { counted } from "../text/words.ts";
import { emptyDraft, useDraft } from "./draft.ts";
import { Form } from "./Form.tsx";
import type { Source } from "./give.ts";
import { ItemCard } from "./ItemCard.tsx";
import { give, useQueue } from "./queue.ts";

/** What the draft holds, as it is given: what is said of several files holds for each but the title. */
function sourcesOf(): Source[] {
  const { text, files, about } = useDraft.getState();
  const each = files.length + Number(text.trim() !== "") > 1 ? { ...about, title: "" } : about;
  return [
    ...(text.trim() ? [{ is: "text", text, about } as const] : []),
    ...files.map((file) => ({ is: "file", file, about: each }) as const),
  ];
}

function Outcome({ keys, onAgain }: { readonly keys: readonly number[]; readonly onAgain: () => void }) {
  const items = useQueue((queue) => queue.items).filter(({ key }) => keys.includes(key));
  const { done, total } = progress(items);
  const running = items.some(isPending);
  const failed = items.some(({ stage }) => stage.is === "failed");
  const read = items.flatMap(({ stage }) => (stage.is === "read" ? stage.documents.map(({ id }) => id) : []));
  return (
    <>
      <ul aria-live="polite" className="-mx-4">
        {items.map((item) => (
          <ItemCard key={item.key} item={item} onOpen={closeDialog} />
        ))}
      </ul>
      {running && total > 1 && (
        <p role="status" className="pt-2 text-ink-2">
          Reading {done + 1} of {counted(total, "document")} …
        </p>
      )}
      {!running && (
        <div className="flex justify-end gap-2 pt-4">
          <Button look="outlined" onClick={onAgain}>
            {failed ? "Back to the text" : "Add another"}
          </Button>
          <Button
            look="primary"
            disabled={read.length === 0}
            onClick={() => {
              closeDialog();
              void showDocuments(read.slice(0, 100));
            }}
          >
            See it in the graph
          </Button>
        </div>
      )}
    </>
  );
}

export function AddDocument() {
  const [keys, setKeys] = useState<readonly number[]>([]);
  const begun = keys.length > 0;
  const readNow = () => setKeys(give(sourcesOf(), true));
  const lookFirst = () => {
    give(sourcesOf(), false);
    emptyDraft();
    closeDialog();
    turnTo("adding");
  };
  const again = () => {
    const failed = useQueue.getState().items.some(({ key, stage }) => keys.includes(key) && stage.is === "failed");
    if (!failed) emptyDraft();
    setKeys([]);
  };
  const close = () => {
    const { items } = useQueue.getState();
    const settled = begun && items.every(({ key, stage }) => !keys.includes(key) || stage.is === "read");
    if (settled) emptyDraft();
    closeDialog();
  };
  return (
    <Modal
      title={begun ? "What the reading found" : "Add a document"}
      description={
        begun ? undefined : "Its sentences become edges of the graph, each quoting the sentence that asserts it."
      }
      width="w-[640px]"
      onClose={close}
    >
      {begun ? <Outcome keys={keys} onAgain={again} /> : <Form onRead={readNow} onLook={lookFirst} />}
    </Modal>
  );
}
