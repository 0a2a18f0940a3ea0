/** The extractor that asks a model. The only one that is not pure: it asks over the network. */
import type { DocumentAssertion, ReadDocument } from "../../../schema/model.ts";
import { Gathering, REFUSALS, type Refusal } from "./answer.ts";
import { LlmClient, LlmError, type LlmOptions } from "./client.ts";
import { question } from "./prompt.ts";

/** Grows with the instructions, so that reading again replaces what an older version found. */
const VERSION = "1";

/** So many characters of sentences are asked about at once. */
const MOST_CHARACTERS = 6_000;
const MOST_SENTENCES = 40;

/** What a model found in a document. */
export interface LlmResult {
  /** The document's entities, with those that only the model found. */
  readonly entities: ReadDocument["entities"];
  readonly assertions: readonly DocumentAssertion[];
  /** Sentences, by their index, about which no answer could be had. */
  readonly unanswered: ReadonlySet<number>;
  /** For whoever brought the document: what was refused, and what failed. */
  readonly notes: readonly string[];
}

export type LlmExtractor = ((document: ReadDocument) => Promise<LlmResult>) & { readonly extractor: string };

/** Sentences in parts of a bearable size. */
function partsOf({ sentences }: ReadDocument): { from: number; to: number }[] {
  const parts: { from: number; to: number }[] = [];
  let from = 0;
  let size = 0;
  sentences.forEach(({ start, end }, i) => {
    if (i > from && (size + end - start > MOST_CHARACTERS || i - from >= MOST_SENTENCES)) {
      parts.push({ from, to: i });
      [from, size] = [i, 0];
    }
    size += end - start;
  });
  if (from < sentences.length) parts.push({ from, to: sentences.length });
  return parts;
}

const MEANING: Readonly<Record<Refusal, string>> = {
  form: "not of the form asked for",
  sentence: "of no sentence that was asked about",
  verbatim: "not word for word in their sentence",
  ontology: "against the ontology",
  repeated: "said twice",
};

function refusalNote(name: string, refused: Readonly<Record<Refusal, number>>): string[] {
  const told = REFUSALS.filter((refusal) => refused[refusal] > 0).map(
    (refusal) => `${refused[refusal]} ${MEANING[refusal]}`,
  );
  return told.length > 0 ? [`${name}: edges refused: ${told.join(", ")}`] : [];
}

/** A slash would end the extractor's name before its version. */
const nameOf = (model: string) => `llm:${model.replaceAll("/", ":").slice(0, 80)}/${VERSION}`;

/** Creates the extractor of one model. */
export function createLlmExtractor(options: LlmOptions): LlmExtractor {
  const client = new LlmClient(options);
  const extractor = nameOf(options.model);
  const extract = async (document: ReadDocument): Promise<LlmResult> => {
    const gathering = new Gathering(document, extractor);
    const unanswered = new Set<number>();
    let failure: string | undefined;
    for (const { from, to } of partsOf(document)) {
      try {
        // After one part has failed for good, the server is not asked again for the same document.
        if (failure !== undefined) throw new LlmError(failure);
        for (const entry of await client.ask(question(document, from, to))) gathering.take(entry, from, to);
      } catch (error) {
        if (!(error instanceof LlmError)) throw error;
        failure = error.message;
        for (let i = from; i < to; i++) unanswered.add(i);
      }
    }
    const failed =
      failure === undefined
        ? []
        : [
            `${extractor}: ${unanswered.size} of ${document.sentences.length} sentences were not answered (${failure}); the rules' edges are kept`,
          ];
    const { entities, assertions, refused } = gathering;
    return { entities, assertions, unanswered, notes: [...failed, ...refusalNote(extractor, refused)] };
  };
  return Object.assign(extract, { extractor });
}
