/** The candidates for names in one sentence: what the gazetteer knows, and what runs of capitalised words look like. */
import { candidate, type Candidate, type CandidateParts } from "./candidate.ts";
import type { Gazetteer, Match, Reading } from "./gazetteer.ts";
import { type Institution, institutionAt } from "./institution.ts";
import { ministryName } from "./ministries.ts";
import {
  HEADS,
  INSTITUTION_WORDS,
  HONOURED,
  LEADS,
  NEVER_ALONE,
  NO_ENTITIES,
  SHIP_PREFIXES,
  TITLE_CORES,
} from "./lexicon.ts";
import { beginsName, runEnd } from "./runs.ts";
import { titleEnd } from "./titles.ts";
import { isCapitalised, type NamedSentence, type Word } from "./words.ts";

/** What a sentence is read with. */
export interface Reader {
  readonly text: string;
  readonly gazetteer: Gazetteer;
  /** Whether a word that begins a sentence is written so in mid-sentence too, or is a proper noun by its grammar. */
  readonly isProper: (word: Word) => boolean;
  /** Whether "the North" and "the South" are the two Koreas here. */
  readonly ofKorea: boolean;
}

const SMALL = new Set("a an and as at by for from in into is of off on or over s the to up via vs with".split(" "));

/** In a heading all but small words are capitalised and no full stop ends it, so that capitals mean nothing there. */
export function isHeading(text: string, sentence: NamedSentence): boolean {
  if (sentence.words.length < 5 || /[.!?…”"’)]/.test(text.charAt(sentence.end - 1))) return false;
  return sentence.words.every((word) => word.shape !== "lower" || SMALL.has(word.key));
}

class Scan {
  readonly found: Candidate[] = [];
  readonly words: readonly Word[];
  readonly reader: Reader;
  readonly sentence: NamedSentence;

  constructor(reader: Reader, sentence: NamedSentence) {
    this.reader = reader;
    this.sentence = sentence;
    this.words = sentence.words;
  }

  add(first: number, after: number, parts: CandidateParts): number {
    this.found.push(candidate(this.reader.text, this.sentence, first, after, parts));
    return after;
  }

  match(at: number): Match | undefined {
    const match = this.reader.gazetteer.match(this.words, at);
    if (match && this.isForeign(at, match)) return undefined;
    const doubtful = at === 0 && match?.length === 1 && !this.reader.isProper(this.words[at]!);
    return doubtful && !stateOf(match.readings) ? undefined : match;
  }

  /** "Pakistan's Foreign Office" is not the British one. */
  isForeign(at: number, match: Match): boolean {
    const owner =
      this.words[at]!.gap === "space" && this.words[at - 1]?.gap === "clitic" ? this.found.at(-1) : undefined;
    if (!owner || owner.after !== at - 1) return false;
    const states = owner.readings.filter((r) => r.entry.kind === "STATE").map((r) => r.entry.country);
    const foreign = ({ entry }: Reading) =>
      ["AGENCY", "GOVERNMENT", "MILITARY"].includes(entry.kind) && entry.country && !states.includes(entry.country);
    return states.length > 0 && match.readings.every(foreign);
  }

  /** A known name; "Second" in "Second Marquetalia" and "Ali" in "Ali Hassan" are not yet decided here. */
  known(at: number, match: Match): number {
    return this.add(at, at + match.length, { origin: "gazetteer", readings: match.readings, dotted: match.dotted });
  }

  run(): Candidate[] {
    const heading = isHeading(this.reader.text, this.sentence);
    let at = 0;
    while (at < this.words.length) {
      if (!heading && beginsName(this.words, at)) {
        const end = runEnd(this.words, at);
        at = Math.max(this.segments(at, end), at + 1);
      } else {
        const match = this.match(at);
        at = match && (match.length > 1 || /\p{Lu}/u.test(this.words[at]!.text)) ? this.known(at, match) : at + 1;
      }
    }
    return this.found;
  }

  segments(from: number, end: number): number {
    let at = from;
    while (at < end) {
      const word = this.words[at]!;
      const particle = word.shape === "lower" && !beginsName(this.words, at);
      at = particle || word.gap === "clitic" ? at + 1 : this.segment(at, end);
    }
    return at;
  }

  segment(at: number, end: number): number {
    const match = this.match(at);
    const title = titleEnd(this.words, at, end);
    const { key } = this.words[at]!;
    const titled = title > at && !INSTITUTION_WORDS.has(key) && !HONOURED.has(key);
    const institution = titled ? undefined : institutionAt(this.words, at, end);
    const known = match ? at + match.length : at;
    const body = institution?.after ?? at;
    if (match && known >= Math.max(body, title)) return this.orLonger(at, end, match);
    if (title > at && title >= body) return this.person(title, this.ownEnd(title, end));
    if (institution && body > known) return this.institution(at, institution, match);
    return this.unknown(at, this.ownEnd(at, end));
  }

  /** After a known name the run may go on with an unknown one, to which the known word belongs: "Israel Katz". */
  orLonger(at: number, end: number, match: Match): number {
    const after = at + match.length;
    const next = this.words[after];
    const firm =
      match.length > 1 || match.readings.some((r) => r.role === "demonym") || this.words[at]!.shape === "upper";
    if (firm || after >= end || !next || next.gap !== "space" || !isCapitalised(next)) return this.known(at, match);
    const common = INSTITUTION_WORDS.has(next.key) || NEVER_ALONE.has(next.key) || TITLE_CORES.has(next.key);
    if (common || this.match(after) || institutionAt(this.words, after, end)) return this.known(at, match);
    return this.add(at, this.ownEnd(at, end, after), { origin: "run", readings: [] });
  }

  /** The end of an unknown name: before a title or a known name of several words. */
  ownEnd(at: number, end: number, from = at + 1): number {
    for (let i = from; i < end; i++) {
      if (this.words[i]!.shape === "lower") continue;
      if ((this.match(i)?.length ?? 0) > 1 && this.words[i]!.gap !== "hyphen") return this.trimmed(at, i);
      if (titleEnd(this.words, i, end) > i && i > at + 1) return this.trimmed(at, i);
    }
    return this.trimmed(at, end);
  }

  trimmed(at: number, end: number): number {
    let after = end;
    while (after > at + 1 && this.words[after - 1]!.shape === "lower" && this.words[after - 1]!.gap !== "hyphen")
      after--;
    return after;
  }

  person(at: number, after: number): number {
    const start = this.overRetired(at);
    const word = this.words[start];
    if (!word || !isCapitalised(word)) return at;
    if (start === at && after > at) return this.named(at, after);
    return start > at && beginsName(this.words, start)
      ? this.named(start, this.ownEnd(start, runEnd(this.words, start)))
      : at;
  }

  /** "Adm. (ret.) Ramon Villareal". */
  overRetired(at: number): number {
    const word = this.words[at];
    return word?.key === "ret" || word?.key === "retd" ? at + 1 : at;
  }

  named(at: number, after: number): number {
    const match = this.match(at);
    if (match && at + match.length >= after) return this.known(at, match);
    return this.add(at, after, { origin: "title", kind: "PERSON" });
  }

  /** "U.S. Navy" is one name where the gazetteer has the navy as American; "Iraqi" stands apart from "Hashd al-Shaabi". */
  institution(at: number, { after, kind }: Institution, match: Match | undefined): number {
    const second = match && at + match.length < after ? this.match(at + match.length) : undefined;
    if (match && second && at + match.length + second.length >= after) {
      return this.ownBody(match, second) ? this.together(at, match, second) : this.known(at, match);
    }
    const start = this.initialCommon(at) ? at + 1 : at;
    if (start > at) return start;
    const dotted = /^(ltd|co|inc|corp)$/.test(this.words[after - 1]!.key);
    return this.add(at, after, { origin: "head", kind, dotted, name: this.ministry(at, after, match) });
  }

  /** The canonical name of a ministry, with the state before it: "Finnish Defence Ministry", "Brazil's Defense Ministry". */
  ministry(at: number, after: number, match: Match | undefined): string | undefined {
    const own = stateOf(match?.readings);
    const texts = this.words.slice(own ? at + match!.length : at, after).map((word) => word.text);
    const owner = this.words[at - 1]?.gap === "clitic" ? this.found.at(-1) : undefined;
    return ministryName(texts, own ?? (owner?.after === at - 1 ? stateOf(owner.readings) : undefined));
  }

  ownBody(match: Match, second: Match): boolean {
    const states = new Set(match.readings.filter((r) => r.entry.kind === "STATE").map((r) => r.entry.country));
    return second.readings.some(
      ({ entry }) => ["AGENCY", "MILITARY", "GOVERNMENT"].includes(entry.kind) && states.has(entry.country),
    );
  }

  together(at: number, match: Match, second: Match): number {
    const after = at + match.length + second.length;
    const generic = HEADS.has(this.words[after - 1]!.key) || second.length > 2;
    if (!generic) return this.known(at, match);
    const states = new Set(match.readings.map((r) => r.entry.country));
    return this.add(at, after, {
      origin: "gazetteer",
      readings: second.readings.filter((r) => states.has(r.entry.country)),
      dotted: second.dotted,
    });
  }

  /** A word that is capitalised only because it begins the sentence. */
  initialCommon(at: number): boolean {
    const word = this.words[at]!;
    return at === 0 && !INSTITUTION_WORDS.has(word.key) && !LEADS.has(word.key) && !this.reader.isProper(word);
  }

  unknown(at: number, after: number): number {
    const word = this.words[at]!;
    const single = after === at + 1;
    if (single && at === 0 && !this.reader.isProper(word)) return after;
    if (this.initialCommon(at) && (this.match(at + 1) || !isCapitalised(this.words[at + 1]))) return at + 1;
    if (single && this.reader.ofKorea && /^(north|south)$/.test(word.key) && this.words[at - 1]?.key === "the")
      return this.add(at, after, { origin: "pattern", readings: this.reader.gazetteer.readings(`${word.text} Korea`) });
    if (NO_ENTITIES.has(this.words[after - 1]!.key) || (word.shape === "upper" && SHIP_PREFIXES.has(word.key)))
      return after;
    if (single && (NEVER_ALONE.has(word.key) || this.insignificant(at))) return after;
    const common = this.words
      .slice(at, after)
      .every((w) => NEVER_ALONE.has(w.key) || w.shape === "lower" || w.text.length === 1);
    return common ? after : this.add(at, after, { origin: "run" });
  }

  /** Single letters and designations of equipment, such as the "F" of "F-16" and "Il-20". */
  insignificant(at: number): boolean {
    const word = this.words[at]!;
    const next = this.words[at + 1];
    return (
      word.text.length === 1 || (next?.gap === "hyphen" && next.shape === "number" && !/^(19|20)\d\d$/.test(next.text))
    );
  }
}

const stateOf = (readings: readonly Reading[] | undefined): string | undefined =>
  readings?.find((r) => r.entry.kind === "STATE")?.entry.name;

/** The candidates of a sentence, in text order; they do not overlap. */
export const scanSentence = (reader: Reader, sentence: NamedSentence): Candidate[] => new Scan(reader, sentence).run();
