import { describe, expect, it } from "vitest";
import { documentId } from "../../../schema/digest.ts";
import { formatDocument, InterchangeError, parseDocument, sentenceAt } from "../../../schema/interchange.ts";

const text = "Published: 2024-09-30\n\nIran arms the Houthis. Omani envoys met Houthi envoys on Friday.\n";
const span = (words: string, from = 0) => ({
  start: text.indexOf(words, from),
  end: text.indexOf(words, from) + words.length,
});
const first = span("Iran arms the Houthis.");
const second = span("Omani envoys met Houthi envoys on Friday.");

const line = {
  source: "note.txt",
  text,
  title: "A note",
  published: "2024-09-30",
  entities: [
    { id: "e1", name: "Iran", kind: "STATE", mentions: [span("Iran")] },
    {
      id: "e2",
      name: "Houthis",
      kind: "MILITIA",
      aliases: ["Houthi"],
      mentions: [span("Houthis"), span("Houthi", second.start)],
    },
    { id: "e3", name: "Oman", kind: "STATE", mentions: [span("Omani")] },
  ],
  sentences: [first, second],
  assertions: [
    {
      subject: "e1",
      type: "AID",
      object: "e2",
      ...first,
      trigger: [span("arms")],
      subjectMention: span("Iran"),
      objectMention: span("Houthis"),
      extractor: "rules/1",
    },
    {
      subject: "e3",
      type: "CONSULT",
      object: "e2",
      ...second,
      date: "2024-09-27",
      subjectMention: span("Omani"),
      objectMention: span("Houthi", second.start),
    },
  ],
};
const parse = (change: object) => parseDocument(JSON.stringify({ ...line, ...change }));
const [aid, consult] = line.assertions;

describe("one line of the interchange format", () => {
  it("becomes a document whose ids follow from its content", () => {
    const document = parse({});
    expect(document.id).toBe(documentId(text));
    expect(document.assertions[0]).toMatchObject({
      subject: "state:Iran",
      type: "AID",
      object: "militia:Houthis",
      status: "actual",
    });
  });

  it("keeps a symmetric edge in the order of ids, each mention with its end", () => {
    expect(parse({}).assertions[1]).toMatchObject({
      subject: "militia:Houthis",
      object: "state:Oman",
      subjectMention: span("Houthi", second.start),
      objectMention: span("Omani"),
    });
  });

  it("survives being written and read again, unaltered", () => {
    const document = parse({ ingestedAt: "2024-10-01T08:00:00Z" });
    expect(parseDocument(formatDocument(document))).toEqual(document);
  });

  it.each([
    ["text that is empty", { text: " \n" }, "is empty"],
    ["text with a NUL", { text: "a\u0000b" }, "NUL"],
    ["text with half a surrogate pair", { text: "a\ud800b" }, "surrogate"],
    ["a sentence beyond the text", { sentences: [{ start: 0, end: 9999 }] }, "not a part of the text"],
    ["sentences that overlap", { sentences: [first, { ...second, start: first.end - 1 }] }, "overlaps"],
    ["an entity twice", { entities: [...line.entities, line.entities[0]] }, "twice"],
    [
      "two ids for one entity",
      { entities: [...line.entities, { ...line.entities[0], id: "e9" }] },
      "same kind and name",
    ],
    ["an unknown kind", { entities: [{ id: "e1", name: "Mars", kind: "PLANET" }] }, "kind"],
    [
      "a mention outside the sentences",
      { entities: [{ ...line.entities[0], mentions: [{ start: 0, end: 4 }] }], assertions: [] },
      "not inside one sentence",
    ],
    ["an assertion across two sentences", { assertions: [{ ...aid, end: second.end }] }, "not inside one sentence"],
    ["a quote that is not verbatim", { assertions: [{ ...aid, quote: "Iran arms Houthis." }] }, "quote"],
    ["an unknown end", { assertions: [{ ...aid, object: "e7" }] }, "not among the entities"],
    ["an edge from an entity to itself", { assertions: [{ ...aid, object: "e1" }] }, "same entity"],
    ["ends that the type does not join", { assertions: [{ ...aid, type: "CONTROLS" }] }, "does not join"],
    ["a mention of something else", { assertions: [{ ...aid, subjectMention: span("arms") }] }, "not a mention"],
    ["an unknown status", { assertions: [{ ...aid, status: "maybe" }] }, "status"],
    ["a date that is none", { assertions: [{ ...consult, date: "last week" }] }, "EDTF"],
    ["a day of publication that is none", { published: "2024-02-30" }, "published"],
    ["the same assertion twice", { assertions: [aid, aid] }, "twice"],
  ])("refuses %s", (_, change, message) => {
    expect(() => parse(change)).toThrow(InterchangeError);
    expect(() => parse(change)).toThrow(message);
  });

  it("refuses what is not JSON", () => expect(() => parseDocument("{")).toThrow("is not JSON"));
});

it("the sentence around a span is found among many", () => {
  const sentences = Array.from({ length: 100 }, (_, i) => ({ start: i * 10, end: i * 10 + 9 }));
  expect(sentenceAt(sentences, { start: 503, end: 509 })).toEqual({ start: 500, end: 509 });
  expect(sentenceAt(sentences, { start: 505, end: 511 })).toBeUndefined();
  expect(sentenceAt(sentences, { start: 509, end: 510 })).toBeUndefined();
});
