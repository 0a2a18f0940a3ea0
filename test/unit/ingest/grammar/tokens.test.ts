import { describe, expect, it } from "vitest";
import { splitTokens } from "../../../../server/ingest/grammar/tokens.ts";

const split = (text: string): string =>
  splitTokens(text, { start: 0, end: text.length })
    .map(({ start, end }) => text.slice(start, end))
    .join("|");

describe("tokens", () => {
  it.each([
    ["Iran's Quds Force didn't leave.", "Iran|'s|Quds|Force|did|n't|leave|."],
    ["Iran’s allies can’t go.", "Iran|’s|allies|ca|n’t|go|."],
    ["Iran-backed militias, pro-Beijing parties", "Iran|-|backed|militias|,|pro-Beijing|parties"],
    ["the militias' arms cannot wait", "the|militias|'|arms|can|not|wait"],
    ["U.S. Gen. Michael E. Kurilla", "U.S.|Gen.|Michael|E.|Kurilla"],
    ["It sent arms to the U.S.", "It|sent|arms|to|the|U.S."],
    ["$3.5 million and 12,000 men, 45%", "$|3.5|million|and|12,000|men|,|45|%"],
    ["the group (PMF), “armed”", "the|group|(|PMF|)|,|“|armed|”"],
    ["marked as Top Secret/NOFORN—paint", "marked|as|Top|Secret|/|NOFORN|—|paint"],
    ["On Jan. 22 at 07:10, F-16 jets flew.", "On|Jan.|22|at|07:10|,|F-16|jets|flew|."],
    ["See https://example.org/a?b=c.", "See|https://example.org/a?b=c|."],
    ["He said no.", "He|said|no|."],
    ["the 1990s, the 5th Fleet", "the|1990s|,|the|5th|Fleet"],
    ["wait... what?!", "wait|...|what|?!"],
    ["停战 😀 \u200B", "停战|😀|\u200B"],
  ])("%s", (text, expected) => expect(split(text)).toBe(expected));
});
