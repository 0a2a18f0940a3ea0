import iconv from "iconv-lite";
import { describe, expect, it } from "vitest";
import { decode } from "../../../server/formats/encoding.ts";
import { partsOf, problemOf } from "./open.ts";

const RUSSIAN = "Министерство иностранных дел заявило, что переговоры продолжатся. Дата встречи не назначена. ".repeat(
  4,
);
const CHINESE = "外交部发言人表示，双方将继续谈判。会议日期尚未确定，各方正在协商。".repeat(6);
const JAPANESE = "外務省は、協議を続けると発表した。会談の日程はまだ決まっていない。".repeat(6);
const ARABIC = "قال وزير الخارجية إن المحادثات ستستمر، ولم يتم تحديد موعد للاجتماع المقبل. ".repeat(4);
const GREEK = "Το υπουργείο Εξωτερικών δήλωσε ότι οι συνομιλίες θα συνεχιστούν. ".repeat(4);
const FRENCH = "Le ministère a déclaré « que les négociations se poursuivront » – à Genève, l’été prochain. ".repeat(4);

describe("decode", () => {
  it.each([
    ["windows-1251", RUSSIAN],
    ["koi8-r", RUSSIAN],
    ["iso-8859-5", RUSSIAN],
    ["windows-1252", FRENCH],
    ["gb18030", CHINESE],
    ["big5", "外交部發言人表示，雙方將繼續談判。會議日期尚未確定，各方正在協商。".repeat(6)],
    ["shift_jis", JAPANESE],
    ["euc-jp", JAPANESE],
    ["windows-1256", ARABIC],
    ["iso-8859-7", GREEK],
    ["utf-16le", RUSSIAN],
    ["utf-16be", RUSSIAN],
  ])("recognises %s", (encoding, text) => {
    const bytes = iconv.encode(text, encoding, { addBOM: encoding.startsWith("utf-16") });
    const { text: found, notes } = decode(bytes);
    expect(found.replace(/^\uFEFF/, "")).toBe(text);
    expect(notes).toEqual([expect.stringContaining("read as")]);
  });

  it("takes UTF-16 without a mark for what it is", () => {
    expect(decode(iconv.encode("Iran condemned Israel.", "utf-16le")).text).toBe("Iran condemned Israel.");
    expect(decode(iconv.encode("Iran condemned Israel.", "utf-16be")).text).toBe("Iran condemned Israel.");
  });

  it("looks where the letters are, though they stand far in", () => {
    const text = `${"Iran condemned Israel. ".repeat(5_000)}${RUSSIAN}`;
    expect(decode(iconv.encode(text, "windows-1251")).text).toBe(text);
  });

  it("takes what the sender named before it guesses, and a mark before that", () => {
    expect(decode(Buffer.from([0xe9]), "iso-8859-5").text).toBe("щ");
    expect(decode(Buffer.from([0xe9]), "no-such-encoding").text).toBe("é");
    expect(decode(Buffer.from("\uFEFFé"), "iso-8859-5").text).toBe("\uFEFFé");
  });

  it("tells how many bytes are damaged where nearly all are UTF-8", () => {
    const bytes = Buffer.concat([
      Buffer.from("Zürich, Köln, Malmö, São Paulo. ".repeat(20)),
      Buffer.from([0xff]),
      Buffer.from(" Iran."),
    ]);
    expect(decode(bytes)).toEqual({
      text: expect.stringMatching(/São Paulo\. \uFFFD Iran\.$/),
      notes: ["1 places are not UTF-8 and stand as �"],
    });
  });
});

describe("A file", () => {
  it.each([
    ["a.jpg", Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 0]), /is a picture/],
    ["a.doc", Buffer.from("d0cf11e0a1b11ae1", "hex"), /old format of Office.*docx/],
    ["a.rtf", "{\\rtf1 Iran}", /Rich Text/],
    ["a.gz", Buffer.from([0x1f, 0x8b, 8, 0]), /archive of another kind/],
    ["a.bin", Buffer.from([1, 2, 0, 4, 0, 0, 7]), /is not text/],
    ["a.pdf", "Iran condemned Israel.", /is named \.pdf but/],
    ["a.docx", "Iran condemned Israel.", /is named \.docx but/],
    ["empty.txt", "", /is empty/],
    ["blank.html", " \n ", /no text/],
  ])("%s that is not read says what to do", async (name, content, message) => {
    expect(await problemOf(name, content)).toMatch(message);
  });

  it("of JSON Lines gives its documents, and the lines that are none by their number", async () => {
    const good = JSON.stringify({ text: "A meets B.", sentences: [{ start: 0, end: 10 }] });
    const parts = await partsOf("a.jsonl", `${good}\n{"text":\n`);
    expect(parts).toMatchObject([
      { where: "a.jsonl:1", document: { text: "A meets B." } },
      { where: "a.jsonl:2", problem: expect.stringContaining("JSON") },
    ]);
  });
});
