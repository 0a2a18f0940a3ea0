/** Which language a text is in, and the sentences of texts that are not English. */
import { detectAll } from "tinyld";
import { UNDETERMINED } from "../../schema/language.ts";
import type { Span } from "../../schema/model.ts";

/** Words that English cannot do without and that few other languages write. */
const ENGLISH: ReadonlySet<string> = new Set(
  "the of and to that with said by from for on has have was were is are it its their which who will would".split(" "),
);
/** Running English has about one such word in three, lists of names and headlines far fewer. */
const ENOUGH_ENGLISH = 0.12;
/** Those of them that are words in no neighbouring language: in a short text one is enough. */
const ONLY_ENGLISH: ReadonlySet<string> = new Set(
  "the of and that with said by from which who would their its were are have".split(" "),
);
const SHORT = 40;
const SAMPLE = 3_000;
const FEW_WORDS = 6;

/** Parts from the beginning, the middle and the end, so that a foreign quotation at the top does not decide. */
function sampleOf(text: string): string {
  if (text.length <= SAMPLE * 3) return text;
  const middle = text.length >> 1;
  return [text.slice(0, SAMPLE), text.slice(middle, middle + SAMPLE), text.slice(-SAMPLE)].join("\n");
}

const share = (sample: string, script: RegExp): number =>
  (sample.match(script)?.length ?? 0) / Math.max(sample.match(/\p{L}/gu)?.length ?? 0, 1);

/** What the library takes lists of names for. */
const UNLIKELY: ReadonlySet<string> = new Set(["tlh", "vo", "eo", "la", "tk", "ber", "rn", "en"]);

function fromScript(sample: string): string | undefined {
  if (share(sample, /\p{Script=Latin}/gu) > 0.5) return undefined;
  const guess = detectAll(sample)[0]?.lang;
  if (guess && !UNLIKELY.has(guess)) return guess;
  return share(sample, /\p{Script=Han}/gu) > 0.5 ? "zh" : UNDETERMINED;
}

/** The language of a text. English where it may well be: a text that is not read is lost to the graph. */
export function languageOf(text: string): string {
  const sample = sampleOf(text);
  const words = sample.match(/\p{L}+/gu) ?? [];
  const english = words.filter((word) => ENGLISH.has(word.toLowerCase())).length;
  if (words.length === 0 || english / words.length >= ENOUGH_ENGLISH) return "en";
  if (words.length < SHORT && words.some((word) => ONLY_ENGLISH.has(word.toLowerCase()))) return "en";
  const script = fromScript(sample);
  if (script) return script;
  // Names alone look like any language; a language shows itself by its small words.
  const small = words.filter((word) => word === word.toLowerCase()).length;
  const [best] = detectAll(sample);
  if (!best || UNLIKELY.has(best.lang) || words.length < FEW_WORDS || small * 2 < words.length) return "en";
  return english > 0 && best.accuracy < 0.5 ? "en" : best.lang;
}

const BLOCK = /(?:[^\r\n]|\r?\n(?![ \t]*(?:\r?\n|$)))+/gu;

/** The segmenter takes time as the square of what it is given. */
const WINDOW = 4_000;

function* segmentsOf(segmenter: Intl.Segmenter, block: string): Generator<Span> {
  let from = 0;
  while (from < block.length) {
    const window = block.slice(from, from + WINDOW);
    const isLast = from + WINDOW >= block.length;
    const segments = [...segmenter.segment(window)];
    // The last one may go on in the next window, unless it fills this one.
    const whole = isLast || segments.length === 1 ? segments : segments.slice(0, -1);
    for (const { segment, index } of whole) yield { start: from + index, end: from + index + segment.length };
    from += whole.reduce((sum, { segment }) => sum + segment.length, 0);
  }
}

/** The sentences of a text in any language, by Unicode's rules; paragraphs end them. */
export function sentencesIn(language: string, text: string, from: number): Span[] {
  const segmenter = new Intl.Segmenter(language === UNDETERMINED ? undefined : language, { granularity: "sentence" });
  const spans: Span[] = [];
  for (const block of text.slice(from).matchAll(BLOCK)) {
    // A line end inside a paragraph is a space of the same length, so that places stay.
    const flat = block[0].replaceAll(/[\r\n]/g, " ");
    for (const span of segmentsOf(segmenter, flat)) {
      const segment = flat.slice(span.start, span.end);
      const start = from + block.index + span.start + (segment.length - segment.trimStart().length);
      const end = start + segment.trim().length;
      if (end > start) spans.push({ start, end });
    }
  }
  return spans;
}
