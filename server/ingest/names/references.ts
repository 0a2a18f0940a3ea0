/** Words that refer back to entities named at most two sentences before: "it", "the group", "the two countries". */
import type { EntityId } from "../../../schema/ids.ts";
import type { DocumentEntity } from "../../../schema/model.ts";
import type { EntityKind } from "../../../schema/ontology.ts";
import type { NamedMention, Reference, Token } from "../analysis.ts";
import { DESCRIPTIONS, NUMBERS, PLURAL_DESCRIPTIONS } from "./descriptions.ts";
import { clearest, rankAntecedents, speakOf, type Spoken } from "./discourse.ts";
import type { NamedSentence } from "./words.ts";

const PRONOUNS: ReadonlyMap<string, "it" | "they" | "person"> = new Map([
  ["it", "it"],
  ["its", "it"],
  ["itself", "it"],
  ["they", "they"],
  ["them", "they"],
  ["their", "they"],
  ["he", "person"],
  ["him", "person"],
  ["his", "person"],
  ["she", "person"],
  ["her", "person"],
]);

/** How well a kind goes with "it", and how well with "they". */
const IT: Readonly<Partial<Record<EntityKind, number>>> = {
  STATE: 0,
  MILITIA: 0,
  ORGANIZATION: 0,
  GOVERNMENT: 0,
  AGENCY: 0,
  MILITARY: 0,
  MEDIA: 0,
  BASE: -0.6,
  PLACE: -0.9,
  EVENT: -0.6,
};
const THEY: Readonly<Partial<Record<EntityKind, number>>> = {
  MILITIA: 0.2,
  MILITARY: -0.4,
  ORGANIZATION: -0.7,
  AGENCY: -0.7,
};

/** Sentences back to which a reference may reach. */
const REACH = 2;

interface Place {
  readonly sentence: NamedSentence;
  readonly at: number;
  readonly token: Token;
}

interface Found {
  readonly start: number;
  readonly end: number;
  readonly entities: readonly EntityId[];
}

class References {
  readonly found: Reference[] = [];
  readonly spoken: Spoken[] = [];
  readonly kinds: ReadonlyMap<EntityId, EntityKind>;

  constructor(entities: readonly DocumentEntity[]) {
    this.kinds = new Map(entities.map((entity) => [entity.id, entity.kind]));
  }

  /** What was spoken of before a place, within reach. */
  before({ sentence, token }: Place): Spoken[] {
    return this.spoken.filter((one) => one.sentence >= sentence.index - REACH && one.end <= token.start);
  }

  read(sentence: NamedSentence, mentions: readonly NamedMention[]): void {
    while (this.spoken.length && this.spoken[0]!.sentence < sentence.index - REACH) this.spoken.shift();
    for (const mention of mentions) this.spoken.push(speakOf(sentence, mention, this.kinds.get(mention.entity)!));
    let named = 0;
    sentence.tokens.forEach((token, at) => {
      while (named < mentions.length && mentions[named]!.end <= token.start) named++;
      const inside = named < mentions.length && mentions[named]!.start < token.end;
      const found = inside ? undefined : this.at({ sentence, at, token });
      if (found) this.found.push({ ...found, sentence: sentence.index });
    });
  }

  at(place: Place): Found | undefined {
    const word = place.token.text.toLowerCase();
    const pronoun = PRONOUNS.get(word);
    if (pronoun) return this.pronoun(place, pronoun);
    if (word === "the" || word === "this" || word === "that") return this.description(place);
    if (word === "both") return this.several(place, 2, place.at + 1);
    return undefined;
  }

  pronoun(place: Place, pronoun: "it" | "they" | "person"): Found | undefined {
    const { token } = place;
    if (token.relation === "expl" || isImpersonal(place)) return undefined;
    const span = { start: token.start, end: token.end };
    if (pronoun === "they") {
      const several = this.coordinated(place);
      if (several) return { ...span, entities: several };
    }
    const entity = clearest(
      rankAntecedents(this.before(place), place.sentence.index, (one) => this.fit(place, pronoun, one)),
    );
    return entity && !overshadowed(place, pronoun, this.before(place)) ? { ...span, entities: [entity] } : undefined;
  }

