import { stripVTControlCharacters } from "node:util";
import { describe, expect, it } from "vitest";
import { remaining } from "../../../server/loading/report.ts";
import { paintFor, showDocument } from "../../../server/loading/show.ts";
import { documentOf, REPORTS } from "../../contract/documents.ts";

const plain = paintFor({}, {});
const colour = paintFor({ isTTY: true }, {});

describe("showDocument", () => {
  it("shows every sentence, and under it what it asserts", () => {
    const shown = showDocument("arms.txt", REPORTS.arms, ["a note"], plain);
    expect(shown).toContain(
      "Arms for the Houthis — Gulf Monitor · R. Haddad · 2024-02-10 · en · 4 sentences · 4 assertions",
    );
    expect(shown).toContain("(a note)");
    expect(shown).toMatch(
      /Tehran denied that it sends weapons to Ansar Allah\.\n {4}Iran AID Houthis {2}negated · says Tehran · 0\.70 · hand\/1\n/,
    );
    expect(shown).toContain("Nothing is asserted of Oman here.\n");
  });

  it("puts colour on names and types, and adds nothing else", () => {
    const shown = showDocument("arms.txt", REPORTS.arms, [], colour);
    expect(shown).toContain("\u001B[36mIran\u001B[0m");
    expect(stripVTControlCharacters(shown)).toBe(showDocument("arms.txt", REPORTS.arms, [], plain));
  });

  it("lets nothing of a document speak to the terminal", () => {
    const bad = documentOf({ title: "\u001B]0;owned\u0007x" }, [
      { text: "Iran \u001B[2J\u0008\u202Earms\u202C Oman." },
    ]);
    expect(showDocument("\u001B[31ma", bad, ["\u001B[1mb"], plain)).not.toMatch(/(?!\n)[\p{Cc}\u202E]/u);
  });
});

it.each([
  [{ isTTY: true }, {}, true],
  [{ isTTY: true }, { NO_COLOR: "1" }, false],
  [{ isTTY: true }, { TERM: "dumb" }, false],
  [{}, {}, false],
  [{}, { FORCE_COLOR: "1" }, true],
  [{}, { FORCE_COLOR: "1", NO_COLOR: "1" }, false],
])("paints on %j with %j: %s", (out, env, painted) => {
  expect(paintFor(out, env)("name", "x") !== "x").toBe(painted);
});

it.each([
  [Number.NaN, "…"],
  [0.2, "1 s left"],
  [61, "2 min left"],
  [5_400, "1.5 h left"],
])("says that %s seconds are %s", (seconds, said) => {
  expect(remaining(seconds)).toBe(said);
});
