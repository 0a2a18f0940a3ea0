/** Shows what would be read: sentences with their names, and under each the edges that it asserts. */
import { stripVTControlCharacters } from "node:util";
import { type QuadClass, relationTerm } from "../../schema/ontology.ts";
import type { DocumentAssertion, ReadDocument, Span } from "../../schema/model.ts";

/** Puts colour around words, or leaves them as they are. */
export type Paint = (style: Style, text: string) => string;

const STYLES = {
  title: "1",
  faint: "2",
  name: "36",
  trigger: "4",
  VERBAL_COOPERATION: "32",
  MATERIAL_COOPERATION: "1;32",
  VERBAL_CONFLICT: "33",
  MATERIAL_CONFLICT: "1;31",
  STANDING: "34",
} as const satisfies Record<QuadClass | "title" | "faint" | "name" | "trigger", string>;
type Style = keyof typeof STYLES;

/** Colour where the output is a terminal that takes it and nobody has said NO_COLOR. */
export function paintFor(out: { readonly isTTY?: boolean }, env: Readonly<Record<string, string | undefined>>): Paint {
  const wanted = env["FORCE_COLOR"] ? env["FORCE_COLOR"] !== "0" : out.isTTY === true && env["TERM"] !== "dumb";
  if (env["NO_COLOR"] || !wanted) return (_, text) => text;
  return (style, text) => `\u001B[${STYLES[style]}m${text}\u001B[0m`;
}

/** A text may hold codes that a terminal obeys; nothing of a document may. */
const harmless = (text: string) =>
  stripVTControlCharacters(text)
    .replaceAll(/[\r\n\t]+/g, " ")
    .replaceAll(/[\p{Cc}\u202A-\u202E\u2066-\u2069]/gu, "");

interface Marked extends Span {
  readonly style: Style;
}

/** A sentence with some of its parts painted. */
function marked(text: string, { start, end }: Span, marks: readonly Marked[], paint: Paint): string {
  let at = start;
  let shown = "";
  for (const mark of marks.toSorted((a, b) => a.start - b.start)) {
    if (mark.start < at || mark.end > end) continue;
    shown += harmless(text.slice(at, mark.start)) + paint(mark.style, harmless(text.slice(mark.start, mark.end)));
    at = mark.end;
  }
  return shown + harmless(text.slice(at, end));
}

function edgeLine(assertion: DocumentAssertion, names: ReadonlyMap<string, string>, paint: Paint): string {
  const { subject, type, object, status, speaker, date, confidence, extractor } = assertion;
  const name = (id: string) => paint("name", harmless(names.get(id) ?? id));
  const about = [
    status === "actual" ? "" : status,
    speaker && `says ${harmless(speaker)}`,
    date,
    confidence.toFixed(2),
    extractor,
  ];
  const rest = paint("faint", about.filter(Boolean).join(" · "));
  return `    ${name(subject)} ${paint(relationTerm(type).quad, type)} ${name(object)}  ${rest}\n`;
}

function heading({ title, publisher, author, published, language, sentences, assertions }: ReadDocument): string {
  const origin = [publisher, author, published, language].filter(Boolean).map((part) => harmless(part!));
  return `${harmless(title)} — ${[...origin, `${sentences.length} sentences`, `${assertions.length} assertions`].join(" · ")}`;
}

/** A document as text for a terminal. */
export function showDocument(where: string, document: ReadDocument, notes: readonly string[], paint: Paint): string {
  const { text, sentences, entities, assertions } = document;
  const names = new Map(entities.map(({ id, name }) => [id, name]));
  const mentions = entities.flatMap((entity) => entity.mentions.map((span): Marked => ({ ...span, style: "name" })));
  const within = (span: Span, sentence: Span) => span.start >= sentence.start && span.end <= sentence.end;
  const lines = sentences.map((sentence) => {
    const here = assertions.filter((assertion) => within(assertion, sentence));
    const triggers = here.flatMap(({ trigger }) => trigger.map((span): Marked => ({ ...span, style: "trigger" })));
    const marks = [...mentions, ...triggers].filter((mark) => within(mark, sentence));
    const edges = here.map((assertion) => edgeLine(assertion, names, paint)).join("");
    return `  ${marked(text, sentence, marks, paint)}\n${edges}`;
  });
  const told = notes.map((note) => `  ${paint("faint", `(${harmless(note)})`)}\n`);
  return `${paint("title", heading(document))}\n  ${paint("faint", harmless(where))}\n${told.join("")}\n${lines.join("")}\n`;
}
