/** The inflected forms of the verbs that frames name, so that a wrong lemma or part of speech does not hide them. */
import forms from "./forms.json" with { type: "json" };
import { VERB_FRAMES } from "./lexicon.ts";
import modality from "./modality.json" with { type: "json" };

const IRREGULAR = new Map(
  forms.irregular.split(" ").map((entry) => {
    const [lemma = "", past = ""] = entry.split(":");
    return [lemma, past.split(",")] as const;
  }),
);

const VOWEL = /[aeiou]/;
const DOUBLING = /^[^aeiou]*[aeiou][bdgmnprt]$/;

function pasts(lemma: string): readonly string[] {
  const irregular = IRREGULAR.get(lemma);
  if (irregular) return irregular;
  if (lemma.endsWith("e")) return [`${lemma}d`];
  if (lemma.endsWith("y") && !VOWEL.test(lemma.at(-2) ?? "")) return [`${lemma.slice(0, -1)}ied`];
  return [`${lemma}${DOUBLING.test(lemma) ? lemma.at(-1) : ""}ed`];
}

function third(lemma: string): string {
  if (lemma.endsWith("y") && !VOWEL.test(lemma.at(-2) ?? "")) return `${lemma.slice(0, -1)}ies`;
  return /(?:s|x|z|ch|sh|o)$/.test(lemma) ? `${lemma}es` : `${lemma}s`;
}

function gerund(lemma: string): string {
  if (lemma.endsWith("e") && !lemma.endsWith("ee")) return `${lemma.slice(0, -1)}ing`;
  return `${lemma}${DOUBLING.test(lemma) ? lemma.at(-1) : ""}ing`;
}

/** How a form of a verb ends. */
export type Ending = "base" | "third" | "past" | "gerund";

/** A form of a verb that frames name. */
export interface Form {
  readonly lemma: string;
  readonly ending: Ending;
}

function formsOf(lemma: string): (readonly [string, Form])[] {
  return [
    [lemma, { lemma, ending: "base" }],
    [third(lemma), { lemma, ending: "third" }],
    [gerund(lemma), { lemma, ending: "gerund" }],
    ...pasts(lemma).map((past) => [past, { lemma, ending: "past" as const }] as const),
  ];
}

const VERBS = new Set([
  ...VERB_FRAMES.keys(),
  ...[modality.speech, modality.negating, modality.planning, modality.wishing, modality.denying].flatMap((l) =>
    l.split(" "),
  ),
]);

/** The verbs that frames name, by every form. */
export const FORMS: ReadonlyMap<string, Form> = new Map([...VERBS].flatMap(formsOf));
