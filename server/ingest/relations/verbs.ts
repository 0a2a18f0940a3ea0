/** What verbs assert: frames matched against a verb, its subject, objects and prepositional phrases. */
import { type EntityKind, RELATION_TERMS } from "../../../schema/ontology.ts";
import { childrenBy, isPassive, isVerb, objectsOf, patientsOf, phrasesWith, prepositionOf } from "./clause.ts";
import { ASSETS, type Filler, FACILITIES, fillers, PEOPLE, type Reading } from "./fillers.ts";
import { type Found, mutualPairs, pairs } from "./found.ts";
import { type Frame, framesOf, VERB_FRAMES } from "./lexicon.ts";
import { partiesOf } from "./recall.ts";
import { subtree } from "./speech.ts";
import { fillersAt, hasObject, objectLemmas, ownersOf, verbSlot } from "./slots.ts";
import type { View } from "./view.ts";
import words from "./words.json" with { type: "json" };

/** The relations that the verbs of a sentence assert. */
export function verbRelations(view: View): Found[] {
  return view.tokens.flatMap((token, i) =>
    isVerb(view, i) || token.pos === "ADJ"
      ? framesOf(VERB_FRAMES, token.lemma).flatMap((f) => matchVerb(view, i, f))
      : [],
  );
}

function particleFits(view: View, verb: number, frame: Frame): boolean {
  const particles = view.children[verb]!.filter((c) => view.relations[c] === "compound:prt").map((c) => view.text(c));
  const next = view.tokens[verb + 1];
  if (frame.particle) {
    const near = next && next.pos !== "NOUN" ? [view.text(verb + 1)] : [];
    return [...particles, ...near].some((p) => frame.particle!.has(p));
  }
  const claimed = (VERB_FRAMES.get(view.tokens[verb]!.lemma) ?? []).some(
    (f) => f.particle && particles.some((p) => f.particle!.has(p)),
  );
  return (
    particles.length === 0 ||
    (!claimed && particles.includes("up")) ||
    frame.object !== undefined ||
    !frame.target.includes("obj")
  );
}

