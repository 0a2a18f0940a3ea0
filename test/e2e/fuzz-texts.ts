/** Texts that nobody would write: the seed documents mutilated, and words, marks and noise thrown together. */
import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import fc from "fast-check";

const folder = fileURLToPath(new URL("../../seed/documents/", import.meta.url));
const documents = readdirSync(folder).map((name) => readFileSync(folder + name, "utf8"));
const words = [...new Set(documents.join(" ").split(/\s+/u))];

const CONTROL = [
  "\u0001",
  "\u0007",
  "\u001B[31m",
  "\u0085",
  "\u00A0",
  "\u00AD",
  "\u2028",
  "\u2029",
  "\uFEFF",
  "\uFFFD",
];
const DIRECTION = ["\u202E", "\u202C", "\u200F", "\u2066", "\u2069", "\u200B", "\u200D", "صنعاء", "תל אביב"];
const WIDE = ["👩‍👩‍👧‍👦", "🇮🇶", "🚀", "e\u0301", "İ", "ß", "ﬁ", "\u212A", "𝐈𝐫𝐚𝐧", "伊朗", "ǅ"];
const MARKS = [
  '"',
  "“",
  "”",
  "‘",
  "’",
  "'",
  "«",
  "(",
  ")",
  "[",
  "]",
  "{",
  "}",
  "—",
  "…",
  "...",
  ".",
  "!?",
  ",",
  ";",
  "•",
];
const BREAKS = [
  "\n",
  "\r\n",
  "\r",
  "\n\n",
  "\t",
  "---\n",
  "\n---\n",
  "\n# ",
  "\n- ",
  "Published: 2025-02-30\n",
  "title: x\n",
];
const TRAPS = [
  "constructor",
  "__proto__",
  "toString",
  "U.S.",
  "Gen.",
  "a.k.a.",
  "9,999,999",
  "13/13/2025",
  "31 February",
];
const CODE = [
  "<script>alert(1)</script>",
  "&nbsp;",
  "'; DROP TABLE documents; --",
  "MATCH (n) DETACH DELETE n",
  "${x}",
  "\\",
];
/** No document can hold these, so the reader must refuse them. */
const REFUSED = ["\u0000", "\uD800", "\uDC00"];

const noise = fc.oneof(
  { weight: 12, arbitrary: fc.constantFrom(...CONTROL, ...DIRECTION, ...WIDE, ...MARKS, ...BREAKS, ...TRAPS, ...CODE) },
  { weight: 3, arbitrary: fc.string({ unit: "binary", maxLength: 20 }) },
  { weight: 1, arbitrary: fc.constantFrom(...REFUSED) },
);

/** Where in a text something happens, whatever its length comes to be. */
const place = fc.nat(9_999);
const size = fc.nat(300);
const at = (text: string, where: number) => Math.floor((where / 10_000) * text.length);

const piece = fc
  .record({ document: fc.constantFrom(...documents), where: place, size: fc.nat(1200) })
  .map(({ document, where, size }) => document.slice(at(document, where), at(document, where) + size));

type Mutation = (text: string) => string;

const cut = fc.tuple(place, size).map(([where, size]): Mutation => (text) => {
  const start = at(text, where);
  return text.slice(0, start) + text.slice(start + size);
});
const insert = fc.tuple(place, noise).map(([where, mark]): Mutation => (text) => {
  const start = at(text, where);
  return text.slice(0, start) + mark + text.slice(start);
});
const join = fc.tuple(place, piece).map(([where, other]): Mutation => (text) => {
  const start = at(text, where);
  return text.slice(0, start) + other + text.slice(start);
});
const repeat = fc
  .tuple(place, size, fc.integer({ min: 2, max: 20 }))
  .map(([where, size, times]): Mutation => (text) => {
    const start = at(text, where);
    return text.slice(0, start) + text.slice(start, start + size).repeat(times) + text.slice(start + size);
  });
const swap = fc.tuple(place, place, size).map(([one, other, size]): Mutation => (text) => {
  const [first, second] = [at(text, one), at(text, other)].toSorted((a, b) => a - b) as [number, number];
  const middle = Math.min(first + size, second);
  return (
    text.slice(0, first) +
    text.slice(second, second + size) +
    text.slice(middle, second) +
    text.slice(first, middle) +
    text.slice(second + size)
  );
});

const LONGEST = 5_000;
const mutated = fc
  .tuple(piece, fc.array(fc.oneof(cut, insert, insert, insert, join, repeat, swap), { maxLength: 12 }))
  .map(([text, mutations]) => mutations.reduce((before, mutate) => mutate(before).slice(0, LONGEST), text));

const generated = fc
  .tuple(
    fc.array(fc.oneof(fc.constantFrom(...words), fc.constantFrom(...words), noise)),
    fc.constantFrom(" ", "", "\n"),
  )
  .map(([parts, between]) => parts.join(between));

/** A text to throw at the reader. */
export const hostileText: fc.Arbitrary<string> = fc.oneof(
  { weight: 3, arbitrary: mutated },
  { weight: 1, arbitrary: generated },
);
