/** What nouns of action assert: "the withdrawal of American forces from Iraq", "Israel's strike on Rafah". */
import type { EntityKind } from "../../../schema/ontology.ts";
import {
  agentsOf,
  childrenBy,
  isPassive,
  isVerb,
  patientsOf,
  phrasesWith,
  prepositionOf,
  relationOf,
  subjectsOf,
} from "./clause.ts";
import { CONTAINERS, coordinated, type Filler, type Reading, soleFillers } from "./fillers.ts";
import { type Found, mutualPairs, pairs } from "./found.ts";
import { type Frame, framesOf, NOUN_FRAMES } from "./lexicon.ts";
import { fillersAt, nounSlot } from "./slots.ts";
import type { View } from "./view.ts";
import words from "./words.json" with { type: "json" };

const LIGHT = new Set(words.light.split(" "));
const RESPONDING = new Set(["answer", "respond", "retaliate", "reply", "react", "press", "continue", "proceed"]);
const HOSTING = new Set(words.hosting.split(" "));

/** The relations that the nouns of a sentence assert. */
export function nounRelations(view: View): Found[] {
  return view.tokens.flatMap((token, i) => {
    if (token.pos !== "NOUN" || (view.covering[i] && view.kindOf(view.covering[i].entity) !== "EVENT")) return [];
    return framesOf(NOUN_FRAMES, token.lemma).flatMap((frame) => matchNoun(view, i, frame));
  });
}

function matchNoun(view: View, noun: number, frame: Frame): Found[] {
  if (frame.appositive) return appositive(view, noun, frame);
  if (frame.phrase) return inPhrase(view, noun, frame);
  if (
    frame.joint &&
    !childrenBy(view, noun, "amod").some((c) => /^(joint|combined|trilateral|bilateral)$/.test(view.text(c)))
  )
    return [];
  const targets = targetsOf(view, noun, frame);
  const found = { type: frame.type, trigger: noun, pattern: `noun ${frame.type}` };
  if (frame.mutual && targets.between.length > 1)
    return [
      ...mutualPairs(view, targets.between, { ...found, pattern: `${found.pattern} between` }),
      ...hosted(view, noun, frame, targets.between),
    ];
  const sources = sourcesOf(view, noun, frame);
  return pairs(view, sources.fillers, targets.fillers, { ...found, pattern: `${found.pattern} ${sources.pattern}` });
}

const ofKinds = (view: View, list: readonly Filler[], kinds: ReadonlySet<EntityKind> | undefined): Filler[] =>
  kinds ? list.filter((f) => kinds.has(view.kindOf(f.entity))) : [...list];

/** The verb that a noun of action is the object of, if that verb only carries it: "carried out an attack". */
function lightVerb(view: View, given: number): number | undefined {
  const above = view.heads[given]!;
  const counted = above >= 0 && relationOf(view, given) === "nmod" && CONTAINERS.has(view.tokens[above]!.lemma);
  const noun = counted ? above : given;
  const head = view.heads[noun]!;
  if (head >= 0 && isVerb(view, head) && LIGHT.has(view.tokens[head]!.lemma) && patientsOf(view, head).includes(noun))
    return head;
  if (
    head >= 0 &&
    isVerb(view, head) &&
    RESPONDING.has(view.tokens[head]!.lemma) &&
    prepositionOf(view, noun) === "with"
  )
    return head;
  return childrenBy(view, noun, "acl").find((c) => LIGHT.has(view.tokens[c]!.lemma) && isPassive(view, c));
}

function targetsOf(view: View, noun: number, frame: Frame): { fillers: Filler[]; between: Filler[] } {
  const verb = lightVerb(view, noun);
  const reading: Reading = frame.mutual ? "actor" : "target";
  for (const slot of frame.target) {
    const nodes = [...nounSlot(view, noun, slot), ...(verb === undefined ? [] : phrasesWith(view, verb, slot))];
    const fillers = ofKinds(
      view,
      fillersAt(view, nodes, slot === "in" || slot === "from" ? "ground" : reading),
      frame.targetKinds,
    );
    if (fillers.length > 0) return { fillers, between: slot === "between" || slot === "of" ? fillers : [] };
  }
  return { fillers: [], between: [] };
}

function sourcesOf(view: View, noun: number, frame: Frame): { fillers: Filler[]; pattern: string } {
  for (const slot of frame.source) {
    const nodes = slot === "clause" ? subjectAround(view, noun) : nounSlot(view, noun, slot);
    const fillers = ofKinds(view, fillersAt(view, nodes, "actor"), frame.sourceKinds);
    if (fillers.length > 0) return { fillers, pattern: slot };
  }
  const verb = frame.type === "BASED_AT" ? undefined : lightVerb(view, noun);
  if (verb === undefined) return { fillers: [], pattern: "none" };
  return {
    fillers: ofKinds(view, fillersAt(view, agentsOf(view, verb), "actor"), frame.sourceKinds),
    pattern: "light",
  };
}

/** "Talks between A and B hosted by C": C with each. */
function hosted(view: View, noun: number, frame: Frame, between: readonly Filler[]): Found[] {
  if (!frame.hosted) return [];
  const head = view.heads[noun]!;
  const verbs = [
    ...childrenBy(view, noun, "acl").flatMap((c) => [c, ...childrenBy(view, c, "conj")]),
    ...(head >= 0 && isVerb(view, head) && patientsOf(view, head).includes(noun) ? [head] : []),
  ].filter((v) => HOSTING.has(view.tokens[v]!.lemma));
  const hosts = verbs.flatMap((v) => fillersAt(view, agentsOf(view, v), "actor"));
  return pairs(view, hosts, between, { type: frame.type, trigger: noun, pattern: `noun ${frame.type} hosted` });
}

