/** Files of any format, read into the graph or only looked at. */
import { type RelationId, relationId } from "../../schema/ids.ts";
import type { DocumentAssertion, DocumentEntity, ReadDocument } from "../../schema/model.ts";
import { type Outcome, readFile } from "../loading/read.ts";
import { heldIn, settle } from "../loading/settle.ts";
import type { Context } from "./context.ts";
import { bytesOf, givenOf, type GivenInput } from "./given.ts";

interface FileInput extends GivenInput {
  readonly name: string;
  readonly base64: string;
}

interface Refused {
  readonly where: string;
  readonly reason: string;
}

const fileOf = (input: FileInput) => ({
  name: input.name,
  given: givenOf("file", input),
  bytes: bytesOf("file", input.base64),
});

/** Reads a file into the graph, document by document; each is written whole or not at all. */
async function ingestFile(file: FileInput, { writer, reading, loaders, budget }: Context) {
  const store = writer();
  const documents: object[] = [];
  const refused: Refused[] = [];
  for await (const outcome of readFile(fileOf(file), reading, heldIn(store))) {
    const result = await settle(store, outcome);
    budget.rows(1);
    if ("problem" in result) refused.push({ where: outcome.where, reason: result.problem });
    else documents.push({ ...result, document: () => loaders.document.load(result.id) });
  }
  return { documents, refused };
}

function byRelation(assertions: readonly DocumentAssertion[]): Map<RelationId, DocumentAssertion[]> {
  const relations = new Map<RelationId, DocumentAssertion[]>();
  for (const assertion of assertions) {
    const id = relationId(assertion.subject, assertion.type, assertion.object);
    const same = relations.get(id);
    if (same) same.push(assertion);
    else relations.set(id, [assertion]);
  }
  return relations;
}

/** What a document would add, beside what the graph has already. */
async function previewOf(document: ReadDocument, known: boolean, notes: readonly string[], { store }: Context) {
  const relations = byRelation(document.assertions);
  const [entities, edges] = await Promise.all([
    store.entitiesById(document.entities.map(({ id }) => id)),
    store.relationsById([...relations.keys()]),
  ]);
  const shown = document.entities.map((entity, i) => ({ ...entity, new: entities[i] === undefined }));
  const byId = new Map(shown.map((entity): [string, DocumentEntity] => [entity.id, entity]));
  return {
    ...document,
    known,
    notes,
    sentences: document.sentences.length,
    entities: shown,
    relations: [...relations].map(([id, assertions], i) => ({
      id,
      type: assertions[0]!.type,
      subject: byId.get(assertions[0]!.subject),
      object: byId.get(assertions[0]!.object),
      new: edges[i] === undefined,
      assertions: assertions.map((assertion) => ({
        ...assertion,
        quote: document.text.slice(assertion.start, assertion.end),
        speaker: assertion.speaker || null,
        date: assertion.date || null,
      })),
    })),
  };
}

const isDocument = (outcome: Outcome): outcome is Extract<Outcome, { document: unknown }> => "document" in outcome;

/** Reads a file as `ingestFile` would, and tells what it would add. Reading costs as much, so it needs the same right. */
async function preview(file: FileInput, context: Context) {
  const store = context.writer();
  const documents: object[] = [];
  const refused: Refused[] = [];
  for await (const outcome of readFile(fileOf(file), context.reading, async () => false)) {
    if (isDocument(outcome)) {
      const { document, notes } = outcome;
      context.budget.rows(document.assertions.length + document.entities.length);
      const known = await heldIn(store)(document.id);
      documents.push(await previewOf(document, known, notes, context));
    } else if ("problem" in outcome) refused.push({ where: outcome.where, reason: outcome.problem });
  }
  return { documents, refused };
}

/** Resolvers of `Query` that look at files. */
export const fileQueries = {
  preview: (_: unknown, { file }: { file: FileInput }, context: Context) => preview(file, context),
};

/** Resolvers of `Mutation` that read files. */
export const fileMutations = {
  ingestFile: (_: unknown, { file }: { file: FileInput }, context: Context) => ingestFile(file, context),
};
