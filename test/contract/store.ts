/**
 * What every store promises, told as a specification. An adapter's test calls `storeContract` with a way to open an
 * empty store.
 */
import fc from "fast-check";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Store } from "../../server/store/port.ts";
import { answersOf } from "./answers.ts";
import { someDocuments, someQuestions } from "./arbitrary.ts";
import { filteringOf } from "./filtering.ts";
import { hostileTo } from "./hostile.ts";
import { keepingIn } from "./keeping.ts";
import { layingOutIn } from "./laying-out.ts";
import { pagesOf } from "./paging.ts";
import { propertiesOf } from "./properties.ts";
import { readingFrom } from "./reading.ts";
import { replacingIn } from "./replacing.ts";
import { searchingIn } from "./searching.ts";
import { snapshot } from "./snapshot.ts";
import { writingTo } from "./writing.ts";

/** A store under test. */
export interface OpenStore {
  readonly store: Store;
  /** Makes the store empty again. */
  wipe(): Promise<void>;
  /** Closes it, and takes away what it left behind. */
  close(): Promise<void>;
}

/** What a part of the contract gets: the store, once it is open. */
export interface UnderTest {
  readonly store: () => Store;
  readonly wipe: () => Promise<void>;
  /** How many random graphs each property is tried on. */
  readonly runs: number;
}

/** Takes every document back: a way to wipe any store. */
export async function wiped(store: Store): Promise<void> {
  for await (const { id } of store.export()) await store.remove(id);
}

function opening(open: () => Promise<OpenStore>): Omit<UnderTest, "runs"> {
  let opened: OpenStore;
  beforeAll(async () => {
    opened = await open();
  });
  beforeEach(() => opened.wipe());
  afterAll(() => opened?.close());
  return { store: () => opened.store, wipe: () => opened.wipe() };
}

/** Runs the whole contract on a kind of store. `open` gives an empty one. */
export function storeContract(name: string, open: () => Promise<OpenStore>, runs = 100): void {
  describe(`The store on ${name}`, () => {
    const underTest = { ...opening(open), runs };
    it("is there, and says where", async () => {
      await underTest.store().ping();
      expect(underTest.store().location).not.toBe("");
    });
    describe("written to", () => writingTo(underTest));
    describe("read anew", () => replacingIn(underTest));
    describe("read from", () => readingFrom(underTest));
    describe("filtered", () => filteringOf(underTest));
    describe("searched", () => searchingIn(underTest));
    describe("read page by page", () => pagesOf(underTest));
    describe("laid out", () => layingOutIn(underTest));
    describe("keeping what analysts save", () => keepingIn(underTest));
    describe("given hostile text", () => hostileTo(underTest));
    describe("with random documents", () => propertiesOf(underTest));
  });
}

const asked = someDocuments(8).chain((documents) => fc.tuple(fc.constant(documents), someQuestions(documents)));

/** Holds two kinds of store to the same answers on the same random documents. */
export function storesAgree(
  name: string,
  openOne: () => Promise<OpenStore>,
  openOther: () => Promise<OpenStore>,
  runs = 100,
): void {
  describe(name, () => {
    const [one, other] = [opening(openOne), opening(openOther)];
    it("have the same graph, and answer every question alike", () =>
      fc.assert(
        fc
          .asyncProperty(asked, async ([documents, questions]) => {
            for (const document of documents) await one.store().write(document);
            for await (const document of one.store().export()) await other.store().write(document);
            expect(await snapshot(other.store())).toEqual(await snapshot(one.store()));
            expect(await answersOf(other.store(), questions)).toEqual(await answersOf(one.store(), questions));
          })
          .beforeEach(async () => {
            await Promise.all([one.wipe(), other.wipe()]);
          }),
        { numRuns: runs },
      ));
  });
}
