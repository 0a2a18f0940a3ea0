/** Relations that hang on another: a refusal of what was asked before, an announced withdrawal. */
import {
  antecedent,
  childrenBy,
  isRelative,
  isVerb,
  objectsOf,
  phrasesWith,
  relationOf,
  subjectsOf,
} from "./clause.ts";
import { type Filler, modifiers } from "./fillers.ts";
import { type Found, mutualPairs, pairs } from "./found.ts";
import { fillersAt } from "./slots.ts";
import { nounStatus, verbStatus } from "./status.ts";
import type { View } from "./view.ts";

/** The relations of each sentence with those that its own and the sentence before it imply. */
export function contextual(views: readonly View[], found: readonly (readonly Found[])[]): Found[][] {
  return views.map((view, i) => [
    ...found[i]!,
    ...refusals(view, found[i]!, [...(found[i - 2] ?? []), ...(found[i - 1] ?? [])]),

    ...announcedWithdrawals(view, found[i]!),
    ...together(view, found[i]!),
    ...groupsOfVictims(view, found[i]!),
    ...announced(view, found[i]!),
    ...undertaken(view, found[i]!),
    ...namedMembers(view, found[i]!),
    ...sideBySide(view, found[i]!),
    ...exercising(view, found[i]!),
    ...musts(view),
  ]);
}

const REFUSING = new Set(["refuse", "decline", "reject", "deny", "dismiss", "rebuff"]);
const ASKING = new Set(["DEMAND", "AGREE"]);
const REQUESTS = new Set([
  "demand",
  "request",
  "offer",
  "proposal",
  "appeal",
  "call",
  "plea",
  "ultimatum",
  "invitation",
]);

/** "Egypt urged Somalia to …; Somalia declined", "the Panel asked …, a request that Abuja denied". */
function refusals(view: View, here: readonly Found[], before: readonly Found[]): Found[] {
  return view.tokens.flatMap((token, verb) => {
    if (!isVerb(view, verb) || !REFUSING.has(token.lemma)) return [];
    const request = objectsOf(view, verb).some((o) => isRequest(view, o));
    const bare =
      objectsOf(view, verb).length === 0 &&
      childrenBy(view, verb, "ccomp", "xcomp").length === 0 &&
      token.lemma !== "deny";
    if (!request && !bare) return [];
    const refusing = fillersAt(view, subjectsOf(view, verb), "actor");
    const asked = [...here.filter((f) => f.trigger < verb).toReversed(), ...before.toReversed()].filter(
      (f) => ASKING.has(f.type) && (request || refusing.some((r) => r.entity === f.object.entity)),
    );
    const asking: Filler[] = asked
      .slice(0, 1)
      .map((f) => ({ ...f.subject, way: "reference", mention: here.includes(f) ? f.subject.mention : undefined }));
    return pairs(view, refusing, asking, {
      type: "REJECT",
      trigger: verb,
      pattern: "context REJECT",
      status: "actual",
    });
  });
}

/** A request that is not said to be anybody's: whose it was stands before. */
function isRequest(view: View, node: number): boolean {
  const noun = isRelative(view, node) ? antecedent(view, node) : node;
  if (noun === undefined || !REQUESTS.has(view.tokens[noun]!.lemma.toLowerCase())) return false;
  return modifiers(view, noun).length === 0 && phrasesWith(view, noun, "by").length === 0;
}

const ANNOUNCING = new Set(["announce", "declare", "pledge", "promise", "agree", "offer"]);

/** "announced that it would withdraw from X", "announced the withdrawal of its forces from X": a concession. */
function announcedWithdrawals(view: View, here: readonly Found[]): Found[] {
  return here
    .filter((f) => f.type === "RETREAT")
    .flatMap((f) => {
      const announcing = verbAbove(view, f.trigger);
      if (announcing === undefined) return [];
      const status = isVerb(view, f.trigger) ? verbStatus(view, f.trigger) : nounStatus(view, f.trigger);
      if (status === "negated" || status === "actual") return [];
      const announcers = fillersAt(view, subjectsOf(view, announcing), "actor");
      return pairs(view, announcers, [f.object], { type: "CONCEDE", trigger: announcing, pattern: "context CONCEDE" });
    });
}

