import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { parseGazetteer } from "../../../../server/ingest/names/entry.ts";
import { loadGazetteer, readGazetteers } from "../../../../server/ingest/names/files.ts";
import { compileGazetteer, type Gazetteer } from "../../../../server/ingest/names/gazetteer.ts";
import { wordsOf } from "../../../../server/ingest/names/words.ts";

const FOLDER = join(import.meta.dirname, "../../../../seed/gazetteers");

/** The names of what stands at the beginning of a text. */
function meanings(gazetteer: Gazetteer, text: string): string[] {
  const { words } = wordsOf(text, { start: 0, end: text.length, tokens: [] }, 0);
  return gazetteer.match(words, 0)?.readings.map(({ entry }) => entry.name) ?? [];
}

describe("parseGazetteer", () => {
  it("reads columns in any order, quoted fields and lists", () => {
    const content = 'name,kind,country,aliases\n# remark\n\n"Front, Popular",MILITIA,LB,PF|P.F.\n';
    expect(parseGazetteer(content)).toMatchObject([
      { kind: "MILITIA", name: "Front, Popular", country: "LB", aliases: ["PF", "P.F."] },
    ]);
  });

  it.each([
    ["kind,name\nARMY,X", 'desk.csv, line 2: "ARMY" is no kind'],
    ["kind,name\nMILITIA,", "desk.csv, line 2: the name is empty"],
    ["kind,name,country\n\nMILITIA,X,Iraq", 'desk.csv, line 3: "Iraq" is no ISO 3166-1'],
    ["kind,name,latitude\nPLACE,X,north", 'desk.csv, line 2: "north" is no coordinate'],
    ["kind,title\nPLACE,X", "desk.csv, line 1: the columns must be"],
  ])("tells where and why it cannot read %j", (content, message) => {
    expect(() => parseGazetteer(content, "desk.csv")).toThrow(message);
  });
});

describe("the shipped gazetteers", () => {
  const gazetteer = readGazetteers(FOLDER);

  it("hold thousands of entries, each once", () => {
    const keys = gazetteer.entries.map((e) => `${e.kind} ${e.name} ${e.country}`);
    expect(keys.length).toBeGreaterThan(7000);
    expect(new Set(keys).size).toBe(keys.length);
  });

  it("name no state by two entries", () => {
    const states = gazetteer.entries.filter((e) => e.kind === "STATE").map((e) => e.country);
    expect(states.length).toBeGreaterThan(190);
    expect(new Set(states).size).toBe(states.length);
  });

  it.each([
    ["Hizballah fired", "Hezbollah"],
    ["al Qaida said", "Al-Qaeda"],
    ["Kata’ib Hezbollah", "Kata'ib Hezbollah"],
    ["People’s Liberation Army", "People's Liberation Army"],
    ["U.S.\nCentral Command", "United States Central Command"],
    ["DRC troops", "Democratic Republic of the Congo"],
    ["SÉVARÉ, Mali", "Sévaré"],
    ["The New York Times", "The New York Times"],
  ])("find %j", (text, name) => expect(meanings(gazetteer, text)).toContain(name));

  it.each(["us and them", "who said", "mali", "aden. Then", "Red, Sea"])("find nothing in %j", (text) =>
    expect(meanings(gazetteer, text)).toEqual([]),
  );
});

describe("a desk's own file", () => {
  it("adds entries and goes before the shipped ones", () => {
    const path = join(mkdtempSync(join(tmpdir(), "gazetteer-")), "own.csv");
    writeFileSync(path, "kind,name,aliases,country\nMILITIA,Ghost Front,GF,IQ\nMILITIA,Hezbollah,Hezb,LB\n");
    const gazetteer = readGazetteers(FOLDER, path);
    expect(meanings(gazetteer, "GF fighters")).toEqual(["Ghost Front"]);
    expect(meanings(gazetteer, "Hezb fighters")).toEqual(["Hezbollah"]);
    expect(meanings(gazetteer, "Hizballah fighters")).toEqual([]);
  });

  it("corrects a state of the package", () => {
    const content = "kind,name,country,demonyms\nSTATE,Persia,IR,Persian\n";
    const gazetteer = loadGazetteer([{ name: "own.csv", content }]);
    expect(meanings(gazetteer, "Persian troops")).toEqual(["Persia"]);
    expect(meanings(gazetteer, "Iran said")).toEqual(["Persia"]);
  });
});

it("compileGazetteer keeps both of two entries that share a name", () => {
  const gazetteer = compileGazetteer([
    { kind: "MILITARY", name: "Somali National Army", aliases: ["SNA"], country: "SO" },
    { kind: "MILITIA", name: "Syrian National Army", aliases: ["SNA"], country: "SY" },
  ]);
  expect(meanings(gazetteer, "SNA")).toEqual(["Somali National Army", "Syrian National Army"]);
});
