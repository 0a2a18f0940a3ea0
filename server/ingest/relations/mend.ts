/**
 * Mends what parsers often get wrong in news. "The aircraft including gunships killed …": the verb of a long subject is
 * taken for a participle that describes it. "Egypt, which plans to …, urged Somalia": the relative clause takes the subject.
 */
import type { Token } from "../analysis.ts";
import { FORMS } from "./forms.ts";

const FINITE_AUX = /^(?:has|have|had|will|would|shall|may|might|could|can|should|must|is|are|was|were|did|do|does)$/i;
const RELATIVE = /^(?:who|which|that|whom|whose|to|where)$/i;
const NOMINAL = new Set(["NOUN", "PROPN", "NUM", "PRON", "DET", "ADJ", "X", "AUX"]);
const OBJECTS = new Set(["obj", "ccomp", "xcomp", "iobj"]);

/** Mends a tree in place. */
export function mend(tokens: readonly Token[], heads: number[], relations: string[]): void {
  promote(tokens, heads, relations);
  giveBack(tokens, heads, relations);
  release(tokens, heads, relations);
  rejoin(tokens, heads, relations);
  holding(tokens, heads, relations);
}

/** "Saudi Arabia, which has negotiated with …, urged restraint": the clause of "which" is not the main one. */
function release(tokens: readonly Token[], heads: number[], relations: string[]): void {
  const root = heads.indexOf(-1);
  if (root < 0) return;
  const pronoun = heads.findIndex(
    (head, i) => head === root && i < root && /^(?:who|which|whom)$/.test(tokens[i]!.text),
  );
  if (pronoun < 1) return;
  const subject = heads.findLastIndex((head, i) => head === root && i < pronoun && NAMING.has(tokens[i]!.pos));
  const verb = tokens.findIndex((t, i) => i > root && isMain(tokens, heads, relations, i) && t.text !== ",");
  if (subject < 0 || verb < 0) return;
  for (const c of childrenOf(heads, root)) if (c >= verb) heads[c] = verb;
  heads[verb] = -1;
  relations[verb] = "root";
  heads[subject] = verb;
  relations[subject] = "nsubj";
  heads[root] = subject;
  relations[root] = "acl:relcl";
  if (tokens[pronoun]!.text !== "whom" && !relations[pronoun]!.startsWith("obj")) relations[pronoun] = "nsubj";
}

const NAMING = new Set(["NOUN", "PROPN", "X", "PRON", "NUM"]);
const SKIPPED = /^(?:has|have|had|will|would|also|now|then|later|still|meanwhile|since|could|may|might|did|never)$/;

/** A finite verb right behind a comma, with at most auxiliaries and adverbs between. */
function isMain(tokens: readonly Token[], heads: readonly number[], relations: readonly string[], i: number): boolean {
  const form = FORMS.get(tokens[i]!.text.toLowerCase());
  let at = i - 1;
  while (at > 0 && SKIPPED.test(tokens[at]!.text)) at--;
  if (tokens[at]?.text !== ",") return false;
  const finite = form !== undefined && (form.ending === "past" || form.ending === "third" || at < i - 1);
  return finite && !has(heads, relations, i, "nsubj") && !has(heads, relations, i, "cc");
}

/** "whose emir is X, is based in Y and receives weapons": what "and" joins is no relative clause. */
function rejoin(tokens: readonly Token[], heads: number[], relations: string[]): void {
  tokens.forEach((token, i) => {
    if (token.pos !== "VERB" || !/^(?:acl|amod|nmod|appos)/.test(relations[i]!)) return;
    const and = childrenOf(heads, i).some((c) => relations[c] === "cc" && c < i && c >= i - 2);
    if (!and || childrenOf(heads, i).some((c) => RELATIVE.test(tokens[c]!.text) || relations[c]!.startsWith("nsubj")))
      return;
    let above = heads[i]!;
    for (let steps = 0; above >= 0 && steps < 6 && tokens[above]!.pos !== "VERB"; steps++) above = heads[above]!;
    if (above < 0 || above > i) return;
    heads[i] = above;
    relations[i] = "conj";
  });
  tokens.forEach((_, i) => agree(tokens, heads, relations, i));
}

