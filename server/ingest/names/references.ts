/** Words that refer back to entities named at most two sentences before: "it", "the group", "the two countries". */
import type { DocumentEntity } from "../../../schema/model.ts";
import type { NamedMention, Reference } from "../analysis.ts";
import type { NamedSentence } from "./words.ts";

/** The back-references of a document whose antecedent is clear. */
export function findReferences(
  text: string,
  sentences: readonly NamedSentence[],
  entities: readonly DocumentEntity[],
  mentions: readonly NamedMention[],
): Reference[] {
  void [text, sentences, entities, mentions];
  return [];
}
