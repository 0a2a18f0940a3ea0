/** The document that the rows of one source make: their quotes are its text, so that every edge keeps its evidence. */
import { assertionId, documentId } from "../../../schema/digest.ts";
import { type EntityId, entityId, relationId } from "../../../schema/ids.ts";
import { inOrder } from "../../../schema/interchange.ts";
import type { DocumentAssertion, DocumentEntity, Provenance, ReadDocument, Span } from "../../../schema/model.ts";
import type { Edge, End } from "./row.ts";

/** A document, and the rows that say nothing new in it. */
export interface TableDocument {
  readonly document: ReadDocument;
  readonly repeated: readonly number[];
}

const meet = (a: Span, b: Span) => a.start < b.end && b.start < a.end;
const byStart = (a: Span, b: Span) => a.start - b.start;

/** Where a quote writes a name, as a word of its own; the first place. */
function placeOf(name: string, quote: string, start: number): Span | undefined {
  const escaped = name.replaceAll(/[\\^$.*+?()[\]{}|]/g, String.raw`\$&`).replaceAll(/\s+/g, String.raw`\s+`);
  const found = new RegExp(String.raw`(?<![\p{L}\p{N}])${escaped}(?![\p{L}\p{N}])`, "iu").exec(quote);
  return found ? { start: start + found.index, end: start + found.index + found[0].length } : undefined;
}

interface Gathered {
  readonly end: End;
  readonly mentions: Span[];
  readonly aliases: Set<string>;
}

class Cast {
  readonly #members = new Map<EntityId, Gathered>();

  /** Notes where a quote names somebody; the mention, if it is there and no other name stands in its place. */
  add(end: End, quote: string, start: number): { id: EntityId; mention: Span | undefined } {
    const id = entityId(end.kind, end.name);
    const member = this.#members.get(id) ?? { end, mentions: [], aliases: new Set<string>() };
    this.#members.set(id, member);
    if (end.written !== end.name) member.aliases.add(end.written);
    const place = placeOf(end.written, quote, start) ?? placeOf(end.name, quote, start);
    if (!place) return { id, mention: undefined };
    const known = member.mentions.find((m) => m.start === place.start && m.end === place.end);
    if (!known && member.mentions.some((m) => meet(m, place))) return { id, mention: undefined };
    if (!known) member.mentions.push(place);
    return { id, mention: place };
  }

  get entities(): DocumentEntity[] {
    return [...this.#members].map(([id, { end, mentions, aliases }]) => {
      const { kind, name, country, latitude, longitude } = end;
      const place = { ...(country ? { country } : {}), ...(latitude === undefined ? {} : { latitude, longitude }) };
      return { id, kind, name, aliases: [...aliases].toSorted(), ...place, mentions: mentions.toSorted(byStart) };
    });
  }
}

/** Quotes, each once, with a blank line between them, and where each begins. */
function layOut(edges: readonly Edge[]): { text: string; places: ReadonlyMap<string, number> } {
  const places = new Map<string, number>();
  let text = "";
  for (const { quote } of edges) {
    if (places.has(quote)) continue;
    if (text !== "") text += "\n\n";
    places.set(quote, text.length);
    text += quote;
  }
  return { text, places };
}

/** Makes the document of some rows. */
export function documentOf(
  edges: readonly Edge[],
  origin: Provenance,
  source: string,
  extractor: string,
): TableDocument {
  const { text, places } = layOut(edges);
  const id = documentId(text);
  const cast = new Cast();
  const seen = new Set<string>();
  const repeated: number[] = [];
  const assertions = edges.flatMap(({ row, subject, type, object, quote, ...rest }): DocumentAssertion[] => {
    const start = places.get(quote)!;
    const [from, to] = [cast.add(subject, quote, start), cast.add(object, quote, start)];
    const span = { start, end: start + quote.length };
    const key = assertionId(id, span.start, span.end, relationId(from.id, type, to.id), extractor);
    if (seen.has(key)) {
      repeated.push(row);
      return [];
    }
    seen.add(key);
    const ends = { subject: from.id, type, object: to.id, subjectMention: from.mention, objectMention: to.mention };
    const { status, speaker, date, confidence } = rest;
    return [inOrder({ ...span, ...ends, trigger: [], status, speaker, date, confidence, extractor })];
  });
  const sentences = [...places].map(([quote, start]) => ({ start, end: start + quote.length }));
  const language = origin.language ?? "en";
  const document = { ...origin, id, source, text, language, sentences, entities: cast.entities, assertions };
  return { document, repeated };
}
