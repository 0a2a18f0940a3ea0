/** The places of a frame: where in the tree its subject and object stand. */
import {
  agentsOf,
  antecedent,
  isRelative,
  childrenBy,
  isPassive,
  objectsOf,
  patientsOf,
  phrasesWith,
  subjectsOf,
} from "./clause.ts";
import { CONTAINERS, type Filler, fillers, modifiers, type Reading } from "./fillers.ts";
import { doersOf } from "./recall.ts";
import type { View } from "./view.ts";

const unique = (list: readonly Filler[]): Filler[] => {
  const seen = new Set<string>();
  return list.filter((f) => !seen.has(f.entity) && seen.add(f.entity));
};

/** The entities at all of these nodes. */
export const fillersAt = (view: View, nodes: readonly number[], reading: Reading): Filler[] =>
  unique(nodes.flatMap((n) => fillers(view, n, reading)));

/** Whose act a noun is: "Israel's strike", "a truce proposed by ISWAP", "a Senegalese peace plan", "the demand of X". */
export function ownersOf(view: View, noun: number): Filler[] {
  const before = modifiers(view, noun);
  if (before.length > 0) return fillersAt(view, before.slice(0, 1), "actor");
  const by = [
    ...phrasesWith(view, noun, "by"),
    ...childrenBy(view, noun, "acl").flatMap((c) => (isPassive(view, c) ? phrasesWith(view, c, "by") : [])),
  ];
  if (by.length > 0) return fillersAt(view, by, "actor");
  const of = [...phrasesWith(view, noun, "of"), ...phrasesWith(view, noun, "from")].slice(0, 1);
  return of.length > 0 ? fillersAt(view, of, "actor") : doersOf(view, noun);
}

/** The lemmas that an object may be matched by: its own, and what a container of it holds. */
export function objectLemmas(view: View, nodes: readonly number[]): { lemma: string; node: number }[] {
  return nodes.flatMap((given) => {
    const n = isRelative(view, given) ? (antecedent(view, given) ?? given) : given;
    const all = [n, ...childrenBy(view, n, "conj")];
    return all.flatMap((m) => {
      const { lemma } = view.tokens[m]!;
      const inside = CONTAINERS.has(lemma) || lemma === "package" ? phrasesWith(view, m, "of") : [];
      const compound = childrenBy(view, m, "compound").filter((c) => !view.named[c]);
      return [m, ...inside, ...inside.flatMap((i) => childrenBy(view, i, "conj")), ...compound].map((node) => ({
        lemma: view.tokens[node]!.lemma.toLowerCase(),
        node,
      }));
    });
  });
}

/** The nodes of one slot of a verb's frame. */
export function verbSlot(view: View, verb: number, slot: string): number[] {
  if (slot.startsWith("obj:")) return patientsOf(view, verb).flatMap((o) => nounSlot(view, o, slot.slice(4)));
  switch (slot) {
    case "subj":
      return agentsOf(view, verb);
    case "patient":
    case "obj":
      return patientsOf(view, verb);
    case "iobj":
      return indirect(view, verb);
    case "where":
      return ["in", "near", "at", "around", "on", "off", "outside", "over", "along"].flatMap((p) =>
        phrasesWith(view, verb, p, true),
      );
    case "clause":
      return clauseSubjects(view, verb);
    default:
      return phrasesWith(view, verb, slot, true);
  }
}

/** The nodes of one slot of a noun's frame. */
export function nounSlot(view: View, noun: number, slot: string): number[] {
  if (slot === "poss") return modifiers(view, noun).filter((m) => isPossessive(view, m));
  if (slot === "mod") return modifiers(view, noun);
  if (slot === "that") return claimed(view, noun);
  if (slot === "by")
    return [
      ...phrasesWith(view, noun, "by", true),
      ...childrenBy(view, noun, "acl").flatMap((c) => (isPassive(view, c) ? phrasesWith(view, c, "by") : [])),
      ...nextTo(view, noun, "by"),
    ].slice(0, 1);
  const found = phrasesWith(view, noun, slot, true);
  return found.length > 0 ? found : nextTo(view, noun, slot);
}

/** The phrase that stands right behind a noun, wherever the tree has hung it, and what hangs on that. */
function nextTo(view: View, noun: number, preposition: string): number[] {
  const next = view.tokens[noun + 1];
  if (!next || next.pos !== "ADP" || view.relations[noun + 1] !== "case") return [];
  const node = view.heads[noun + 1]!;
  return next.text.toLowerCase() === preposition ? [node] : phrasesWith(view, node, preposition, true);
}

/** "its demand that Israel ease …": the subject of the clause that a noun, or its verb, opens. */
function claimed(view: View, noun: number): number[] {
  const clauses = [
    ...childrenBy(view, noun, "acl", "ccomp"),
    ...childrenBy(view, Math.max(0, view.heads[noun]!), "advcl", "ccomp"),
  ];
  const found = clauses
    .filter((c) => c > noun && childrenBy(view, c, "mark").some((m) => view.text(m) === "that"))
    .flatMap((c) => childrenBy(view, c, "nsubj"));
  return found.length > 0 ? found : nameAfterThat(view, noun);
}

const isPossessive = (view: View, node: number) =>
  view.relations[node] === "nmod:poss" ||
  childrenBy(view, node, "case").some((c) => /^['’]s?$/.test(view.tokens[c]!.text)) ||
  view.tokens[node]!.pos === "PRON";

/** "offered the North talks": the first of two objects, whichever way the tree has it. */
function indirect(view: View, verb: number): number[] {
  const own = childrenBy(view, verb, "iobj");
  if (own.length > 0) return own;
  const objects = childrenBy(view, verb, "obj");
  if (objects.length > 1) return objects.slice(0, 1);
  return isPassive(view, verb) && objects.length > 0 ? subjectsOf(view, verb) : [];
}

/** "demanded that Israel lift": the subject of the clause that hangs on a verb. */
function clauseSubjects(view: View, verb: number): number[] {
  const found = childrenBy(view, verb, "ccomp", "xcomp").flatMap((c) => {
    const own = childrenBy(view, c, "nsubj");
    return own.length > 0 ? own : [];
  });
  return found.length > 0 ? found : nameAfterThat(view, verb);
}

/** "demanded that the US cancel": a subjunctive hides the clause from the tree; its subject is the name behind "that". */
function nameAfterThat(view: View, from: number): number[] {
  for (let i = from + 1; i < Math.min(view.tokens.length, from + 4); i++) {
    if (view.text(i) !== "that") continue;
    for (let at = i + 1; at < Math.min(view.tokens.length, i + 5); at++) if (view.named[at]) return [at];
  }
  return [];
}

/** Whether a verb has an object of its own. */
export const hasObject = (view: View, verb: number): boolean =>
  !isPassive(view, verb) && objectsOf(view, verb).length > 0;
