import { expect, it } from "vitest";
import { documentId } from "../../schema/digest.ts";
import { entityId } from "../../schema/ids.ts";
import type { ReadDocument } from "../../schema/model.ts";
import { everyDocument } from "./snapshot.ts";
import type { UnderTest } from "./store.ts";

const TEXTS: readonly (readonly [string, string])[] = [
  ["HTML and scripts", `<img src=x onerror="alert(1)"><script>document.cookie</script>`],
  ["SQL and Cypher", `'); DROP TABLE document; -- "}) DETACH DELETE n // $name \${x} {{y}} %s \\`],
  ["control characters", "bell\u0007 escape\u001b[31m delete\u007f tab\t\r\n\u0085 line\u2028paragraph\u2029 end"],
  ["right-to-left text and overrides", "قال الجيش إن \u202egnik eht\u202c هجوم \u200f(\u2066x\u2069)"],
  ["emoji, flags and joiners", "👩‍👩‍👧‍👦 🇮🇷 e\u0301 ﬁ 𝒜 \u{10ffff}"],
  ["byte-order marks", "\ufeffbegins with one\ufeff and ends with one\ufeff"],
  ["white space at both ends", "   \n\n text \n\t "],
  ["full-text syntax", `NEAR("a" b, 2) AND OR NOT * ^ : "unbalanced col:(x) -y +z`],
];

/** A document of one sentence: the whole text, naming one entity. */
function whole(text: string): ReadDocument {
  const span = { start: 0, end: text.length };
  const name = `A ${text
    .slice(0, 40)
    .replace(/[\p{C}\s]+/gu, " ")
    .trim()}`;
  const entity = { id: entityId("PERSON", name), name, kind: "PERSON" as const, aliases: [], mentions: [span] };
  const other = { ...entity, id: entityId("PLACE", name), kind: "PLACE" as const };
  const end = { subjectMention: span, objectMention: span, trigger: [span] };
  const said = { status: "actual" as const, speaker: "x", date: "", confidence: 1, extractor: "hand/1" };
  return {
    id: documentId(text),
    source: "hostile",
    title: name,
    language: "en",
    text,
    sentences: [span],
    entities: [entity, other],
    assertions: [{ ...span, subject: entity.id, type: "CONTROLS", object: other.id, ...end, ...said }],
  };
}

/** Text that is not meant well comes back as it was, and does nothing. */
export function hostileTo({ store }: UnderTest): void {
  it.each(TEXTS)("keeps %s as read", async (_, text) => {
    const document = whole(text);
    await store().write(document);
    expect((await store().textOf(document.id))?.text).toBe(text);
    const [assertion] = (await store().assertions({}, { first: 1 })).edges;
    expect(assertion?.node.quote).toBe(text);
    const [mention] = (await store().mentions({ document: document.id }, { first: 1 })).edges;
    expect(mention?.node.text).toBe(text);
    const [exported] = await everyDocument(store());
    expect({ ...exported, ingestedAt: undefined }).toEqual(document);
  });

  it.each(TEXTS)("searches for %s without harm", async (_, text) => {
    await store().write(whole("A harmless text."));
    const page = { first: 10 };
    await store().entities({ text }, page);
    await store().sentences(text, page);
    await store().documents({ text, publisher: text }, page);
    await store().entityByName(text);
    await store().assertions({ query: text, speakers: [text], extractors: [text], publishers: [text] }, page);
    expect((await store().statistics()).documents).toBe(1);
  });

  it("keeps a single line of five million characters", async () => {
    const text = `begin ${"léngth 😀 ".repeat(500_000)}end`;
    const document = whole(text);
    await store().write(document);
    expect((await store().textOf(document.id))?.text === text).toBe(true);
    const [assertion] = (await store().assertions({ query: "begin length end" }, { first: 1 })).edges;
    expect(assertion?.node.quote === text).toBe(true);
    expect(await store().remove(document.id)).toMatchObject({ removed: true, assertions: 1 });
  });

  it("keeps a single word of five million characters", async () => {
    const document = whole("x".repeat(5_000_000));
    await store().write(document);
    expect((await store().textOf(document.id))?.text.length).toBe(5_000_000);
  });
}
