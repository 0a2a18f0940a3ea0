/** Short and other names bound where they are introduced: "Popular Mobilization Forces (PMF)", "Jimmy Chérizier, alias Barbecue". */
import { candidate, type Candidate } from "./candidate.ts";
import type { NamedSentence } from "./words.ts";

/** A name that means the same as another one, by their keys. */
export interface Binding {
  readonly short: string;
  readonly long: string;
}

const PARENTHESIS =
  /^[\s”"’']*\((?:the |or |known as |also known as |a\.k\.a\. |aka |formerly |now )?["“]?([\p{Lu}\p{N}][\p{L}\p{N}&.’'-]*(?:[ -][\p{Lu}\p{N}][\p{L}\p{N}&.’'-]*){0,3})["”]?[),;]/u;
const ALIAS =
  /^,?\s*\(?(?:(?:better|also|otherwise|commonly|widely|formally|officially|formerly|previously)? ?known (?:locally |formally |widely )?(?:as|by the (?:alias|nom de guerre|nickname)) |a\.k\.a\. |aka |alias |nicknamed |whose nom de guerre is |or )["“‘']?(?=\p{Lu}|al-)/u;

const spans = (name: Candidate, start: number, end: number): boolean => name.start < end && start < name.end;

interface Found {
  readonly names: readonly Candidate[];
  readonly bindings: readonly Binding[];
}

/** The words over a stretch of the text, as a candidate. */
function over(text: string, sentence: NamedSentence, start: number, end: number): Candidate | undefined {
  const first = sentence.words.findIndex((word) => word.start >= start);
  let after = first;
  while (after >= 0 && after < sentence.words.length && sentence.words[after]!.end <= end) after++;
  return first < 0 || after === first ? undefined : candidate(text, sentence, first, after, { origin: "pattern" });
}

const looksShort = (short: string): boolean =>
  /\p{Lu}.*\p{Lu}/u.test(short) && !short.includes(" ") && short.length < 13;

function bracketed(text: string, sentence: NamedSentence, name: Candidate): Candidate | undefined {
  const found = PARENTHESIS.exec(text.slice(name.end, Math.min(sentence.end, name.end + 80)));
  const short = found?.[1];
  if (!found || !short || !looksShort(short)) return undefined;
  const start = name.end + found[0].lastIndexOf(short);
  return over(text, sentence, start, start + short.length);
}

/** A name that an alias phrase directly after `name` brings in. */
function aliased(
  text: string,
  sentence: NamedSentence,
  name: Candidate,
  names: readonly Candidate[],
): Candidate | undefined {
  const found = ALIAS.exec(text.slice(name.end, Math.min(sentence.end, name.end + 80)));
  if (!found) return undefined;
  const start = name.end + found[0].length;
  return names.find((other) => other.start === start || other.start === start + 1);
}

/** Reads one sentence's introductions: its names with the short ones among them, and what means the same. */
export function bindShortNames(text: string, sentence: NamedSentence, names: readonly Candidate[]): Found {
  const bindings: Binding[] = [];
  const brought: Candidate[] = [];
  for (const name of names) {
    const short = bracketed(text, sentence, name);
    if (short) {
      bindings.push({ short: short.key, long: name.key });
      brought.push(names.find((other) => other.start === short.start && other.end === short.end) ?? short);
    }
    const alias = aliased(text, sentence, name, names);
    if (alias) bindings.push({ short: alias.key, long: name.key });
  }
  const others = names.filter((name) => !brought.some((short) => spans(name, short.start, short.end)));
  return { names: [...others, ...brought].sort((a, b) => a.start - b.start), bindings };
}
