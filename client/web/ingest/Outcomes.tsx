/** What became of each document: its new edges, "already known", or why it was refused. */
import { useQuery } from "@tanstack/react-query";
import type { RelationId } from "../../../schema/ids.ts";
import { openDocument, selectRelation } from "../actions/edit.ts";
import { edgesOfDocuments } from "../data/graph.ts";
import { quadColour } from "../canvas/palette.ts";
import { Button } from "../parts/Button.tsx";
import { Icon } from "../parts/Icon.tsx";
import { closeDialog } from "../state/dialogs.ts";
import { byId } from "../state/graph.ts";
import { quadOf } from "../state/visible.ts";
import { counted, edgeSentence } from "../text/words.ts";
import { idOf, type Ingested, type Outcome } from "./ingest.ts";

const SHOWN = 60;

function Edges({ result }: { readonly result: Ingested }) {
  const id = idOf(result);
  const { data } = useQuery({ queryKey: ["document", id, "edges"], queryFn: () => edgesOfDocuments([id]) });
  if (!data) return null;
  const entities = byId(data.entities);
  const show = (relation: RelationId) => {
    closeDialog();
    selectRelation(relation);
  };
  return (
    <ul className="mt-2 max-h-64 overflow-y-auto" aria-label="Edges of the document">
      {data.relations.slice(0, SHOWN).map(({ id, type, subject, object, assertionCount }) => (
        <li key={id}>
          <button
            type="button"
            onClick={() => show(id)}
            className="-mx-2 flex w-full items-center gap-2 rounded-md px-2 py-0.5 text-left hover:bg-hover"
          >
            <span className="size-2 shrink-0 rounded-full" style={{ background: quadColour(quadOf({ type })) }} />
            <span className="grow">
              {edgeSentence(entities.get(subject)?.name ?? "", type, entities.get(object)?.name ?? "")}
            </span>
            <span className="shrink-0 text-small text-ink-3">{counted(assertionCount, "sentence")}</span>
          </button>
        </li>
      ))}
      {result.document.relationCount > SHOWN && (
        <li className="text-small text-ink-3">and {counted(result.document.relationCount - SHOWN, "more", "more")}</li>
      )}
    </ul>
  );
}

function found({ known, newRelations, newEntities, newAssertions, document }: Ingested): string {
  if (known)
    return `Already known: the same text was read before. Nothing was changed. It asserts ${counted(document.relationCount, "edge")}.`;
  if (newAssertions === 0) return "Read and kept. No sentence of it asserts an edge.";
  const parts = [
    counted(newRelations, "new edge"),
    counted(newEntities, "new actor"),
    counted(newAssertions, "assertion"),
  ];
  return `Read: ${parts.join(", ")}.`;
}

function Told({ outcome }: { readonly outcome: Outcome }) {
  if ("refused" in outcome) {
    return (
      <li role="alert" className="rounded-lg bg-danger-soft p-3">
        <p className="font-medium text-danger">{outcome.name} was not read</p>
        <p className="text-ink-2 wrap-anywhere first-letter:uppercase">{outcome.refused}</p>
      </li>
    );
  }
  const { result } = outcome;
  return (
    <li className="rounded-lg bg-sunk p-3">
      <div className="flex items-start gap-2">
        <span className="mt-0.5 text-good">
          <Icon name="check" />
        </span>
        <div className="min-w-0 grow">
          <p className="font-medium wrap-anywhere">{result.document.title}</p>
          <p className="text-ink-2">{found(result)}</p>
        </div>
        <Button
          onClick={() => {
            closeDialog();
            openDocument(idOf(result));
          }}
        >
          Read it
        </Button>
      </div>
      {result.document.relationCount > 0 && <Edges result={result} />}
    </li>
  );
}

export function Outcomes({ outcomes }: { readonly outcomes: readonly Outcome[] }) {
  return (
    <ul className="flex flex-col gap-2" aria-live="polite">
      {outcomes.map((outcome) => (
        <Told key={outcome.key} outcome={outcome} />
      ))}
    </ul>
  );
}
