import { describe, expect, it } from "vitest";
import { checkText, decodeText, MAX_TEXT_BYTES, TextError } from "../../../server/text.ts";

const bytes = (text: string) => new TextEncoder().encode(text);

describe("decodeText", () => {
  it("keeps every character, a byte order mark and line ends included", () => {
    const text = "\uFEFFIran backs it.\r\nمرحبا 👋";
    expect(decodeText(bytes(text))).toBe(text);
  });

  it.each([
    ["nothing", new Uint8Array(), /is empty/],
    ["blanks", bytes(" \r\n\t"), /is empty/],
    ["Latin-1", new Uint8Array([0x49, 0xe9, 0x20]), /UTF-8/],
    ["an encoded surrogate", new Uint8Array([0xed, 0xa0, 0x80]), /UTF-8/],
    ["a binary file", bytes("PK\u0000\u0001"), /NUL/],
    ["a file that is too large", new Uint8Array(MAX_TEXT_BYTES + 1).fill(97), /split/],
  ])("refuses %s", (_, file, message) => {
    expect(() => decodeText(file)).toThrow(TextError);
    expect(() => decodeText(file)).toThrow(message);
  });
});

it("refuses half of a surrogate pair in a text that comes as text", () => {
  expect(() => checkText("a\uD800b")).toThrow(/surrogate/);
});
