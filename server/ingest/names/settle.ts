/** What each name of a document means, decided once for all its mentions. */
import type { EntityKind } from "../../../schema/ontology.ts";
import type { Binding } from "./acronyms.ts";
import type { Candidate } from "./candidate.ts";
import { together, votesFor, type Votes } from "./context.ts";
import type { GazetteerEntry } from "./entry.ts";
import type { Reading } from "./gazetteer.ts";
import { PARTICLES } from "./lexicon.ts";
import type { NamedSentence } from "./words.ts";

/** What a name means. */
export interface Meaning {
  readonly kind: EntityKind;
  readonly name: string;
  readonly entry?: GazetteerEntry | undefined;
}

/** All mentions of one spelling. */
interface Group {
  readonly text: string;
  readonly key: string;
  readonly names: readonly Candidate[];
  readonly votes: Votes;
}

const groupsOf = (text: string, sentences: readonly NamedSentence[], names: readonly Candidate[]): Group[] => {
  const bySpelling = new Map<string, Candidate[]>();
  for (const name of names) {
    const group = bySpelling.get(name.text);
    if (group) group.push(name);
    else bySpelling.set(name.text, [name]);
  }
  return [...bySpelling].map(([spelling, group]) => ({
    text: spelling,
    key: group[0]!.key,
    names: group,
    votes: together(group.map((name) => votesFor(text, sentences[name.sentence]!, name))),
  }));
};

/** The names that stand beside each name in a list. */
function siblingsOf(text: string, names: readonly Candidate[]): ReadonlyMap<string, ReadonlySet<string>> {
  const siblings = new Map<string, Set<string>>();
  const add = (name: string, other: string) => siblings.set(name, (siblings.get(name) ?? new Set()).add(other));
  names.forEach((name, i) => {
    const next = names[i + 1];
    if (next?.sentence !== name.sentence || next.start - name.end > 8) return;
    if (!/^(, (and |or )?|,? and |,? or )$/.test(text.slice(name.end, next.start))) return;
    add(name.text, next.text);
    add(next.text, name.text);
  });
  return siblings;
}

/** How often the document names each state, by which names that mean several things are told apart. */
function countriesOf(groups: readonly Group[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { names } of groups) {
    const countries = new Set(names[0]!.readings.map((r) => r.entry.country ?? ""));
    const [country] = countries;
    if (countries.size !== 1 || !country) continue;
    counts.set(country, (counts.get(country) ?? 0) + names.length);
  }
  return counts;
}

const weigh = (votes: Votes, what: EntityKind | "ACTOR" | "GROUND"): number => votes.get(what) ?? 0;

class Settlement {
  readonly meanings = new Map<string, Meaning>();
  readonly byKey = new Map<string, Meaning>();
  readonly groups: readonly Group[];
  readonly keyed = new Map<string, Group[]>();
  readonly countries: ReadonlyMap<string, number>;

  readonly siblings: ReadonlyMap<string, ReadonlySet<string>>;

  constructor(groups: readonly Group[], siblings: ReadonlyMap<string, ReadonlySet<string>>) {
    this.groups = groups;
    for (const group of groups) {
      const same = this.keyed.get(group.key);
      if (same) same.push(group);
      else this.keyed.set(group.key, [group]);
    }
    this.siblings = siblings;
    this.countries = countriesOf(groups);
  }

  set(group: Group, meaning: Meaning): void {
    this.meanings.set(group.text, meaning);
    if (!this.byKey.has(group.key)) this.byKey.set(group.key, meaning);
  }

  open(): readonly Group[] {
    return this.groups.filter((group) => !this.meanings.has(group.text));
  }

  /** A reading's weight: states first, then what belongs to a state that the document speaks of. */
  rank({ entry, role }: Reading): number {
    const context = entry.country ? Math.min(2, this.countries.get(entry.country) ?? 0) : 0.5;
    return context + (entry.kind === "STATE" && role !== "capital" ? 2.5 : 0) + (entry.kind === "PLACE" ? 0 : 0.3);
  }

  readings({ names }: Group): readonly Reading[] {
    return names[0]!.readings.toSorted((a, b) => this.rank(b) - this.rank(a));
  }

  fromReadings(group: Group): Meaning | undefined {
    const readings = this.readings(group);
    const capital = readings.find((r) => r.role === "capital");
    const best = readings.find((r) => r.role !== "capital");
    if (!capital) return best && meaningOf(best.entry);
    const upper = group.text === group.text.toUpperCase();
    const actor = weigh(group.votes, "ACTOR");
    if (!upper && actor > 0 && actor >= weigh(group.votes, "GROUND") / 2) return meaningOf(capital.entry);
    const place = readings.find((r) => r.role !== "capital" && r.entry.kind !== "STATE");
    return place ? meaningOf(place.entry) : { kind: "PLACE", name: titleCase(group.text) };
  }

  /** Names that are told by the gazetteer or by their own form. */
  settleKnown(): void {
    for (const group of this.open()) {
      const formed = group.names.find((name) => name.kind !== undefined);
      const titled = group.names.some((name) => name.origin === "title");
      const known = this.fromReadings(group);
      if (known && !(titled && known.kind === "PLACE")) this.set(group, known);
      else if (formed?.kind && (formed.after - formed.first > 1 || !titled))
        this.set(group, { kind: formed.kind, name: formed.name ?? group.text });
    }
  }

  settleBindings(bindings: readonly Binding[]): void {
    for (const { short, long } of bindings) {
      const [from, to] = [this.byKey.get(long), this.byKey.get(short)];
      const source = from && from.kind !== "STATE" ? from : undefined;
      if (source) {
        for (const group of this.keyed.get(short) ?? []) this.meanings.set(group.text, source);
        this.byKey.set(short, source);
      } else if (!from && to) for (const group of this.keyed.get(long) ?? []) this.set(group, to);
    }
  }

