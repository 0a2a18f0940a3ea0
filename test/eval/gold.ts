/** Documents annotated by hand, laid out over one text: what reading is measured against. */
import { readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import type { Span } from "../../schema/model.ts";
import type { EntityKind, RelationType, Status } from "../../schema/ontology.ts";

interface Details {
  readonly status?: Status;
  readonly speaker?: string;
  readonly date?: string;
}
type Row = readonly [sentence: number, subject: string, type: RelationType, object: string, details?: Details];

/** A file of annotations, as `gold/README.md` describes it. */
export interface Annotations {
  readonly id?: string;
  readonly published: string;
  readonly paragraphs: readonly (readonly string[])[];
  readonly entities: Readonly<
    Record<string, { readonly name: string; readonly kind: EntityKind; readonly surfaces: readonly string[] }>
  >;
  readonly relations: readonly Row[];
  readonly optional?: readonly Row[];
}

export interface GoldMention extends Span {
  readonly entity: string;
}

export interface GoldRelation extends Required<Details> {
  readonly sentence: number;
  readonly subject: string;
  readonly type: RelationType;
  readonly object: string;
}

export interface GoldDocument {
  readonly id: string;
  readonly text: string;
  readonly sentences: readonly Span[];
  readonly kinds: ReadonlyMap<string, EntityKind>;
  readonly mentions: readonly GoldMention[];
  readonly relations: readonly GoldRelation[];
  readonly optional: readonly GoldRelation[];
}

/** Every annotated document of a folder, by name. */
export function readGold(folder: string): GoldDocument[] {
  const files = readdirSync(folder).filter((name) => name.endsWith(".json"));
  if (files.length === 0) throw new Error(`${folder} holds no annotated documents (*.json)`);
  return files.toSorted().map((name) => {
    const annotations = JSON.parse(readFileSync(join(folder, name), "utf8")) as Annotations;
    return layOut(annotations.id ?? basename(name, ".json"), annotations);
  });
}

/** Lays annotations out over a text: the day of publication, then the paragraphs. */
export function layOut(id: string, annotations: Annotations): GoldDocument {
  const { text, sentences } = write(annotations);
  const entities = Object.entries(annotations.entities);
  return {
    id,
    text,
    sentences,
    kinds: new Map(entities.map(([key, { kind }]) => [key, kind])),
    mentions: findSurfaces(
      text,
      entities.flatMap(([entity, { surfaces }]) => surfaces.map((surface) => ({ entity, surface }))),
    ),
    relations: annotations.relations.map(relationOf),
    optional: (annotations.optional ?? []).map(relationOf),
  };
}

function write({ published, paragraphs }: Annotations): { text: string; sentences: Span[] } {
  const sentences: Span[] = [];
  let text = `Published: ${published}\n`;
  for (const paragraph of paragraphs) {
    paragraph.forEach((sentence, index) => {
      text += index === 0 ? "\n" : " ";
      sentences.push({ start: text.length, end: text.length + sentence.length });
      text += sentence;
    });
    text += "\n";
  }
  return { text, sentences };
}

const relationOf = ([sentence, subject, type, object, details = {}]: Row): GoldRelation => ({
  sentence,
  subject,
  type,
  object,
  status: details.status ?? "actual",
  speaker: details.speaker ?? "",
  date: details.date ?? "",
});

/** Every place where a surface stands between word boundaries; a longer surface keeps shorter ones out. */
function findSurfaces(text: string, surfaces: readonly { entity: string; surface: string }[]): GoldMention[] {
  const found: GoldMention[] = [];
  const taken = new Uint8Array(text.length);
  for (const { entity, surface } of surfaces.toSorted((a, b) => b.surface.length - a.surface.length)) {
    for (const { start, end } of occurrences(text, surface)) {
      if (taken.subarray(start, end).includes(1)) continue;
      taken.fill(1, start, end);
      found.push({ entity, start, end });
    }
  }
  return found.toSorted((a, b) => a.start - b.start);
}

const WORD = /[\p{L}\p{N}]/u;
const isWord = (character: string | undefined): boolean => character !== undefined && WORD.test(character);

function occurrences(text: string, surface: string): Span[] {
  const spans: Span[] = [];
  for (let start = text.indexOf(surface); start >= 0; start = text.indexOf(surface, start + 1)) {
    const end = start + surface.length;
    const runsOn = isWord(surface[0]) && isWord(text[start - 1]);
    const goesOn = isWord(surface.at(-1)) && isWord(text[end]);
    if (!runsOn && !goesOn) spans.push({ start, end });
  }
  return spans;
}
