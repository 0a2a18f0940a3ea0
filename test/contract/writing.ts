import { expect, it } from "vitest";
import { formatDocument, parseDocument } from "../../schema/interchange.ts";
import type { ReadDocument } from "../../schema/model.ts";
import { StoreError } from "../../server/store/port.ts";
import { documentOf, idOf, REPORTS } from "./documents.ts";
import { everyDocument, snapshot } from "./snapshot.ts";
import type { UnderTest } from "./store.ts";

const { arms, talks, undated } = REPORTS;

/** What a writer may rely on. */
export function writingTo({ store }: UnderTest): void {
  it("tells what a document added, and only what is new", async () => {
    const added = { known: false, newRelations: 3, newEntities: 5, newAssertions: 4 };
    expect(await store().write(arms)).toEqual({ id: arms.id, ...added });
    expect(await store().write(undated)).toEqual({
      id: undated.id,
      known: false,
      newRelations: 1,
      newEntities: 1,
      newAssertions: 2,
    });
  });

  it("changes nothing when the same text comes again, whatever is said about it", async () => {
    await store().write(arms);
    const [before, { version }] = [await snapshot(store()), await store().statistics()];
    const again = { ...arms, title: "Another title", publisher: "Someone else", assertions: [] };
    expect(await store().write(again)).toEqual({
      id: arms.id,
      known: true,
      newRelations: 0,
      newEntities: 0,
      newAssertions: 0,
    });
    expect(await snapshot(store())).toEqual(before);
    expect((await store().statistics()).version).toBe(version);
  });

  it("counts every write and every removal in its version", async () => {
    const versions = [await store().statistics()];
    await store().write(arms);
    versions.push(await store().statistics());
    await store().remove(arms.id);
    versions.push(await store().statistics());
    const [empty, written, removed] = versions.map(({ version }) => version);
    expect(written).toBeGreaterThan(empty!);
    expect(removed).toBeGreaterThan(written!);
  });

  it("takes back a document with its assertions, and only the edges that then have none", async () => {
    await store().write(arms);
    await store().write(undated);
    expect(await store().remove(arms.id)).toEqual({ removed: true, relations: 2, entities: 2, assertions: 4 });
    const [edge] = (await store().relations({ types: ["AID"] }, "NAME", { first: 10 })).edges;
    expect(edge?.node).toMatchObject({ assertionCount: 1, documentCount: 1, speakerCount: 0 });
    expect((await store().entitiesById([idOf("Oman")]))[0]).toBeUndefined();
    expect(await store().textOf(arms.id)).toBeUndefined();
  });

  it("forgets the days and the place that only a document that went had told", async () => {
    const aid = (date: string) =>
      ({ text: `Iran aids the Houthis ${date}.`, says: [["Iran", "AID", "Houthis", { date }]] }) as const;
    const early = documentOf({ title: "Early", places: { Iran: { country: "QQ" } } }, [aid("2020"), aid("2021")]);
    const late = documentOf({ title: "Late", places: { Iran: { country: "ZZ" } } }, [aid("2024-05")]);
    for (const gone of [early, late]) {
      for (const document of [early, late]) await store().write(document);
      await store().remove(gone.id);
      const [edge] = (await store().relations({ minDocuments: 1 }, "NAME", { first: 1 })).edges;
      const days = gone === early ? ["2024-05-01", "2024-05-31"] : ["2020-01-01", "2021-12-31"];
      expect([edge?.node.firstDate, edge?.node.lastDate]).toEqual(days);
      const [iran] = await store().entitiesById([idOf("Iran")]);
      expect(iran?.country).toBe(gone === early ? "ZZ" : "QQ");
      const twice = await store().relations({ statuses: ["actual"], minDocuments: 2 }, "NAME", { first: 1 });
      expect(twice.edges).toEqual([]);
      for (const { id } of [early, late]) await store().remove(id);
    }
  });

  it("says so when a document to take back is not there, and changes nothing", async () => {
    await store().write(arms);
    const { version } = await store().statistics();
    expect(await store().remove(talks.id)).toEqual({ removed: false, relations: 0, entities: 0, assertions: 0 });
    expect((await store().statistics()).version).toBe(version);
  });

  it("knows which documents it holds", async () => {
    await store().write(arms);
    expect(await store().held([arms.id, talks.id])).toEqual(new Set([arms.id]));
    expect(await store().held([])).toEqual(new Set());
  });

  it("lets two write the same document at once: one does, the other finds it there", async () => {
    const results = await Promise.all([store().write(arms), store().write(arms), store().write(arms)]);
    expect(results.filter(({ known }) => !known)).toHaveLength(1);
    expect((await store().statistics()).documents).toBe(1);
  });

  it("lets many write documents about the same actors at once", async () => {
    const reports = Object.values(REPORTS).map((report) => ({ ...report, ingestedAt: "2024-10-01T08:00:00Z" }));
    await Promise.all(reports.map((report) => store().write(report)));
    const together = await snapshot(store());
    await Promise.all(reports.map(({ id }) => store().remove(id)));
    for (const report of reports) await store().write(report);
    expect(await snapshot(store())).toEqual(together);
    expect(together.statistics.documents).toBe(reports.length);
  });

  it("keeps when a document was read first, or tells when it was read now", async () => {
    await store().write({ ...arms, ingestedAt: "2024-02-11T05:06:07.123456Z" });
    const before = new Date().toISOString();
    await store().write(talks);
    const [kept, now] = await store().documentsById([arms.id, talks.id]);
    expect(kept?.ingestedAt).toBe("2024-02-11T05:06:07.123456Z");
    expect(now!.ingestedAt >= before && now!.ingestedAt <= new Date().toISOString()).toBe(true);
  });

  it("gives back a backup as it was, line by line", async () => {
    for (const report of Object.values(REPORTS)) await store().write(report);
    const lines = (await everyDocument(store())).map(formatDocument);
    const before = await snapshot(store());
    for (const { id } of Object.values(REPORTS)) await store().remove(id);
    for (const line of lines) await store().write(parseDocument(line));
    expect(await snapshot(store())).toEqual(before);
    expect((await everyDocument(store())).map(formatDocument)).toEqual(lines);
  });

  const [first] = arms.assertions;
  const broken: readonly (readonly [string, Partial<ReadDocument>])[] = [
    ["whose id is not its text's", { text: `${arms.text} ` }],
    ["whose quote is outside its sentences", { assertions: [{ ...first!, end: arms.text.length }] }],
    ["with an end that it does not name", { entities: arms.entities.slice(1) }],
    ["with one assertion twice", { assertions: [first!, first!] }],
    ["with one entity twice", { entities: [...arms.entities, arms.entities[0]!] }],
    ["with overlapping sentences", { sentences: [...arms.sentences, arms.sentences[0]!] }],
    ["with a NUL in its title", { title: "a\u0000b" }],
    ["with half a surrogate pair in a speaker", { assertions: [{ ...first!, speaker: "\ud83d" }] }],
    ["published on no day", { published: "yesterday" }],
    ["read at no instant", { ingestedAt: "today" }],
  ];
  it.each(broken)("refuses a document %s, and keeps nothing of it", async (_, change) => {
    await store().write(talks);
    const before = await snapshot(store());
    await expect(store().write({ ...arms, ...change })).rejects.toThrow(StoreError);
    expect(await snapshot(store())).toEqual(before);
  });

  it("keeps a document that asserts nothing, and every entity that it names", async () => {
    const silent = documentOf({ title: "Nothing new" }, [{ text: "Oman and Iraq said nothing." }]);
    expect(await store().write(silent)).toMatchObject({ newRelations: 0, newEntities: 2, newAssertions: 0 });
    expect((await store().entitiesById([idOf("Oman")]))[0]).toMatchObject({ degree: 0, mentionCount: 1 });
    expect(await store().remove(silent.id)).toMatchObject({ entities: 2 });
  });
}
