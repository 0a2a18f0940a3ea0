/** What a document is and where it comes from. */
import type { DocumentId } from "../../../schema/ids.ts";
import { refilter } from "../actions/edit.ts";
import { addDocuments } from "../actions/grow.ts";
import { toggle } from "../state/filters.ts";
import { useFilters } from "../state/store.ts";
import { Button } from "../parts/Button.tsx";
import { dayInWords } from "../text/dates.ts";
import { isWeb } from "../text/links.ts";
import { counted } from "../text/words.ts";
import type { ReadDocument } from "./useReading.ts";

interface DocumentHeadProps {
  readonly document: ReadDocument;
  readonly sentences: number;
}

export function DocumentHead({ document, sentences }: DocumentHeadProps) {
  const { title, publisher, author, published, url, relationCount, entityCount } = document;
  const id = document.id as DocumentId;
  const chosen = useFilters().documents.includes(id);
  const facts = [publisher, author, published && dayInWords(published)].filter(Boolean).join(" · ");
  return (
    <header className="mx-auto max-w-[612px] px-5 pt-5 pb-5">
      <h2 className="font-serif text-[22px] leading-7 font-semibold text-balance wrap-anywhere" dir="auto">
        {title}
      </h2>
      {facts && <p className="mt-1.5 text-ink-2">{facts}</p>}
      {url && (
        <p className="truncate text-small text-ink-3">
          {isWeb(url) ? (
            <a href={url} target="_blank" rel="noreferrer noopener" className="hover:text-accent hover:underline">
              {url}
            </a>
          ) : (
            url
          )}
        </p>
      )}
      <div className="mt-3 flex flex-wrap items-center gap-x-2 gap-y-1 border-b border-line pb-4">
        <p className="grow text-small text-ink-3">
          {counted(relationCount, "edge")} asserted
          {sentences > 0 && ` in ${counted(sentences, "sentence")}`}, {counted(entityCount, "actor")} named
        </p>
        <Button
          aria-pressed={chosen}
          look={chosen ? "primary" : "plain"}
          icon="filter"
          title="See only what this document says"
          onClick={() => refilter((filters) => toggle(filters, "documents", id))}
        >
          Only this
        </Button>
        <Button look="outlined" onClick={() => void addDocuments([id])}>
          Show its edges
        </Button>
      </div>
    </header>
  );
}
