import { describe, expect, it } from "vitest";
import { type EntityId, entityId } from "../../../schema/ids.ts";
import type { DocumentAssertion, DocumentEntity } from "../../../schema/model.ts";
import type { EntityKind, RelationType } from "../../../schema/ontology.ts";
import type { Reading } from "../../eval/edges.ts";
import { listErrors } from "../../eval/errors.ts";
import { type Annotations, layOut } from "../../eval/gold.ts";
import { f1, precision, recall } from "../../eval/measures.ts";
import { byType, scoreDocument } from "../../eval/score.ts";
import { sameSpeaker } from "../../eval/speaker.ts";

const annotations: Annotations = {
  published: "2025-01-02",
  paragraphs: [["Iran armed the Houthis.", "Israel and Iran met in Muscat on Friday."], ["Iran denied it, Oman said."]],
  entities: {
    iran: { name: "Iran", kind: "STATE", surfaces: ["Iran"] },
    israel: { name: "Israel", kind: "STATE", surfaces: ["Israel"] },
    houthis: { name: "Houthis", kind: "MILITIA", surfaces: ["Houthis"] },
    muscat: { name: "Muscat", kind: "PLACE", surfaces: ["Muscat"] },
    oman: { name: "Oman", kind: "STATE", surfaces: ["Oman"] },
  },
  relations: [
    [0, "iran", "AID", "houthis"],
    [1, "israel", "CONSULT", "iran", { date: "2025-01-03" }],
    [2, "iran", "AID", "houthis", { status: "negated", speaker: "Oman" }],
  ],
  optional: [[1, "iran", "OPERATES_IN", "muscat"]],
};
const gold = layOut("test", annotations);

const entity = (kind: EntityKind, name: string, surfaces: readonly string[] = [name]): DocumentEntity => ({
  id: entityId(kind, name),
  name,
  kind,
  aliases: [],
  mentions: surfaces.flatMap((surface) =>
    [...gold.text.matchAll(new RegExp(surface, "g"))].map(({ index }) => ({
      start: index,
      end: index + surface.length,
    })),
  ),
});
const entities = [
  entity("STATE", "Iran"),
  entity("STATE", "Israel"),
  entity("MILITIA", "Houthis"),
  entity("PLACE", "Muscat"),
  entity("STATE", "Oman"),
];
const [iran, israel, houthis, muscat] = entities.map(({ id }) => id) as [EntityId, EntityId, EntityId, EntityId];

const edge = (
  sentence: number,
  subject: EntityId,
  type: RelationType,
  object: EntityId,
  more: Partial<DocumentAssertion> = {},
): DocumentAssertion => ({
  ...gold.sentences[sentence]!,
  subject,
  type,
  object,
  trigger: [],
  status: "actual",
  speaker: "",
  date: "",
  confidence: 0.9,
  extractor: "test",
  ...more,
});

const perfect: Reading = {
  sentences: gold.sentences,
  entities,
  assertions: [
    edge(0, iran, "AID", houthis),
    edge(1, israel, "CONSULT", iran, { date: "2025-01-03" }),
    edge(2, iran, "AID", houthis, { status: "negated", speaker: "Oman" }),
  ],
};
const score = (assertions: readonly DocumentAssertion[], more: Partial<Reading> = {}) =>
  scoreDocument(gold, { ...perfect, assertions, ...more });

describe("the text of annotations", () => {
  it("begins with the day of publication, then has the sentences by paragraph", () => {
    expect(gold.text).toBe(
      "Published: 2025-01-02\n\nIran armed the Houthis. Israel and Iran met in Muscat on Friday.\n\nIran denied it, Oman said.\n",
    );
    expect(gold.sentences.map(({ start, end }) => gold.text.slice(start, end))).toEqual(annotations.paragraphs.flat());
  });

  it("finds surfaces between word boundaries, the longest of overlapping ones", () => {
    const { text, mentions } = layOut("test", {
      published: "2025-01-02",
      paragraphs: [["The Iranian fleet, Iran's fleet and the Fleet of Iran."]],
      entities: {
        iran: { name: "Iran", kind: "STATE", surfaces: ["Iran"] },
        fleet: { name: "Fleet", kind: "MILITARY", surfaces: ["Fleet of Iran"] },
      },
      relations: [],
    });
    expect(mentions.map(({ entity, start, end }) => [entity, text.slice(start, end)])).toEqual([
      ["iran", "Iran"],
      ["fleet", "Fleet of Iran"],
    ]);
  });
});

