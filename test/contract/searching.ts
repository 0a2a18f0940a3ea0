import { beforeEach, expect, it } from "vitest";
import { documentOf, REPORTS } from "./documents.ts";
import type { UnderTest } from "./store.ts";

/** How names are searched. */
export function searchingIn({ store }: UnderTest): void {
  beforeEach(async () => {
    for (const report of Object.values(REPORTS)) await store().write(report);
  });
  const found = async (text: string) =>
    (await store().entities({ text }, { first: 20 })).edges.map(({ node }) => node.name);

  it.each<[string, string, string[]]>([
    ["a name before names that begin with it, and those before near ones", "Iran", ["Iran", "Iraq"]],
    ["an alias", "tehran", ["Iran"]],
    ["an unfinished last word", "popular mobil", ["Popular Mobilization Forces"]],
    ["words from inside a name", "central command", ["U.S. Central Command"]],
    ["words in any order", "forces popular", ["Popular Mobilization Forces"]],
    ["a letter too few", "Huthis", ["Houthis"]],
    ["a letter too many", "Houthies", ["Houthis"]],
    ["a wrong letter", "Mobilisation", ["Popular Mobilization Forces"]],
    ["swapped letters", "Hezbolalh", ["Kata'ib Hezbollah"]],
    ["one error in each word", "Kataeb Hezbolla", ["Kata'ib Hezbollah"]],
    ["no apostrophe", "kataib", ["Kata'ib Hezbollah"]],
    ["an acronym with or without dots", "us", ["United States", "U.S. Central Command"]],
    ["nothing of two errors", "Huties", []],
    ["nothing without words", "%_*\"'", []],
  ])("finds %s", async (_, text, names) => {
    expect(await found(text)).toEqual(names);
  });

  it("puts an exact name before an alias, an alias before a beginning, more edges before fewer", async () => {
    await store().write(
      documentOf({ title: "Sea" }, [{ text: "Red Sea shipping; America; Sanaa." }, { text: "Iraq or Oman." }]),
    );
    expect(await found("united states")).toEqual(["United States"]);
    expect(await found("u.s.")).toEqual(["United States", "U.S. Central Command"]);
    expect(await found("sana")).toEqual(["Sana'a"]);
    expect((await found("o"))[0]).toBe("Oman");
  });

  it("keeps to the kinds asked for", async () => {
    const { edges, totalCount } = await store().entities({ text: "us", kinds: ["MILITARY"] }, { first: 20 });
    expect(edges.map(({ node }) => node.name)).toEqual(["U.S. Central Command"]);
    expect(await totalCount()).toBe(1);
  });

  it("lists the best connected first where nothing is searched for", async () => {
    const { edges } = await store().entities({ kinds: ["STATE"], text: " " }, { first: 2 });
    expect(edges.map(({ node }) => [node.name, node.degree])).toEqual([
      ["United States", 3],
      ["Iran", 2],
    ]);
  });

  it("forgets the names of what went", async () => {
    for (const { id } of Object.values(REPORTS)) await store().remove(id);
    expect(await found("Iran")).toEqual([]);
    expect(await found("Huthis")).toEqual([]);
    expect(await store().entityByName("Iran")).toBeUndefined();
  });
}
