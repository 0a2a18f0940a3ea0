/** Standing relations told by how names stand beside each other: possessors, titles, hyphens, "in", "such as". */
import { entityId } from "../../../schema/ids.ts";
import type { EntityKind, RelationType } from "../../../schema/ontology.ts";
import { phrasesWith } from "./clause.ts";
import { type Filler, fillers } from "./fillers.ts";
import { type Found, pairs } from "./found.ts";
import { ADJECTIVES } from "./lexicon.ts";
import titles from "./titles.json" with { type: "json" };
import type { MentionNode, View } from "./view.ts";

/** Which state a name or adjective means: "Iranian" is Iran. */
export type StateNames = (name: string) => string | undefined;

const BODIES = new Set<EntityKind>(["AGENCY", "MILITARY", "GOVERNMENT"]);
const OWNERS = new Set<EntityKind>(["STATE", "AGENCY", "MILITARY", "GOVERNMENT", "ORGANIZATION", "MILITIA"]);

const filler = (m: MentionNode): Filler => ({
  entity: m.entity,
  mention: { start: m.start, end: m.end },
  way: "name",
  node: m.node,
});

/** The standing relations that a sentence asserts by the order of its names. */
export function standingRelations(view: View, states: StateNames): Found[] {
  return [
    ...view.mentions.flatMap((m) => [...innerState(view, m, states), ...hyphenated(view, m, states)]),
    ...neighbours(view),
    ...presences(view),
    ...owned(view),
    ...coalitions(view),
  ];
}

/** "its Quds Force": a body of whom the pronoun recalls. */
function owned(view: View): Found[] {
  return view.mentions
    .filter((m) => BODIES.has(view.kindOf(m.entity)))
    .flatMap((m) => {
      const before = view.document.slice(Math.max(view.sentence.start, m.start - 16), m.start);
      const pronoun = /\b(?:its|their|Its|Their) (?:own )?$/.test(before) ? pronounBefore(view, m) : -1;
      const owners = (view.named[pronoun]?.entities ?? [])
        .filter((e) => OWNERS.has(view.kindOf(e)) && view.kindOf(e) !== "MILITIA")
        .map((entity): Filler => ({ entity, way: "reference", node: m.node }));
      return pairs(view, [filler(m)], owners, { type: "PART_OF", trigger: m.node, pattern: "owner PART_OF" });
    });
}

const pronounBefore = (view: View, m: MentionNode): number =>
  view.tokens.findLastIndex((t) => t.end < m.start && /^(?:its|their)$/i.test(t.text));

const COALITION =
  /^(?: \([^)]{2,12}\))?,? (?:an?|the) (?:[a-z-]+ ){0,2}(?:coalition|alliance|umbrella|grouping|bloc|federation|front) of (?:the )?$/;
