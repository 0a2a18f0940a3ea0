/** One paragraph of a document: asserted sentences tinted, names linked into the graph, a dot for each edge. */
import type { Span } from "../../../schema/model.ts";
import { showActor, showEdge } from "../actions/grow.ts";
import { kindColour, quadColour } from "../canvas/palette.ts";
import { pointAt } from "../state/store.ts";
import type { Paragraph } from "../text/paragraphs.ts";
import { type Mark, type Segment, segments } from "../text/segments.ts";
import { within } from "../text/within.ts";
import { SentenceMark } from "./SentenceMark.tsx";
import type { AssertedSentence, NamedActor } from "./useReading.ts";

type Marking =
  | { readonly is: "here" }
  | { readonly is: "sentence"; readonly sentence: AssertedSentence }
  | { readonly is: "name"; readonly actor: NamedActor };

export interface ReadingMarks {
  readonly sentences: readonly AssertedSentence[];
  readonly mentions: readonly NamedActor[];
  /** The sentence that the reader came for. */
  readonly at: Span | undefined;
}

function Name({ actor, text }: { readonly actor: NamedActor; readonly text: string }) {
  const target = { kind: "entity", id: actor.id } as const;
  return (
    <a
      href={`/?focus=${encodeURIComponent(actor.id)}`}
      title={actor.name}
      style={{ textDecorationColor: `color-mix(in oklch, ${kindColour(actor.kind)} 55%, transparent)` }}
      className="underline decoration-1 underline-offset-[5px] hover:text-accent"
      onClick={(event) => {
        if (event.metaKey || event.ctrlKey || event.shiftKey) return;
        event.preventDefault();
        void showActor(actor.id);
      }}
      onMouseEnter={() => pointAt(target)}
      onMouseLeave={() => pointAt(undefined)}
    >
      {text}
    </a>
  );
}

/** The dots after a sentence: one for each edge that it asserts. */
function Dots({ sentence }: { readonly sentence: AssertedSentence }) {
  return sentence.edges.map(({ id, quad, words }) => (
    <button
      key={id}
      type="button"
      aria-label={`Edge: ${words}`}
      title={words}
      onClick={() => void showEdge(id)}
      onFocus={() => pointAt({ kind: "relation", id })}
      onBlur={() => pointAt(undefined)}
      onMouseEnter={() => pointAt({ kind: "relation", id })}
      onMouseLeave={() => pointAt(undefined)}
      className="mx-[3px] inline-block size-[9px] translate-y-[-1px] rounded-full ring-offset-2 hover:ring-2 hover:ring-current"
      style={{ background: quadColour(quad), color: quadColour(quad) }}
    />
  ));
}

function Piece({ segment }: { readonly segment: Segment<Marking> }) {
  const named = segment.marks.find((mark) => mark.is === "name");
  const sentence = segment.marks.find((mark) => mark.is === "sentence")?.sentence;
  const here = segment.marks.some((mark) => mark.is === "here");
  const inside = named ? <Name actor={named.actor} text={segment.text} /> : segment.text;
  if (!sentence && !here) return inside;
  return (
    <>
      <SentenceMark sentence={sentence} here={here}>
        {inside}
      </SentenceMark>
      {sentence && segment.end === sentence.end && <Dots sentence={sentence} />}
    </>
  );
}

const LOOKS: Readonly<Record<Paragraph["role"], string>> = {
  front: "mb-6 border-l-2 border-line pl-3 font-sans text-small whitespace-pre-wrap text-ink-3 wrap-anywhere",
  heading: "pt-3 pb-2 font-serif text-[20px] leading-7 font-semibold wrap-anywhere",
  body: "pb-4 font-serif text-reading wrap-anywhere",
};

interface ParagraphProps extends ReadingMarks {
  readonly text: string;
  readonly paragraph: Paragraph;
}

export function ParagraphText({ text, paragraph, sentences, mentions, at }: ParagraphProps) {
  const marks: Mark<Marking>[] = [
    ...within(sentences, paragraph).map((sentence) => ({ ...sentence, mark: { is: "sentence", sentence } as const })),
    ...within(mentions, paragraph).map((actor) => ({
      start: actor.start,
      end: actor.end,
      mark: { is: "name", actor } as const,
    })),
  ];
  if (at) marks.push({ ...at, mark: { is: "here" } });
  const { start, end, role } = paragraph;
  const words = text.slice(start, end);
  const shown = role === "heading" ? words.replace(/^#+[ \t]*/, "") : words;
  const pieces = segments(shown, end - shown.length, marks);
  return (
    <p className={LOOKS[role]} dir="auto">
      {pieces.map((segment) => (
        <Piece key={segment.start} segment={segment} />
      ))}
    </p>
  );
}
