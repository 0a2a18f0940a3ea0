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
  if (!/^(?:acl|amod|conj|parataxis|appos)/.test(relations[i]!)) return false;
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
