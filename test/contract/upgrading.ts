/** Stores as older releases left them, with the four reports, and what is expected of them once they are opened. */
import { readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import { expect } from "vitest";
import type { Store } from "../../server/store/port.ts";
import { answersOf, expectedAnswers } from "./answers.ts";
import type { Questions } from "./arbitrary.ts";
import { idOf, REPORTS } from "./documents.ts";
import { everyDocument } from "./snapshot.ts";

/** A store of an older release, as bytes. */
export const oldStore = (name: string): Buffer =>
  gunzipSync(readFileSync(new URL(`./stores/${name}.gz`, import.meta.url)));

/** When the reports were read that do not say so themselves. */
const INGESTED = "2024-10-02T08:00:00.000Z";
const DOCUMENTS = Object.values(REPORTS).map((report) => ({ ingestedAt: INGESTED, ...report }));

const QUESTIONS: Questions = {
  filter: {},
  order: "LATEST",
  words: "iran",
  kinds: undefined,
  of: [idOf("Iran")],
  depth: 2,
  limit: 10,
  to: idOf("Oman"),
  maxHops: 4,
  bin: "MONTH",
  clock: "EVENT",
};

/** Holds a store that was just upgraded to the answers of one that was filled today, and to bearing changes. */
export async function expectUpgraded(store: Store): Promise<void> {
  expect(await everyDocument(store)).toEqual(DOCUMENTS.toSorted((a, b) => (a.id < b.id ? -1 : 1)));
  for (const filter of [{}, { speakers: ["Tehran"] }, { entities: [idOf("Houthis")], minDocuments: 2 }]) {
    const questions = { ...QUESTIONS, filter };
    expect(await answersOf(store, questions)).toEqual(expectedAnswers(DOCUMENTS, questions));
  }
  expect(await store.versions()).toMatchObject({ layoutVersion: 0, recordVersion: 0 });
  await store.remove(REPORTS.arms.id);
  const rest = DOCUMENTS.filter(({ id }) => id !== REPORTS.arms.id);
  expect(await answersOf(store, QUESTIONS)).toEqual(expectedAnswers(rest, QUESTIONS));
  await store.write(DOCUMENTS.find(({ id }) => id === REPORTS.arms.id)!);
  expect(await answersOf(store, QUESTIONS)).toEqual(expectedAnswers(DOCUMENTS, QUESTIONS));
}
