/** Every extractor under one contract, and the one that asks a model under everything that a server may do to it. */
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import type { SourceText } from "../../schema/model.ts";
import { createReading, type Reading } from "../../server/reading/reading.ts";
import { extractorContract, TEXTS } from "./extractor.ts";
import {
  type AskedOf,
  answersWith,
  breaksOff,
  floods,
  modelServer,
  type ModelServer,
  neverAnswers,
  says,
} from "./model-server.ts";

/** A model of few words: what it says of each sentence, as a good one would. */
const diligent = ({ sentences }: AskedOf) => ({
  relations: sentences.flatMap(({ number, text, names }) => {
    const trigger = /condemned|struck|backs/.exec(text)?.[0];
    const [head, tail] = [...new Set(names)];
    if (!trigger || !head || !tail) return [];
    const type = { condemned: "DISAPPROVE", struck: "ASSAULT", backs: "BACKS" }[trigger];
    return [{ sentence: number, head, headKind: "STATE", type, tail, tailKind: "STATE", trigger, status: "actual" }];
  }),
});

let server: ModelServer;
let rules: Reading;
const open: Reading[] = [];
const model = (alone: boolean, more: object = {}): Reading => {
  const llm = {
    baseUrl: server.baseUrl,
    model: "org/tiny",
    apiKey: "a-key",
    alone,
    timeoutSeconds: 1,
    mostWaitSeconds: 2,
    pauseSeconds: 0.01,
    ...more,
  };
  const reading = createReading({ llm, size: 1 });
  open.push(reading);
  return reading;
};

beforeAll(async () => {
  server = await modelServer();
  rules = createReading({ size: 1 });
  open.push(rules);
});
afterAll(async () => {
  await Promise.all(open.map((reading) => reading.close()));
  await server.close();
});

let alone: Reading;
let both: Reading;
const diligently = (reading: () => Reading) => async (source: SourceText) => {
  server.behave(says(diligent));
  return (await reading().read(source)).document;
};
beforeAll(() => {
  alone = model(true);
  both = model(false);
});

extractorContract("of rules", "rules", async (source) => (await rules.read(source)).document);
extractorContract(
  "that asks a model",
  "llm:org:tiny/1",
  diligently(() => alone),
);
extractorContract(
  "of both",
  "llm:org:tiny/1",
  diligently(() => both),
);

