/** Which entities the words in an argument stand for. */
import type { EntityId } from "../../../schema/ids.ts";
import type { Span } from "../../../schema/model.ts";
import {
  antecedent,
  childrenBy,
  isRelative,
  phrases,
  phrasesWith,
  prepositionOf,
  relationOf,
  subjectsOf,
} from "./clause.ts";
import { doersOf, isAct } from "./recall.ts";
import type { MentionNode, View } from "./view.ts";
import words from "./words.json" with { type: "json" };

/** How an argument led to its entity: the surer, the earlier. */
export const WAYS = ["name", "carrier", "reference", "loose"] as const;
export type Way = (typeof WAYS)[number];

/** One entity in an argument. */
export interface Filler {
  readonly entity: EntityId;
  readonly mention?: Span | undefined;
  readonly way: Way;
  /** The node of the words that led to it. */
  readonly node: number;
}

const bag = (list: string): ReadonlySet<string> => new Set(list.split(" "));
export const PEOPLE = bag(words.people);
export const ASSETS = bag(words.assets);
export const FACILITIES = bag(words.facilities);
export const CONTAINERS = bag(words.containers);

/** How freely an unnamed noun may stand for the name beside it. `actor`: who can act; `target`: what can be hit. */
export type Reading = "actor" | "target" | "ground";

const weaker = (a: Way, b: Way): Way => (WAYS.indexOf(a) > WAYS.indexOf(b) ? a : b);

/** The entities that a node stands for by itself, its apposition or its relative pronoun. */
function direct(view: View, node: number): Filler[] {
  const named = view.named[node];
  if (!named) return ofSpeaker(view, node);
  const way: Way = named.mention ? "name" : "reference";
  return named.entities.map((entity) => ({ entity, mention: named.mention, way, node }));
}

const PRONOUNS = new Set(["it", "they", "he", "she"]);

/** "Switzerland said it had expelled …": a pronoun that recalls nothing else is whoever speaks. */
function ofSpeaker(view: View, node: number): Filler[] {
  if (!PRONOUNS.has(view.text(node)) || relationOf(view, node) !== "nsubj") return [];
  let verb = view.heads[node]!;
  for (let steps = 0; verb >= 0 && steps < 4 && relationOf(view, verb) !== "ccomp"; steps++)
    verb = relationOf(view, verb) === "conj" ? view.heads[verb]! : -1;
  const head = verb < 0 ? -1 : view.heads[verb]!;
  if (head < 0) return [];
  return subjectsOf(view, head)
    .filter((s) => s !== node && !PRONOUNS.has(view.text(s)))
    .flatMap((s) => fillers(view, s, "actor", 2))
    .map((f) => ({ entity: f.entity, way: "reference", node }));
}

const isNominal = (view: View, node: number) =>
  ["NOUN", "PROPN", "NUM", "PRON", "ADJ", "DET", "X", "SYM"].includes(view.tokens[node]!.pos);

/** The nodes joined to a node by "and" or "or", itself first. */
export function coordinated(view: View, node: number): number[] {
  const listed = listedWith(view, node);
  if (listed.length > 0) return [node, ...listed];
  const others = childrenBy(view, node, "conj").filter(
    (c) => (isNominal(view, c) || view.named[c]) && !apposed(view, c),
  );
  return [node, ...others.filter((c) => others.length > 1 || !isApart(view, node, c))];
}

/** "X, a NOUN …": the name right before the comma that opens an apposition, wherever the tree has hung it. */
function nameBeforeGloss(view: View, node: number): MentionNode | undefined {
  const article = childrenBy(view, node, "det").find((d) => /^(?:an?|the)$/.test(view.text(d)));
  if (article === undefined || view.text(article - 1) !== ",") return undefined;
  const end = view.tokens[article - 1]!.start;
  return view.mentions.find((m) =>
    /^(?: \([^()]{2,20}\))?$/.test(m.end <= end && end - m.end < 24 ? view.document.slice(m.end, end) : "-"),
  );
}

const isGloss = (view: View, node: number): boolean =>
  !view.named[node] && childrenBy(view, node, "acl").length > 0 && PEOPLE.has(view.tokens[node]!.lemma.toLowerCase());

const IN_LIST = /^(?:,|,? (?:and|or|as well as|but also))(?: the| also)* $/;
const LAST_IN_LIST = / (?:and|or) /;

