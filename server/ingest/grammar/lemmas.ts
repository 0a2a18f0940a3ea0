import { TAGS } from "./tags.ts";
import { ownCopy } from "./words.ts";

/**
 * How forms turn into lemmas: under "tag form" for whole words and "tag ~ending" for endings, the longest ending first.
 * A change is the number of letters to take off the end and the letters to put there: "3y" turns "cities" into "city".
 */
export type LemmaRules = ReadonlyMap<string, string>;

export const LONGEST_ENDING = 6;

/** The dictionary form of a word; in lower case, except that names keep theirs. */
export function lemmaOf(text: string, tag: number, rules: LemmaRules): string {
  const name = TAGS[tag]!;
  if (name.startsWith("PROPN")) return text;
  const form = text.toLowerCase().replaceAll(/[’ʼ]/gu, "'");
  const change = rules.get(`${name} ${form}`) ?? changeByEnding(form, name, rules);
  return applyChange(form, change);
}

/** The change that the longest known ending asks for. */
export function changeByEnding(form: string, tag: string, rules: LemmaRules): string {
  for (let size = Math.min(LONGEST_ENDING, form.length - 1); size > 0; size--) {
    const change = rules.get(`${tag} ~${form.slice(-size)}`);
    if (change !== undefined) return change;
  }
  return "0";
}

/** Takes letters off the end of a form and puts others there; a change that does not fit leaves the form alone. */
export function applyChange(form: string, change: string): string {
  const cut = Number.parseInt(change, 10);
  if (!(cut >= 0) || cut > form.length) return form;
  return form.slice(0, form.length - cut) + change.slice(String(cut).length) || form;
}

/** Words with a tag whose lemma is remembered. */
const MOST_LEMMAS = 32_768;
const LONGEST_WORD = 40;

/** Gives lemmas, and remembers them. */
export class Lemmatizer {
  readonly #rules: LemmaRules;
  readonly #byTag: Map<string, string>[] = TAGS.map(() => new Map());
  #size = 0;

  constructor(rules: LemmaRules) {
    this.#rules = rules;
  }

  /** The dictionary form of a word. */
  lemmaOf(text: string, tag: number): string {
    if (IS_NAME[tag]) return text;
    const known = this.#byTag[tag]!.get(text);
    if (known !== undefined) return known;
    const lemma = lemmaOf(text, tag, this.#rules);
    if (text.length <= LONGEST_WORD) this.#remember(text, tag, lemma);
    return lemma;
  }

  #remember(text: string, tag: number, lemma: string): void {
    if (this.#size++ >= MOST_LEMMAS) {
      for (const lemmas of this.#byTag) lemmas.clear();
      this.#size = 1;
    }
    this.#byTag[tag]!.set(ownCopy(text), ownCopy(lemma));
  }
}

const IS_NAME = TAGS.map((tag) => tag.startsWith("PROPN"));