function verbAbove(view: View, node: number): number | undefined {
  for (let at = view.heads[node]!, steps = 0; at >= 0 && steps < 3; at = view.heads[at]!, steps++)
    if (isVerb(view, at) && ANNOUNCING.has(view.tokens[at]!.lemma)) return at;
  return undefined;
}

const KIND_ACTS = new Set(["SUPPORT", "AID", "COOPERATE", "CONSULT"]);
const RELEASING = new Set(["release", "free", "hand", "return"]);
const HOSTILE_ACTS = new Set(["SANCTION", "COERCE", "ASSAULT", "REJECT"]);

/** "X says it will help Y" is a promise, "X says it would boycott Y" a threat, where X speaks of itself. */
const announced = (view: View, here: readonly Found[]): Found[] =>
  here.flatMap((f) => {
    if (!isVerb(view, f.trigger)) return [];
    const kind = KIND_ACTS.has(f.type) || (f.type === "RETREAT" && RELEASING.has(view.tokens[f.trigger]!.lemma));
    if (!kind && !HOSTILE_ACTS.has(f.type)) return [];
    if (!childrenBy(view, f.trigger, "aux").some((a) => ["will", "would"].includes(view.text(a)))) return [];
    const above = view.heads[f.trigger]!;
    if (above < 0 || relationOf(view, f.trigger) !== "ccomp") return [];
    const speaking = fillersAt(view, subjectsOf(view, above), "actor");
    const self = speaking.filter((s) => s.entity === f.subject.entity);
    const type = kind ? "AGREE" : "THREATEN";
    return pairs(view, self, [f.object], { type, trigger: above, pattern: `context ${type}`, status: "actual" });
  });

const UNDERTAKEN = new Set(["AID", "RETREAT", "CONCEDE", "COOPERATE", "CONSULT"]);

/** "Finland will give Tanzania a grant": what an actor is said to be going to do for another is promised. */
const undertaken = (view: View, here: readonly Found[]): Found[] =>
  here
    .filter((f) => UNDERTAKEN.has(f.type) && isVerb(view, f.trigger) && isWilled(view, f.trigger))
    .flatMap(({ subject, object, trigger }) =>
      pairs(view, [subject], [object], { type: "AGREE", trigger, pattern: "context AGREE will", status: "actual" }),
    );

