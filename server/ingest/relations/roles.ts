/** Roles that one name has for another, told by the words between: "its ally Japan", "Moscow, Pyongyang's backer". */
import { type EntityKind, RELATION_TYPES, type RelationType } from "../../../schema/ontology.ts";
import type { Filler } from "./fillers.ts";
import { type Found, pairs } from "./found.ts";
import roles from "./roles.json" with { type: "json" };
import type { MentionNode, View } from "./view.ts";

interface Role {
  readonly type: RelationType;
  /** The one described is the object: "X, Y's proxy" is Y backs X. */
  readonly inverse: boolean;
}

const FILE: Readonly<Partial<Record<RelationType, { nouns: string; inverse: string }>>> = roles;

const ROLES: ReadonlyMap<string, Role> = new Map<string, Role>(
  RELATION_TYPES.flatMap((type) => {
    const { nouns = "", inverse = "" } = FILE[type] ?? {};
    const entries = (list: string, turned: boolean) =>
      list
        .split(" ")
        .filter(Boolean)
        .map((noun): [string, Role] => [noun, { type, inverse: turned }]);
    return [...entries(nouns, false), ...entries(inverse, true)];
  }),
);

const NOUN = `(?:[a-z-]+ ){0,2}?(${[...ROLES.keys()].join("|")})`;
const POSSESSED_NAME = new RegExp(`^['’]s ${NOUN},? (?:the )?$`);
const PRONOUN_NAME = new RegExp(`\\b(its|their|his|her) ${NOUN},? (?:the )?$`);
const POSSESSED_END = new RegExp(`^['’]s ${NOUN}(?=[,.;:)—]|$| [a-z])`);
const PRONOUN_AFTER = new RegExp(`^, (?:its|their|his|her) ${NOUN}\\b`);
const OF_NAME = new RegExp(`^, (?:a|an|the|one of the|long an?)? ?${NOUN} (?:of|to) (?:the )?$`);
const AND_OF_NAME = new RegExp(`^,.* and (?:a|an|the) ${NOUN} of (?:the )?$`);

const filler = (m: MentionNode): Filler => ({
  entity: m.entity,
  mention: { start: m.start, end: m.end },
  way: "name",
  node: m.node,
});

/** The relations that role nouns between names assert. */
export function roleRelations(view: View): Found[] {
  return view.mentions.flatMap((b, i) => {
    const a = view.mentions[i - 1];
    const before = view.document
      .slice(a?.end ?? view.sentence.start, b.start)
      .replace(/^(?: \([^()]{2,14}\)|\))(?=,)/, "");
    if (before.length > 120) return [];
    return [...(a ? named(view, a, b, before) : []), ...owned(view, b, before, i), ...described(view, b)];
  });
}

function related(
  view: View,
  holder: readonly Filler[],
  noun: string,
  owner: readonly Filler[],
  trigger: number,
): Found[] {
  const role = ROLES.get(noun);
  if (!role) return [];
  if (role.type === "LEADS" && holder.some((h) => view.kindOf(h.entity) !== "PERSON")) return [];
  const found = { type: role.type, trigger, pattern: `role ${role.type}` };
  return role.inverse ? pairs(view, owner, holder, found) : pairs(view, holder, owner, found);
}

function named(view: View, a: MentionNode, b: MentionNode, gap: string): Found[] {
  const possessed = POSSESSED_NAME.exec(gap)?.[1];
  if (possessed) return related(view, [filler(b)], possessed, [filler(a)], b.node);
  const of = (OF_NAME.exec(gap) ?? AND_OF_NAME.exec(gap))?.[1];
  if (of) return related(view, [filler(a)], of, [filler(b)], b.node);
  if (MISSION_OF.test(gap) && BODIES.has(view.kindOf(b.entity)) && OWNERS.has(view.kindOf(a.entity)))
    return partOf(view, b, a);
  const rest = view.document.slice(b.end, b.end + 60);
  if (
    /^, (?:an?|the) $/.test(gap) &&
    MISSION.test(rest) &&
    BODIES.has(view.kindOf(a.entity)) &&
    OWNERS.has(view.kindOf(b.entity))
  )
    return partOf(view, a, b);
  if (/^, (?:also |itself )?(?:an?|the) (?:fellow )?$/.test(gap) && /^['’]?s? members?\b/.test(rest))
    return pairs(view, [filler(a)], [filler(b)], { type: "MEMBER_OF", trigger: b.node, pattern: "role MEMBER_OF" });
  const after = /^, (?:the )?$/.test(gap) ? POSSESSED_END.exec(view.document.slice(b.end, b.end + 60))?.[1] : undefined;
  return after ? related(view, [filler(a), ...besides(view, a, after)], after, [filler(b)], b.node) : [];
}

/** "Russia and China, Y's backers": a plural says the same of both. */
function besides(view: View, a: MentionNode, noun: string): Filler[] {
  const before = view.mentions[view.mentions.indexOf(a) - 1];
  const joined = before && /^,? and (?:the )?$/.test(view.document.slice(before.end, a.start));
  return joined && noun.endsWith("s") ? [filler(before)] : [];
}

const MISSION_NOUN =
  "(?:mission|force|agency|arm|bureau|body|service|police|operation|department|directorate|unit|wing|branch)";
const MISSION = new RegExp(`^(?:['’]s)? (?:[a-z-]+ ){0,2}${MISSION_NOUN}\\b`);
const MISSION_OF = new RegExp(`^['’]s (?:[a-z-]+ ){0,3}${MISSION_NOUN}, (?:the )?$`);
const BODIES = new Set<EntityKind>(["AGENCY", "MILITARY", "GOVERNMENT", "ORGANIZATION"]);
const OWNERS = new Set<EntityKind>(["STATE", "ORGANIZATION", "GOVERNMENT", "AGENCY"]);

const partOf = (view: View, part: MentionNode, whole: MentionNode): Found[] =>
  pairs(view, [filler(part)], [filler(whole)], { type: "PART_OF", trigger: part.node, pattern: "role PART_OF" });

/** "the Philippines, its oldest ally": the owner is whom the pronoun recalls. */
function described(view: View, b: MentionNode): Found[] {
  const match = PRONOUN_AFTER.exec(view.document.slice(b.end, b.end + 60));
  const pronoun = match ? view.tokens.findIndex((t) => t.start === b.end + 2) : -1;
  const owners: Filler[] = (view.named[pronoun]?.entities ?? []).map((entity) => ({
    entity,
    way: "reference",
    node: b.node,
  }));
  return related(view, [filler(b)], match?.[1] ?? "", owners, b.node);
}

/** "Russia and its ally Belarus": the owner is whom the pronoun recalls, or the name that "and" joins. */
function owned(view: View, b: MentionNode, gap: string, i: number): Found[] {
  const match = PRONOUN_NAME.exec(gap);
  if (!match) return [];
  const at = b.start - gap.length + match.index;
  const pronoun = view.tokens.findIndex((t) => t.start === at);
  const recalled = view.named[pronoun]?.entities ?? [];
  const before = view.mentions[i - 1];
  const joined = before && /^,? and $/.test(gap.slice(0, match.index)) ? [before.entity] : [];
  const entities = joined.length > 0 ? joined : recalled.length > 0 ? recalled : before ? [before.entity] : [];
  const owners: Filler[] = entities.map((entity) => ({ entity, way: "reference", node: b.node }));
  return related(view, [filler(b)], match[2] ?? "", owners, b.node);
}
