/** The reading pane: a whole document as text, at the sentence that was asked for. Only what is in sight is drawn. */

import { useEffect, useMemo, useRef } from "react";
import type { DocumentId } from "../../../schema/ids.ts";
import type { Reading } from "../state/address.ts";
import { Skeleton, Trouble } from "../parts/Trouble.tsx";
import { useVirtual } from "../parts/useVirtual.ts";
import { paragraphAt, paragraphs } from "../text/paragraphs.ts";
import { DocumentHead } from "./DocumentHead.tsx";
import { ParagraphText, type ReadingMarks } from "./ParagraphText.tsx";
import { MarginRail } from "./MarginRail.tsx";
import { WhoElse } from "./Others.tsx";
import { useSentenceSteps } from "./useSentenceSteps.ts";
import { type AssertedSentence, type NamedActor, type ReadDocument, useReading } from "./useReading.ts";

// Up to so many paragraphs are drawn at once, so that the browser's own search finds everything in them.
const ALL_AT_ONCE = 250;
const AHEAD = 6;
const guessHeight = (letters: number) => Math.ceil(letters / 58) * 28 + 16;

interface TextProps extends ReadingMarks {
  readonly text: string;
  readonly head: React.ReactNode;
}

function Text({ text, head, ...marks }: TextProps) {
  const scroller = useRef<HTMLDivElement>(null);
  const all = useMemo(() => paragraphs(text), [text]);
  const virtual = useVirtual({
    count: all.length,
    getScrollElement: () => scroller.current,
    estimateSize: (i) => guessHeight(all[i]!.end - all[i]!.start),
    overscan: all.length <= ALL_AT_ONCE ? ALL_AT_ONCE : AHEAD,
    scrollMargin: 120,
  });
  const start = marks.at?.start;
  useEffect(() => {
    if (start === undefined) return undefined;
    virtual.scrollToIndex(paragraphAt(all, start), { align: "center" });
    const exact = () => scroller.current?.querySelector("mark[data-here]")?.scrollIntoView({ block: "center" });
    const timer = setTimeout(exact, 60);
    return () => clearTimeout(timer);
  }, [virtual, all, start]);
  return (
    <div ref={scroller} className="h-full overflow-y-auto pr-5" tabIndex={0} role="region" aria-label="Text">
      {head}
      <div className="relative mx-auto max-w-[68ch] font-serif text-reading" style={{ height: virtual.getTotalSize() }}>
        {virtual.getVirtualItems().map(({ index, key, start: top }) => (
          <div
            key={key}
            data-index={index}
            ref={virtual.measureElement}
            className="absolute inset-x-0 top-0 px-5"
            style={{ transform: `translateY(${top - virtual.options.scrollMargin}px)` }}
          >
            <ParagraphText text={text} paragraph={all[index]!} {...marks} />
          </div>
        ))}
      </div>
    </div>
  );
}

export function ReadingPane({ reading }: { readonly reading: Reading }) {
  const { document, sentences, mentions } = useReading(reading.document as DocumentId);
  const { data, error, refetch } = document;
  if (error && !data) return <Trouble title={error.message} onRetry={() => void refetch()} />;
  if (!data) return <Skeleton label="The document is coming" lines={12} />;
  if (!data.document) {
    return (
      <Trouble title="There is no document by this id.">
        It may have been removed, with the edges that only it asserted.
      </Trouble>
    );
  }
  return <Document key={reading.document} document={data.document} sentences={sentences} {...{ mentions, reading }} />;
}

interface DocumentProps {
  readonly document: ReadDocument;
  readonly sentences: readonly AssertedSentence[];
  readonly mentions: readonly NamedActor[];
  readonly reading: Reading;
}

function Document({ document, sentences, mentions, reading }: DocumentProps) {
  const { at } = reading;
  const id = reading.document;
  const standing = sentences.find(({ start, end }) => at && start < at.end && at.start < end);
  useSentenceSteps(id, sentences, at?.start);
  return (
    <article aria-label={document.title} className="flex h-full flex-col">
      <div className="relative min-h-0 grow">
        <Text
          head={<DocumentHead document={document} sentences={sentences.length} />}
          text={document.text}
          sentences={sentences}
          mentions={mentions}
          at={at}
        />
        <MarginRail document={id} sentences={sentences} length={document.text.length} at={standing?.start} />
      </div>
      {standing && <WhoElse key={standing.start} document={id} sentence={standing} />}
    </article>
  );
}