const WHOSE_MEMBERS =
  /^(?: \([^)]{2,12}\))?["”]?,? whose (?:\w+ )?(?:members|member states|factions|components) (?:include|are|comprise) (?:the )?$/;

/** "X, a coalition of A and B", "X, whose members include A and B" */
const coalitions = (view: View): Found[] =>
  view.mentions.flatMap((b, i) => {
    const a = view.mentions[i - 1];
    const gap = a ? view.document.slice(a.end, b.start) : "";
    if (!a || !(COALITION.test(gap) || WHOSE_MEMBERS.test(gap))) return [];
    return pairs(view, fillers(view, b.node, "actor"), [filler(a)], {
      type: "MEMBER_OF",
      trigger: b.node,
      pattern: "such as MEMBER_OF",
    });
  });

/** "Iran-backed militias in Iraq and Syria": an armed group named with where it is. */
function presences(view: View): Found[] {
  return view.mentions
    .filter((m) => view.kindOf(m.entity) === "MILITIA")
    .flatMap((m) => {
      const places = [...phrasesWith(view, m.node, "in"), ...phrasesWith(view, m.node, "across")].filter(
        (n) => n > m.node,
      );
      const ground = places.flatMap((n) => fillers(view, n, "ground"));
      return pairs(view, [filler(m)], ground, { type: "OPERATES_IN", trigger: m.node, pattern: "in OPERATES_IN" });
    });
}

const WORDS = /[^\s]+/g;

/** "U.S. Central Command", "Central Bank of the UAE", "Iran-backed militias": the state inside a name. */
function innerState(view: View, mention: MentionNode, states: StateNames): Found[] {
  const kind = view.kindOf(mention.entity);
  const text = view.document.slice(mention.start, mention.end);
  if (!BODIES.has(kind) && !/-\w+ed /.test(text)) return [];
  const name = stateIn(text, states);
  const entity = name && entityId("STATE", name);
  if (!entity || entity === mention.entity || !known(view, entity)) return [];
  const state: Filler = { entity, way: "name", node: mention.node };
  const common = { trigger: mention.node };
  if (BODIES.has(kind))
    return pairs(view, [filler(mention)], [state], { ...common, type: "PART_OF", pattern: "name PART_OF" });
  const adjective = ADJECTIVES.get(/-(\w+ed) /.exec(text)?.[1] ?? "");
  return adjective && !adjective.inverse
    ? pairs(view, [state], [filler(mention)], { ...common, type: adjective.type, pattern: `name ${adjective.type}` })
    : [];
}

const known = (view: View, entity: Filler["entity"]): boolean => view.entityOf(entity) !== undefined;

function stateIn(text: string, states: StateNames): string | undefined {
  const words = text.replace(/-\w+ed /, " ").match(WORDS) ?? [];
  for (const length of [3, 2, 1]) {
    if (words.length <= length) continue;
    const name = states(words.slice(0, length).join(" "));
    if (name) return name;
  }
  const of = /\b(?:of|for) (?:the )?(.+)$/.exec(text)?.[1];
  return of && states(of);
}

/** "UAE-backed Puntland Maritime Police Force", "the Goma-based group". */
function hyphenated(view: View, mention: MentionNode, states: StateNames): Found[] {
  const match = /^-(\w+)/.exec(view.document.slice(mention.end, mention.end + 20));
  const adjective = match && ADJECTIVES.get(match[1]!.toLowerCase());
  if (!adjective) return [];
  const head = describedAfter(view, mention);
  void states;
  const found = { type: adjective.type, trigger: mention.last, pattern: `hyphen ${adjective.type}` };
  const described = head === undefined ? [] : fillers(view, head, "actor").slice(0, 1);
  return adjective.inverse
    ? pairs(view, described, [filler(mention)], found)
    : pairs(view, [filler(mention)], described, found);
}

/** The noun that an adjective built on a name describes: what its part of the tree hangs on. */
function describedAfter(view: View, mention: MentionNode): number | undefined {
  if (view.tokens[mention.node]!.start >= mention.end) return nounAfter(view, mention.node);
  let at = mention.node;
  const edge = view.tokens.findIndex(
    (t) => t.start > mention.end && /^\s/.test(view.document.slice(t.start - 1, t.start)),
  );
  if (edge < 0) return undefined;
  for (let steps = 0; at >= 0 && at < edge && steps < 6; steps++) at = view.heads[at]!;
  if (at >= edge && at - edge <= 8) return at;
  return nounAfter(view, edge);
}

function nounAfter(view: View, from: number): number | undefined {
  for (let i = from; i < view.tokens.length && i < from + 6; i++) {
    if (view.named[i]) return i;
    const next = view.tokens[i + 1];
    if (view.tokens[i]!.pos === "NOUN" && next?.pos !== "NOUN" && !view.covering[i + 1]) return i;
    if (["VERB", "PUNCT", "ADP"].includes(view.tokens[i]!.pos)) return undefined;
  }
  return undefined;
}

const RANK =
  "(?:(?:Gen|Lt|Maj|Brig|Col|Adm|Capt|Sgt|Mr|Mrs|Ms|Dr|Sheikh|Sheik|General|Colonel|Major|Admiral|Captain)\\.? )*";
const LEADER = `(?:${titles.leaders.join("|")})`;
const BEFORE_NAME = new RegExp(`^(?:['’]s?)? (?:[a-z-]+ )?${LEADER},? ${RANK}$`, "i");
const AFTER_NAME = new RegExp(
  `^,? (?:the |its |a )?(?:[a-z-]+ ){0,3}?${LEADER}(?: and [a-z-]+)? (?:of|at) (?:the )?$`,
  "i",
);
const RULER_BEFORE = /\b(?:President|Prime Minister|King|Queen|Emir|Sultan|Chancellor|Premier|Supreme Leader) $/;
const ONE_OF_MANY = new RegExp(
  `^, (?:also )?(?:an?|one of the) (?:[a-z-]+ ){0,3}?(?:${LEADER}|commander|member|official|fighter|founder|figure)s? (?:of|in|from) (?:the )?$`,
  "i",
);
const WHOSE_LEADER = new RegExp(
  `^(?: \\([^)]{2,12}\\))?, whose (?:[a-z-]+ )?${LEADER}(?:,| is) (?:the )?${RANK}$`,
  "i",
);
const LEADER_AFTER = new RegExp(`^(?:['’]s?)? ${LEADER}\\b`, "i");
const MEMBERS_OF =
  /\b(?:members|leaders|officials|commanders|figures|operatives|fighters|officers|militants) of (?:the )?$/;
const OWNER_BEFORE = /^['’]s? (?:own |[a-z-]+ ){0,2}$/;
const SUCH_AS = /^,? (?:such as|including|like|among them) (?:the )?$/;
const LOCATED = /^ (?:in|on|inside|within) (?:the )?(?:[a-z-]+ (?:province|state|region|district|city|town) of )?$/;
const NOT_LEADING = /\b(?:deputy|vice|former|ex-\w+|acting deputy|foreign|defen[cs]e|spokes\w+|interior|finance)\b/i;

/** Relations between a name and the next one. */
function neighbours(view: View): Found[] {
  return view.mentions.flatMap((a, i) => {
    const b = view.mentions[i + 1];
    if (!b) return [];
    const gap = view.document.slice(a.end, b.start).replace(/^(?: \([^()]{2,14}\)|\))(?=,)/, "");
    return gap.length > 60 ? [] : between(view, a, b, gap);
  });
}

function between(view: View, a: MentionNode, b: MentionNode, gap: string): Found[] {
  const [ka, kb] = [view.kindOf(a.entity), view.kindOf(b.entity)];
  const make = (type: RelationType, subject: MentionNode, object: MentionNode, pattern: string) =>
    pairs(view, [filler(subject)], [filler(object)], { type, trigger: subject.node, pattern: `${pattern} ${type}` });
  if (kb === "PERSON" && ka !== "PERSON" && ka !== "PLACE" && BEFORE_NAME.test(gap) && !NOT_LEADING.test(gap))
    return make("LEADS", b, a, "title");
  if (ka === "PERSON" && ONE_OF_MANY.test(gap)) return make("MEMBER_OF", a, b, "title");
  if (ka === "PERSON" && AFTER_NAME.test(gap) && !NOT_LEADING.test(gap)) return make("LEADS", a, b, "title");
  if (kb === "PERSON" && WHOSE_LEADER.test(gap) && !NOT_LEADING.test(gap)) return make("LEADS", b, a, "title");
  if (ka === "PERSON" && /^, the $/.test(gap) && LEADER_AFTER.test(view.document.slice(b.end, b.end + 40)))
    return make("LEADS", a, b, "title");
  if (
    ka === "PERSON" &&
    kb === "STATE" &&
    /^ of (?:the )?$/.test(gap) &&
    RULER_BEFORE.test(view.document.slice(0, a.start))
  )
    return make("LEADS", a, b, "title");
  if (ka === "GOVERNMENT" && kb === "PERSON" && /^ of $/.test(gap)) return make("LEADS", b, a, "of");
  if (
    ka === "PERSON" &&
    /^ (?:of|from) (?:the )?$/.test(gap) &&
    ["AGENCY", "ORGANIZATION", "MEDIA", "MILITIA", "GOVERNMENT"].includes(kb)
  )
    return make("MEMBER_OF", a, b, "of");
  if (isOwned(ka, kb, gap)) return make("PART_OF", b, a, "owner");
  if (BODIES.has(ka) && OWNERS.has(kb) && kb !== "MILITIA" && /^ of (?:the )?$/.test(gap))
    return make("PART_OF", a, b, "of");
  if (ka === "ORGANIZATION" && kb === "ORGANIZATION" && /^ of (?:the )?$/.test(gap)) return make("PART_OF", a, b, "of");
  if (SUCH_AS.test(gap) && kb === "PERSON" && MEMBERS_OF.test(view.document.slice(view.sentence.start, a.start)))
    return pairs(view, fillers(view, b.node, "actor"), [filler(a)], {
      type: "MEMBER_OF",
      trigger: b.node,
      pattern: "such as MEMBER_OF",
    });
  if (SUCH_AS.test(gap) && kb !== "PERSON") return listed(view, a, b, ka);
  if (isGround(ka) && isGround(kb)) return located(view, a, b, gap, ka, kb, make);
  if (ka === "EVENT" && isGround(kb) && /^,? (?:in|at|on|near|off) (?:the )?$/.test(gap))
    return [b, ...joinedTo(view, b)].flatMap((place) => make("OCCURS_IN", a, place, "in"));
  return [];
}

/** The names that "and" or a comma join to a name. */
function joinedTo(view: View, mention: MentionNode): MentionNode[] {
  const at = view.mentions.indexOf(mention);
  const out: MentionNode[] = [];
  for (let i = at + 1; i < view.mentions.length; i++) {
    const next = view.mentions[i]!;
    if (!/^(?:,|,? and) (?:the )?$/.test(view.document.slice(view.mentions[i - 1]!.end, next.start))) break;
    if (isGround(view.kindOf(next.entity))) out.push(next);
  }
  return out;
}

const isGround = (kind: EntityKind) => kind === "PLACE" || kind === "BASE" || kind === "STATE";

function isOwned(owner: EntityKind, body: EntityKind, gap: string): boolean {
  if (!OWNERS.has(owner)) return false;
  if (BODIES.has(body)) return OWNER_BEFORE.test(gap) || (owner === "STATE" && gap === " ");
  return body === "MILITIA" && owner === "MILITIA" && OWNER_BEFORE.test(gap);
}

type Make = (type: RelationType, subject: MentionNode, object: MentionNode, pattern: string) => Found[];

function located(
  view: View,
  a: MentionNode,
  b: MentionNode,
  gap: string,
  ka: EntityKind,
  kb: EntityKind,
  make: Make,
): Found[] {
  if (ka === "STATE") return [];
  const after = view.document.slice(b.end, b.end + 1);
  if (LOCATED.test(gap) && kb !== "BASE") return make("LOCATED_IN", a, b, "in");
  if (kb === "STATE" && /^, (?:in|on) (?:the )?$/.test(gap)) return make("LOCATED_IN", a, b, "in");
  if (gap === " (" && after === ")") return make("LOCATED_IN", a, b, "in");
  if (gap === ", " && kb === "STATE" && (after === "," || after === ".")) return make("LOCATED_IN", a, b, "comma");
  return [];
}

/** "militias such as the PMF": a class and its members; "installations, including X and Y" has no class. */
function listed(view: View, a: MentionNode, b: MentionNode, kind: EntityKind): Found[] {
  if (!["MILITIA", "ORGANIZATION"].includes(kind)) return [];
  const members = fillers(view, b.node, "actor");
  return pairs(view, members, [filler(a)], { type: "MEMBER_OF", trigger: b.node, pattern: "such as MEMBER_OF" });
}