/** Its verb stands with "will", or under one that says that its subject is willing. */
function isWilled(view: View, verb: number): boolean {
  if (childrenBy(view, verb, "aux").some((a) => /^(?:will|'ll|’ll)$/.test(view.text(a))))
    return !isConditional(view, verb);
  const above = view.heads[verb]!;
  return (
    above >= 0 && relationOf(view, verb) === "xcomp" && /^(?:willing|ready|prepared|committed)$/.test(view.text(above))
  );
}

const isConditional = (view: View, verb: number): boolean =>
  view.tokens.some((_, i) => i > verb && /^(?:if|unless)$/.test(view.text(i)));

/** "Russia said that Sudan must return …" is a demand of Russia's on Sudan. */
const musts = (view: View): Found[] =>
  view.tokens.flatMap((token, verb) => {
    if (!isVerb(view, verb) || relationOf(view, verb) !== "ccomp" || view.heads[verb]! < 0) return [];
    if (!childrenBy(view, verb, "aux").some((a) => view.text(a) === "must") || token.lemma === "be") return [];
    const above = view.heads[verb]!;
    const demanding = fillersAt(view, subjectsOf(view, above), "actor");
    const asked = fillersAt(view, childrenBy(view, verb, "nsubj"), "actor");
    return pairs(view, demanding, asked, {
      type: "DEMAND",
      trigger: above,
      pattern: "context DEMAND",
      status: "actual",
    });
  });

const AGAINST_MEMBERS = new Set(["SANCTION", "COERCE", "ASSAULT", "DISAPPROVE"]);

/** "sanctioned members of X, among them A and B": A and B too. */
const namedMembers = (view: View, here: readonly Found[]): Found[] =>
  here
    .filter((f) => AGAINST_MEMBERS.has(f.type))
    .flatMap((f) => {
      const members = here.filter(
        (g) =>
          g.pattern === "such as MEMBER_OF" &&
          g.object.entity === f.object.entity &&
          view.kindOf(g.subject.entity) === "PERSON",
      );
      return pairs(
        view,
        [f.subject],
        members.map((m) => m.subject),
        { ...f, pattern: `context ${f.type}` },
      );
    });

/** "A and B fought C together": A and B cooperate. */
const sideBySide = (view: View, here: readonly Found[]): Found[] =>
  [...new Set(here.filter((f) => f.type === "ASSAULT" && isVerb(view, f.trigger)).map((f) => f.trigger))].flatMap(
    (verb) => {
      if (!view.children[verb]!.some((c) => /^(?:together|jointly)$/.test(view.text(c)))) return [];
      const sources = uniqueBy(here.filter((f) => f.trigger === verb).map((f) => f.subject));
      return mutualPairs(view, sources, { type: "COOPERATE", trigger: verb, pattern: "context COOPERATE" });
    },
  );

/** Who takes part in the same exercise cooperates. */
const exercising = (view: View, here: readonly Found[]): Found[] => {
  if (
    !/\b(?:exercises?|drills?|manoeuvres?|maneuvers?)\b/.test(
      view.document.slice(view.sentence.start, view.sentence.end),
    )
  )
    return [];
  const taking = here.filter((f) => f.type === "PARTICIPATES_IN");
  return [...new Set(taking.map((f) => f.object.entity))].flatMap((event) => {
    const all = taking.filter((f) => f.object.entity === event);
    return mutualPairs(view, uniqueBy(all.map((f) => f.subject)), {
      type: "COOPERATE",
      trigger: all[0]!.trigger,
      pattern: "context COOPERATE",
    });
  });
};

const ROLES = new Set(["LEADS", "MEMBER_OF"]);

/** Killing or taking a leader or member of a group is also against the group. */
const groupsOfVictims = (view: View, here: readonly Found[]): Found[] =>
  here
    .filter((f) => (f.type === "ASSAULT" || f.type === "COERCE") && view.kindOf(f.object.entity) === "PERSON")
    .flatMap((f) => {
      const groups = here.filter((g) => ROLES.has(g.type) && g.subject.entity === f.object.entity).map((g) => g.object);
      return pairs(view, [f.subject], groups, { ...f, pattern: `context ${f.type}` });
    });

const SHARED = new Set(["ASSAULT", "INVESTIGATE", "MOBILIZE", "COERCE", "OPERATES_IN", "PARTICIPATES_IN"]);
const WITH = ["with", "alongside"];

/** "A, together with B, attacked C": B did it too, and A and B cooperate. */
function together(view: View, here: readonly Found[]): Found[] {
  const out: Found[] = [];
  for (const verb of new Set(here.filter((f) => SHARED.has(f.type) && isVerb(view, f.trigger)).map((f) => f.trigger))) {
    const acts = here.filter((f) => f.trigger === verb && SHARED.has(f.type));
    const aside = childrenBy(view, verb, "advmod").filter((c) => /^(?:together|jointly|along)$/.test(view.text(c)));
    const joint = [
      ...aside.flatMap((c) => phrasesWith(view, c, "with")),
      ...WITH.flatMap((w) => phrasesWith(view, verb, w)).filter(
        (n) => markedJoint(view, n) || WITH[1] === view.text(n - 1),
      ),
    ];
    const partners = fillersAt(view, joint, "actor").filter((p) => acts.every((f) => f.object.entity !== p.entity));
    const sources = uniqueBy(acts.map((f) => f.subject));
    out.push(...pairs(view, sources, partners, { type: "COOPERATE", trigger: verb, pattern: "context COOPERATE" }));
    for (const f of acts) out.push(...pairs(view, partners, [f.object], { ...f, pattern: "context shared" }));
  }
  return out;
}

const uniqueBy = (list: readonly Filler[]): Filler[] => [...new Map(list.map((f) => [f.entity, f])).values()];

/** "together with", "along with", "jointly with", "in conjunction with". */
const markedJoint = (view: View, node: number): boolean => {
  for (let i = node; i >= Math.max(0, node - 6); i--)
    if (["together", "jointly", "conjunction", "along", "alongside", "coordination", "concert"].includes(view.text(i)))
      return true;
  return false;
};
