/** The last door before a store: what breaks an invariant is refused here, whoever made the document. */
import { documentId } from "../../schema/digest.ts";
import { isDay, isEdtf } from "../../schema/edtf.ts";
import { entityId, orderEnds } from "../../schema/ids.ts";
import { sentenceAt, textProblem } from "../../schema/interchange.ts";
import type { DocumentAssertion, DocumentEntity, ReadDocument, Span } from "../../schema/model.ts";
import { instant } from "./days.ts";
import { StoreError } from "./port.ts";
import { type RelationTally, tallyRelations } from "./tally.ts";

/**
 * Throws a StoreError if a document cannot be kept as it is, with every invariant holding. Returns what it asserts,
 * edge by edge.
 */
export function checkDocument(document: ReadDocument): readonly RelationTally[] {
  const refuse = (condition: boolean, reason: string) => {
    if (!condition) throw new StoreError(`${document.source || document.id} cannot be stored: ${reason}.`);
  };
  const problem = textProblem(document.text);
  refuse(!problem, `its text ${problem}`);
  refuse(document.id === documentId(document.text), "its id is not the hash of its text");
  refuse(isKeepable(document), "a name or note in it has a NUL character or half of a surrogate pair");
  refuse(document.published === undefined || isDay(document.published), "its day of publication is no day");
  if (document.ingestedAt !== undefined) instant(document.ingestedAt);
  refuse(areApart(document), "its sentences overlap or leave the text");
  const entities = new Map(document.entities.map((entity) => [entity.id, entity]));
  refuse(entities.size === document.entities.length, "an entity is there twice");
  for (const entity of document.entities) refuse(isEntity(entity, document.sentences), `${entity.id} is not well made`);
  for (const assertion of document.assertions) {
    const known = entities.has(assertion.subject) && entities.has(assertion.object);
    refuse(known, `an end of ${assertion.type} at ${assertion.start} is not among its entities`);
    const sound = isAssertion(assertion, document);
    refuse(sound, `${assertion.type} at ${assertion.start} is not a sentence of it, or not in order`);
  }
  const relations = tallyRelations(document);
  const ids = relations.flatMap(({ assertions }) => assertions.map(({ id }) => id));
  refuse(new Set(ids).size === ids.length, "an assertion is there twice");
  return relations;
}

const isInside = ({ start, end }: Span, length: number) =>
  Number.isSafeInteger(start) && Number.isSafeInteger(end) && start >= 0 && start < end && end <= length;

const areApart = ({ sentences, text }: ReadDocument) =>
  sentences.every((s, i) => isInside(s, text.length) && (i === 0 || sentences[i - 1]!.end <= s.start));

const isEntity = ({ id, kind, name, aliases, mentions }: DocumentEntity, sentences: readonly Span[]) =>
  id === entityId(kind, name) &&
  aliases.every((alias, i) => alias !== name && (i === 0 || aliases[i - 1]! < alias)) &&
  mentions.every((m, i) => sentenceAt(sentences, m) && (i === 0 || mentions[i - 1]!.end <= m.start));

function isAssertion(a: DocumentAssertion, { sentences, text }: ReadDocument): boolean {
  const ordered = a.subject !== a.object && orderEnds(a.type, a.subject, a.object)[0] === a.subject;
  const spans = [
    ...a.trigger,
    ...(a.subjectMention ? [a.subjectMention] : []),
    ...(a.objectMention ? [a.objectMention] : []),
  ];
  return (
    ordered &&
    sentenceAt(sentences, a) !== undefined &&
    spans.every((span) => isInside(span, text.length)) &&
    (a.date === "" || isEdtf(a.date)) &&
    a.confidence >= 0 &&
    a.confidence <= 1
  );
}

/** Databases end a string at NUL, and no encoding carries half of a surrogate pair. */
function isKeepable({ source, title, publisher, author, url, language, entities, assertions }: ReadDocument): boolean {
  const short = [source, title, publisher ?? "", author ?? "", url ?? "", language];
  const named = entities.flatMap((entity) => [entity.name, ...entity.aliases]);
  const said = assertions.flatMap((assertion) => [assertion.speaker, assertion.extractor]);
  return [...short, ...named, ...said].every((text) => text.isWellFormed() && !text.includes("\u0000"));
}
