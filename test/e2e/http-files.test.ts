/** Files over HTTP: read into the graph, or looked at before. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { zipOf } from "../unit/formats/made.ts";
import { serve, type TestServer } from "./http.ts";

const INGEST = `mutation ($file: FileInput!) { ingestFile(file: $file) {
  documents { known newRelations newEntities newAssertions notes document { id title publisher published language text } }
  refused { where reason } } }`;
const PREVIEW = `query ($file: FileInput!) { preview(file: $file) {
  documents { id title publisher published language known sentences notes
    entities { id name kind new }
    relations { id type new subject { id new } object { name }
      assertions { quote start end status speaker date confidence extractor } } }
  refused { where reason } } }`;

const base64 = (content: string | Uint8Array) => Buffer.from(content).toString("base64");
const PAGE = `<!doctype html><html lang="en"><head><title>Strike in Lebanon | The Herald</title>
  <meta property="og:site_name" content="The Herald"><meta property="article:published_time" content="2024-09-30T08:00:00Z">
  </head><body><nav>Home · World</nav><article><h1>Strike in Lebanon</h1>
  <p>Israel struck Hezbollah in Lebanon on Monday, the Pentagon said, in what officials called a limited operation near the border.</p>
  <p>Iran condemned Israel over the strike, and demanded a meeting of the United Nations Security Council before the end of the week.</p>
  </article><footer>All rights reserved</footer></body></html>`;

describe("files", () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await serve();
  });
  afterAll(() => server.stop());
  const version = async () => (await server.store.statistics()).version;

  it("are previewed without a change, read, and then known", async () => {
    const file = { name: "page.html", base64: base64(PAGE), author: "R. Haddad" };
    const before = await version();
    const first = await server.ask(PREVIEW, { file });
    expect(first.errors).toBeUndefined();
    const [seen] = first.data.preview.documents;
    expect(seen).toMatchObject({
      title: "Strike in Lebanon",
      publisher: "The Herald",
      published: "2024-09-30",
      known: false,
    });
    expect(seen.relations.length).toBeGreaterThan(1);
    expect(seen.relations.every((relation: { new: boolean }) => relation.new)).toBe(true);
    expect(await version()).toBe(before);

    const { data } = await server.ask(INGEST, { file });
    const [result] = data.ingestFile.documents;
    expect(data.ingestFile.refused).toEqual([]);
    expect(result).toMatchObject({
      known: false,
      newRelations: seen.relations.length,
      newEntities: seen.entities.length,
    });
    expect(result.document.id).toBe(seen.id);
    expect(result.document.text).not.toContain("All rights reserved");
    for (const { assertions } of seen.relations)
      for (const { quote, start, end } of assertions) expect(result.document.text.slice(start, end)).toBe(quote);

    const again = (await server.ask(PREVIEW, { file })).data.preview.documents[0];
    expect(again).toMatchObject({ known: true });
    expect(again.relations.some((relation: { new: boolean }) => relation.new)).toBe(false);
    expect((await server.ask(INGEST, { file })).data.ingestFile.documents).toMatchObject([
      { known: true, newRelations: 0 },
    ]);
  });

  it("of many documents are read one by one, and what cannot be read is told beside them", async () => {
    const table = "subject,type,object,quote,date\nIran,BACKS,Houthis,Iran arms the Houthis.,2024\nIran,EATS,Iraq,x,\n";
    const bytes = zipOf({
      "a/one.txt": "Iran condemned Israel.",
      "b.pdf": "no pdf",
      "edges.csv": table,
      "c.txt": "وقال الوزير إن بلاده لن تتفاوض تحت الضغط.",
    });
    const { data, errors } = await server.ask(INGEST, { file: { name: "all.zip", base64: base64(bytes) } });
    expect(errors).toBeUndefined();
    const { documents, refused } = data.ingestFile;
    expect(documents.map(({ document }: { document: { language: string } }) => document.language)).toEqual([
      "en",
      "en",
      "ar",
    ]);
    expect(documents[2].notes).toEqual([expect.stringContaining("Arabic (ar) and was not read")]);
    expect(refused).toEqual([
      { where: "all.zip/b.pdf", reason: expect.stringContaining("has not the form of one") },
      { where: "all.zip/edges.csv:3", reason: expect.stringContaining('"EATS" is no type of edge') },
    ]);
  });

  it.each([
    [{ name: "a.txt", base64: "not base64!" }, /file.base64: is not base64/],
    [{ name: "a.txt", base64: "YQ==", url: "javascript:alert(1)" }, /http:\/\/ or https:\/\//],
    [{ name: "a.txt", base64: "YQ==", language: "Klingon!" }, /file.language/],
    [{ name: "a.txt", base64: "YQ==", title: "x".repeat(1_001) }, /file.title: has 1001 characters/],
  ])("are refused where what is said of them cannot be: %j", async (file, message) => {
    expect((await server.ask(INGEST, { file })).errors?.[0]?.message).toMatch(message);
  });

  it("are looked at only by who may write, since reading costs as much", async () => {
    const far = await serve({ host: "0.0.0.0", token: "a-token" });
    const file = { name: "a.txt", base64: base64("Iran condemned Israel.") };
    for (const query of [PREVIEW, INGEST])
      expect((await far.ask(query, { file })).errors).toMatchObject([{ extensions: { code: "FORBIDDEN" } }]);
    await far.stop();
  });
});