  /** How well something spoken of goes with a pronoun; undefined if it cannot be meant. */
  fit(place: Place, pronoun: "it" | "they" | "person", one: Spoken): number | undefined {
    if (isOwnSubject(place, one)) return undefined;
    if (pronoun === "person") return one.kind === "PERSON" ? 0 : undefined;
    if (pronoun === "it") return one.plural ? -1.2 : IT[one.kind];
    return one.plural ? 0 : THEY[one.kind];
  }

  /** "Kyrgyzstan and Tajikistan … they". */
  coordinated(place: Place): readonly EntityId[] | undefined {
    const index = place.sentence.index;
    const near = this.before(place).filter(
      (one) => !isOwnSubject(place, one) && (one.weight > 1.2 || (one.sentence === index && this.isCoordinated(one))),
    );
    const last = near.at(-1);
    if (!last || last.sentence < index - 1) return undefined;
    const group = near.filter((one) => one.sentence === last.sentence && one.coordination === last.coordination);
    const entities = [...new Set(group.map((one) => one.entity))];
    return entities.length > 1 ? entities : undefined;
  }

  isCoordinated(one: Spoken): boolean {
    const same = (other: Spoken) => other.sentence === one.sentence && other.coordination === one.coordination;
    return this.spoken.some((other) => other.entity !== one.entity && other.kind === one.kind && same(other));
  }

  /** "the group", "the two countries", "the Islamist militia". */
  description(place: Place): Found | undefined {
    const { tokens } = place.sentence;
    const number = NUMBERS.get(tokens[place.at + 1]?.text.toLowerCase() ?? "");
    if (number) return this.several(place, number, place.at + 2);
    let noun = place.at + 1;
    while (noun < place.at + 3 && isPlainAdjective(tokens[noun])) noun++;
    const kinds = DESCRIPTIONS.get(tokens[noun]?.text ?? "");
    if (!kinds || continues(tokens, noun)) return undefined;
    const subject = tokens[noun]!.relation.startsWith("nsubj") || isPossessor(tokens, noun);
    const antecedents = rankAntecedents(this.before(place), place.sentence.index, (one) =>
      !subject && one.sentence === place.sentence.index && one.weight > 1.2 ? undefined : fitness(kinds, one, subject),
    );
    const entity = clearest(antecedents, kinds[0] === "PERSON" ? 0.6 : 0.15);
    return entity ? { start: place.token.start, end: tokens[noun]!.end, entities: [entity] } : undefined;
  }

  /** "the two countries", "both sides": as many as the nearest sentence that has them. */
  several(place: Place, number: number, from: number): Found | undefined {
    const { tokens } = place.sentence;
    let noun = from;
    while (noun < from + 2 && isPlainAdjective(tokens[noun])) noun++;
    const kinds = PLURAL_DESCRIPTIONS.get(tokens[noun]?.text ?? "");
    if (!kinds || continues(tokens, noun)) return undefined;
    const before = this.before(place);
    for (let back = 0; back <= REACH; back++) {
      const near = before.filter((one) => one.sentence >= place.sentence.index - back);
      const entities = mainOf(near, kinds, number);
      if (entities) return { start: place.token.start, end: tokens[noun]!.end, entities };
    }
    return undefined;
  }
}

