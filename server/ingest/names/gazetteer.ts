/** The gazetteer as it is looked up: names by their folded words, the longest first. */
import type { GazetteerEntry } from "./entry.ts";
import { fold, type Gap, isCapitalised, type Word } from "./words.ts";

/** What a name means of its entry: itself, a people or adjective, or a city that may stand for the state. */
export type Role = "name" | "demonym" | "capital";

interface Alias {
  readonly entry: GazetteerEntry;
  readonly role: Role;
  readonly text: string;
  /** Its words, found when it is first compared with a text. */
  words?: readonly Word[];
}

/** Ends with a full stop that belongs to it ("U.S."). */
const isDotted = (alias: Alias): boolean => alias.text.endsWith(".");

export interface Reading {
  readonly entry: GazetteerEntry;
  readonly role: Role;
}

/** The longest known name that begins at a word, and everything that it may mean. */
export interface Match {
  readonly length: number;
  readonly dotted: boolean;
  readonly readings: readonly Reading[];
}

export interface Gazetteer {
  readonly entries: readonly GazetteerEntry[];
  match(words: readonly Word[], at: number): Match | undefined;
  /** What a name written exactly so may mean. */
  readings(name: string): readonly Reading[];
}

const WORD = /[\p{L}\p{N}][\p{L}\p{N}\p{M}]*(?:['’ʼ‘ʿʾ`][\p{L}\p{N}\p{M}]+)*/gu;

function gapIn(between: string): Gap {
  if (between.includes(".")) return "period";
  if (between.includes("&") || between.includes("/")) return "and";
  return between.includes("'") || between.includes("’") ? "apostrophe" : "space";
}

/** The words of an alias, as `words.ts` would find them in a text. */
function aliasWords(alias: string): Word[] {
  const words: Word[] = [];
  let end = 0;
  for (const found of alias.matchAll(WORD)) {
    const clitic = /^(.+)['’]s$/u.exec(found[0]);
    const texts = clitic ? [clitic[1] ?? "", "s"] : [found[0]];
    texts.forEach((text, i) => {
      const gap = i > 0 ? "clitic" : words.length ? gapIn(alias.slice(end, found.index)) : "start";
      words.push({ start: 0, end: 0, text, key: fold(text), shape: "lower", gap, token: -1, pos: undefined });
    });
    end = found.index + found[0].length;
  }
  return words;
}

const isAcronym = (text: string): boolean => text === text.toUpperCase() && text !== text.toLowerCase();
const beginsUpper = (text: string): boolean => text.charAt(0) !== text.charAt(0).toLowerCase();

/** Whether a word of the text may stand for a word of the alias as to its capitals. */
function sameCase(alias: Word, word: Word, single: boolean): boolean {
  if (alias.text === word.text) return true;
  if (isAcronym(alias.text) && alias.text.length > 1) return single ? false : word.shape === "upper";
  if (!beginsUpper(alias.text)) return true;
  if (word.shape === "upper") return word.text.length > 3 || !single;
  return isCapitalised(word) || (word.shape === "number" && alias.shape === "number");
}

/** Whether what stands before a word of the text can stand inside a name. */
function sameGap(alias: Word, word: Word, before: Word): boolean {
  if (alias.gap === "clitic" || word.gap === "clitic") return alias.gap === word.gap;
  if (word.gap === "space" || word.gap === "hyphen") return alias.gap !== "period" || before.text.length > 1;
  if (word.gap === "period") return alias.gap === "period" || before.text.length <= 2;
  return word.gap === "apostrophe" || word.gap === "and" ? alias.gap === word.gap || alias.gap === "apostrophe" : false;
}

function fits(alias: Alias, words: readonly Word[], at: number): boolean {
  const own = (alias.words ??= aliasWords(alias.text));
  const single = own.length === 1;
  return own.every((part, i) => {
    const word = words[at + i]!;
    return sameCase(part, word, single) && (i === 0 || sameGap(part, word, words[at + i - 1]!));
  });
}

type Index = Map<string, Alias[]>;

/** An article is part of an outlet's name only; a name's distinction in brackets is no part of it. */
function bare(name: string, kind: string): string {
  const text = name.endsWith(")") ? name.replace(/ \([^)]*\)$/, "") : name;
  return text.startsWith("the ") || (kind !== "MEDIA" && text.startsWith("The ")) ? text.slice(4) : text;
}

const PLAIN = /^[A-Za-z]+( [A-Za-z]+)*$/;

/** The key under which an alias is found: its folded words. */
const aliasKey = (text: string): string =>
  PLAIN.test(text)
    ? text.toLowerCase()
    : aliasWords(text)
        .map((word) => word.key)
        .join(" ");

function addAlias(index: Index, longest: Map<string, number>, entry: GazetteerEntry, role: Role, name: string): void {
  const text = bare(name, entry.kind);
  const key = aliasKey(text);
  if (!key) return;
  const same = index.get(key);
  if (same) same.push({ entry, role, text });
  else index.set(key, [{ entry, role, text }]);
  const words = key.split(" ");
  longest.set(words[0]!, Math.max(longest.get(words[0]!) ?? 0, words.length));
}

function readingsOf(aliases: readonly Alias[]): Reading[] {
  const readings = aliases.map(({ entry, role }) => ({ entry, role }));
  return readings.filter(
    (r, i) => readings.findIndex((other) => other.entry === r.entry && other.role === r.role) === i,
  );
}

/** The index of entries by which names are found. An entry given later replaces one of the same kind, name and country. */
export function compileGazetteer(given: readonly GazetteerEntry[]): Gazetteer {
  const unique = new Map(given.map((entry) => [`${entry.kind} ${entry.country} ${entry.name}`, entry]));
  const entries = [...unique.values()];
  const index: Index = new Map();
  const longest = new Map<string, number>();
  for (const entry of entries) {
    for (const name of [entry.name, ...entry.aliases]) addAlias(index, longest, entry, "name", name);
    for (const name of entry.demonyms ?? []) {
      addAlias(index, longest, entry, "demonym", name);
      if (/(an|i)$/.test(name)) addAlias(index, longest, entry, "demonym", `${name}s`);
    }
    for (const name of entry.capitals ?? []) addAlias(index, longest, entry, "capital", name);
  }
  return {
    entries,
    match(words, at) {
      const most = Math.min(longest.get(words[at]!.key) ?? 0, words.length - at);
      for (let length = most; length > 0; length--) {
        const key =
          length === 1
            ? words[at]!.key
            : words
                .slice(at, at + length)
                .map((w) => w.key)
                .join(" ");
        const found = (index.get(key) ?? []).filter((alias) => fits(alias, words, at));
        if (found.length) return { length, dotted: found.some(isDotted), readings: readingsOf(found) };
      }
      return undefined;
    },
    readings: (name) => readingsOf(index.get(aliasKey(name)) ?? []),
  };
}
