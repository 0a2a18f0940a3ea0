import type { DocumentAssertion, Span } from "../../../schema/model.ts";
import type { RelationType, Status } from "../../../schema/ontology.ts";

type End = DocumentAssertion["subject"];

/** What a baseline says of a sentence: no speaker, no date, no doubt. */
export const assertionOf = (
  { start, end }: Span,
  subject: End,
  type: RelationType,
  object: End,
  status: Status = "actual",
): DocumentAssertion => ({
  subject,
  type,
  object,
  start,
  end,
  status,
  trigger: [],
  speaker: "",
  date: "",
  confidence: 1,
  extractor: "baseline",
});
