/** Whether a clause says that it happened, will, may, or did not: from its verb group and from what governs it. */
import type { Status } from "../../../schema/ontology.ts";
import { childrenBy, isVerb, prepositionOf, relationOf } from "./clause.ts";
import modality from "./modality.json" with { type: "json" };
import type { View } from "./view.ts";

const bag = (list: string): ReadonlySet<string> => new Set(list.split(" "));
const NEGATING = bag(modality.negating);
const DENYING = bag(modality.denying);
const PLANNING = bag(modality.planning);
const WISHING = bag(modality.wishing);
const HYPOTHETICAL_NOUNS = bag(modality.hypotheticalNouns);
const SPEECH = bag(modality.speech);
const MODALS = new Set(["may", "might", "could", "would", "should", "can", "must", "ought", "'d", "’d"]);
const NOT = new Set(["not", "never", "n't", "n’t", "no", "neither", "nor", "hardly"]);
const CONDITIONAL = new Set(["if", "unless", "whether", "lest", "provided", "suppose"]);
const UNCERTAIN = new Set([
  "likely",
  "unlikely",
  "possibly",
  "probably",
  "perhaps",
  "maybe",
  "possible",
  "probable",
  "able",
  "ready",
  "willing",
  "prepared",
  "poised",
]);

const has = (view: View, node: number, words: ReadonlySet<string>, ...relations: string[]) =>
  childrenBy(view, node, ...relations).some((c) => words.has(view.text(c)));

const NO = new Set(["no", "neither", "nor", "nobody", "none"]);

/** Whether a clause is negated by itself. */
function negated(view: View, node: number): boolean {
  if (has(view, node, NOT, "advmod", "cc", "det", "aux", "discourse")) return true;
  if (view.children[node]!.some((c) => view.text(c) === "longer" && view.text(c - 1) === "no")) return true;
  return childrenBy(view, node, "obj", "nsubj", "obl").some(
    (c) =>
      NO.has(view.text(c)) || childrenBy(view, c, "det", "cc", "advmod").some((d) => NO.has(view.text(d)) && d < c),
  );
}

function conditional(view: View, node: number): boolean {
  if (has(view, node, CONDITIONAL, "mark", "advmod")) return true;
  const inverted = childrenBy(view, node, "aux", "cop").find((c) => ["should", "had"].includes(view.text(c)));
  const subject = childrenBy(view, node, "nsubj")[0];
  return inverted !== undefined && subject !== undefined && inverted < subject && relationOf(view, node) === "advcl";
}

/** What the auxiliaries of a verb group say. */
function ownStatus(view: View, node: number): Status | undefined {
  if (negated(view, node)) return "negated";
  if (conditional(view, node)) return "hypothetical";
  const aux = childrenBy(view, node, "aux").map((c) => view.text(c));
  if (aux.some((a) => MODALS.has(a)))
    return aux.includes("would") && reportedPlan(view, node) ? "future" : "hypothetical";
  if (aux.some((a) => ["will", "shall", "'ll", "’ll", "wo"].includes(a)))
    return uncertain(view, node) ? "hypothetical" : "future";
  return uncertain(view, node) ? "hypothetical" : undefined;
}

const uncertain = (view: View, node: number) => has(view, node, UNCERTAIN, "advmod");

/** "announced it would withdraw": the future seen from the past, unless a condition hangs on it. */
function reportedPlan(view: View, node: number): boolean {
  if (uncertain(view, node)) return false;
  if (holdsCondition(view, node)) return false;
  const head = view.heads[node]!;
  if (head < 0 || relationOf(view, node) !== "ccomp") return false;
  return SPEECH.has(view.tokens[head]!.lemma) || PLANNING.has(view.tokens[head]!.lemma);
}

const holdsCondition = (view: View, node: number, steps = 0): boolean =>
  view.children[node]!.some(
    (c) => ["if", "unless"].includes(view.text(c)) || (steps < 4 && holdsCondition(view, c, steps + 1)),
  );

/** "is to", "are set to", "is likely to", "is due to" above an infinitive. */
function copularStatus(view: View, head: number): Status | undefined {
  const text = view.text(head);
  if (["set", "due", "scheduled", "about", "expected", "going"].includes(text)) return "future";
  return UNCERTAIN.has(text) ? "hypothetical" : undefined;
}

function governedStatus(view: View, node: number): Status | undefined {
  const head = view.heads[node]!;
  if (head < 0) return undefined;
  const relation = relationOf(view, node);
  const lemma = view.tokens[head]!.lemma;
  if (relation === "xcomp" || relation === "ccomp" || relation === "csubj") {
    const finite = childrenBy(view, node, "nsubj").length > 0;
    if (DENYING.has(lemma) || (NEGATING.has(lemma) && !finite)) return "negated";
    if (WISHING.has(lemma) && !(finite && SPEECH.has(lemma))) return "hypothetical";
    if (!finite) return copularStatus(view, head) ?? (PLANNING.has(lemma) ? "future" : undefined);
    return PLANNING.has(lemma) && !SPEECH.has(lemma) ? "future" : undefined;
  }
  if (relation === "acl" && HYPOTHETICAL_NOUNS.has(lemma)) return "hypothetical";
  if (relation === "advcl" || relation === "obl") {
    if (DENYING.has(lemma) && relation === "advcl" && view.text(node).endsWith("ing")) return "negated";
    if (["stop", "prevent", "refrain", "keep"].includes(lemma) && hasMark(view, node, "from")) return "negated";
    if (WISHING.has(lemma) && view.children[node]!.some((c) => view.text(c) === "to" && c < node))
      return "hypothetical";
  }
  return undefined;
}

