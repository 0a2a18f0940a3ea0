import { describe, expect, it } from "vitest";
import { entityId } from "../../../schema/ids.ts";
import { RELATION_TYPES } from "../../../schema/ontology.ts";
import { cooccurrence } from "../../eval/baselines/cooccurrence.ts";
import { triples } from "../../eval/baselines/triples.ts";
import verbs from "../../eval/baselines/verbs.json" with { type: "json" };

const facts = (text: string, body = 0) =>
  triples(text, body).assertions.map(({ subject, type, object, status, start, end }) => [
    subject,
    type,
    object,
    status,
    text.slice(start, end),
  ]);

describe("the baseline of triples", () => {
  it("joins the names on either side of a verb", () => {
    const first = "Israel bombed Damascus on Monday.";
    expect(facts(`${first} Russia condemned Israel.`)).toEqual([
      ["state:Israel", "ASSAULT", "place:Damascus", "actual", first],
      ["state:Russia", "DISAPPROVE", "state:Israel", "actual", "Russia condemned Israel."],
    ]);
  });

  it("turns the passive round, and tells what did not happen or will", () => {
    expect(facts("Damascus was bombed by Israel.")[0]?.slice(0, 3)).toEqual([
      "state:Israel",
      "ASSAULT",
      "place:Damascus",
    ]);
    expect(facts("Israel did not bomb Damascus.")[0]?.[3]).toBe("negated");
    expect(facts("Israel will bomb Damascus.")[0]?.[3]).toBe("future");
  });

  it("keeps its offsets true behind front matter, brackets and possessives", () => {
    const text = "Published: 2025-01-02\n\nIran's Quds Force (QF) armed the Houthis.";
    const { entities, sentences } = triples(text, text.indexOf("Iran"));
    for (const { name, mentions } of entities)
      expect(mentions.map(({ start, end }) => text.slice(start, end))).toEqual([name]);
    expect(entities.map(({ name }) => name)).toEqual(["Iran", "Quds Force", "QF", "Houthis"]);
    expect(sentences).toEqual([{ start: text.indexOf("Iran"), end: text.length }]);
  });

  it("knows types of the ontology, each verb once", () => {
    expect(Object.keys(verbs).filter((type) => !(RELATION_TYPES as string[]).includes(type))).toEqual([]);
    const lemmas = Object.values(verbs).flat();
    expect(new Set(lemmas).size).toBe(lemmas.length);
  });
});

describe("the baseline of co-occurrence", () => {
  it("joins every two entities of a sentence in text order, once", () => {
    const text = "Oman hosted Iran and Oman fed Iran. Syria slept.";
    const entity = (name: string) => ({
      id: entityId("STATE", name),
      name,
      kind: "STATE" as const,
      aliases: [],
      mentions: [...text.matchAll(new RegExp(name, "g"))].map(({ index }) => ({ start: index, end: index + 4 })),
    });
    const reading = {
      sentences: [
        { start: 0, end: 35 },
        { start: 36, end: 48 },
      ],
      entities: [entity("Iran"), entity("Oman"), entity("Syria")],
      assertions: [],
    };
    const { assertions } = cooccurrence(reading, "CONSULT");
    expect(assertions.map(({ subject, type, object }) => [subject, type, object])).toEqual([
      ["state:Oman", "CONSULT", "state:Iran"],
    ]);
  });
});
