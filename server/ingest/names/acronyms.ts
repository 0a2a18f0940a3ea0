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

interface Found {
  readonly names: readonly Candidate[];
  readonly bindings: readonly Binding[];
}

/** The words over a stretch of the text that begins after `name`, as a candidate. */
function over(
  text: string,
  sentence: NamedSentence,
  name: Candidate,
  start: number,
  end: number,
): Candidate | undefined {
  let first = name.after;
  while (first < sentence.words.length && sentence.words[first]!.start < start) first++;
  let after = first;
  while (after < sentence.words.length && sentence.words[after]!.end <= end) after++;
  return after === first ? undefined : candidate(text, sentence, first, after, { origin: "pattern" });
}

const looksShort = (short: string): boolean =>
  /\p{Lu}.*\p{Lu}/u.test(short) && !short.includes(" ") && short.length < 13;

function bracketed(text: string, sentence: NamedSentence, name: Candidate): Candidate | undefined {
  const found = PARENTHESIS.exec(text.slice(name.end, Math.min(sentence.end, name.end + 80)));
  const short = found?.[1];
  if (!found || !short || !looksShort(short)) return undefined;
  const start = name.end + found[0].lastIndexOf(short);
  return over(text, sentence, name, start, start + short.length);
}

/** A name that an alias phrase directly after `names[at]` brings in. */
function aliased(
  text: string,
  sentence: NamedSentence,
  names: readonly Candidate[],
  at: number,
): Candidate | undefined {
  const { end } = names[at]!;
  const found = ALIAS.exec(text.slice(end, Math.min(sentence.end, end + 80)));
  const next = names[at + 1];
  if (!found || !next) return undefined;
  const start = end + found[0].length;
  return next.start === start || next.start === start + 1 ? next : undefined;
}

/** Names in text order, of which those brought in in brackets go before others in the same place. */
function withBrought(names: readonly Candidate[], brought: ReadonlySet<Candidate>): Candidate[] {
  const kept: Candidate[] = [];
  for (const name of [...new Set([...names, ...brought])].sort((a, b) => a.start - b.start)) {
    const last = kept.at(-1);
    if (!last || last.end <= name.start) kept.push(name);
    else if (brought.has(name) && !brought.has(last)) kept.splice(-1, 1, name);
  }
  return kept;
}

/** Reads one sentence's introductions: its names with the short ones among them, and what means the same. */
export function bindShortNames(text: string, sentence: NamedSentence, names: readonly Candidate[]): Found {
  const bindings: Binding[] = [];
  const brought = new Set<Candidate>();
  names.forEach((name, at) => {
    const short = bracketed(text, sentence, name);
    if (short) {
      const next = names[at + 1];
      bindings.push({ short: short.key, long: name.key });
      brought.add(next?.start === short.start && next.end === short.end ? next : short);
    }
    const alias = aliased(text, sentence, names, at);
    if (alias) bindings.push({ short: alias.key, long: name.key });
  });
  return { names: brought.size ? withBrought(names, brought) : names, bindings };
}