const hasMark = (view: View, node: number, text: string) =>
  childrenBy(view, node, "mark", "case").some((c) => view.text(c) === text);

const inherits = (view: View, node: number): boolean =>
  ["xcomp", "conj", "advcl", "acl", "ccomp", "obj", "obl", "nmod", "nsubj", "parataxis"].includes(
    relationOf(view, node),
  );

/** The status of what a verb says. */
export function verbStatus(view: View, node: number, steps = 0): Status {
  const own = ownStatus(view, node);
  const governed = governedStatus(view, node);
  if (own === "negated" && governed !== "hypothetical") return governed === "negated" ? "actual" : "negated";
  if (governed) return governed === "future" && own === "hypothetical" ? own : governed;
  if (own) return own;
  const head = view.heads[node]!;
  if (head < 0 || steps > 8 || !inherits(view, node)) return "actual";
  return inheritedStatus(view, node, head, steps);
}

function inheritedStatus(view: View, node: number, head: number, steps: number): Status {
  const relation = relationOf(view, node);
  if (relation === "conj") {
    const ownSubject = childrenBy(view, node, "nsubj").length > 0;
    const ownAux = childrenBy(view, node, "aux").length > 0;
    if (ownSubject || ownAux) return clauseAbove(view, head, steps);
    const status = verbStatus(view, head, steps + 1);
    return status === "negated" && view.text(node).endsWith("ed") && !view.text(head).endsWith("ed")
      ? "actual"
      : status;
  }
  if (relation === "xcomp") return verbStatus(view, head, steps + 1);
  if (
    relation === "advcl" &&
    (view.text(node).endsWith("ing") || view.children[node]!.some((c) => view.text(c) === "to"))
  ) {
    const status = verbStatus(view, head, steps + 1);
    return status === "negated" ? "actual" : status;
  }
  return "actual";
}

/** Coordinated clauses share what governs the first, not its auxiliaries. */
function clauseAbove(view: View, head: number, steps: number): Status {
  const governed = governedStatus(view, head);
  if (governed) return governed;
  return relationOf(view, head) === "conj" ? clauseAbove(view, view.heads[head]!, steps + 1) : "actual";
}

const DOUBTFUL = new Set([
  "possible",
  "potential",
  "planned",
  "future",
  "imminent",
  "further",
  "proposed",
  "hypothetical",
  "threatened",
  "looming",
  "upcoming",
  "forthcoming",
  "eventual",
]);

/** The status of what a noun says: of the verb that brings it about, or of the words around it. */
export function nounStatus(view: View, node: number, steps = 0): Status {
  const adjective = childrenBy(view, node, "amod")
    .map((c) => view.text(c))
    .find((t) => DOUBTFUL.has(t));
  if (adjective)
    return ["planned", "upcoming", "forthcoming", "future", "imminent"].includes(adjective) ? "future" : "hypothetical";
  if (childrenBy(view, node, "det").some((c) => NO.has(view.text(c)))) return "negated";
  const head = view.heads[node]!;
  if (head < 0 || steps > 6) return "actual";
  const { lemma } = view.tokens[head]!;
  const relation = relationOf(view, node);
  if (!isVerb(view, head)) {
    if (relation === "conj") return nounStatus(view, head, steps + 1);
    if (relation === "nmod" && HYPOTHETICAL_NOUNS.has(lemma)) return "hypothetical";
    return relation === "nmod" ? nounStatus(view, head, steps + 1) : "actual";
  }
  if (relation === "obj" || relation === "nsubj" || relation === "obl")
    return underVerb(view, node, head, lemma, relation);
  return "actual";
}

/** "Talks resume on Tuesday": the timetable's present. */
const SCHEDULED = new Set(["resume", "resumes", "begin", "begins", "open", "opens", "start", "starts", "reconvene"]);

function underVerb(view: View, node: number, head: number, lemma: string, relation: string): Status {
  if (relation === "obj" && DENYING.has(lemma)) return "negated";
  if (relation === "obj" && ["announce", "plan", "schedule", "prepare", "pledge", "promise"].includes(lemma))
    return "future";
  const wished = relation === "obj" || ["for", "with", "of", "against"].includes(prepositionOf(view, node));
  if (WISHING.has(lemma) && relation !== "nsubj" && wished) return "hypothetical";
  if (relation === "nsubj" && SCHEDULED.has(view.text(head))) return "future";
  return verbStatus(view, head);
}