describe("the score", () => {
  it("of a perfect reading is whole", () => {
    const { figures, qualities, broken, missed } = scoreDocument(gold, perfect);
    expect(Object.values(figures).map(f1)).toEqual([1, 1, 1, 1, 1, 1, 1]);
    expect(qualities).toEqual({
      status: { right: 3, of: 3 },
      speaker: { right: 3, of: 3 },
      date: { right: 1, of: 1 },
    });
    expect([broken, missed]).toEqual([0, []]);
  });

  it("of an empty reading is nothing, and does not divide by it", () => {
    const { figures, missed } = scoreDocument(gold, { sentences: [], entities: [], assertions: [] });
    expect(Object.values(figures).map((tally) => [precision(tally), recall(tally), f1(tally)])).toEqual(
      Array.from({ length: 7 }, () => [0, 0, 0]),
    );
    expect(missed).toHaveLength(3);
  });

  it("takes a symmetric relation either way round, and no other", () => {
    expect(score([edge(1, iran, "CONSULT", israel)]).figures.relations.hits).toBe(1);
    expect(score([edge(0, houthis, "AID", iran)]).figures.relations.hits).toBe(0);
  });

  it("sets type and direction aside for pairs, and the type within its quad class for quad", () => {
    const { relations, pairs, quad } = score([edge(0, houthis, "ASSAULT", iran)]).figures;
    expect([relations.hits, pairs.hits, quad.hits]).toEqual([0, 1, 0]);
    const merged = score([edge(0, iran, "RETREAT", houthis), edge(1, iran, "AGREE", israel)]).figures;
    expect([merged.relations.hits, merged.quad.hits]).toEqual([0, 2]);
  });

  it("counts a relation where it is asserted, once a sentence", () => {
    const { relations } = score([
      edge(0, iran, "AID", houthis),
      edge(0, iran, "AID", houthis, { extractor: "other" }),
      edge(1, iran, "AID", houthis),
    ]).figures;
    expect(relations).toEqual({ hits: 1, found: 2, wanted: 3 });
  });

  it("leaves out what careful readers dispute", () => {
    const { figures, judged } = score([edge(1, iran, "OPERATES_IN", muscat)]);
    expect([figures.relations.found, figures.pairs.found, judged]).toEqual([0, 0, []]);
  });

  it("wants the exact span of a mention, and its kind", () => {
    const wrongKind = entity("PLACE", "Oman");
    const tooLong = entity("MILITIA", "Houthis", ["the Houthis"]);
    const { figures } = score([], { entities: [...entities.slice(0, 2), tooLong, entities[3]!, wrongKind] });
    expect(figures.mentions).toEqual({ hits: 6, found: 7, wanted: 7 });
    expect(figures["mentions typed"]).toEqual({ hits: 5, found: 7, wanted: 7 });
    expect(figures.entities).toEqual({ hits: 4, found: 5, wanted: 5 });
  });

  it("aligns an entity once, with the one that shares most of its mentions", () => {
    const [first, second, third] = entities[0]!.mentions;
    const split: DocumentEntity[] = [
      { ...entities[0]!, mentions: [first!] },
      { ...entity("STATE", "Persia", []), mentions: [second!, third!] },
    ];
    const { figures } = score([edge(0, iran, "AID", houthis)], { entities: [...split, ...entities.slice(1)] });
    expect([figures.relations.hits, figures.relations.found, figures.entities.hits]).toEqual([0, 1, 5]);
  });

  it("asks status, speaker and date of the relations that were found, the date only where there is one", () => {
    const { qualities } = score([edge(0, iran, "AID", houthis, { date: "2024" }), edge(2, iran, "AID", houthis)]);
    expect(qualities).toEqual({
      status: { right: 1, of: 2 },
      speaker: { right: 1, of: 2 },
      date: { right: 0, of: 0 },
    });
  });

  it("tells broken evidence: a span over two sentences, an end that is no entity", () => {
    const nobody = entityId("STATE", "Nobody");
    const over = { start: gold.sentences[0]!.start, end: gold.sentences[1]!.end };
    const { broken, figures } = score([edge(0, nobody, "AID", houthis), edge(0, iran, "AID", houthis, over)]);
    expect([broken, figures.relations.found]).toEqual([2, 0]);
  });

  it("adds up by type: hits, false edges and misses", () => {
    const scores = [score([edge(0, iran, "AID", houthis), edge(1, israel, "ASSAULT", iran)])];
    expect(Object.fromEntries(byType(scores))).toEqual({
      AID: { hits: 1, found: 1, wanted: 2 },
      ASSAULT: { hits: 0, found: 1, wanted: 0 },
      CONSULT: { hits: 0, found: 0, wanted: 1 },
    });
  });

  it("lists every miss, false edge and wrong detail under its sentence", () => {
    expect(listErrors(score([edge(1, israel, "ASSAULT", iran), edge(2, iran, "AID", houthis)]))).toBe(
      [
        "test:0 Iran armed the Houthis.",
        "    missed iran AID houthis",
        "",
        "test:1 Israel and Iran met in Muscat on Friday.",
        "    missed israel CONSULT iran",
        "    false  israel ASSAULT iran (0.90)",
        "",
        "test:2 Iran denied it, Oman said.",
        '    status "actual" for "negated": iran AID houthis',
        '    speaker "" for "Oman": iran AID houthis',
      ].join("\n"),
    );
  });
});

describe("speakers are the same", () => {
  it.each([
    ["the Pentagon", "Pentagon", true],
    ["a senior U.S. defense official", "U.S. defense official", true],
    ["Iran", "Iran's foreign minister", false],
    ["", "", true],
    ["", "Iran", false],
    ["the", "", true],
  ])("%j and %j: %s", (a, b, same) => {
    expect([sameSpeaker(a, b), sameSpeaker(b, a)]).toEqual([same, same]);
  });
});
