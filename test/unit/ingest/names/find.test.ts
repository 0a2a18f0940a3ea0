import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseSentence } from "../../../../server/ingest/grammar/parse.ts";
import { readGazetteers } from "../../../../server/ingest/names/files.ts";
import { findNames, type Names } from "../../../../server/ingest/names/find.ts";
import { splitSentences } from "../../../../server/ingest/text/sentences.ts";

const gazetteer = readGazetteers(join(import.meta.dirname, "../../../../seed/gazetteers"));

function read(text: string): Names {
  const sentences = splitSentences(text, 0).map((span) => parseSentence(text, span));
  return findNames(text, sentences, gazetteer);
}

/** `KIND Name: surface | surface` for each entity. */
const told = (text: string): string[] =>
  read(text).entities.map(
    ({ kind, name, mentions }) => `${kind} ${name}: ${mentions.map((m) => text.slice(m.start, m.end)).join(" | ")}`,
  );

describe("findNames", () => {
  it.each([
    ["The Turkish forces left.", ["STATE Turkey: Turkish"]],
    ["Gen. Arlo J. Brandt spoke. Brandt left.", ["PERSON Arlo J. Brandt: Arlo J. Brandt | Brandt"]],
    ["Defence Secretary Ilka Moreau resigned.", ["PERSON Ilka Moreau: Ilka Moreau"]],
    [
      "The Tajik foreign ministry denied it.",
      ["AGENCY Ministry of Foreign Affairs of Tajikistan: Tajik foreign ministry"],
    ],
    [
      "The Velden Liberation Army (VLA) attacked. The VLA withdrew.",
      ["MILITIA Velden Liberation Army: Velden Liberation Army | VLA | VLA"],
    ],
    [
      "Orlan Harbour Trading LLC was fined. Orlan Harbour will pay.",
      ["ORGANIZATION Orlan Harbour Trading LLC: Orlan Harbour Trading LLC | Orlan Harbour"],
    ],
    ["He met Thai Foreign Minister Orso Vale.", ["STATE Thailand: Thai", "PERSON Orso Vale: Orso Vale"]],
    ["Drills took place in northern Iraq.", ["PLACE northern Iraq: northern Iraq"]],
    ["They fear Iran-backed militias.", ["MILITIA Iran-backed militias: Iran-backed militias"]],
    ["The army left the village of Qarandoz.", ["PLACE Qarandoz: Qarandoz"]],
    ["Exercise Copper Vulture opened on Monday.", ["EVENT Exercise Copper Vulture: Exercise Copper Vulture"]],
    ["Troops landed at Tarvik Air Base.", ["BASE Tarvik Air Base: Tarvik Air Base"]],
    ["The war in Ukraine goes on.", ["EVENT war in Ukraine: war in Ukraine"]],
  ])("reads %j", (text, expected) => expect(told(text)).toEqual(expected));

  it("takes a capital for its state where it acts, and for a place where things happen in it", () => {
    expect(told("Tehran denied the report.")).toEqual(["STATE Iran: Tehran"]);
    expect(told("Protesters gathered in Tehran.")).toEqual(["PLACE Tehran: Tehran"]);
  });

  it("lets the states of the document decide between two of one name", () => {
    expect(told("In Somalia, the SNA advanced.")).toContain("MILITARY Somali National Army: SNA");
    expect(told("In northern Aleppo, Syria, the SNA advanced.")).toContain("MILITIA Syrian National Army: SNA");
  });

  it("gives no name to titles, weekdays, months and words that begin sentences", () => {
    expect(told("On Monday the President and the Defence Minister met. Residents fled. Ships waited in May.")).toEqual(
      [],
    );
  });

  it("carries the gazetteer's facts, and the document's spellings as aliases", () => {
    const [entity] = read("Balad Air Base was hit.").entities;
    expect(entity).toMatchObject({ name: "Balad Airbase", country: "IQ", latitude: 33.94, longitude: 44.36 });
    expect(entity?.aliases).toContain("Balad Air Base");
  });
});

