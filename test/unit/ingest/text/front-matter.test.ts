import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readDay, readFrontMatter } from "../../../../server/ingest/text/front-matter.ts";

describe("front matter", () => {
  it("reads plain lines at the very top", () => {
    const text = "Title: Drawdown\npublisher: Actant Wire\nPUBLISHED: 2024-09-30\n\nTroops left.\n";
    const { body, provenance, problems } = readFrontMatter(text);
    expect(text.slice(body).trim()).toBe("Troops left.");
    expect(provenance).toEqual({ title: "Drawdown", publisher: "Actant Wire", published: "2024-09-30" });
    expect(problems).toEqual([]);
  });

  it("stops at the first line that is not one of its own", () => {
    const text = "Published: 2024-09-30\nNote: this is text.\nAuthor: nobody";
    const { body, provenance } = readFrontMatter(text);
    expect(text.slice(body)).toBe("Note: this is text.\nAuthor: nobody");
    expect(provenance.author).toBeUndefined();
  });

  it("reads YAML, with Windows line ends and a byte order mark too", () => {
    const text = "\uFEFF---\r\ntitle: 'A: b'\r\nauthor: [Ann, Bo]\r\npublished: 2024-09-30\r\n---\r\nTroops left.";
    const { body, provenance } = readFrontMatter(text);
    expect(text.slice(body)).toBe("Troops left.");
    expect(provenance).toEqual({ title: "A: b", author: "Ann, Bo", published: "2024-09-30" });
  });

  it("takes the first heading or line for a title when none is given", () => {
    expect(readFrontMatter("Published: 2024-09-30\n\n# Rebels seize Goma\n\nText.").provenance.title).toBe(
      "Rebels seize Goma",
    );
    expect(readFrontMatter("Rebels seize Goma\n\nText.").provenance.title).toBe("Rebels seize Goma");
    const long = readFrontMatter(`${"word ".repeat(100)}`).provenance.title!;
    expect(long.length).toBeLessThanOrEqual(161);
    expect(long.endsWith("word…")).toBe(true);
  });

  it("tells what it cannot understand and goes on", () => {
    const bad = readFrontMatter("---\ntitle: [unclosed\npublished: 2024-09-30\n---\nText.");
    expect(bad.problems[0]).toMatch(/^front matter: /u);
    expect(bad.provenance.published).toBe("2024-09-30");
    const date = readFrontMatter("Published: 2024-02-31\nText.");
    expect(date.problems).toEqual(['published: "2024-02-31" is not a date; write it as 2024-09-30']);
    expect(date.provenance.published).toBeUndefined();
  });

  it("refuses YAML that grows by aliases", () => {
    const layers = Array.from({ length: 30 }, (_, i) => `a${i}: &a${i} [${`*a${i - 1},`.repeat(9)}]`).slice(1);
    const text = `---\na0: &a0 [x]\n${layers.join("\n")}\ntitle: *a29\n---\nText.`;
    const { body, problems } = readFrontMatter(text);
    expect(text.slice(body)).toBe("Text.");
    expect(problems).toHaveLength(1);
  });

  it("keeps to what the interchange format takes: lengths, no NUL, whole characters", () => {
    const long = "🚀".repeat(2000);
    const { provenance } = readFrontMatter(
      `---\ntitle: "a\\0b\\uD800"\npublisher: x${long}\nauthor: x${long}\nurl: x${long}\n---\nText.`,
    );
    expect(provenance.title).toBe("ab\uFFFD");
    const { publisher, author, url } = provenance;
    expect([publisher, author, url].map((value) => value?.length)).toEqual([299, 299, 1999]);
    expect([publisher, author, url].every((value) => value?.isWellFormed())).toBe(true);
    expect(readFrontMatter(long).provenance.title).toBe(`${"🚀".repeat(79)}…`);
  });

  it("leaves a text alone that opens with a rule", () => {
    expect(readFrontMatter("---\nTroops left.\nNothing closes this.").body).toBe(0);
  });

  it("never throws and stays inside the text", () => {
    const line = fc.constantFrom(
      "---",
      "title: a",
      "Published: x",
      "&a *a",
      "? :",
      "- [",
      "\r",
      "text",
      "{",
      "!!js x",
      "__proto__: 1",
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: "binary" }),
          fc.array(line).map((lines) => lines.join("\n")),
        ),
        (text) => {
          const { body } = readFrontMatter(text);
          expect(body).toBeGreaterThanOrEqual(0);
          expect(body).toBeLessThanOrEqual(text.length);
        },
      ),
    );
  });
});

describe("days", () => {
  it.each([
    ["2024-09-30", "2024-09-30"],
    ["2024-09-30T22:10:00Z", "2024-09-30"],
    ["30 September 2024", "2024-09-30"],
    ["Sept. 30, 2024", "2024-09-30"],
    ["2024-13-01", undefined],
    ["31 June 2024", undefined],
    ["03/04/2024", undefined],
    ["yesterday", undefined],
  ])("%s", (value, expected) => expect(readDay(value)).toBe(expected));
});
