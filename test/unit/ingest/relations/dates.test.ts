import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isEdtf } from "../../../../schema/edtf.ts";
import { datesIn } from "../../../../server/ingest/relations/dates/dates.ts";

const past = (text: string, published = "2025-02-03") => datesIn(text, 0, published).map((d) => d.past);
const future = (text: string, published = "2025-02-03") => datesIn(text, 0, published).map((d) => d.future);

describe("dates in a sentence", () => {
  it.each([
    ["They met on 14 March 2024.", "2024-03-14"],
    ["They met on March 14, 2024.", "2024-03-14"],
    ["They met on Jan. 22.", "2025-01-22"],
    ["It fell in November.", "2024-11"],
    ["It fell in late May 2024.", "2024-05-21/2024-05-31"],
    ["It fell in mid-June 2024.", "2024-06-11/2024-06-20"],
    ["It fell in 2019.", "2019"],
    ["They have fought since 2019.", "2019/.."],
    ["They have fought since June 2020.", "2020-06/.."],
    ["They stayed until 2014.", "../2014"],
    ["It lasted from 28 March to 4 June 2022.", "2022-03-28/2022-06-04"],
    ["It lasted between January and June 2022.", "2022-01/2022-06"],
    ["It lasted from 11 to 19 January.", "2025-01-11/2025-01-19"],
    ["It happened last week.", "2025-01-27/2025-02-02"],
    ["It happened on Friday.", "2025-01-31"],
    ["It happened on Monday.", "2025-02-03"],
    ["It happened at the weekend.", "2025-02-01/2025-02-02"],
    ["It happened yesterday.", "2025-02-02"],
    ["It happened two years ago.", "2023"],
    ["It happened last September.", "2024-09"],
  ])("%s", (text, edtf) => expect(past(text)).toEqual([edtf]));

  it.each([
    ["Talks resume on Tuesday.", "2025-02-04"],
    ["They will meet next week.", "2025-02-10/2025-02-16"],
    ["It will be adopted on Feb. 24.", "2025-02-24"],
    ["It will be held in October.", "2025-10"],
  ])("of a coming event: %s", (text, edtf) => expect(future(text)).toEqual([edtf]));

  it.each([
    ["Two days later it fell.", "2025-01-12"],
    ["A day earlier they had met.", "2025-01-09"],
    ["On the same day it fell.", "2025-01-10"],
    ["The next day it fell.", "2025-01-11"],
    ["Three weeks earlier, on 20 December, they had met.", "2024-12-20"],
    ["They met on 12 January and signed two days later.", "2025-01-12", "2025-01-14"],
  ])("counts from the day that the text spoke of last: %s", (text, ...edtf) =>
    expect(datesIn(text, 0, "2025-02-03", "2025-01-10").map((d) => d.past)).toEqual(edtf),
  );

  it("says nothing of a day counted from one that the text has not named", () => {
    expect(past("Two days later it fell.")).toEqual([]);
  });

  it("marks limits, which do not say when", () => {
    expect(datesIn("It must leave by 10 March.", 0, "2025-02-03").map((d) => d.limit)).toEqual([true]);
  });

  it("takes no ordinary words for months", () => {
    expect(past("They may march to the town.")).toEqual([]);
  });

  it("needs no day of publication where the year is given", () => {
    expect(datesIn("It fell in May 2024, and again in June.", 0, undefined).map((d) => d.past)).toEqual(["2024-05"]);
  });

  it("gives only EDTF, at offsets of the text", () => {
    const word = fc.constantFrom(
      "on",
      "since",
      "until",
      "31",
      "Feb",
      "2024",
      "to",
      "early",
      "Monday",
      "from",
      "–",
      "30",
      "June",
      "last",
      "week",
      "between",
      "and",
      "1990s",
      ",",
      "ago",
      "two",
      "years",
    );
    fc.assert(
      fc.property(
        fc.array(word, { maxLength: 14 }),
        fc.constantFrom("2024-02-29", "2025-12-31"),
        (words, published) => {
          const text = words.join(" ");
          for (const d of datesIn(text, 7, published)) {
            expect(isEdtf(d.past) && isEdtf(d.future)).toBe(true);
            expect(d.start).toBeGreaterThanOrEqual(7);
            expect(d.end).toBeLessThanOrEqual(7 + text.length);
            expect(d.start).toBeLessThan(d.end);
          }
        },
      ),
      { numRuns: 500 },
    );
  });
});