/** "Russia, the Republic of Türkiye and Egypt": names that the text lists, whatever the tree makes of them. */
function listedWith(view: View, node: number): number[] {
  const at = view.named[node]?.mention ? view.mentions.findIndex((m) => m.node === node) : -1;
  if (at < 0) return [];
  let first = at;
  while (first > 0 && gapIn(view, first) === "comma") first--;
  let last = first;
  while (last + 1 < view.mentions.length && gapIn(view, last + 1) === "comma") last++;
  if (gapIn(view, last + 1) !== "and" || (last === first && (at !== first || !closes(view, last + 1)))) return [];
  return view.mentions.slice(first, last + 2).flatMap((m) => (m.node === node ? [] : [m.node]));
}

/** "took Gamboru and Ngala.": the second of two names, behind which no verb begins a clause of its own. */
const closes = (view: View, i: number): boolean =>
  !/^(?:VERB|AUX|PRON)$/.test(view.tokens[view.mentions[i]!.last + 1]?.pos ?? "PUNCT") &&
  !view.document.slice(view.mentions[i - 1]!.end, view.mentions[i]!.start).includes(",") &&
  !view.relations[view.mentions[i]!.node]!.startsWith("nsubj");

/** How a name is joined to the one before it in a list. */
function gapIn(view: View, i: number): "comma" | "and" | undefined {
  const [before, next] = [view.mentions[i - 1], view.mentions[i]];
  if (!before || !next || !alike(view, before.entity, next.entity)) return undefined;
  const gap = view.document.slice(before.end, next.start).replace(/^ \([^)]{2,12}\)/, "");
  if (!IN_LIST.test(gap)) return undefined;
  return LAST_IN_LIST.test(gap) ? "and" : "comma";
}

/** Actors are listed with actors, places with places. */
const alike = (view: View, a: EntityId, b: EntityId): boolean =>
  isSpot(view, a) === isSpot(view, b) && (view.kindOf(a) === "PERSON") === (view.kindOf(b) === "PERSON");
const isSpot = (view: View, entity: EntityId): boolean => ["PLACE", "BASE"].includes(view.kindOf(entity));

/** "the Second Marquetalia, a faction of …": no coordination, whatever the tree says. */
const apposed = (view: View, node: number): boolean =>
  !view.named[node] &&
  childrenBy(view, node, "cc").length === 0 &&
  childrenBy(view, node, "det").some((d) => /^an?$/.test(view.text(d)) && view.text(d - 1) === ",");

/** "no guarantees, and Russia …": a comma before "and" and only then a name begins a clause of its own. */
function isApart(view: View, node: number, other: number): boolean {
  const and = childrenBy(view, other, "cc")[0];
  return and !== undefined && view.text(and - 1) === "," && !view.named[node] && view.named[other] !== undefined;
}

/** All entities that an argument stands for, coordination included. */
export function fillers(view: View, node: number, reading: Reading, depth = 0): Filler[] {
  if (depth > 5) return [];
  if (isRelative(view, node) && !view.named[node]) {
    const noun = antecedent(view, node);
    return noun === undefined || noun === node ? [] : fillers(view, noun, reading, depth + 1);
  }
  const seen = new Map<EntityId, Filler>();
  for (const part of coordinated(view, node))
    for (const filler of one(view, part, reading, depth)) if (!seen.has(filler.entity)) seen.set(filler.entity, filler);
  return [...seen.values()];
}

/** The entities of one member of a coordination. */
export const soleFillers = (view: View, node: number, reading: Reading): Filler[] => one(view, node, reading, 1);

function one(view: View, node: number, reading: Reading, depth: number): Filler[] {
  const named = direct(view, node);
  if (named.length > 0) return named;
  const title = titled(view, node);
  if (title) return title;
  const apposed = childrenBy(view, node, "appos").flatMap((c) =>
    view.named[c]?.mention ? direct(view, c) : (titled(view, c) ?? []),
  );
  if (apposed.length > 0) return apposed;
  const head = view.heads[node]!;
  const before = relationOf(view, node) === "appos" || isGloss(view, node) ? nameBeforeGloss(view, node) : undefined;
  if (before) return direct(view, before.node);
  if (relationOf(view, node) === "appos" && view.named[head]) return direct(view, head);
  return throughNoun(view, node, reading, depth);
}

/** "President Alexander Stubb": the person whose name follows the title directly. */
function titled(view: View, node: number): Filler[] | undefined {
  const next = view.mentions.find((m) => m.first === node + 1);
  if (!next || view.kindOf(next.entity) !== "PERSON") return undefined;
  const tied =
    view.heads[next.node] === node || view.heads[node] === next.node || view.heads[next.node] === view.heads[node];
  return tied ? direct(view, next.node) : undefined;
}