/** "denies that X has paid Y and accuses Z": a verb joined to one inside a clause goes with the one above of its own form. */
function agree(tokens: readonly Token[], heads: number[], relations: string[], i: number): void {
  const inner = heads[i]!;
  const above = inner < 0 ? -1 : heads[inner]!;
  if (relations[i] !== "conj" || above < 0 || !/^(?:ccomp|xcomp|advcl|acl)/.test(relations[inner]!)) return;
  if (tokens[i]!.pos !== "VERB" || tokens[above]!.pos !== "VERB" || above > i) return;
  const own = childrenOf(heads, i).some((c) => /^(?:nsubj|aux|mark)/.test(relations[c]!));
  const [form, wanted] = [FORMS.get(tokens[i]!.text.toLowerCase()), FORMS.get(tokens[above]!.text.toLowerCase())];
  const finite = form && wanted && form.ending === wanted.ending && /^(?:past|third)$/.test(form.ending);
  const apart = childrenOf(heads, inner).some(
    (c) => relations[c]!.startsWith("aux") && /^(?:has|have|had|will|would|could|to|may|might)$/.test(tokens[c]!.text),
  );
  const infinitive = childrenOf(heads, inner).some((c) => tokens[c]!.text === "to" && c < inner);
  const perfect = !infinitive && apart && form?.ending === "past";
  if (own || !finite || (!apart && !infinitive) || perfect) return;
  heads[i] = above;
}

/** "X, the leader of Y, has his seat in Z and receives …": the first of two verbs is no apposition. */
function holding(tokens: readonly Token[], heads: number[], relations: string[]): void {
  tokens.forEach((token, i) => {
    if (!/^(?:has|had|have)$/.test(token.text) || relations[i] !== "appos" || !has(heads, relations, i, "obj")) return;
    const above = heads[heads[i]!] ?? -1;
    if (above < 0 || !/^(?:VERB|AUX)$/.test(tokens[above]!.pos)) return;
    heads[i] = above;
    relations[i] = "conj";
  });
}

const PRONOUN = /^(?:who|which)$/;

/** A subject that stands before ", which" belongs to the verb above the relative clause. */
function giveBack(tokens: readonly Token[], heads: number[], relations: string[]): void {
  tokens.forEach((token, pronoun) => {
    if (!PRONOUN.test(token.text) || !relations[pronoun]!.startsWith("nsubj")) return;
    const verb = heads[pronoun]!;
    const above = verb < 0 ? -1 : heads[verb]!;
    if (above < verb || !/^(?:ccomp|advcl|parataxis|csubj|dep)/.test(relations[verb]!)) return;
    const subject = heads.findIndex((head, i) => head === verb && i < pronoun && relations[i]!.startsWith("nsubj"));
    if (subject < 0) return;
    for (const c of childrenOf(heads, above))
      if (relations[c]!.startsWith("nsubj")) relations[c] = c > above ? "obj" : "dep";
    heads[subject] = above;
    relations[subject] = "nsubj";
    heads[verb] = subject;
    relations[verb] = "acl:relcl";
  });
}

/** Where a sentence has a noun for its root, the first verb under it that can be finite is made the root instead. */
function promote(tokens: readonly Token[], heads: number[], relations: string[]): void {
  const root = heads.indexOf(-1);
  if (root < 0 || !NOMINAL.has(tokens[root]!.pos) || isClause(heads, relations, root)) return;
  const verb = tokens.findIndex((_, i) => i > root && canLead(tokens, heads, relations, root, i));
  const apart = tokens.findIndex((t, i) => i > root && t.text === ";");
  if (verb > 0 && (apart < 0 || verb < apart)) crown(tokens, heads, relations, root, verb);
}

const isClause = (heads: readonly number[], relations: readonly string[], root: number): boolean =>
  heads.some((head, i) => head === root && /^(?:cop|csubj)/.test(relations[i]!) && i < root);

