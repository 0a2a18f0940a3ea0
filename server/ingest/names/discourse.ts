/** What a text has spoken of so far, and how likely a word refers back to each of it. */
import type { EntityId } from "../../../schema/ids.ts";
import type { EntityKind } from "../../../schema/ontology.ts";
import type { NamedMention, Token } from "../analysis.ts";
import type { NamedSentence } from "./words.ts";

/** A mention with its role in its sentence. */
export interface Spoken extends NamedMention {
  readonly kind: EntityKind;
  /** How much it stands in the foreground: subjects more than objects, objects more than the rest. */
  readonly weight: number;
  /** The mention modifies a plural noun, which "they" may mean: "Rwandan troops". */
  readonly plural: boolean;
  /** Index of the token that it is coordinated with, or its own. */
  readonly coordination: number;
  /** Index of the token that governs its clause. */
  readonly governor: number;
}

const ROLES: readonly (readonly [RegExp, number])[] = [
  [/^nsubj/, 2],
  [/^obj|^iobj/, 1],
  [/^nmod:poss/, 0.8],
  [/^obl:agent/, 0.9],
  [/^obl|^nmod/, 0.5],
];

const roleWeight = (relation: string): number => ROLES.find(([role]) => role.test(relation))?.[1] ?? 0.6;

/** Index of the token of a mention whose governor lies outside of it. */
export function headIndex(tokens: readonly Token[], start: number, end: number): number {
  const first = tokens.findIndex((token) => token.end > start);
  for (let at = first; at >= 0 && at < tokens.length && tokens[at]!.start < end; at++) {
    const governor = tokens[tokens[at]!.head];
    if (!governor || governor.start >= end || governor.end <= start) return at;
  }
  return first;
}

const isModifier = (relation: string): boolean => /^(amod|compound|nmod:poss)$/.test(relation);
const isPlural = (token: Token | undefined): boolean =>
  token?.pos === "NOUN" && token.text.toLowerCase() !== token.lemma && token.text.endsWith("s");

function coordinated(tokens: readonly Token[], at: number): number {
  let head = at;
  for (let steps = 0; tokens[head]?.relation === "conj" && steps < 20; steps++) head = tokens[head]!.head;
  return head;
}

/** A mention as the discourse keeps it. */
export function speakOf(sentence: NamedSentence, mention: NamedMention, kind: EntityKind): Spoken {
  const { tokens } = sentence;
  const at = headIndex(tokens, mention.start, mention.end);
  const noun = tokens[tokens[at]?.head ?? -1];
  const plural = isModifier(tokens[at]?.relation ?? "") && isPlural(noun);
  const coordination = coordinated(tokens, at);
  const relation = tokens[coordination]?.relation ?? "";
  const coordinatedLater = coordination === at ? 0 : 0.3;
  const weight =
    plural && noun ? Math.max(0.6, roleWeight(noun.relation) - 0.3) : roleWeight(relation) - coordinatedLater;
  return { ...mention, kind, weight, plural, coordination, governor: tokens[coordination]?.head ?? -1 };
}

/** An entity with the likelihood that a word refers to it. */
export interface Antecedent {
  readonly entity: EntityId;
  readonly score: number;
}

/** The best antecedents among what was spoken of, one for each entity, the likeliest first. */
export function rankAntecedents(
  spoken: readonly Spoken[],
  sentence: number,
  fit: (one: Spoken) => number | undefined,
): Antecedent[] {
  const best = new Map<EntityId, number>();
  spoken.forEach((one, order) => {
    const fitness = fit(one);
    if (fitness === undefined) return;
    const score = one.weight + fitness - 1.1 * (sentence - one.sentence) + order / (10 * spoken.length);
    const before = best.get(one.entity);
    best.set(one.entity, before === undefined ? score : Math.max(before, score) + 0.2);
  });
  return [...best].map(([entity, score]) => ({ entity, score })).toSorted((a, b) => b.score - a.score);
}

/** The likeliest antecedent, if it is clearly likelier than the next. */
export function clearest(antecedents: readonly Antecedent[], margin = 0.25): EntityId | undefined {
  const [first, second] = antecedents;
  return first && (!second || first.score - second.score >= margin) ? first.entity : undefined;
}
