import { describe, expect, it } from "vitest";
import { ARCHIVE_LIMITS } from "../../../server/formats/zip.ts";
import { docxOf, xlsxOf, zipOf } from "./made.ts";
import { partsOf, problemOf } from "./open.ts";

const told = async (name: string, bytes: Uint8Array) =>
  (await partsOf(name, bytes)).map((part) => [
    part.where,
    "text" in part ? part.text.text : "problem" in part ? part.problem : "document",
  ]);

describe("An archive", () => {
  it("is gone through member by member, archives inside it as well", async () => {
    const inner = zipOf({ "c.txt": "Oman." });
    const bytes = zipOf({
      "a.txt": "Iran.",
      "deep/b.md": "Iraq.",
      "deep/": "",
      "in.zip": inner,
      "__MACOSX/x.txt": "x",
      ".DS_Store": "x",
    });
    expect(await told("all.zip", bytes)).toEqual([
      ["all.zip/a.txt", "Iran."],
      ["all.zip/deep/b.md", "Iraq."],
      ["all.zip/in.zip/c.txt", "Oman."],
    ]);
  });

  it("cannot lead out of itself by its names, nor write on a screen", async () => {
    const bytes = zipOf({ "../../etc/passwd.txt": "a", "/root/b.txt": "b", "C:\\c.txt": "c", "\u001B[2Jd.txt": "d" });
    expect((await told("x.zip", bytes)).map(([where]) => where)).toEqual([
      "x.zip/etc/passwd.txt",
      "x.zip/root/b.txt",
      "x.zip/C:/c.txt",
      "x.zip/[2Jd.txt",
    ]);
  });

  it("that unpacks to far more than its size is refused before memory is", async () => {
    expect(await problemOf("bomb.zip", zipOf({ "a.txt": "\n".repeat(40_000_000) }))).toMatch(/100 times its size/);
    const many = Object.fromEntries(Array.from({ length: ARCHIVE_LIMITS.members + 1 }, (_, i) => [`${i}.txt`, ""]));
    expect(await told("many.zip", zipOf(many))).toContainEqual([
      "many.zip",
      expect.stringMatching(/more than 10000 files/),
    ]);
  });

  it("whose member is more than it says, is encrypted, or is broken, loses that member alone", async () => {
    const bytes = zipOf({
      "lies.txt": { content: "Iran. ".repeat(1_000), size: 10 },
      "secret.txt": { content: "x", isEncrypted: true },
      "good.txt": "Iran.",
    });
    expect(await told("x.zip", bytes)).toEqual([
      ["x.zip/lies.txt", expect.stringMatching(/cannot be unpacked/)],
      ["x.zip/secret.txt", expect.stringMatching(/encrypted.*password/)],
      ["x.zip/good.txt", "Iran."],
    ]);
    expect(await problemOf("cut.zip", zipOf({ "a.txt": "Iran." }).subarray(0, 60))).toMatch(/damaged/);
  });

  it("may not hold archives in archives for ever", async () => {
    let bytes = zipOf({ "a.txt": "Iran." });
    for (let depth = 0; depth <= ARCHIVE_LIMITS.depth; depth++) bytes = zipOf({ "in.zip": bytes });
    expect((await told("x.zip", bytes))[0]![1]).toMatch(/packed in more than 3 files/);
  });

  it("cannot hide in a document made of zip", async () => {
    const bomb = { "word/media/big.xml": " ".repeat(60_000_000) };
    expect(await problemOf("a.docx", docxOf("<w:p/>", "", bomb))).toMatch(/100 times its size|60000000 bytes/);
    expect(await problemOf("a.xlsx", xlsxOf([["x"]]).subarray(0, 500))).toMatch(/damaged/);
  });
});