function conditionsFit(view: View, verb: number, frame: Frame): boolean {
  if (!particleFits(view, verb, frame)) return false;
  if (frame.voice && (frame.voice === "passive") !== isPassive(view, verb)) return false;
  if (frame.object && !objectLemmas(view, objectsWith(view, verb, frame)).some((o) => frame.object!.has(o.lemma)))
    return false;
  if (frame.unless && objectLemmas(view, patientsOf(view, verb)).some((o) => frame.unless!.has(o.lemma))) return false;
  if (frame.under && !phrasesWith(view, verb, "under").some((n) => frame.under!.has(view.tokens[n]!.lemma)))
    return false;
  if (frame.intransitive && hasObject(view, verb)) return false;
  if (frame.joint && !isJoint(view, verb)) return false;
  if (frame.sourceCarrier && !verbSlot(view, verb, "subj").some((n) => isForce(view, n))) return false;
  if (frame.xcomp && !view.tokens.slice(verb, verb + 14).some((t) => frame.xcomp!.has(t.text))) return false;
  if (frame.needs === "clause" && childrenBy(view, verb, "xcomp", "ccomp", "advcl").length === 0) return false;
  if (frame.needs === "call" && childrenBy(view, verb, "xcomp", "advcl", "ccomp", "acl", "obl").length === 0)
    return false;
  if (frame.targetCarrier && !patientsOf(view, verb).some((o) => ENVOYS.has(view.tokens[o]!.lemma.toLowerCase())))
    return false;
  if (frame.sourceHead && !verbSlot(view, verb, "subj").some((n) => headFits(view, n, frame.sourceHead!))) return false;
  if (
    frame.needs === "not" &&
    !childrenBy(view, verb, "advmod", "aux").some((c) => /^(?:not|n't|n’t|never)$/.test(view.text(c)))
  )
    return false;
  if (frame.needs === "for" && phrasesWith(view, verb, "for").length === 0) return false;
  return true;
}

/** Whether a subject, or what it counts ("thousands of students"), is one of these nouns. */
const headFits = (view: View, node: number, nouns: ReadonlySet<string>): boolean =>
  [node, ...phrasesWith(view, node, "of")].some((n) => nouns.has(view.tokens[n]!.lemma.toLowerCase()));

const FORCES = new Set(words.forces.split(" "));
const isForce = (view: View, node: number): boolean => FORCES.has(view.tokens[node]!.lemma.toLowerCase());

const ENVOYS = new Set(words.envoys.split(" "));
const JOINT = new Set(["joint", "combined", "trilateral", "bilateral", "multinational"]);

function isJoint(view: View, verb: number): boolean {
  if (view.children[verb]!.some((c) => ["jointly", "together"].includes(view.text(c)))) return true;
  return objectLemmas(view, patientsOf(view, verb)).some(({ node: o }) =>
    childrenBy(view, o, "amod").some((c) => JOINT.has(view.text(c))),
  );
}

const GROUND = new Set<EntityKind>(["PLACE", "BASE"]);
const SPOTS = new Set<EntityKind>(["PLACE", "BASE", "STATE"]);

function readingOf(frame: Frame, slot: string): Reading {
  if (["CONTROLS", "RETREAT", "MOBILIZE", "BASED_AT", "OPERATES_IN", "LOCATED_IN", "OCCURS_IN"].includes(frame.type))
    return "ground";
  if (["AGREE", "CONSULT", "COOPERATE", "LEADS", "MEMBER_OF", "BACKS", "PARTICIPATES_IN"].includes(frame.type))
    return "actor";
  return slot === "clause" ? "actor" : "target";
}

function matchVerb(view: View, verb: number, frame: Frame): Found[] {
  if (!conditionsFit(view, verb, frame)) return [];
  const sources = sourcesOf(view, verb, frame);
  const found = { type: frame.type, trigger: verb, pattern: `verb ${frame.type}` };
  for (const slot of frame.target)
    for (const all of targetsAt(view, verb, frame, slot)) {
      const targets = withGroups(view, frame, ofKinds(view, all, frame.targetKinds));
      const made = pairs(view, sources, targets, { ...found, pattern: `verb ${frame.type} ${slot}` });
      if (made.length > 0) return made;
    }
  if (sources.length > 1 && frame.target.includes("obj") && isReciprocal(view, verb))
    return eachOther(view, sources, { ...found, pattern: `verb ${frame.type} each other` });
  if (frame.mutual && sources.length > 1 && (frame.type !== "ASSAULT" || !hasObject(view, verb)))
    return mutualPairs(view, sources, { ...found, pattern: `verb ${frame.type} mutual` });
  return [];
}

/** Of fighting one direction says enough; of all else both do. */
const eachOther = (view: View, sources: readonly Filler[], found: Omit<Found, "subject" | "object">): Found[] =>
  found.type === "ASSAULT" || RELATION_TERMS[found.type].symmetric
    ? mutualPairs(view, sources, found)
    : [...mutualPairs(view, sources, found), ...mutualPairs(view, sources.toReversed(), found)];

/** "shelled each other", "accused one another" */
const isReciprocal = (view: View, verb: number): boolean =>
  patientsOf(view, verb).some(
    (o) =>
      /^(?:each other|one another)$/.test(`${view.text(o)} ${view.text(o + 1)}`) ||
      /^(?:each other|one another)$/.test(`${view.text(o - 1)} ${view.text(o)}`),
  );

function sourcesOf(view: View, verb: number, frame: Frame): Filler[] {
  for (const slot of frame.source) {
    const nodes =
      slot === "subj" || slot === "patient" || slot === "obj" ? verbSlot(view, verb, slot) : verbSlot(view, verb, slot);
    const sources = ofKinds(view, fillersAt(view, nodes, "actor"), frame.sourceKinds);
    if (sources.length > 0) return sources;
  }
  return frame.type === "ASSAULT" ? doersBefore(view, verb) : [];
}

const HARMED = new Set(["kill", "wound", "injure", "hit", "strike", "destroy", "damage"]);

/** "16 of its members were killed": by whom stands in the sentence before. */
const doersBefore = (view: View, verb: number): Filler[] =>
  isPassive(view, verb) && HARMED.has(view.tokens[verb]!.lemma) && phrasesWith(view, verb, "by", true).length === 0
    ? view.recent
        .filter((f) => f.type === "ASSAULT" && f.view === view.index - 1)
        .slice(0, 1)
        .map((f) => ({ entity: f.subject.entity, way: "reference", node: verb }))
    : [];

const ofKinds = (view: View, list: readonly Filler[], kinds: ReadonlySet<EntityKind> | undefined): Filler[] =>
  kinds ? list.filter((f) => kinds.has(view.kindOf(f.entity))) : [...list];

/** What may stand in a slot of the object, the likeliest reading first. */
function targetsAt(view: View, verb: number, frame: Frame, slot: string): Filler[][] {
  if (slot === "agent") return [patientsOf(view, verb).flatMap((o) => (view.named[o] ? [] : ownersOf(view, o)))];
  if (slot === "it") return [patientsOf(view, verb).some((o) => isBarePronoun(view, o)) ? lastDoers(view) : []];
  if (slot === "xcomp" || slot === "beneficiary-any") return clauseTargets(view, verb);
  if (slot === "hostile") return clauseTargets(view, verb, true);
  if (slot === "beneficiary") return clauseTargets(view, verb, false);
  if (slot === "condition") return [conditionTargets(view, verb)];
  if (slot === "below") return [namesBelow(view, verb)];
  if (slot === "parties") return [patientsOf(view, verb).flatMap((o) => partiesOf(view, o))];
  if (slot === "within") return [namesWithin(view, verb)];
  if (slot === "where")
    return verbSlot(view, verb, slot).map((n) =>
      fillersAt(view, [n], "ground").filter((f) =>
        (prepositionOf(view, n) === "in" ? SPOTS : GROUND).has(view.kindOf(f.entity)),
      ),
    );
  if (frame.with && phrasesWith(view, verb, "with").length === 0) return [];
  if (frame.type === "DISAPPROVE" && slot === "obj" && isParallel(view, verb)) return [lastDoers(view)];
  const nodes = verbSlot(view, verb, slot);
  const all = nodes.length === 0 && frame.particle && slot === "obj" ? objectsWith(view, verb, frame) : nodes;
  return [fillersAt(view, all, readingOf(frame, slot))];
}

/** "condemned them too": whom the sentence before blamed. */
const isParallel = (view: View, verb: number): boolean =>
  patientsOf(view, verb).some((o) => /^(?:it|them)$/.test(view.text(o))) &&
  view.tokens.some((t, i) => i > verb && i < verb + 5 && /^(?:too|also|well|likewise)$/.test(t.text));

const isBarePronoun = (view: View, node: number): boolean =>
  !view.named[node] && /^(?:it|them|this|that|these|those)$/.test(view.text(node));

/** Whom the sentence before blamed, or else who did the last harm that was told of. */
const lastDoers = (view: View): Filler[] => {
  const blamed = view.recent.filter((f) => f.type === "DISAPPROVE" && f.view === view.index - 1);
  if (blamed.length > 0) return blamed.map((f) => ({ entity: f.object.entity, way: "reference", node: f.trigger }));
  const last = view.recent.findLast((f) => HARM.has(f.type));
  return view.recent
    .filter((f) => last && f.trigger === last.trigger && f.type === last.type && f.view === last.view)
    .map((f) => ({ entity: f.subject.entity, way: "reference", node: f.trigger }));
};
const HARM = new Set(["ASSAULT", "COERCE", "MOBILIZE", "SANCTION", "THREATEN", "COOPERATE"]);

/** "called off a strike": the object that the tree has taken for a phrase of the particle. */
function objectsWith(view: View, verb: number, frame: Frame): number[] {
  const patients = patientsOf(view, verb);
  if (patients.length > 0 || !frame.particle?.has(view.text(verb + 1))) return patients;
  return view.relations[verb + 1] === "case" ? [view.heads[verb + 1]!] : [];
}

/** "threatened to bomb X", "plotting to attack Y": whom the act that hangs on a verb is against. */
function clauseTargets(view: View, verb: number, hostile?: boolean): Filler[][] {
  const clauses = childrenBy(view, verb, "xcomp", "ccomp", "advcl").filter((c) =>
    view.children[c]!.some((m) => view.text(m) === "to" && m < c),
  );
  return clauses
    .filter((c) => hostile === undefined || isHostile(view, c) === hostile)
    .flatMap((c) => {
      const targets = objectsOf(view, c).flatMap((o) => fillers(view, o, "target"));
      const through = ["with", "to", "for", "against", "on", "from", "in"].map((p) =>
        fillersAt(view, phrasesWith(view, c, p, true), "target"),
      );
      return [targets, ...through];
    });
}

/** "threatened to leave unless Russia agrees": who is to meet the condition. */
export function conditionTargets(view: View, verb: number): Filler[] {
  for (let i = verb + 1; i < view.tokens.length; i++) {
    if (view.text(i) !== "if" && view.text(i) !== "unless") continue;
    const subjects = childrenBy(view, view.heads[i]!, "nsubj").filter((n) => n > i);
    return fillersAt(view, subjects, "actor");
  }
  return [];
}

/** The first name behind a verb and in its clause, for acts that any phrase may say whom they are against. */
function namesBelow(view: View, verb: number): Filler[] {
  for (let i = verb + 1; i < view.tokens.length; i++) {
    if (/^(?:who|which|whose|;)$/.test(view.text(i))) return [];
    const named = view.named[i];
    if (!named?.mention || !ACTORS.has(view.kindOf(named.entities[0]!))) continue;
    return fillers(view, i, "target");
  }
  return [];
}

/** The first name inside the object, wherever it stands there: "rejected an invitation to a meeting of Palestinian factions". */
function namesWithin(view: View, verb: number): Filler[] {
  for (const object of patientsOf(view, verb)) {
    const inside = [...subtree(view, object)].filter((n) => n > object).toSorted((a, b) => a - b);
    const named = inside.find((n) => view.named[n]?.mention && ACTORS.has(view.kindOf(view.named[n].entities[0]!)));
    if (named !== undefined) return fillers(view, named, "target");
  }
  return [];
}

const ACTORS = new Set<EntityKind>(["STATE", "GOVERNMENT", "AGENCY", "MILITARY", "MILITIA", "ORGANIZATION", "PERSON"]);

const CONFLICT = new Set(["VERBAL_CONFLICT", "MATERIAL_CONFLICT"]);

/** Whether a verb's frames are all of conflict: "vowed to attack" is a threat, "vowed to defend" a promise. */
function isHostile(view: View, verb: number): boolean {
  const types = (VERB_FRAMES.get(view.tokens[verb]!.lemma) ?? []).map((f) => RELATION_TERMS[f.type].quad);
  return types.length > 0 && types.every((quad) => CONFLICT.has(quad) || quad === "STANDING");
}

/** Killing or taking a member of a group is also against the group. */
function withGroups(view: View, frame: Frame, targets: readonly Filler[]): Filler[] {
  if (!["ASSAULT", "COERCE"].includes(frame.type)) return [...targets];
  return [
    ...targets,
    ...targets
      .filter((t) => view.kindOf(t.entity) === "PERSON" && t.way === "name")
      .flatMap((t) => groupOf(view, t.node)),
  ];
}

function groupOf(view: View, person: number): Filler[] {
  return childrenBy(view, person, "appos")
    .flatMap((c) => (view.named[c] ? [] : fillers(view, c, "actor")))
    .filter((f) => !GROUND.has(view.kindOf(f.entity)));
}

export const CARRIERS: ReadonlySet<string> = new Set([...PEOPLE, ...ASSETS, ...FACILITIES]);