/** The named nodes that modify a noun, nearest first: "Israel's", "Israeli", "ISKP". */
export function modifiers(view: View, node: number): number[] {
  return view.children[node]!.filter((c) => {
    const relation = relationOf(view, c);
    if (relation === "nmod") return c < node && !prepositionOf(view, c);
    return c < node && ["amod", "compound", "flat", "det", "nummod"].includes(relation);
  })
    .flatMap((c) => (view.named[c] ? coordinated(view, c) : isWhose(view, c) ? [c] : throughCompound(view, c)))
    .filter((c) => view.named[c] || isWhose(view, c))
    .toSorted((a, b) => b - a);
}

const isWhose = (view: View, node: number) => view.text(node) === "whose";

/** "Hezbollah rocket store": the name may hang on a noun that is itself a modifier. */
const throughCompound = (view: View, node: number): number[] =>
  view.children[node]!.filter(
    (c) => c < node && view.named[c] && ["compound", "amod", "nmod"].includes(relationOf(view, c)),
  );

function throughNoun(view: View, node: number, reading: Reading, depth: number): Filler[] {
  const lemma = view.tokens[node]!.lemma.toLowerCase();
  const step = (nodes: number[], way: Way) =>
    nodes.flatMap((c) => fillers(view, c, reading, depth + 1).map((f) => ({ ...f, way: weaker(f.way, way) })));
  if (CONTAINERS.has(lemma) || view.tokens[node]!.pos === "NUM") {
    const inner = step(phrasesWith(view, node, "of"), "carrier");
    if (inner.length > 0) return inner;
  }
  const way = carrierWay(lemma, reading);
  if (!way) return reading === "actor" && isAct(view, node) ? ofAct(view, node, step) : [];
  const before = nearest(view, modifiers(view, node), way);
  if (before.length > 0) return before;
  const behind = step(after(view, node, lemma, reading), way);
  return reading === "actor" ? behind.filter((f) => !["PLACE", "BASE"].includes(view.kindOf(f.entity))) : behind;
}

/** "an Israeli strike killed", "shelling by Russia killed", "the strikes hit": who acts is whose act it is. */
function ofAct(view: View, node: number, step: (nodes: number[], way: Way) => Filler[]): Filler[] {
  const before = nearest(view, modifiers(view, node), "carrier");
  if (before.length > 0) return before;
  const by = step(phrasesWith(view, node, "by").slice(0, 1), "carrier");
  return by.length > 0 ? by : doersOf(view, node);
}

function carrierWay(lemma: string, reading: Reading): Way | undefined {
  if (PEOPLE.has(lemma)) return "carrier";
  if (ASSETS.has(lemma)) return "carrier";
  if (reading !== "actor" && FACILITIES.has(lemma)) return "carrier";
  return reading === "target" ? "loose" : undefined;
}

/** The modifiers that stand together nearest to the noun; "Israel's U.S. envoy" is only the nearer. */
function nearest(view: View, nodes: readonly number[], way: Way): Filler[] {
  const first = nodes[0];
  if (first === undefined) return [];
  const group = nodes.filter(
    (n) =>
      n === first ||
      view.heads[n] === first ||
      view.heads[first] === n ||
      (view.heads[n] === view.heads[first] && relationOf(view, n) === "conj"),
  );
  return group
    .flatMap((n) => (isWhose(view, n) ? fillers(view, n, "actor", 1) : direct(view, n)))
    .map((f) => ({ ...f, way: weaker(f.way, way) }));
}

function after(view: View, node: number, lemma: string, reading: Reading): number[] {
  const of = phrasesWith(view, node, "of");
  if (of.length > 0) return of.slice(0, 1);
  const by = PEOPLE.has(lemma) ? [] : [...phrasesWith(view, node, "by"), ...phrasesWith(view, node, "from")];
  if (reading === "target" && by.length > 0) return by.slice(0, 1);
  const others =
    reading === "ground"
      ? ["in", "at", "on", "near"]
      : PEOPLE.has(lemma)
        ? ["from", "in", "with", "for", "at"]
        : FACILITIES.has(lemma)
          ? ["for"]
          : [];
  const found = phrases(view, node).filter((p) => others.includes(p.preposition));
  return found.map((p) => p.node).slice(0, 1);
}