  /** A group with votes for the kinds of the names that it is listed with: "Hyundai Rotem, LIG Nex1 and …". */
  withSiblings(group: Group): Group {
    const votes: Votes = new Map();
    for (const sibling of this.siblings.get(group.text) ?? []) {
      const kind = this.meanings.get(sibling)?.kind;
      if (kind) votes.set(kind, weigh(votes, kind) + 1.2);
    }
    return { ...group, votes: together([group.votes, votes]) };
  }

  settleUnknown(single: boolean): void {
    for (const group of this.open()) {
      const name = group.names[0]!;
      if ((name.after - name.first === 1) !== single) continue;
      const kind = kindByVotes(this.withSiblings(group), single);
      if (kind) this.set(group, { kind, name: titleCase(group.text) });
    }
  }

  /** Later short forms: a person's surname, a company without its "Ltd." */
  settleShortForms(): void {
    const people = partsOfPeople(this.byKey);
    const longer = beginningsOf(this.byKey);
    for (const group of this.groups) {
      const present = this.meanings.get(group.text);
      if (present?.entry && present.kind !== "EVENT" && !weak(present, group)) continue;
      const person = !present || weak(present, group) ? people.get(group.key) : undefined;
      const found = person ?? (!present?.entry || present.kind === "EVENT" ? longer.get(group.key) : undefined);
      if (found) this.meanings.set(group.text, found);
    }
  }
}

const WITH_SHORT_FORMS: ReadonlySet<EntityKind> = new Set([
  "ORGANIZATION",
  "BASE",
  "MILITIA",
  "MEDIA",
  "AGENCY",
  "EVENT",
]);

/** The beginnings of long names that the gazetteer has not: "Orlan Harbour" of "Orlan Harbour Trading LLC". */
function beginningsOf(byKey: ReadonlyMap<string, Meaning>): ReadonlyMap<string, Meaning> {
  const beginnings = new Map<string, Meaning>();
  for (const [key, meaning] of byKey) {
    const words = key.split(" ");
    if (meaning.entry || !WITH_SHORT_FORMS.has(meaning.kind) || words.length > 12) continue;
    for (let size = 1; size < words.length; size++) {
      const beginning = words.slice(0, size).join(" ");
      if (!beginnings.has(beginning)) beginnings.set(beginning, meaning);
    }
  }
  return beginnings;
}

const meaningOf = (entry: GazetteerEntry): Meaning => ({ kind: entry.kind, name: entry.name, entry });

/** What a person's surname overrides: places and people known by one word only. */
const weak = (meaning: Meaning, group: Group): boolean =>
  !group.key.includes(" ") && (meaning.kind === "PLACE" || (meaning.kind === "PERSON" && !meaning.entry));

/** "GEORGETOWN" as a name is "Georgetown"; short words in capitals are acronyms. */
const titleCase = (text: string): string =>
  text === text.toUpperCase() && text.length > 6 && !/\d/.test(text)
    ? text.toLowerCase().replace(/(^|[\s-])\p{L}/gu, (letter) => letter.toUpperCase())
    : text;

/** The words by which each known person may be named later; a word that two people share means neither. */
function partsOfPeople(byKey: ReadonlyMap<string, Meaning>): ReadonlyMap<string, Meaning> {
  const parts = new Map<string, Meaning | undefined>();
  for (const [key, meaning] of byKey) {
    const words = key.split(" ");
    if (meaning.kind !== "PERSON" || words.length < 2) continue;
    const last = surnames(words);
    for (const part of [...last, words[0]!])
      parts.set(part, !parts.has(part) || parts.get(part)?.name === meaning.name ? meaning : undefined);
  }
  return new Map([...parts].filter((entry): entry is [string, Meaning] => entry[1] !== undefined));
}

/** "al-Alimi" may be "Alimi" or "al-Alimi"; "Padrino López" may be both or either. */
function surnames(words: readonly string[]): string[] {
  const found: string[] = [];
  for (let at = words.length - 1; at > 0; at--) {
    found.push(words.slice(at).join(" "));
    if (!PARTICLES.has(words[at]!)) found.push(words[at]!);
    if (at < words.length - 2 && !PARTICLES.has(words[at]!)) break;
  }
  return found;
}

const OPEN_KINDS: readonly EntityKind[] = [
  "PERSON",
  "PLACE",
  "ORGANIZATION",
  "MILITIA",
  "AGENCY",
  "MEDIA",
  "BASE",
  "MILITARY",
  "EVENT",
];

/** The kind that most speaks for; none for ships, weapons and other things that are no actors and no places. */
function kindByVotes({ votes, names }: Group, single: boolean): EntityKind | undefined {
  if (single && names.some((name) => name.origin === "title")) return "PERSON";
  const ranked = OPEN_KINDS.toSorted((a, b) => weigh(votes, b) - weigh(votes, a));
  const [kind] = ranked;
  return kind && weigh(votes, kind) > 0.4 ? kind : undefined;
}

/** What every spelling in the document means; spellings without a meaning are no names. */
export function settle(
  text: string,
  sentences: readonly NamedSentence[],
  names: readonly Candidate[],
  bindings: readonly Binding[],
): ReadonlyMap<string, Meaning> {
  const settlement = new Settlement(groupsOf(text, sentences, names), siblingsOf(text, names));
  settlement.settleKnown();
  settlement.settleBindings(bindings);
  settlement.settleShortForms();
  settlement.settleUnknown(false);
  settlement.settleBindings(bindings);
  settlement.settleShortForms();
  settlement.settleUnknown(true);
  settlement.settleBindings(bindings);
  return settlement.meanings;
}
