import { describe, expect, it } from "vitest";
import { exactName, NAME_CLASSES, nameClass } from "../../../server/store/name-search.ts";

describe("How well a name answers a search", () => {
  it.each<[string, string, keyof typeof NAME_CLASSES | undefined]>([
    ["iran", "Iran", "name"],
    ["kataib hezbollah", "Kata'ib Hezbollah", "name"],
    ["ira", "Iran", "beginning"],
    ["united st", "United States", "beginning"],
    ["states united", "United States", "words"],
    ["central com", "U.S. Central Command", "words"],
    ["irna", "Iran", "spelling"],
    ["untied sta", "United States", "spelling"],
    ["iran", "Iraq", "spelling"],
    ["ian", "Iran", undefined],
    ["irn", "Iran", undefined],
    ["yran arms", "Iran", undefined],
    ["states unite", "United Arab Emirates", undefined],
    ["...", "Iran", undefined],
  ])("%j for %j: %s", (query, name, expected) => {
    expect(nameClass(query, name, false)).toBe(expected && NAME_CLASSES[expected]);
  });

  it("puts an alias behind a name", () => {
    expect(nameClass("tehran", "Tehran", true)).toBe(NAME_CLASSES.alias);
    expect(nameClass("tehr", "Tehran", true)).toBe(NAME_CLASSES.beginning);
  });
});

describe("An exact name", () => {
  it("ignores case and spacing, and nothing else", () => {
    expect(exactName("  Kata'ib\n  Hezbollah ")).toBe(exactName("kata'ib hezbollah"));
    expect(exactName("Kataib Hezbollah")).not.toBe(exactName("Kata'ib Hezbollah"));
  });
});