/** "at war with", "under investigation by", "at the request of", "in a call with": the other end is the clause's subject. */
function inPhrase(view: View, noun: number, frame: Frame): Found[] {
  if (!frame.phrase?.split(" ").includes(prepositionOf(view, noun))) return [];
  if (frame.needs === "death" && !isDeath(view, view.heads[noun]!)) return [];
  const subject = fillersAt(
    view,
    frame.needs === "death" ? subjectsOf(view, view.heads[noun]!) : subjectAround(view, noun),
    "target",
  );
  const at = (slots: readonly string[]) =>
    slots.includes("clause") ? subject : slots.flatMap((s) => fillersAt(view, nounSlot(view, noun, s), "actor"));
  const [sources, targets] = [at(frame.source), at(frame.target)];
  const found = { type: frame.type, trigger: noun, pattern: `noun phrase ${frame.type}` };
  if (
    targets.length === 0 &&
    frame.mutual &&
    sources.length > 1 &&
    frame.target.includes("with") &&
    frame.type !== "CONSULT"
  )
    return mutualPairs(view, sources, found);
  return pairs(view, sources, targets, found);
}

const DEATHS = new Set(["die", "kill", "perish", "wound", "injure", "fall"]);

/** "died in an American strike", "was killed in a raid by Israel" */
const isDeath = (view: View, verb: number): boolean =>
  verb >= 0 &&
  DEATHS.has(view.tokens[verb]!.lemma) &&
  (!["kill", "wound", "injure"].includes(view.tokens[verb]!.lemma) || isPassive(view, verb));

/** The subject of what a noun is said in: its own, that of its verb, or the name that it hangs on. */
function subjectAround(view: View, noun: number): number[] {
  const own = childrenBy(view, noun, "nsubj");
  if (own.length > 0) return own;
  const copula = childrenBy(view, noun, "cop")[0];
  if (copula !== undefined)
    return childrenBy(view, noun, "compound", "vocative", "dislocated").filter((c) => c < copula && view.named[c]);
  const head = view.heads[noun]!;
  if (head < 0) return [];
  if (isVerb(view, head)) return isPassive(view, head) ? phrasesWith(view, head, "by") : agentsOf(view, head);
  return view.named[head] ? [head] : [];
}

/** "its ally Rwanda", "X, a rival of Y", "A and B remain allies", "A is a member of B". */
function appositive(view: View, noun: number, frame: Frame): Found[] {
  const oneOfMany = frame.type === "LEADS" && childrenBy(view, noun, "det").some((d) => /^an?$/.test(view.text(d)));
  const type = oneOfMany ? "MEMBER_OF" : frame.type;
  const found = { type, trigger: noun, pattern: `apposition ${type}` } as const;
  const holders = holdersOf(view, noun).filter((f) => !frame.personOnly || view.kindOf(f.entity) === "PERSON");
  const others = frame.target.flatMap((slot) =>
    ofKinds(
      view,
      fillersAt(view, nounSlot(view, noun, slot), "actor"),
      frame.inverse ? frame.sourceKinds : frame.targetKinds,
    ),
  );
  if (others.length === 0) {
    return frame.mutual && holders.length > 1 && view.text(noun) !== view.tokens[noun]!.lemma
      ? mutualPairs(view, holders, found)
      : [];
  }
  const first = others
    .slice(0, 1)
    .concat(others.slice(1).filter((o) => o.node !== others[0]!.node && view.heads[o.node] === others[0]!.node));
  return frame.inverse ? pairs(view, first, holders, found) : pairs(view, holders, first, found);
}

/** Whom a role noun describes: what it stands in apposition to, is said of, or stands before. */
export function holdersOf(view: View, noun: number): Filler[] {
  const relation = relationOf(view, noun);
  const head = view.heads[noun]!;
  const next = view.mentions.find((m) => m.first === noun + 1 || (m.first === noun + 2 && view.text(noun + 1) === ","));
  const nodes = [
    ...(relation === "appos" ? lastBefore(view, coordinated(view, head), noun) : []),
    ...childrenBy(view, noun, "appos").filter((c) => view.named[c]),
    ...(childrenBy(view, noun, "cop").length > 0 ? childrenBy(view, noun, "nsubj") : []),
    ...(relation === "obj" && head >= 0 && ["remain", "become", "stay"].includes(view.tokens[head]!.lemma)
      ? agentsOf(view, head)
      : []),
    ...(relation === "xcomp" && head >= 0 ? agentsOf(view, head) : []),
    ...(next && (view.heads[next.node] === noun || head === next.node) && next.first === noun + 1 ? [next.node] : []),
    ...(relation === "conj" && head >= 0 && !view.named[head] ? holdersNodes(view, head) : []),
  ];
  return relation === "appos" ? nodes.flatMap((n) => soleFillers(view, n, "actor")) : fillersAt(view, nodes, "actor");
}

/** Of coordinated names the one right before the apposition. */
const lastBefore = (_view: View, nodes: readonly number[], noun: number): number[] =>
  nodes.filter((n) => n < noun).slice(-1);

const holdersNodes = (view: View, noun: number): number[] =>
  relationOf(view, noun) === "appos"
    ? [view.heads[noun]!]
    : childrenBy(view, noun, "cop").length > 0
      ? childrenBy(view, noun, "nsubj")
      : [];
