/** What a document is and where it comes from. */
import type { DocumentId } from "../../../schema/ids.ts";
import { addDocument } from "../actions/grow.ts";
import type { ResultOf } from "../data/graphql.ts";
import type { documentQuery } from "../data/queries.ts";
import { Button } from "../parts/Button.tsx";
import { dayInWords } from "../text/dates.ts";
import { counted } from "../text/words.ts";

type Document = NonNullable<ResultOf<typeof documentQuery>["document"]>;

/** Only the web's own schemes become links; what else a document calls its address is shown as text. */
const isWeb = (url: string): boolean => /^https?:\/\//i.test(url);

interface DocumentHeadProps {
  readonly document: Document;
  readonly sentences: number;
}

export function DocumentHead({ document, sentences }: DocumentHeadProps) {
  const { title, publisher, author, published, url, relationCount, entityCount } = document;
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
      <div className="mt-3 flex items-center gap-3 border-b border-line pb-4">
        <p className="grow text-small text-ink-3">
          {counted(relationCount, "edge")} asserted
          {sentences > 0 && ` in ${counted(sentences, "sentence")}`}, {counted(entityCount, "actor")} named
        </p>
        <Button look="outlined" onClick={() => void addDocument(document.id as DocumentId)}>
          Show its edges
        </Button>
      </div>
    </header>
  );
}
