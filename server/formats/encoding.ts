/** From bytes to characters, whatever the encoding, none of them altered. */
import { analyse } from "chardet";
import iconv from "iconv-lite";
import { FormatError } from "./file.ts";

/** Characters, with what their reader should know of how they were told from the bytes. */
export interface Decoded {
  readonly text: string;
  readonly notes: readonly string[];
}

const MARKS: readonly (readonly [string, readonly number[]])[] = [
  ["utf-8", [0xef, 0xbb, 0xbf]],
  ["utf-32le", [0xff, 0xfe, 0, 0]],
  ["utf-32be", [0, 0, 0xfe, 0xff]],
  ["utf-16le", [0xff, 0xfe]],
  ["utf-16be", [0xfe, 0xff]],
];
const SAMPLE_BYTES = 65_536;
/** So small a share of bytes that are none in UTF-8 is damage, a greater one another encoding. */
const MOST_DAMAGE = 0.01;

const begins = (bytes: Uint8Array, mark: readonly number[]) => mark.every((byte, i) => bytes[i] === byte);

/** Two bytes a character without a mark: every other byte of Latin text is zero. */
function unmarkedUtf16(bytes: Uint8Array): string | undefined {
  const sample = bytes.subarray(0, 2_000);
  const zeros = [0, 0];
  sample.forEach((byte, i) => {
    if (byte === 0) zeros[i % 2]! += 1;
  });
  const half = sample.length / 2;
  if (half < 2 || bytes.length % 2 === 1) return undefined;
  if (zeros[1]! > half * 0.7 && zeros[0] === 0) return "utf-16le";
  return zeros[0]! > half * 0.7 && zeros[1] === 0 ? "utf-16be" : undefined;
}

function strictUtf8(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** UTF-8 with a few broken places; those are shown as �, as every reader of the file shows them. */
function damagedUtf8(bytes: Uint8Array): Decoded | undefined {
  const text = new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes);
  const broken = text.split("\uFFFD").length - 1;
  const sound = [...text.matchAll(/[^\p{ASCII}\uFFFD]/gu)].length;
  if (sound <= broken * 2 || broken > bytes.length * MOST_DAMAGE) return undefined;
  return { text, notes: [`${broken} places are not UTF-8 and stand as �`] };
}

/** The characters by an encoding's name; undefined where there is no such encoding. */
function decodeAs(bytes: Uint8Array, encoding: string): string | undefined {
  if (!iconv.encodingExists(encoding)) return undefined;
  return iconv.decode(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length), encoding, { stripBOM: false });
}

function noteOf(text: string, encoding: string): string[] {
  const unknown = text.split("\uFFFD").length - 1;
  const odd = unknown > 0 ? [`${unknown} bytes mean nothing in it and stand as �`] : [];
  return [`is not UTF-8 and was read as ${encoding}`, ...odd];
}

/** Windows' encodings hold everything that ISO's do, and letters where those have only controls. */
const WIDER: Readonly<Record<string, string>> = {
  "ISO-8859-1": "windows-1252",
  "ISO-8859-8": "windows-1255",
  "ISO-8859-9": "windows-1254",
};

/** What no text in the right encoding has: signs that mean nothing, and controls of the second half. */
const oddities = (text: string) => text.match(/[\uFFFD\u0080-\u009F]/g)?.length ?? 0;

/** Of the encodings that the letters look like, the first that gives no nonsense, or else the one that gives least. */
function detected(bytes: Uint8Array): Decoded {
  // Where the first part is plain ASCII, it tells nothing.
  const odd = bytes.findIndex((byte) => byte > 127);
  const sample = bytes.subarray(odd, odd + SAMPLE_BYTES);
  const names = analyse(sample).map(({ name }) => WIDER[name] ?? name);
  const candidates = [...names.filter((name) => !/^(UTF|ASCII)/.test(name)), "windows-1252"].flatMap((encoding) => {
    const text = decodeAs(sample, encoding);
    return text === undefined ? [] : [{ encoding, odd: oddities(text) }];
  });
  const { encoding } = candidates.find(({ odd }) => odd === 0) ?? candidates.toSorted((a, b) => a.odd - b.odd)[0]!;
  const text = decodeAs(bytes, encoding)!;
  return { text, notes: noteOf(text, encoding) };
}

/**
 * The characters of a file. A byte order mark decides, then whether the bytes are UTF-8, then what the sender named, then
 * what the letters look like. The mark stays in the text, so that the same file has the same id everywhere.
 */
export function decode(bytes: Uint8Array, named?: string): Decoded {
  const mark = MARKS.find(([, mark]) => begins(bytes, mark))?.[0] ?? unmarkedUtf16(bytes);
  if (mark && mark !== "utf-8") return { text: decodeAs(bytes, mark)!, notes: [`was read as ${mark.toUpperCase()}`] };
  if (bytes.includes(0)) throw new FormatError("is not text, nor any other format that Actant reads");
  const utf8 = strictUtf8(bytes);
  if (utf8 !== undefined) return { text: utf8, notes: [] };
  const byName = named && !/^utf-?8$/i.test(named) ? decodeAs(bytes, named) : undefined;
  if (byName !== undefined) return { text: byName, notes: noteOf(byName, named!) };
  return damagedUtf8(bytes) ?? detected(bytes);
}
