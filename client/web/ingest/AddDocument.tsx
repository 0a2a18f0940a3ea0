/** The dialog that takes in documents and tells what they brought. */
import { showDocuments } from "../actions/open.ts";
import { Button } from "../parts/Button.tsx";
import { Modal } from "../parts/Modal.tsx";
import { closeDialog } from "../state/dialogs.ts";
import { counted } from "../text/words.ts";
import { Form } from "./Form.tsx";
import { Outcomes } from "./Outcomes.tsx";
import { idOf } from "./ingest.ts";
import { useIngest } from "./useIngest.ts";

export function AddDocument({ files }: { readonly files: readonly File[] }) {
  const { running, total, outcomes, run, again } = useIngest();
  const begun = total > 0;
  const read = outcomes.flatMap((outcome) => ("result" in outcome ? [idOf(outcome.result)] : []));
  return (
    <Modal
      title={begun ? "What the reading found" : "Add a document"}
      description={
        begun ? undefined : "Its sentences become edges of the graph, each quoting the sentence that asserts it."
      }
      width="w-[640px]"
      onClose={closeDialog}
    >
      {/* Hidden, not gone, so that what was typed is still there after a refusal. */}
      <div hidden={begun}>
        <Form dropped={files} running={running} onRead={(text, chosen, about) => void run(text, chosen, about)} />
      </div>
      {begun && <Outcomes outcomes={outcomes} />}
      {running && (
        <p role="status" className="pt-3 text-ink-2">
          Reading {outcomes.length + 1} of {counted(total, "document")} …
        </p>
      )}
      {begun && !running && (
        <div className="flex justify-end gap-2 pt-4">
          <Button look="outlined" onClick={again}>
            {outcomes.some((outcome) => "refused" in outcome) ? "Back to the text" : "Add another"}
          </Button>
          <Button
            look="primary"
            disabled={read.length === 0}
            onClick={() => {
              closeDialog();
              void showDocuments(read);
            }}
          >
            See it in the graph
          </Button>
        </div>
      )}
    </Modal>
  );
}
