/**
 * How well a name answers a search. Lower is better; within a class the entity with more edges comes first, then the
 * smaller id. An entity is as good as its best name.
 */
import { isForgiven, oneErrorApart } from "./spelling.ts";
import { holdsWords, searchWords, type SearchWords, words } from "./words.ts";

/** 0 the name itself · 1 an alias · 2 begins with the query · 3 has all its words · 4 has them but for typing errors. */
export const NAME_CLASSES = { name: 0, alias: 1, beginning: 2, words: 3, spelling: 4 } as const;

const near = (wanted: string, found: readonly string[]) =>
  isForgiven(wanted) && found.some((word) => oneErrorApart(wanted, word));

const holdsNearly = (found: readonly string[], { whole, last }: SearchWords) =>
  whole.every((word) => found.includes(word) || near(word, found)) &&
  (found.some((word) => word.startsWith(last)) || near(last, found));

/** The class of one name for a search, or undefined where it does not answer it. */
export function nameClass(query: string, name: string, isAlias: boolean): number | undefined {
  const search = searchWords(query);
  if (!search) return undefined;
  const found = words(name);
  const [line, wanted] = [found.join(" "), words(query).join(" ")];
  if (line === wanted) return isAlias ? NAME_CLASSES.alias : NAME_CLASSES.name;
  if (line.startsWith(wanted)) return NAME_CLASSES.beginning;
  if (holdsWords(found, search)) return NAME_CLASSES.words;
  return holdsNearly(found, search) ? NAME_CLASSES.spelling : undefined;
}

/** The form by which `entityByName` finds a name: any case, any spacing. */
export const exactName = (name: string): string => name.normalize("NFC").replace(/\s+/gu, " ").trim().toLowerCase();
