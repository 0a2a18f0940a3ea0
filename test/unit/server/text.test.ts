import { describe, expect, it } from "vitest";
import { checkText, decodeText, MAX_TEXT_LENGTH, TextError } from "../../../server/text.ts";

const bytes = (text: string) => new TextEncoder().encode(text);

describe("decodeText", () => {
  it("keeps every character, a byte order mark and line ends included", () => {
    const text = "\uFEFFIran backs it.\r\nمرحبا 👋";
    expect(decodeText(bytes(text))).toEqual({ text, notes: [] });
  });

  it.each([
    ["nothing", new Uint8Array(), /is empty/],
    ["blanks", bytes(" \r\n\t"), /is empty/],
    ["a binary file", bytes("PK\u0000\u0001"), /is not text/],
    ["a file that is too large", new Uint8Array(MAX_TEXT_LENGTH + 1).fill(97), /split/],
  ])("refuses %s", (_, file, message) => {
    expect(() => decodeText(file)).toThrow(TextError);
    expect(() => decodeText(file)).toThrow(message);
  });
});

it("refuses half of a surrogate pair in a text that comes as text", () => {
  expect(() => checkText("a\uD800b")).toThrow(/surrogate/);
});
