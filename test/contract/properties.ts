/** The invariants, on random graphs. */
import fc from "fast-check";
import { expect, it } from "vitest";
import { formatDocument, parseDocument } from "../../schema/interchange.ts";
import type { ReadDocument } from "../../schema/model.ts";
import type { Store } from "../../server/store/port.ts";
import { answersOf, expectedAnswers } from "./answers.ts";
import { someDocuments, someQuestions } from "./arbitrary.ts";
import { everyDocument, everyRow, snapshot } from "./snapshot.ts";
import type { UnderTest } from "./store.ts";

async function fill(store: Store, documents: readonly ReadDocument[]): Promise<void> {
  for (const document of documents) await store.write(document);
}

/** Documents, another order of them, and how many of that order to take back again. */
const reordered = someDocuments().chain((documents) =>
  fc.tuple(
    fc.constant(documents),
    fc.shuffledSubarray(documents, { minLength: documents.length }),
    fc.nat(documents.length),
  ),
);

const asked = someDocuments().chain((documents) => fc.tuple(fc.constant(documents), someQuestions(documents)));

/** Runs each property `runs` times. */
export function propertiesOf({ store, wipe, runs }: UnderTest): void {
  const check = <T>(arbitrary: fc.Arbitrary<T>, property: (value: T) => Promise<void>) =>
    fc.assert(
      fc.asyncProperty(arbitrary, property).beforeEach(async () => wipe()),
      { numRuns: runs },
    );

  it("answers every question as the documents alone decide", () =>
    check(asked, async ([documents, questions]) => {
      await fill(store(), documents);
      expect(await answersOf(store(), questions)).toEqual(expectedAnswers(documents, questions));
    }));

  it("is the same graph in whatever order documents come, twice, and others go", () =>
    check(reordered, async ([documents, others, gone]) => {
      const kept = others.slice(gone);
      await fill(
        store(),
        kept.toSorted((a, b) => (a.id < b.id ? -1 : 1)),
      );
      const before = await snapshot(store());
      await wipe();
      await fill(store(), [...others, ...documents]);
      for (const { id } of others.slice(0, gone)) await store().remove(id);
      expect(await snapshot(store())).toEqual(before);
    }));

  it("has evidence for every edge, and every quote is verbatim", () =>
    check(reordered, async ([documents, others, gone]) => {
      await fill(store(), documents);
      for (const { id } of others.slice(0, gone)) await store().remove(id);
      const texts = new Map(others.slice(gone).map(({ id, text }) => [id, text]));
      const asserted = new Set<string>();
      for (const { document, start, end, quote, relation } of await everyRow((page) => store().assertions({}, page))) {
        expect(texts.get(document)?.slice(start, end)).toBe(quote);
        asserted.add(relation);
      }
      const edges = await everyRow((page) => store().relations({}, "NAME", page));
      expect(edges.map(({ id }) => id as string).toSorted()).toEqual([...asserted].toSorted());
    }));

  it("gives back what was written, through the interchange format, in the order of ids", () =>
    check(someDocuments(), async (documents) => {
      await fill(store(), documents);
      const sorted = documents.toSorted((a, b) => (a.id < b.id ? -1 : 1));
      const exported = await everyDocument(store());
      expect(exported).toEqual(sorted);
      const lines = exported.map(formatDocument);
      expect(lines.map(parseDocument)).toEqual(sorted);
    }));

  it("leaves nothing behind when every document is taken back", () =>
    check(someDocuments(), async (documents) => {
      await fill(store(), documents);
      for (const { id } of documents) await store().remove(id);
      const { version: _, ...counts } = await store().statistics();
      expect(Object.values(counts)).toEqual([0, 0, 0, 0, 0, 0]);
      expect((await snapshot(store())).entities).toEqual([]);
    }));
}
