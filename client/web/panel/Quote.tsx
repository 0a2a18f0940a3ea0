/** A sentence as its document has it: the words that carry the edge underlined, both ends bold in their kind's hue. */
import type { EntityKind, QuadClass } from "../../../schema/ontology.ts";
import type { Span } from "../../../schema/model.ts";
import { kindColour, quadColour } from "../canvas/palette.ts";
import { type Mark, segments } from "../text/segments.ts";

type Marking = { readonly role: "end"; readonly kind: EntityKind } | { readonly role: "trigger" };

interface QuoteProps {
  readonly quote: string;
  readonly start: number;
  readonly trigger: readonly Span[];
  readonly subject: { readonly kind: EntityKind; readonly mention: Span | null };
  readonly object: { readonly kind: EntityKind; readonly mention: Span | null };
  readonly quad: QuadClass;
}

function marksOf({ trigger, subject, object }: QuoteProps): Mark<Marking>[] {
  const end = ({ kind, mention }: QuoteProps["subject"]): Mark<Marking>[] =>
    mention ? [{ ...mention, mark: { role: "end", kind } }] : [];
  return [
    ...end(subject),
    ...end(object),
    ...trigger.map((span): Mark<Marking> => ({ start: span.start, end: span.end, mark: { role: "trigger" } })),
  ];
}

export function Quote(props: QuoteProps) {
  const underline = {
    textDecoration: `underline ${quadColour(props.quad)}`,
    textDecorationThickness: "2px",
    textUnderlineOffset: "4px",
  };
  return (
    <blockquote dir="auto" className="font-serif text-quote wrap-anywhere">
      {segments(props.quote, props.start, marksOf(props)).map(({ text, start, marks }) => {
        const ending = marks.find((mark) => mark.role === "end");
        const carries = marks.some((mark) => mark.role === "trigger");
        const Tag = ending ? "b" : "span";
        const style = { ...(ending ? { color: kindColour(ending.kind) } : {}), ...(carries ? underline : {}) };
        return marks.length === 0 ? (
          text
        ) : (
          <Tag key={start} className={ending ? "font-semibold" : ""} style={style}>
            {text}
          </Tag>
        );
      })}
    </blockquote>
  );
}
