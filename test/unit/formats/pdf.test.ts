import { describe, expect, it } from "vitest";
import { joinLines } from "../../../server/formats/pdf/paragraphs.ts";
import { pdfOf, type Placed } from "./made.ts";
import { problemOf, textOf } from "./open.ts";

const paragraphs = async (pages: readonly (readonly Placed[])[], info = "") =>
  (await textOf("a.pdf", pdfOf(pages, info))).text.split("\n\n");

/** Lines of a column, one under the other. */
const column = (x: number, y: number, lines: readonly string[]): Placed[] =>
  lines.map((line, i) => [x, y + i * 12, line]);

describe("A PDF", () => {
  it("is read column after column, below what runs over both", async () => {
    const left = column(60, 160, [
      "Iran condemned Israel on Monday and said",
      "that it would answer the strike at a time",
      "of its own choosing. Officials gave no",
      "more details of what they had in mind for",
    ]);
    const right = column(310, 160, [
      "the weeks ahead. Israel said nothing of it",
      "in public. The United States called on both",
      "to hold back, and sent an envoy to Oman",
      "for talks with the two sides this month.",
    ]);
    // Drawn in another order than it is read in.
    const page: Placed[] = [
      ...right,
      [60, 100, "A brief on the Gulf and what may come of the strike on Monday night", 16],
      ...left,
    ];
    expect(await paragraphs([page])).toEqual([
      "A brief on the Gulf and what may come of the strike on Monday night",
      "Iran condemned Israel on Monday and said that it would answer the strike at a time of its own choosing. " +
        "Officials gave no more details of what they had in mind for the weeks ahead. Israel said nothing of it " +
        "in public. The United States called on both to hold back, and sent an envoy to Oman for talks with the two sides this month.",
    ]);
  });

  it("loses its running heads, feet and numbers, and no line of its text", async () => {
    const page = (number: number): Placed[] => [
      [60, 40, `Gulf Monitor · No. ${number}`],
      [290, 810, `- ${number} -`],
      [60, 120, `Report ${number} says that Iran condemned Israel.`],
      [60, 780, `It ends with a line of its own, the ${["first", "second", "third"][number - 1]}.`],
    ];
    const text = (await paragraphs([page(1), page(2), page(3)])).join("\n");
    expect(text).not.toMatch(/Monitor|- \d -/);
    expect(text.match(/It ends with a line of its own/g)).toHaveLength(3);
    expect(text).toContain("Report 2 says");
  });

  it("parts paragraphs by room, by indents and at bullets, and joins them over pages", async () => {
    const first = column(60, 100, ["Iran condemned Israel on Monday, after a", "strike that killed two."]);
    const spaced = column(60, 140, [
      "Israel said nothing of what it had done in",
      "the night, nor of what it would do next to the",
    ]);
    const bullets: Placed[] = [
      [60, 124, "Iraq closed its border to the two sides and"],
      [60, 136, "- Oman opened its port."],
      [60, 148, "- Qatar sent an envoy."],
    ];
    expect(
      await paragraphs([
        [...first, ...spaced],
        [[60, 100, "groups that stand in the way of peace in"], [60, 112, "Lebanon."], ...bullets],
      ]),
    ).toEqual([
      "Iran condemned Israel on Monday, after a strike that killed two.",
      "Israel said nothing of what it had done in the night, nor of what it would do next to the groups that stand in the way of peace in Lebanon.",
      "Iraq closed its border to the two sides and",
      "- Oman opened its port.",
      "- Qatar sent an envoy.",
    ]);
  });

  it.each([
    ["the govern-", "ment of Iran", "the government of Iran"],
    ["groups of Iran-", "backed fighters", "groups of Iran-backed fighters"],
    ["an anti-", "aircraft gun", "an anti-aircraft gun"],
    ["in Bosnia-", "Herzegovina", "in Bosnia-Herzegovina"],
    ["soft\u00AD", "ware", "software"],
    ["from 2014–", "2017", "from 2014–2017"],
    ["he left -", "she stayed", "he left - she stayed"],
    ["plain", "words", "plain words"],
  ])("joins %j and %j", (line, next, joined) => {
    expect(joinLines(line, next, new Set())).toBe(joined);
  });

  it("has words parted at a line's end as its own text writes them elsewhere", () => {
    expect(joinLines("the cease-", "fire held", new Set(["ceasefire"]))).toBe("the ceasefire held");
    expect(joinLines("the cease-", "fire held", new Set(["cease-fire"]))).toBe("the cease-fire held");
  });

  it("tells its title, author and day, unless they are its program's", async () => {
    const page: Placed[] = [
      [60, 100, "Arms for the Houthis", 20],
      [60, 140, "Iran arms the Houthis."],
      [60, 152, "Tehran denies it."],
    ];
    const own = pdfOf([page], "/Title (Arms in the Gulf) /Author (R. Haddad) /CreationDate (D:20240210120000Z)");
    expect(await textOf("a.pdf", own)).toMatchObject({
      given: { title: "Arms in the Gulf", author: "R. Haddad", published: "2024-02-10" },
      notes: [expect.stringContaining("2024-02-10")],
    });
    const program = pdfOf([page], "/Title (Microsoft Word - arms_v3.docx) /Author (admin)");
    expect((await textOf("a.pdf", program)).given).toEqual({ title: "Arms for the Houthis" });
  });

  it("is refused plainly where it holds no text, is encrypted, or is damaged", async () => {
    expect(await problemOf("a.pdf", pdfOf([[], []]))).toMatch(/pictures of pages and no text.*OCR/);
    const key = "00".repeat(32);
    const encrypted = pdfOf(
      [[[60, 100, "x"]]],
      "",
      `/ID [<00> <00>] /Encrypt << /Filter /Standard /V 1 /R 2 /O <${key}> /U <${key}> /P -4 >>`,
    );
    expect(await problemOf("a.pdf", encrypted)).toMatch(/encrypted.*without a password/);
    expect(await problemOf("a.pdf", "%PDF-1.7\nnothing of the kind")).toMatch(/damaged|cannot be read/);
    expect(await problemOf("a.pdf", pdfOf([[[60, 100, "Iran."]]]).subarray(0, 300))).toMatch(/damaged|cannot be read/);
  });

  it("tells which of its pages have no text", async () => {
    const { notes } = await textOf("a.pdf", pdfOf([[[60, 100, "Iran condemned Israel."]], []]));
    expect(notes).toEqual(["has no text on 1 of 2 pages (2)"]);
  });
});