describe("references", () => {
  const references = (text: string) =>
    read(text).references.map(({ start, end, entities }) => [text.slice(start, end), ...entities]);

  it.each([
    ["Turkey bombed Kobani. Its jets returned.", [["Its", "state:Turkey"]]],
    ["JNIM overran a post. The group took lorries.", [["The group", "militia:Jama'at_Nusrat_al-Islam_wal-Muslimin"]]],
    ["Chad and Sudan signed. The two countries agreed.", [["The two countries", "state:Chad", "state:Sudan"]]],
    ["Gen. Arlo Brandt landed in Goma. He met reporters.", [["He", "person:Arlo_Brandt"]]],
    ["It was not clear who fired.", []],
    ["The rain fell. It stopped.", []],
  ])("reads %j", (text, expected) => expect(references(text)).toEqual(expected));

  it("reaches back two sentences and no further", () => {
    const gap = "Rain fell for hours. Roads were closed. Schools stayed shut.";
    expect(references(`Hamas took the town. ${gap} The group left.`)).toEqual([]);
  });
});

const PIECES = [
  "Iran",
  "Iran-backed",
  "militias",
  "the",
  "The",
  "of",
  "and",
  "for",
  "U.S.",
  "(PMF)",
  "Popular Mobilization Forces",
  "’s",
  "Gen.",
  "Michael",
  "K.",
  "al-",
  "Army",
  "Ministry",
  "of Defence",
  "said",
  ".",
  ",",
  "\n",
  "\n\n",
  "“",
  "”",
  "its",
  "both sides",
  "the two countries",
  "North",
  "2025",
  "-24",
  "Ärmel",
  "\u202e",
  "\u200b",
  "<script>",
  "'; DROP TABLE",
  "\ud83d\ude80",
  "Ministry of",
  "a.k.a.",
];
const anyText = fc.oneof(
  fc.string({ unit: "binary", maxLength: 200 }),
  fc.array(fc.constantFrom(...PIECES), { maxLength: 60 }).map((pieces) => pieces.join(" ")),
  fc.array(fc.constantFrom(...PIECES), { maxLength: 60 }).map((pieces) => pieces.join("")),
);

describe("whatever the text", () => {
  it("mentions are sorted, disjoint, each inside its sentence, and agree with the entities", () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const sentences = splitSentences(text, 0).map((span) => parseSentence(text, span));
        const { entities, mentions, references } = findNames(text, sentences, gazetteer);
        const ids = new Set(entities.map((e) => e.id));
        expect(ids.size).toBe(entities.length);
        expect(entities.flatMap((e) => e.mentions).length).toBe(mentions.length);
        mentions.forEach((m, i) => {
          const sentence = sentences[m.sentence]!;
          expect(m.start < m.end && sentence.start <= m.start && m.end <= sentence.end).toBe(true);
          expect(i === 0 || mentions[i - 1]!.end <= m.start).toBe(true);
          expect(entities.find((e) => e.id === m.entity)?.mentions).toContainEqual({ start: m.start, end: m.end });
        });
        for (const r of references) {
          expect(r.entities.length > 0 && r.entities.every((id) => ids.has(id)) && r.start < r.end).toBe(true);
          expect(mentions.every((m) => m.end <= r.start || r.end <= m.start)).toBe(true);
        }
        for (const { name, aliases } of entities) {
          expect(name).not.toBe("");
          expect(aliases).toEqual([...new Set(aliases)].sort());
          expect(aliases).not.toContain(name);
        }
      }),
      { numRuns: 400 },
    );
  });

  it("finds the same names again and again in a long text", () => {
    const count = (times: number) => {
      const text =
        "Gen. Arlo Brandt of the Velden Liberation Army (VLA) told Reuters that Iran denied it in Goma. ".repeat(times);
      const sentences = splitSentences(text, 0).map((span) => parseSentence(text, span));
      return findNames(text, sentences, gazetteer).mentions.length;
    };
    expect(count(2000)).toBe(2000 * count(1));
  });
});
