/** Who governs whom in a sentence: subjects, objects, prepositional phrases, voice. Nodes are token indices. */
import type { View } from "./view.ts";

/** Of each relation the part before the colon; there are some fifty. */
const BASES = new Map<string, string>();

function base(relation: string): string {
  const known = BASES.get(relation);
  if (known !== undefined) return known;
  const part = relation.split(":", 1)[0]!;
  BASES.set(relation, part);
  return part;
}

/** The relation of a node to its head, without its subtype. */
export const relationOf = (view: View, node: number): string => base(view.relations[node]!);

/** The children of a node whose relation, without its subtype, is one of those given. */
export const childrenBy = (view: View, node: number, ...relations: string[]): number[] =>
  view.children[node]!.filter((c) => relations.includes(relationOf(view, c)));

export const isVerb = (view: View, node: number): boolean => {
  const token = view.tokens[node]!;
  return token.pos === "VERB" || (token.pos === "AUX" && !["aux", "cop"].includes(relationOf(view, node)));
};

const PAST = new Set(
  "struck hit shot held led built sent brought taken given seen driven hidden known torn sunk run made kept put set won lost said told met fought caught sought bought sold taught thought hung cut shut beaten broken spoken written drawn thrown shown grown flown begun sworn worn borne left paid laid stolen chosen fallen done had been found read fed bred spent lent bent dealt felt dug rebuilt withdrawn overrun undertaken retaken overthrown wrung wrested".split(
    " ",
  ),
);

/** Whether a verb's form can be a past participle. */
export const isParticiple = (view: View, node: number): boolean => {
  const text = view.text(node);
  return text.endsWith("ed") || PAST.has(text);
};

const hasRelation = (view: View, node: number, relation: string) =>
  view.children[node]!.some((c) => view.relations[c] === relation);

const NEVER_PASSIVE = new Set([
  "agree",
  "clash",
  "withdraw",
  "retreat",
  "negotiate",
  "cooperate",
  "talk",
  "vow",
  "resign",
  "retaliate",
  "protest",
  "rally",
]);

/** Whether a verb stands in the passive voice. */
export function isPassive(view: View, node: number): boolean {
  if (hasRelation(view, node, "aux:pass") || hasRelation(view, node, "nsubj:pass")) return true;
  if (!isParticiple(view, node)) return false;
  if (childrenBy(view, node, "nsubj", "aux").length > 0) return false;
  if (NEVER_PASSIVE.has(view.tokens[node]!.lemma)) return false;
  const relation = relationOf(view, node);
  if (relation === "acl" || relation === "amod") return childrenBy(view, node, "obj").length === 0;
  if (relation === "conj") return isPassive(view, view.heads[node]!) && childrenBy(view, node, "obj").length === 0;
  if (relation === "advcl") return childrenBy(view, node, "obj").length === 0;
  return phrases(view, node).some((p) => p.preposition === "by") && childrenBy(view, node, "obj").length === 0;
}

/** A prepositional phrase. */
export interface Phrase {
  readonly preposition: string;
  readonly node: number;
  /** It hangs on a noun that hangs on what was asked for. */
  readonly nested: boolean;
}