describe("A model", () => {
  const source = { source: "a.txt", text: TEXTS["plain"]! };
  const entry = {
    sentence: 1,
    head: "Iran",
    headKind: "STATE",
    type: "DISAPPROVE",
    tail: "Israel",
    tailKind: "STATE",
    trigger: "condemned",
    status: "actual",
  };
  afterEach(() => server.behave(says(diligent)));

  it("is asked with its key, with numbered sentences as data, and with the same instructions whatever they say", async () => {
    const systems = new Set<string>();
    for (const text of Object.values(TEXTS)) {
      server.behave(says(diligent));
      await both.read({ source: "a.txt", text });
      for (const { system, sentences, authorization, hasSchema } of server.asked) {
        systems.add(system);
        expect({ authorization, hasSchema }).toEqual({ authorization: "Bearer a-key", hasSchema: true });
        for (const { text: sentence } of sentences) expect(text).toContain(sentence);
      }
    }
    expect(systems.size).toBe(1);
    expect([...systems][0]).not.toContain("rained");
  });

  it("stands beside the rules under its own name, or in their place", async () => {
    const names = async (reading: Reading) => {
      const { document } = await reading.read(source);
      return new Set(document.assertions.map(({ extractor }) => extractor.split("/", 1)[0]));
    };
    expect(await names(both)).toEqual(new Set(["rules", "llm:org:tiny"]));
    expect(await names(alone)).toEqual(new Set(["llm:org:tiny"]));
  });

  it.each([
    ["a sentence that is not there", { ...entry, sentence: 9 }, /1 of no sentence/],
    ["a head that is not in the sentence", { ...entry, head: "Iraq" }, /1 not word for word/],
    ["a name in other letters", { ...entry, head: "IRAN" }, /1 not word for word/],
    ["a part of a name", { ...entry, head: "Ira" }, /1 not word for word/],
    ["a trigger that is not in the sentence", { ...entry, trigger: "attacked" }, /1 not word for word/],
    ["words of another sentence", { ...entry, tail: "Hezbollah" }, /1 not word for word/],
    ["a type that is none", { ...entry, type: "HATES" }, /1 not of the form/],
    ["a status that is none", { ...entry, status: "maybe" }, /1 not of the form/],
    ["a type that does not join such ends", { ...entry, type: "OCCURS_IN" }, /1 against the ontology/],
    ["the same thing at both ends", { ...entry, tail: "Iran" }, /1 against the ontology/],
    ["no object at all", "Iran condemned Israel", /1 not of the form/],
  ])("that gives %s has it refused and counted, and nothing mended", async (_, bad, note) => {
    server.behave(says(() => ({ relations: [bad, entry, entry] })));
    const { document, notes } = await alone.read(source);
    expect(document.assertions).toMatchObject([
      { subject: "state:Iran", type: "DISAPPROVE", object: "state:Israel", extractor: "llm:org:tiny/1" },
    ]);
    expect(notes.join()).toMatch(note);
    expect(notes.join()).toMatch(/1 said twice/);
  });

  it("that obeys a document instead of us gets nothing of it into the graph", async () => {
    const obedient = { ...entry, head: "Iraq", type: "ASSAULT", tail: "Iran", trigger: "struck" };
    server.behave(says(() => ({ relations: [{ ...obedient, sentence: 2 }], delete: "everything" })));
    const { document, notes } = await alone.read({ source: "a.txt", text: TEXTS["orders"]! });
    expect(document.assertions).toEqual([]);
    expect(notes.join()).toMatch(/1 not word for word/);
  });

  it("may name whom the reader does not know, with a kind", async () => {
    const text = "The Zarqan Column struck Israel.";
    const known = { ...entry, head: "Zarqan Column", headKind: "MILITIA", type: "ASSAULT", trigger: "struck" };
    server.behave(says(() => ({ relations: [known] })));
    const { document } = await alone.read({ source: "a.txt", text });
    expect(document.assertions).toMatchObject([{ type: "ASSAULT", object: "state:Israel" }]);
    const { start, end } = document.assertions[0]!.subjectMention!;
    expect(text.slice(start, end)).toBe("Zarqan Column");
  });

  const good = says(diligent);
  it.each([
    [
      "says 429 and when to come back",
      [answersWith(429, { "Retry-After": "0" }), answersWith(429, { "retry-after": "0.1" }), good],
      3,
    ],
    ["fails for a moment", [answersWith(500), answersWith(503), good], 3],
    ["gives broken JSON", [says('{"relations": ['), good], 2],
    ["gives half an answer", [says('{"relations": []}', "length"), good], 2],
    ["gives another form", [says('{"edges": []}'), says("[]"), good], 3],
    ["wraps the protocol wrongly", [answersWith(200, {}, '{"choices": []}'), answersWith(200, {}, "<html>"), good], 3],
    ["breaks off", [breaksOff, good], 2],
    ["never answers", [neverAnswers, good], 2],
    ["knows no schemas", [answersWith(400), good], 2],
    ["wraps its JSON in a fence", [says((asked) => diligent(asked)), good], 1],
  ] as const)("that %s is asked again", async (answered, manners, requests) => {
    // A server without schemas is remembered as such.
    const reading = answered === "knows no schemas" ? model(true) : alone;
    server.behave(...manners);
    const { document, notes } = await reading.read(source);
    expect(notes).toEqual([]);
    expect(document.assertions.length).toBeGreaterThan(1);
    expect(server.asked).toHaveLength(requests);
  });

  it.each([
    ["never stops failing", answersWith(500), /status 500, 4 times/, 4],
    ["asks to wait for an hour", answersWith(429, { "Retry-After": "3600" }), /asks to wait 3600 seconds/, 1],
    ["refuses the key", answersWith(401), /status 401/, 1],
    ["does not know the model", answersWith(404), /status 404/, 1],
    ["never says JSON", says("I am sorry, Dave."), /the answer was not JSON, 4 times/, 4],
    ["answers without end", floods, /longer than 2000000 bytes|broke off/, 4],
  ] as const)("that %s is told about, and the rules' edges are kept", async (_, manner, note, requests) => {
    const expected = (await rules.read(source)).document;
    for (const reading of [alone, both]) {
      server.behave(manner);
      const { document, notes } = await reading.read(source);
      expect(document).toEqual(expected);
      expect(notes).toEqual([expect.stringMatching(note)]);
      expect(notes[0]).not.toMatch(/Iran|Dave/);
      expect(server.asked).toHaveLength(requests);
    }
  });

  it("that fails at a part of a document keeps the rules' edges there and its own elsewhere", async () => {
    const text = Array.from({ length: 45 }, (_, i) => `On day ${i}, Iran condemned Israel.`).join(" ");
    server.behave(says(diligent), answersWith(401));
    const { document, notes } = await alone.read({ source: "a.txt", text });
    const by = (name: string) => document.assertions.filter(({ extractor }) => extractor.startsWith(name));
    expect(by("llm:")).toHaveLength(40);
    expect(by("rules").length).toBeGreaterThan(0);
    expect(by("rules").every(({ start }) => start >= by("llm:").at(-1)!.end)).toBe(true);
    expect(notes).toEqual([expect.stringMatching(/5 of 45 sentences were not answered/)]);
  });

  it("is not asked about what is not English", async () => {
    server.behave(good);
    await both.read({ source: "a.txt", text: "قال وزير الخارجية الإيراني إن بلاده لن تتفاوض تحت الضغط." });
    expect(server.asked).toEqual([]);
  });
});
