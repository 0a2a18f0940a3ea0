/** What documents added once they were read. */
import { openDocument } from "../actions/edit.ts";
import { Button } from "../parts/Button.tsx";
import { Icon } from "../parts/Icon.tsx";
import type { ReadDocument } from "../state/queue.ts";
import { counted } from "../text/words.ts";

function found({ known, newRelations, newEntities, newAssertions, relationCount }: ReadDocument): string {
  if (known) {
    return `Already known: the same text was read before. Nothing was changed. It asserts ${counted(relationCount, "edge")}.`;
  }
  if (newAssertions === 0) return "Read and kept. No sentence of it asserts an edge.";
  const parts = [
    counted(newRelations, "new edge"),
    counted(newEntities, "new actor"),
    counted(newAssertions, "assertion"),
  ];
  return `Read: ${parts.join(", ")}.`;
}

const SHOWN = 50;

interface ReadDocumentsProps {
  readonly documents: readonly ReadDocument[];
  readonly onOpen: () => void;
}

export function ReadDocuments({ documents, onOpen }: ReadDocumentsProps) {
  return (
    <ul>
      {documents.slice(0, SHOWN).map((document) => (
        <li key={document.id} className="mt-1.5 flex items-start gap-2">
          <span className="mt-0.5 text-good">
            <Icon name="check" />
          </span>
          <div className="min-w-0 grow">
            <p className="font-medium wrap-anywhere">{document.title}</p>
            <p className="text-ink-2">{found(document)}</p>
          </div>
          <Button
            onClick={() => {
              onOpen();
              openDocument(document.id);
            }}
          >
            Read it
          </Button>
        </li>
      ))}
      {documents.length > SHOWN && (
        <li className="mt-1 text-ink-2">and {counted(documents.length - SHOWN, "more document")}</li>
      )}
    </ul>
  );
}