const childrenOf = (heads: readonly number[], node: number): number[] =>
  heads.flatMap((head, i) => (head === node ? [i] : []));

const has = (heads: readonly number[], relations: readonly string[], node: number, relation: string): boolean =>
  heads.some((head, i) => head === node && relations[i] === relation);

function canLead(
  tokens: readonly Token[],
  heads: readonly number[],
  relations: readonly string[],
  root: number,
  i: number,
): boolean {
  const token = tokens[i]!;
  const holds = token.pos === "AUX" && /^(?:has|had|have)$/.test(token.text) && has(heads, relations, i, "obj");
  if (holds && isUnderNouns(tokens, heads, relations, root, i)) return true;
  if (token.pos !== "VERB" || !isUnderNouns(tokens, heads, relations, root, i)) return false;
  const children = childrenOf(heads, i);
  if (children.some((c) => c < i && RELATIVE.test(tokens[c]!.text))) return false;
  if (children.some((c) => relations[c]!.startsWith("aux") && FINITE_AUX.test(tokens[c]!.text))) return true;
  if (FINITE_AUX.test(tokens[i - 1]?.text ?? "")) return true;
  if (token.text.endsWith("ing") || RELATIVE.test(tokens[i - 1]?.text ?? "") || tokens[i - 1]?.pos === "PUNCT")
    return false;
  return relations[i] === "amod"
    ? tokens[i - 1]?.pos === "NOUN" && FORMS.get(token.text.toLowerCase())?.ending === "past"
    : children.some((c) => c > i && OBJECTS.has(relations[c]!));
}

/** Whether only nouns stand between a node and the root. */
function isUnderNouns(
  tokens: readonly Token[],
  heads: readonly number[],
  relations: readonly string[],
  root: number,
  i: number,
): boolean {
  if (!/^(?:acl|amod|conj|parataxis|appos|advcl|ccomp)/.test(relations[i]!)) return false;
  if (
    /^(?:advcl|ccomp)/.test(relations[i]!) &&
    !/^(?:has|have|had|will|is|are|was|were)$/.test(tokens[i - 1]!.text) &&
    !/^(?:has|have|had|will|is|are|was|were)$/.test(tokens[i - 2]?.text ?? "")
  )
    return false;
  for (let at = heads[i]!, steps = 0; at >= 0 && steps < 8; at = heads[at]!, steps++) {
    if (at === root) return true;
    if (!NOMINAL.has(tokens[at]!.pos) && !tokens[at]!.text.endsWith("ing")) return false;
  }
  return false;
}

function crown(tokens: readonly Token[], heads: number[], relations: string[], root: number, verb: number): void {
  const passive = childrenOf(heads, verb).some((c) => relations[c] === "aux:pass");
  const described = relations[verb] === "amod" ? heads[verb]! : -1;
  let own = false;
  for (const c of childrenOf(heads, verb)) {
    if (!relations[c]!.startsWith("nsubj") || c > verb) continue;
    if (has(heads, relations, c, "cc") || has(heads, relations, verb, "cc")) relations[c] = "conj";
    else if (has(heads, relations, c, "case")) relations[c] = "nmod";
    else own = true;
    if (relations[c] === "conj" || relations[c] === "nmod") heads[c] = root;
  }
  const subject = childrenOf(heads, root).find((c) => relations[c]!.startsWith("nsubj") && c < root);
  for (const c of childrenOf(heads, root)) if (c > verb) heads[c] = verb;
  heads[verb] = -1;
  relations[verb] = "root";
  heads[root] = verb;
  if (subject !== undefined && !own) {
    heads[subject] = verb;
    heads[root] = subject;
    relations[root] = "appos";
    return;
  }
  relations[root] = own
    ? has(heads, relations, root, "case")
      ? "obl"
      : "dislocated"
    : passive
      ? "nsubj:pass"
      : "nsubj";
  if (described > verb && !["VERB", "AUX"].includes(tokens[described]!.pos)) {
    heads[described] = verb;
    relations[described] = "obj";
  }
}
