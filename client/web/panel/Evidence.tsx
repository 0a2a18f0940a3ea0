/** The evidence of one edge: what it says in plain words, and every sentence that says so, by document, newest first. */
import { useEffect, useMemo, useRef, useState } from "react";
import type { DocumentId, RelationId } from "../../../schema/ids.ts";
import { openDocument } from "../actions/edit.ts";
import { Skeleton, Trouble } from "../parts/Trouble.tsx";
import { useHeight } from "../parts/useHeight.ts";
import { useVirtual } from "../parts/useVirtual.ts";
import { evidenceRows } from "../state/evidence.ts";
import { offerStep, stepped } from "../state/steps.ts";
import { useExplorer } from "../state/store.ts";
import { counted } from "../text/words.ts";
import { AssertionCard } from "./AssertionCard.tsx";
import { EvidenceHead } from "./EvidenceHead.tsx";
import { SourceHead } from "./SourceHead.tsx";
import { type EvidenceAssertion, type EvidenceEdge, useEvidence } from "./useEvidence.ts";

interface ListProps {
  readonly edge: EvidenceEdge;
  readonly assertions: readonly EvidenceAssertion[];
  readonly total: number;
  readonly onEnd: () => void;
}

/** The sentence at which the reader stands, moved by keys; where a document is open, it follows. */
function useCurrent(assertions: readonly EvidenceAssertion[], show: (nth: number) => void) {
  const [current, setCurrent] = useState<number>();
  const now = useRef({ assertions, show, current });
  useEffect(() => {
    now.current = { assertions, show, current };
  });
  useEffect(
    () =>
      offerStep((by) => {
        const { assertions, show, current } = now.current;
        const { session, leaf } = useExplorer.getState();
        const read = leaf === "reading" ? session.reading : undefined;
        const at = read && assertions.findIndex((a) => a.document.id === read.document && a.start === read.at?.start);
        const next = stepped(at === undefined || at < 0 ? current : at, by, assertions.length);
        if (next === undefined) return false;
        setCurrent(next);
        show(next);
        const { document, start, end } = assertions[next]!;
        if (read) openDocument(document.id as DocumentId, { start, end });
        return true;
      }),
    [],
  );
  return current;
}

const HEAD_HEIGHT = 56;
const guessHeight = (quote: string) => 62 + Math.ceil(quote.length / 52) * 23;

/** `list` "Sentences"; only those in sight are drawn, each knows its place among all. */
function Sentences({ edge, assertions, total, onEnd }: ListProps) {
  const scroller = useRef<HTMLDivElement>(null);
  const list = useRef<HTMLOListElement>(null);
  const head = useRef<HTMLDivElement>(null);
  const above = useHeight(head);
  const rows = useMemo(() => evidenceRows(assertions), [assertions]);
  const virtual = useVirtual({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: (i) => {
      const row = rows[i]!;
      return row.is === "document" ? HEAD_HEIGHT : guessHeight(row.assertion.quote);
    },
    getItemKey: (i) => rows[i]!.key,
    overscan: 8,
    scrollMargin: above,
  });
  const items = virtual.getVirtualItems();
  const reached = items.at(-1)?.index ?? 0;
  useEffect(() => {
    if (assertions.length < total && reached >= rows.length - 6) onEnd();
  }, [reached, rows.length, assertions.length, total, onEnd]);
  const current = useCurrent(assertions, (nth) => {
    virtual.scrollToIndex(
      rows.findIndex((row) => row.is === "assertion" && row.nth === nth),
      { align: "center" },
    );
    if (useExplorer.getState().leaf === "reading") return;
    setTimeout(() => list.current?.querySelector<HTMLElement>(`[data-nth="${nth}"]`)?.focus({ preventScroll: true }));
  });
  return (
    <div ref={scroller} className="h-full overflow-y-auto">
      <div ref={head}>
        <EvidenceHead edge={edge} passing={total} />
      </div>
      <ol ref={list} aria-label="Sentences" className="relative" style={{ height: virtual.getTotalSize() }}>
        {items.map(({ index, key, start }) => {
          const row = rows[index]!;
          const place = row.is === "assertion" ? { "aria-posinset": row.nth + 1, "aria-setsize": total } : {};
          return (
            <li
              key={key}
              {...place}
              ref={virtual.measureElement}
              data-index={index}
              data-nth={row.is === "assertion" ? row.nth : undefined}
              tabIndex={row.is === "assertion" ? -1 : undefined}
              className="absolute inset-x-0 top-0 outline-none"
              style={{ transform: `translateY(${start - virtual.options.scrollMargin}px)` }}
            >
              {row.is === "document" ? (
                <SourceHead document={row.document} sentences={row.sentences} />
              ) : (
                <AssertionCard
                  assertion={row.assertion}
                  edge={edge}
                  current={row.nth === current}
                  last={row.nth === total - 1}
                />
              )}
            </li>
          );
        })}
      </ol>
      {assertions.length < total && (
        <p role="status" className="px-4 py-3 text-small text-ink-3">
          {counted(total - assertions.length, "more sentence")} …
        </p>
      )}
    </div>
  );
}

export function Evidence({ id }: { readonly id: RelationId }) {
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useEvidence(id);
  const edge = data?.pages[0]?.relation;
  const assertions = useMemo(() => data?.pages.flatMap((page) => page.assertions.nodes) ?? [], [data]);
  if (error && !edge) return <Trouble title={error.message} onRetry={() => void refetch()} />;
  if (!data) return <Skeleton label="The sentences are coming" lines={8} />;
  if (!edge)
    return <Trouble title="There is no edge by this id any more.">Its document may have been removed.</Trouble>;
  return (
    <Sentences
      edge={edge}
      assertions={assertions}
      total={data.pages.at(-1)?.assertions.totalCount ?? 0}
      onEnd={() => hasNextPage && !isFetchingNextPage && void fetchNextPage()}
    />
  );
}