const isPlainAdjective = (token: Token | undefined): boolean => token?.pos === "ADJ" && /^\p{Ll}/u.test(token.text);
const isPossessor = (tokens: readonly Token[], noun: number): boolean => /^['’]s?$/.test(tokens[noun + 1]?.text ?? "");

/** How well what was spoken of goes with a noun; "the country" that is left or entered is rather not who acted before. */
function fitness(kinds: readonly EntityKind[], one: Spoken, subject: boolean): number | undefined {
  const rank = kinds.indexOf(one.kind);
  if (rank < 0) return undefined;
  return (kinds[0] === "STATE" && !subject && one.weight < 1 ? 1.5 : 0) - 0.6 * rank;
}

/** As many entities as asked for of the first kind that has exactly so many. */
function mainOf(
  near: readonly Spoken[],
  kinds: readonly EntityKind[],
  number: number,
): readonly EntityId[] | undefined {
  const all = [...new Set(near.filter((one) => kinds.includes(one.kind)).map((one) => one.entity))];
  if (all.length === number) return all;
  const first = [...new Set(near.filter((one) => one.kind === kinds[0]).map((one) => one.entity))];
  return first.length === number ? first : undefined;
}

/** "The group of Seven" and "the city's mayor" are something else; "the country's army" refers back all the same. */
function continues(tokens: readonly Token[], noun: number): boolean {
  const next = tokens[noun + 1];
  if (!next) return false;
  if (next.text.toLowerCase() === "of" || next.text === "-") return true;
  return next.pos === "NOUN" || next.pos === "PROPN";
}

/** "It was not clear whether", "it remains to be seen". */
function isImpersonal({ sentence, at, token }: Place): boolean {
  if (token.text.toLowerCase() !== "it") return false;
  if (/^(do|did|does|done|make|made)$/.test(sentence.tokens[at - 1]?.text.toLowerCase() ?? "")) return true;
  const [verb, after, third] = [sentence.tokens[at + 1], sentence.tokens[at + 2], sentence.tokens[at + 3]];
  const words = [verb, after, third].map((t) => t?.text.toLowerCase() ?? "").join(" ");
  return /^(is|was|will be|would be|remains|remained|seems|seemed|appears|appeared|takes|took)( not| also| still)? (un)?(clear|likely|possible|necessary|important|true|said|believed|known|thought|the|time|a|difficult|hard|not)\b/.test(
    words,
  );
}

/** The subject of the verb whose object the pronoun is cannot be the same ("Iran attacked it"). */
function isOwnSubject({ sentence, token }: Place, one: Spoken): boolean {
  if (one.sentence !== sentence.index || !/^(obj|iobj|obl)/.test(token.relation)) return false;
  let verb = token.head;
  for (let steps = 0; steps < 3; steps++) {
    if (one.governor === verb && one.weight > 1.2) return true;
    const noun = sentence.tokens[one.governor];
    if (noun?.relation.startsWith("nsubj") && noun.head === verb && one.end <= noun.start) return true;
    if (sentence.tokens[verb]?.relation !== "conj") return false;
    verb = sentence.tokens[verb]!.head;
  }
  return false;
}

const PEOPLE =
  /^(spokesman|spokeswoman|official|officer|analyst|diplomat|expert|adviser|minister|commander|resident|witness|man|woman|source|lawyer|teacher|farmer|doctor)$/;

/** Whether a subject without a name stands nearer, to which the pronoun would rather refer. */
function overshadowed(place: Place, pronoun: "it" | "they" | "person", before: readonly Spoken[]): boolean {
  const { tokens, index } = place.sentence;
  const subjects = tokens.filter((t, i) => i < place.at && t.relation.startsWith("nsubj") && t.pos === "NOUN");
  const nearest = subjects.at(-1);
  if (!nearest) return false;
  const named = before.some((one) => one.sentence === index && one.start >= nearest.start);
  if (named) return false;
  const number = nearest.text.toLowerCase() === nearest.lemma ? "one" : "many";
  if (pronoun === "person") return PEOPLE.test(nearest.lemma);
  return (pronoun === "they") === (number === "many") && !DESCRIPTIONS.has(nearest.text.toLowerCase());
}

/** The back-references of a document whose antecedent is clear. */
export function findReferences(
  sentences: readonly NamedSentence[],
  entities: readonly DocumentEntity[],
  mentions: readonly NamedMention[],
): Reference[] {
  const references = new References(entities);
  let from = 0;
  for (const sentence of sentences) {
    let to = from;
    while (to < mentions.length && mentions[to]!.sentence === sentence.index) to++;
    references.read(sentence, mentions.slice(from, to));
    from = to;
  }
  return references.found;
}
