import { describe, expect, it } from "vitest";
import type { ReadDocument } from "../../../../schema/model.ts";
import { openReader } from "../../../../server/reading/reader.ts";

const reader = openReader(undefined);
const read = (text: string): ReadDocument => reader({ source: "test.txt", text: `Published: 2024-10-02\n\n${text}\n` });

/** "Israel ASSAULT Hezbollah", for every assertion of a text. */
function edges(text: string): string[] {
  const { entities, assertions } = read(text);
  const name = new Map(entities.map((e) => [e.id, e.name]));
  return assertions.map((a) => `${name.get(a.subject)} ${a.type} ${name.get(a.object)}`);
}

const assertionOf = (text: string, type: string) => {
  const found = read(text).assertions.find((a) => a.type === type);
  if (!found) throw new Error(`no ${type} in: ${text}`);
  return found;
};

describe("the edges of a sentence", () => {
  it.each([
    ["Israel attacked Hezbollah on Friday.", "Israel ASSAULT Hezbollah"],
    ["Hezbollah was attacked by Israel.", "Israel ASSAULT Hezbollah"],
    ["Israeli jets bombed a Hezbollah depot near the town.", "Israel ASSAULT Hezbollah"],
    ["Israel's strike on Hezbollah surprised everyone.", "Israel ASSAULT Hezbollah"],
    ["Russia carried out an attack on Ukraine.", "Russia ASSAULT Ukraine"],
    ["Iran-backed Hezbollah fired at the coast.", "Iran BACKS Hezbollah"],
    ["Iran's Quds Force denied it.", "Quds Force PART_OF Iran"],
    ["The United States imposed sanctions on Iran.", "United States SANCTION Iran"],
    ["The United States withdrew its troops from Iraq.", "United States RETREAT Iraq"],
    ["France condemned Russia for the killing.", "France DISAPPROVE Russia"],
    ["Iran supplied drones to Russia.", "Iran AID Russia"],
    ["Turkey arrested a member of Hamas.", "Turkey COERCE Hamas"],
    ["Egypt urged Israel to reopen the crossing.", "Egypt DEMAND Israel"],
    ["Talks between Iran and Saudi Arabia began in Baghdad.", "Iran CONSULT Saudi Arabia"],
    ["China and Russia held joint exercises in July.", "China COOPERATE Russia"],
    ["Finland will give Tanzania a grant for schools.", "Finland AGREE Tanzania"],
    ["Angry demonstrators from Egypt chanted against the policies of France.", "Egypt PROTEST France"],
    ["Russia has threatened to end the talks if the United States goes ahead.", "Russia THREATEN United States"],
    ["Greece demanded that Turkey withdraw its ships.", "Greece DEMAND Turkey"],
    [
      "Thai and Malaysian police arrested each other's officers, and Thailand sued Malaysia.",
      "Thailand DISAPPROVE Malaysia",
    ],
    ["Nigeria reneged on its commitment to Chad.", "Nigeria REJECT Chad"],
    ["Iran has extradited a suspected militant to Turkey.", "Iran COOPERATE Turkey"],
    ["Kenyan and Ethiopian troops shelled each other around the town.", "Ethiopia ASSAULT Kenya"],
    ["Israel, which had negotiated with Egypt for weeks, urged Jordan to open the crossing.", "Israel DEMAND Jordan"],
    [
      "Russian aircraft including helicopter gunships killed nine Georgian soldiers in the town.",
      "Russia ASSAULT Georgia",
    ],
    [
      "Turkey, a NATO member, kept silent for the whole of the week.",
      "Turkey MEMBER_OF North Atlantic Treaty Organization",
    ],
  ])("%s", (text, edge) => {
    const [subject, type, object] = edge.split(/ ([A-Z_]+) /);
    const turned = `${object} ${type} ${subject}`;
    const found = edges(text);
    expect(found.includes(edge) || (/CONSULT|COOPERATE/.test(edge) && found.includes(turned)) ? edge : found).toBe(
      edge,
    );
  });

  it("says nothing where a sentence only names", () => {
    expect(edges("Schools in Poland, Germany and France stayed shut.")).toEqual([]);
  });
});

describe("status", () => {
  it.each([
    ["Russia attacked Ukraine.", "actual"],
    ["Russia will attack Ukraine.", "future"],
    ["Russia plans to attack Ukraine.", "future"],
    ["Russia could attack Ukraine.", "hypothetical"],
    ["Russia threatened to attack Ukraine.", "hypothetical"],
    ["Russia did not attack Ukraine.", "negated"],
    ["Russia refused to attack Ukraine.", "negated"],
    ["Russia denied attacking Ukraine.", "negated"],
  ])("%s is %s", (text, status) => expect(assertionOf(text, "ASSAULT").status).toBe(status));
});

describe("the speaker", () => {
  it.each([
    ["Israel attacked Hezbollah.", ""],
    ["Lebanon's army said Israel attacked Hezbollah.", "Lebanon's army"],
    ["Israel attacked Hezbollah, a senior Lebanese official said.", "a senior Lebanese official"],
    ["According to Reuters, Israel attacked Hezbollah.", "Reuters"],
    ["Israel attacked Hezbollah, according to Reuters.", "Reuters"],
  ])("%s", (text, speaker) => expect(assertionOf(text, "ASSAULT").speaker).toBe(speaker));
});

describe("the date", () => {
  it.each([
    ["On Friday Israel attacked Hezbollah.", "2024-09-27"],
    ["Israel attacked Hezbollah in late May.", "2024-05-21/2024-05-31"],
    ["Israel has attacked Hezbollah since 2023.", "2023/.."],
    ["Israel attacked Hezbollah.", ""],
  ])("%s", (text, date) => expect(assertionOf(text, "ASSAULT").date).toBe(date));
});

describe("acts that a later sentence takes up", () => {
  it.each([
    ["Israel bombed the airport of Homs. Syria condemned the strike as piracy.", "Syria DISAPPROVE Israel"],
    ["Israel bombed the airport of Homs. The strike killed two members of Hezbollah.", "Israel ASSAULT Hezbollah"],
    ["France condemned Russia over the attack. Spain condemned it as well.", "Spain DISAPPROVE Russia"],
    ["Iran and Iraq held talks in March. Oman hosted the talks.", "Iran CONSULT Oman"],
  ])("%s", (text, edge) => expect(edges(text)).toContain(edge));
});
