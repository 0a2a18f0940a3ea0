import { beforeEach, expect, it } from "vitest";
import { relationId } from "../../schema/ids.ts";
import { idOf, REPORTS } from "./documents.ts";
import type { UnderTest } from "./store.ts";
import type { AssertionId, DocumentId, EntityId, RelationId } from "../../schema/ids.ts";

const { arms, talks, militias, undated } = REPORTS;
const aid = relationId(idOf("Iran"), "AID", idOf("Houthis"));
const page = { first: 100 };
const nodes = <T>({ edges }: { edges: readonly { node: T }[] }) => edges.map(({ node }) => node);

/** What a reader may rely on, on four known documents. */
export function readingFrom({ store }: UnderTest): void {
  beforeEach(async () => {
    for (const report of Object.values(REPORTS)) await store().write(report);
  });

  it("knows a document whole as it exports it, and no other", async () => {
    for await (const exported of store().export()) expect(await store().whole(exported.id)).toEqual(exported);
    expect(await store().whole(`document:${"0".repeat(32)}` as DocumentId)).toBeUndefined();
  });

  it("knows an entity by all that documents tell of it", async () => {
    const [iran] = await store().entitiesById([idOf("Iran")]);
    expect(iran).toEqual({
      id: "state:Iran",
      name: "Iran",
      kind: "STATE",
      aliases: ["Tehran"],
      country: "IR",
      latitude: 32.4,
      longitude: 53.7,
      degree: 2,
      mentionCount: 5,
      documentCount: 4,
    });
  });

  it("knows an edge by all that documents assert of it", async () => {
    expect(await store().relationsById([aid])).toEqual([
      {
        id: aid,
        subject: "state:Iran",
        type: "AID",
        object: "militia:Houthis",
        assertionCount: 4,
        documentCount: 3,
        speakerCount: 3,
        statuses: [
          { status: "actual", count: 2 },
          { status: "hypothetical", count: 1 },
          { status: "negated", count: 1 },
        ],
        firstDate: "2024-02-09",
        lastDate: "2024-02-09",
      },
    ]);
  });

  it("knows an assertion by its document, quote and mentions", async () => {
    const [found] = nodes(await store().assertions({ types: ["AID"], documents: [arms.id] }, page));
    expect(found).toEqual({
      ...arms.assertions[0],
      id: found?.id,
      relation: aid,
      document: arms.id,
      quote: "Iran arms the Houthis, a senior U.S. official said on Friday.",
    });
    expect(await store().assertionsById([found!.id])).toEqual([found]);
  });

  it("answers by ids in the order asked, undefined for what is not there", async () => {
    const [none, oman] = ["state:Nowhere" as EntityId, idOf("Oman")];
    const entities = await store().entitiesById([none, oman, idOf("Iran"), oman]);
    expect(entities.map((entity) => entity?.id)).toEqual([undefined, "state:Oman", "state:Iran", "state:Oman"]);
    expect(await store().relationsById(["x~AID~y" as RelationId])).toEqual([undefined]);
    expect(await store().assertionsById(["assertion:zz" as AssertionId])).toEqual([undefined]);
    const documents = await store().documentsById([`document:${"0".repeat(32)}` as DocumentId, arms.id]);
    expect(documents.map((document) => document?.title)).toEqual([undefined, "Arms for the Houthis"]);
    expect(await store().entitiesById([])).toEqual([]);
  });

  it("gives a document's whole text as it was read, and its sentences", async () => {
    expect(await store().textOf(talks.id)).toEqual({ text: talks.text, sentences: talks.sentences });
  });

  it("finds an entity by exact name or alias in any case", async () => {
    const found = await Promise.all(
      ["IRAN", "tehran", "ansar  allah", " u.s. ", "Ira", ""].map((name) => store().entityByName(name)),
    );
    expect(found.map((entity) => entity?.name)).toEqual([
      "Iran",
      "Iran",
      "Houthis",
      "United States",
      undefined,
      undefined,
    ]);
  });

  it("lists documents by day of publication, and finds them by their words and publisher", async () => {
    const titles = async (query: { text?: string; publisher?: string }) =>
      nodes(await store().documents(query, page)).map(({ title }) => title);
    expect(await titles({})).toEqual([talks.title, arms.title, militias.title, undated.title]);
    expect(await titles({ publisher: "Gulf Monitor" })).toEqual([talks.title, arms.title]);
    expect(await titles({ text: "hadd" })).toEqual([arms.title]);
    expect(await titles({ text: "gulf HOUTHIS" })).toEqual([arms.title]);
    expect(await titles({ text: "brief", publisher: "Gulf Monitor" })).toEqual([]);
    expect(await titles({ text: "?!" })).toEqual([]);
  });

  it("tells a document's entities and edges", async () => {
    const [document] = await store().documentsById([arms.id]);
    expect(document).toMatchObject({ entityCount: 5, relationCount: 3, author: "R. Haddad", language: "en" });
    expect(document && "url" in document && document.url !== undefined).toBe(false);
  });

  it("finds sentences that assert nothing too, those that say least else first", async () => {
    expect(nodes(await store().sentences("of oman", page)).map(({ text }) => text)).toEqual([
      "Nothing is asserted of Oman here.",
    ]);
    expect(nodes(await store().sentences("IRAN arm", page)).map(({ text }) => text)).toEqual([
      "Iran arms Ansar Allah.",
      "Iran may send more arms to the Houthis, the envoys said.",
      "Iran arms the Houthis, a senior U.S. official said on Friday.",
    ]);
  });

  it("tells where an entity is named, and who is named in a document", async () => {
    const named = nodes(await store().mentions({ entity: idOf("Oman") }, page));
    expect(named.map(({ document, text }) => [document, text])).toEqual([
      [talks.id, "Oman"],
      [arms.id, "Oman"],
    ]);
    for (const { document, start, end, text, sentence } of nodes(
      await store().mentions({ document: militias.id }, page),
    )) {
      expect(document).toBe(militias.id);
      expect(militias.text.slice(start, end)).toBe(text);
      expect(militias.sentences).toContainEqual(sentence);
    }
  });

  it("gives the assertions of several edges, each with its count", async () => {
    const none = "state:Iran~AID~state:Oman" as RelationId;
    const lists = await store().assertionsOf([aid, none], { first: 2 });
    expect(lists.map(({ edges, hasNextPage }) => [edges.length, hasNextPage])).toEqual([
      [2, true],
      [0, false],
    ]);
    expect(await Promise.all(lists.map((list) => list.totalCount()))).toEqual([4, 0]);
    const days = nodes((await store().assertionsOf([aid], page))[0]!).map(({ document }) => document);
    expect(days).toEqual([talks.id, arms.id, arms.id, undated.id]);
  });

  it("gives the assertions made in several sentences", async () => {
    const [first, second] = nodes(await store().sentences("houthis", page)).toReversed();
    const silent = nodes(await store().sentences("nothing", page))[0]!;
    const found = await store().assertionsIn([first!, silent, second!, first!]);
    expect(found[1]).toEqual([]);
    expect(found[0]).toEqual(found[3]);
    expect(found[0]!.length).toBeGreaterThan(0);
    for (const assertion of [...found[0]!, ...found[2]!])
      expect([first!.text, second!.text]).toContain(assertion.quote);
  });

  it("shows what surrounds an entity, and never cuts in silence", async () => {
    const near = await store().neighborhood([idOf("Iran")], 1, {}, 400);
    expect(near.relations.map(({ id }) => id)).toEqual([aid, "state:Iran~BACKS~militia:Kata'ib_Hezbollah"]);
    expect((await near.entities()).map(({ name }) => name)).toEqual(["Iran", "Houthis", "Kata'ib Hezbollah"]);
    expect([await near.totalRelations(), near.truncated]).toEqual([2, false]);
    const cut = await store().neighborhood([idOf("Iran")], 3, {}, 1);
    expect([cut.relations.length, await cut.totalRelations(), cut.truncated]).toEqual([1, 11, true]);
    expect((await cut.entities()).map(({ name }) => name)).toEqual(["Iran", "Houthis"]);
  });

  it("goes on after the assertions that an edge came with", async () => {
    const { relations } = await store().neighborhood([idOf("Iran")], 1, {}, 400, 1);
    for (const { id, evidence } of relations) {
      const [all] = await store().assertionsOf([id], { first: 10 });
      const [rest] = await store().assertionsOf([id], { first: 10, after: evidence!.cursorOf(0) });
      expect(evidence!.nodes.map((one) => one.id)).toEqual(all!.edges.slice(0, 1).map(({ node }) => node.id));
      expect(rest!.edges).toEqual(all!.edges.slice(1));
    }
  });

  it("shows an entity without edges, and nothing around what is not there", async () => {
    const alone = await store().neighborhood([idOf("U.S. Central Command")], 2, {}, 10);
    expect((await alone.entities()).map(({ name }) => name)).toEqual(["U.S. Central Command"]);
    const nothing = await store().neighborhood(["state:Nowhere" as EntityId], 1, {}, 10);
    expect([await nothing.entities(), nothing.relations, await nothing.totalRelations()]).toEqual([[], [], 0]);
    expect(nothing.truncated).toBe(false);
  });

  it("tells how the neighbours of an entity divide, most edges first", async () => {
    expect(await store().neighborCounts(idOf("Houthis"), {})).toEqual([
      { type: "CONSULT", kind: "STATE", outgoing: true, relations: 2, entities: 2 },
      { type: "AID", kind: "STATE", outgoing: false, relations: 1, entities: 1 },
      { type: "ASSAULT", kind: "PLACE", outgoing: true, relations: 1, entities: 1 },
      { type: "OPERATES_IN", kind: "PLACE", outgoing: true, relations: 1, entities: 1 },
    ]);
  });

  it("counts what it holds", async () => {
    expect(await store().statistics()).toMatchObject({
      documents: 4,
      sentences: 11,
      entities: 10,
      relations: 11,
      assertions: 14,
    });
  });
}
