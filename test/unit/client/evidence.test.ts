import { describe, expect, it } from "vitest";
import { newsOf } from "../../../client/web/state/news.ts";
import { evidenceRows } from "../../../client/web/state/evidence.ts";
import { offerStep, stepped, takeStep } from "../../../client/web/state/steps.ts";
import { isWeb } from "../../../client/web/text/links.ts";

describe("news", () => {
  const known = { version: 3, documents: 27 };

  it("says in words what has changed since the reader looked", () => {
    expect(newsOf(known, { version: 4, documents: 30 })).toBe("3 new documents");
    expect(newsOf(known, { version: 4, documents: 26 })).toBe("1 document taken back");
    expect(newsOf(known, { version: 4, documents: 27 })).toBe("The graph has changed");
  });

  it("is none where nothing is new", () => {
    expect(newsOf(known, known)).toBeUndefined();
    expect(newsOf(undefined, known)).toBeUndefined();
  });
});

describe("a step from one piece of evidence to the next", () => {
  it("begins at the near end, and stops at the far one", () => {
    expect(stepped(undefined, 1, 3)).toBe(0);
    expect(stepped(undefined, -1, 3)).toBe(2);
    expect(stepped(2, 1, 3)).toBeUndefined();
    expect(stepped(0, -1, 3)).toBeUndefined();
    expect(stepped(undefined, 1, 0)).toBeUndefined();
  });

  it("is taken by what was opened last, or by what was opened before where that has none", () => {
    const taken: string[] = [];
    const close = offerStep(() => taken.push("evidence") > 0);
    const closeOther = offerStep((by) => by === 1 && taken.push("document") > 0);
    expect(takeStep(1)).toBe(true);
    expect(takeStep(-1)).toBe(true);
    closeOther();
    close();
    expect(takeStep(1)).toBe(false);
    expect(taken).toEqual(["document", "evidence"]);
  });
});

describe("the list of evidence", () => {
  const said = (id: string, document: string) => ({ id, document: { id: document } });

  it("puts sentences under their documents, in the order in which these first appear", () => {
    const rows = evidenceRows([said("1", "a"), said("2", "b"), said("3", "a")]);
    expect(
      rows.map((row) => (row.is === "document" ? `${row.key} ${row.sentences}` : `${row.key} ${row.nth}`)),
    ).toEqual(["a 2", "1 0", "3 1", "b 1", "2 2"]);
  });
});

describe("an address in a document", () => {
  it.each(["https://example.org/a?b=c", "http://example.org"])("%s may be followed", (url) => {
    expect(isWeb(url)).toBe(true);
  });

  it.each([
    "javascript:alert(1)",
    "data:text/html,x",
    " https://example.org",
    "https://",
    "//example.org",
    "HTTPS: no",
  ])("%s is only text", (url) => {
    expect(isWeb(url)).toBe(false);
  });
});