/** The preposition before a node, with the words fixed to it: "out of"; empty if there is none. */
export function prepositionOf(view: View, node: number): string {
  if (view.children[node]!.length === 0) return "";
  const own = childrenBy(view, node, "case").filter((c) => c < node && !/^['’]s?$/.test(view.tokens[c]!.text));
  const words = own.length > 0 ? own : beforeOwner(view, node);
  return words
    .flatMap((c) => [c, ...childrenBy(view, c, "fixed")])
    .toSorted((a, b) => a - b)
    .map((c) => view.text(c))
    .join(" ");
}

/** "against the party's leader": the preposition that the tree has hung on the owner. */
const beforeOwner = (view: View, node: number): number[] =>
  view.children[node]!.filter((c) => c < node && view.relations[c] === "nmod:poss").flatMap((owner) =>
    childrenBy(view, owner, "case").filter((c) => c < owner && view.tokens[c]!.pos === "ADP"),
  );

const last = (preposition: string) => preposition.slice(preposition.lastIndexOf(" ") + 1);

/** The prepositional phrases of a node, those of its objects after its own. */
export function phrases(view: View, node: number, deep = false): Phrase[] {
  const own = view.children[node]!.flatMap((c): Phrase[] => {
    const relation = relationOf(view, c);
    if (!["obl", "nmod", "obj", "advmod", "xcomp", "advcl", "acl"].includes(relation)) return [];
    const preposition = prepositionOf(view, c);
    return preposition ? [{ preposition, node: c, nested: false }] : [];
  });
  if (!deep) return own;
  const through = [...own.map((p) => p.node), ...childrenBy(view, node, "obj")];
  const below = through.flatMap((n) => phrases(view, n));
  const nested = [...below, ...below.flatMap((p) => phrases(view, p.node))].map((p) => ({ ...p, nested: true }));
  return [...own, ...nested];
}

/** The nodes of the phrases with one of these prepositions. */
export const phrasesWith = (view: View, node: number, preposition: string, deep = false): number[] =>
  phrases(view, node, deep)
    .filter((p) => p.preposition === preposition || last(p.preposition) === preposition)
    .map((p) => p.node);

const RELATIVE = new Set(["who", "which", "that", "whom", "whose", "where"]);

/** Whether a node is a relative pronoun. */
export const isRelative = (view: View, node: number): boolean =>
  RELATIVE.has(view.text(node)) && ["PRON", "DET", "SCONJ", "ADV"].includes(view.tokens[node]!.pos);

/** The noun that the relative clause around a node hangs on; where the tree has none, the one before the pronoun. */
export function antecedent(view: View, node: number): number | undefined {
  return nameBefore(view, node) ?? governingNoun(view, node) ?? nounBefore(view, node);
}

/** "an arm of the PKK, which": the name right before the comma. */
function nameBefore(view: View, node: number): number | undefined {
  if (view.text(node) !== "which" || view.text(node - 1) !== "," || /^(?:are|were|have)$/.test(view.text(node + 1)))
    return undefined;
  const named = view.covering[node - 2];
  return named && view.kindOf(named.entity) !== "PERSON"
    ? view.mentions.find((m) => m.last === node - 2)?.node
    : undefined;
}

function nounBefore(view: View, node: number): number | undefined {
  for (let at = node - 1; at >= Math.max(0, node - 4); at--) {
    const { pos } = view.tokens[at]!;
    if (["NOUN", "PROPN", "PRON"].includes(pos) || view.named[at]) return at;
    if (!["PUNCT", "ADP"].includes(pos)) return undefined;
  }
  return undefined;
}

function governingNoun(view: View, node: number): number | undefined {
  for (let at = node; at >= 0; at = view.heads[at]!)
    if (view.relations[at]!.startsWith("acl") && view.heads[at]! >= 0 && view.heads[at]! < node) return view.heads[at];
  return undefined;
}

/** Verbs whose object is the subject of the clause that hangs on them. */
const OBJECT_CONTROL = new Set(
  "urge ask order force allow enable tell press pressure persuade help let make accuse invite instruct require permit quote cite encourage compel authorize authorise warn beg call suspect see catch prevent stop bar ban keep report find expect want blame fault train criticize criticise condemn".split(
    " ",
  ),
);

const MAX_STEPS = 8;

/** The nodes of a verb's surface subject: its own, or the one that it shares with the verb above it. */
export function subjectsOf(view: View, verb: number, steps = 0): number[] {
  const own = ownSubjects(view, verb);
  if (own.length > 0) return own;
  const head = view.heads[verb]!;
  if (head < 0 || steps > MAX_STEPS) return [];
  const relation = relationOf(view, verb);
  if (relation === "conj") return conjoined(view, head, steps);
  if (relation === "acl") return subjectOfNounClause(view, verb, head, steps);
  if (["xcomp", "ccomp", "advcl", "parataxis"].includes(relation)) return controller(view, verb, head, steps);
  return [];
}

/** A verb's own subject; where the tree has lost it, the name or noun that hangs loose before the verb. */
function ownSubjects(view: View, verb: number): number[] {
  const own = childrenBy(view, verb, "nsubj");
  if (own.length > 1) {
    if (own.slice(1).every((c) => childrenBy(view, c, "cc").some((a) => a < c && view.text(a) === "and"))) return own;
    const outer = own.filter((c) => view.relations[c] !== "nsubj:pass");
    if (outer.length > 0 && outer.length < own.length) return outer;
    const names = own.filter((c) => view.named[c] || isRelative(view, c));
    return (names.length > 0 ? names : own).slice(-1);
  }
  if (own.length > 0) return own;
  const reported = relationOf(view, verb) === "ccomp" ? childrenBy(view, view.heads[verb]!, "nsubj") : [];
  if (reported.length > 1) return reported.slice(0, 1);
  const speaks = childrenBy(view, verb, "ccomp").length > 0;
  if (!speaks && !["root", "ccomp", "parataxis"].includes(relationOf(view, verb))) return [];
  const lent = childrenBy(view, verb, "advcl", "ccomp")
    .filter((c) => c < verb)
    .map((c) => childrenBy(view, c, "nsubj"));
  const outer = lent.find((subjects) => subjects.length > 1);
  if (outer) return outer.slice(0, 1);
  const loose = childrenBy(view, verb, "vocative", "dislocated", "dep", "discourse", "compound", "orphan");
  return loose.filter((c) => c < verb && (view.named[c]?.mention || view.tokens[c]!.pos === "NOUN")).slice(-1);
}

/** The subject that a coordinated verb shares; "and accuses" may have been hung on a noun of the clause before. */
function conjoined(view: View, head: number, steps: number): number[] {
  for (let at = head, climbed = 0; at >= 0 && climbed < MAX_STEPS; at = view.heads[at]!, climbed++)
    if (verbal(view, at)) return subjectsOf(view, at, steps + 1);
  return [];
}

const verbal = (view: View, node: number) => isVerb(view, node) || childrenBy(view, node, "cop").length > 0;

function controller(view: View, verb: number, head: number, steps: number): number[] {
  if (!verbal(view, head))
    return ["NOUN", "ADJ"].includes(view.tokens[head]!.pos) ? subjectsOf(view, head, steps + 1) : [];
  const infinitive = view.children[verb]!.some((c) => c < verb && view.text(c) === "to");
  const finite = !infinitive && childrenBy(view, verb, "aux").length > 0;
  if (relationOf(view, verb) === "ccomp" && finite) return [];
  if (relationOf(view, verb) === "parataxis") return [];
  const objects = childrenBy(view, head, "obj", "iobj");
  const lemma = view.tokens[head]!.lemma;
  if (objects.length > 0 && OBJECT_CONTROL.has(lemma) && relationOf(view, verb) !== "parataxis")
    return objects.slice(0, 1);
  if (lemma === "call") {
    const called = [...phrasesWith(view, head, "on"), ...phrasesWith(view, head, "upon")];
    if (called.length > 0) return called.slice(0, 1);
  }
  return subjectsOf(view, head, steps + 1);
}

function subjectOfNounClause(view: View, verb: number, noun: number, steps: number): number[] {
  const infinitive = view.children[verb]!.some((c) => view.text(c) === "to" && c < verb);
  if (!infinitive) return [noun];
  const owners = childrenBy(view, noun, "nmod").filter((c) => ["", "by", "of"].includes(prepositionOf(view, c)));
  if (owners.length > 0) return owners;
  const head = view.heads[noun]!;
  return head >= 0 && isVerb(view, head) ? subjectsOf(view, head, steps + 1) : [noun];
}

const CALLING = new Set(["designate", "declare", "label", "name", "list", "brand", "call"]);

/** "a group that the United States designated a terrorist organization": the object is what the clause hangs on. */
const isCalled = (view: View, verb: number, objects: readonly number[]): boolean =>
  view.relations[verb]!.startsWith("acl") &&
  CALLING.has(view.tokens[verb]!.lemma) &&
  childrenBy(view, verb, "nsubj").some((s) => s < verb && !isRelative(view, s)) &&
  objects.every((o) => o > verb);

/** The objects of a verb in the active voice, a relative clause's missing one included. */
export function objectsOf(view: View, verb: number): number[] {
  const own = childrenBy(view, verb, "obj").filter((c) => !prepositionOf(view, c));
  if (own.length > 0) return isCalled(view, verb, own) ? [view.heads[verb]!] : own;
  const indirect = childrenBy(view, verb, "iobj");
  if (indirect.length > 0) return indirect;
  if (!view.relations[verb]!.startsWith("acl")) return [];
  const subjects = childrenBy(view, verb, "nsubj");
  if (subjects.length === 0 || subjects.some((s) => isRelative(view, s))) return [];
  const gap =
    phrases(view, verb).some((p) => isRelative(view, p.node)) ||
    view.children[verb]!.some((c) => view.text(c) === "where");
  const pronoun = view.children[verb]!.find((c) => view.text(c) === "which");
  return gap ? [] : [pronoun ?? view.heads[verb]!];
}

/** Who does it: the subject of an active verb, the "by" of a passive one. */
export const agentsOf = (view: View, verb: number): number[] =>
  isPassive(view, verb) ? phrasesWith(view, verb, "by", true).slice(0, 1) : subjectsOf(view, verb);

/** Whom it is done to. */
export const patientsOf = (view: View, verb: number): number[] =>
  isPassive(view, verb) ? subjectsOf(view, verb) : objectsOf(view, verb);
