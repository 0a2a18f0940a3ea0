/** The document above its sentences: title, who published it and when, the way to it. */
import type { DocumentId } from "../../../schema/ids.ts";
import { openDocument } from "../actions/edit.ts";
import { Icon } from "../parts/Icon.tsx";
import { dayInWords } from "../text/dates.ts";
import { isWeb } from "../text/links.ts";
import { counted } from "../text/words.ts";
import type { EvidenceAssertion } from "./useEvidence.ts";

interface SourceHeadProps {
  readonly document: EvidenceAssertion["document"];
  readonly sentences: number;
}

export function SourceHead({ document, sentences }: SourceHeadProps) {
  const { id, title, publisher, published, url } = document;
  const facts = [publisher, published && dayInWords(published), sentences > 1 && counted(sentences, "sentence")];
  return (
    <div className="flex items-start gap-1 border-t border-line bg-sunk px-4 py-2">
      <div className="min-w-0 grow">
        <h3>
          <button
            type="button"
            onClick={() => openDocument(id as DocumentId)}
            className="line-clamp-2 text-left font-medium wrap-anywhere hover:text-accent"
          >
            <span className="sr-only">Open the document: </span>
            {title}
          </button>
        </h3>
        <p className="text-small text-ink-2">{facts.filter(Boolean).join(" · ")}</p>
      </div>
      {url && isWeb(url) && (
        <a
          href={url}
          target="_blank"
          rel="noreferrer noopener"
          title={url}
          aria-label="Where it was published"
          className="-mr-2 flex size-7 shrink-0 items-center justify-center rounded-md text-ink-2 hover:bg-hover hover:text-ink"
        >
          <Icon name="out" />
        </a>
      )}
    </div>
  );
}
