/** What the words around a name say about its kind, and whether a capital is spoken of as an actor or as ground. */
import type { EntityKind } from "../../../schema/ontology.ts";
import type { Token } from "../analysis.ts";
import type { Candidate } from "./candidate.ts";
import { firstConjunct, headToken, markedBy } from "./grammar.ts";
import { GIVEN_NAMES } from "./given-names.ts";
import { NEIGHBOURS, PARTICLES, SAYING } from "./lexicon.ts";
import { isCapitalised, type NamedSentence, type Word } from "./words.ts";

/** Votes for kinds, and for a city's being an actor (its state) or ground (a place). */
export type Votes = Map<EntityKind | "ACTOR" | "GROUND", number>;

const vote = (votes: Votes, what: EntityKind | "ACTOR" | "GROUND", weight: number): void => {
  votes.set(what, (votes.get(what) ?? 0) + weight);
};

const GROUND_BEFORE = new Map(
  Object.entries({
    in: 2,
    near: 2,
    outside: 2,
    around: 2,
    at: 1.5,
    into: 2,
    inside: 2,
    across: 1.5,
    over: 1,
    off: 1.5,
    through: 1.5,
    via: 1.5,
    reach: 1,
    from: 0.8,
    to: 0.7,
    toward: 1,
    towards: 1,
    left: 0.7,
    throughout: 2,
    along: 1,
    beyond: 0.8,
    above: 0.7,
    entered: 1,
    seized: 0.7,
    captured: 1,
    retook: 1,
    bombed: 0.7,
    shelled: 0.7,
    struck: 0.5,
    besieged: 1,
    leave: 0.6,
    reached: 0.6,
    hit: 0.7,
    capital: 1,
  }),
);
const ACTOR_BEFORE = new Set(
  "by with accused accuses urged urges told blamed blames warned asked pressed pressure between against toward forced sanctioned thanked condemned threatened called allow compel gave give offered lent promised pledged send".split(
    " ",
  ),
);

const before = (sentence: NamedSentence, name: Candidate, by = 1): Word | undefined => sentence.words[name.first - by];
const follower = (sentence: NamedSentence, name: Candidate, by = 0): Word | undefined =>
  sentence.words[name.after + by];

function votesBefore(votes: Votes, sentence: NamedSentence, name: Candidate): void {
  const word = before(sentence, name);
  const gap = sentence.words[name.first]!.gap;
  if (!word) vote(votes, "ACTOR", 1);
  if (!word || gap !== "space") return;
  const ground = GROUND_BEFORE.get(word.key);
  if (ground) {
    vote(votes, "PLACE", ground);
    vote(votes, "GROUND", ground);
  }
  if (ACTOR_BEFORE.has(word.key)) vote(votes, "ACTOR", 2);
  if (word.key === "told") vote(votes, "MEDIA", 3);
  const spoke = before(sentence, name, 2)?.key ?? "";
  if (/^(to|with)$/.test(word.key) && /^(speaking|spoke|interview|remarks|comments|statement)$/.test(spoke))
    vote(votes, "MEDIA", 2);
  const kind = word.shape === "lower" ? NEIGHBOURS.get(word.key) : undefined;
  if (kind) vote(votes, kind, 3);
  if (word.key === "of") votesOf(votes, before(sentence, name, 2));
  const owner = word.gap === "clitic" ? before(sentence, name, 2) : undefined;
  if (owner && isCapitalised(owner) && name.text === name.text.toUpperCase()) vote(votes, "AGENCY", 1.5);
}

function votesOf(votes: Votes, noun: Word | undefined): void {
  const kind = noun && NEIGHBOURS.get(noun.key);
  if (kind === "PLACE") {
    vote(votes, "PLACE", 4);
    vote(votes, "GROUND", 4);
  } else if (kind === "PERSON") vote(votes, "ORGANIZATION", 1);
  else if (kind === "MILITIA") vote(votes, "MILITIA", 1);
}

function votesAfter(votes: Votes, sentence: NamedSentence, name: Candidate): void {
  const word = follower(sentence, name);
  if (!word) return;
  if (word.gap === "clitic") vote(votes, "ACTOR", 0.7);
  const auxiliary = /^(has|had|is|was|will|would|could|may|might|can|should|does|did)$/.test(word.key);
  if (word.gap === "space" && (SAYING.has(word.key) || auxiliary)) votesVerb(votes, sentence, name);
  if (word.gap !== "space" || word.shape !== "lower") return;
  const kind = NEIGHBOURS.get(word.key);
  if (kind === "MILITIA" || kind === "PLACE") vote(votes, kind, 3);
}

function votesVerb(votes: Votes, sentence: NamedSentence, name: Candidate): void {
  const word = before(sentence, name);
  if (word && GROUND_BEFORE.has(word.key) && sentence.words[name.first]!.gap === "space") return;
  vote(votes, "ACTOR", 2);
  if (name.after - name.first > 1) vote(votes, "PERSON", 1);
}

/** "X, who …", "X, a town …", "X, its spokesman, …" */
function votesApposition(votes: Votes, text: string, sentence: NamedSentence, name: Candidate): void {
  const rest = text.slice(name.end, Math.min(sentence.end, name.end + 120));
  const relative = /^,? (who|where)\b/.exec(rest)?.[1];
  if (relative) vote(votes, relative === "who" ? "PERSON" : "PLACE", 3);
  const apposition = /^, (?:an?|the|its|his|her|their|whose|one|once|now|then|himself|\d+)\s([^,.;:]{3,70})/u.exec(
    rest,
  )?.[1];
  if (!apposition) return;
  const noun = apposition
    .split(/\s(?:of|in|for|from|to|that|which|who|with|by|at|on|near|whose|based|led)\s/, 1)[0]
    ?.split(/[\s-]+/)
    .at(-1);
  const kind = NEIGHBOURS.get(noun?.toLowerCase() ?? "");
  if (kind) vote(votes, kind, 3);
  else if (/^(service|police|directorate)$/.test(noun ?? "")) vote(votes, "AGENCY", 3);
}

/** Verbs whose subject may well be a city. */
const OF_PLACES = new Set("fall lie be remain stand host suffer come change see have".split(" "));
/** Verbs whose object is somebody. */
const TO_SOMEBODY = new Set(
  `accuse blame urge ask tell order press warn threaten condemn allow force compel persuade lend give offer promise owe sound sue
  thank praise criticise criticize sanction pressure help assist arm fund support back oppose rebuke assure convince demand
  antagonise antagonize provoke deter anger alarm worry irritate embarrass isolate court approach brief inform`.split(
    /\s+/,
  ),
);

/** Subjects and those who are told or given something act; what stands after "in" is ground. */
function votesGrammar(votes: Votes, sentence: NamedSentence, name: Candidate): void {
  const own = headToken(sentence, name);
  if (!own) return;
  const token = firstConjunct(sentence, own);
  const verb = sentence.tokens[token.head];
  const weight = token === own ? 1 : 0.7;
  if (token.relation === "nsubj" && verb) vote(votes, "ACTOR", OF_PLACES.has(verb.lemma) ? 0.3 : 2 * weight);
  else if (token.relation === "iobj") vote(votes, "ACTOR", 2 * weight);
  else if (token.relation === "obj" && verb && TO_SOMEBODY.has(verb.lemma)) vote(votes, "ACTOR", 1.5 * weight);
  else if (token.relation.startsWith("obl") || token.relation.startsWith("nmod"))
    votesOblique(votes, sentence, token, weight);
}

function votesOblique(votes: Votes, sentence: NamedSentence, token: Token, weight: number): void {
  const marker = markedBy(sentence, token) ?? "";
  if (token.relation === "nmod:poss") vote(votes, "ACTOR", 0.7 * weight);
  else if (/^(with|between|by|against)$/.test(marker)) vote(votes, "ACTOR", 2 * weight);
  else if (/^(in|near|at|around|outside|into|inside|through)$/.test(marker)) {
    vote(votes, "GROUND", 1.5 * weight);
    vote(votes, "PLACE", 1.5 * weight);
  }
}

const THINGS = new Set(
  `missile missiles launcher launchers drone drones jet jets tank tanks rocket rockets system systems helicopter helicopters rifle
  rifles torpedo torpedoes bomber bombers destroyer frigate corvette submarine warship vessel ship tanker freighter carrier
  trawler ferry yacht munitions shells interceptor interceptors satellite battery batteries warplanes`.split(/\s+/),
);

/** "BrahMos missiles", "the tanker Eternity": a weapon or ship, not an actor. */
function isThing(sentence: NamedSentence, name: Candidate): boolean {
  const [word, next] = [before(sentence, name), follower(sentence, name)];
  return (word?.gap !== "other" && THINGS.has(word?.key ?? "")) || (next?.gap === "space" && THINGS.has(next.key));
}

/** How the names of many towns begin. */
const TOWNS =
  /^(los|las|san|santa|santo|saint|sainte|st|sao|puerto|porto|ciudad|villa|nueva|nuevo|nova|novo|rio|rivne|punta|ponta|cerro|monte|mount|isla|tell|tal|deir|beit|kafr|khan|bir|ain|ras|umm|jebel|jabal|wadi|kampong|ban|nong|phnom|datu|el|la|le|les|fort|port|bandar|new|old|upper|lower|velyka|nyzhnya|krasny|novaya|staraya|dar|kfar|ust)$/;

/** How the names of companies end that are written as one word: "Rosselkhozbank", "Surgutneftegas". */
const COMPANIES = /.(bank|neft|gas|gaz|oil|tech|soft|com|air|energo|export|corp|tel|prom|net|pharma|chem|media|trans)$/;

/** What the name itself looks like: initials and particles are people's. */
function votesForm(votes: Votes, sentence: NamedSentence, name: Candidate): void {
  const words = sentence.words.slice(name.first, name.after);
  const single = words.length === 1;
  const inside = words.slice(1);
  if (!single && words.length < 5 && GIVEN_NAMES.has(words[0]!.key)) vote(votes, "PERSON", 2.5);
  if (inside.some((w) => w.text.length === 1 && w.shape === "upper")) vote(votes, "PERSON", 3);
  if (inside.some((w) => w.shape === "lower" && PARTICLES.has(w.key))) vote(votes, "PERSON", 1.5);
  if (!single && before(sentence, name)?.key === "the") vote(votes, "PERSON", -3);
  if (isThing(sentence, name)) for (const kind of ["PERSON", "PLACE", "ORGANIZATION"] as const) vote(votes, kind, -4);
  if (!single && TOWNS.test(words[0]!.key)) vote(votes, "PLACE", 1.5);
  if (COMPANIES.test(words.at(-1)!.key)) vote(votes, "ORGANIZATION", 2.5);
  if (single && words[0]!.shape === "upper") vote(votes, "ORGANIZATION", 1);
  else if (single) vote(votes, "PLACE", 0.5);
  else if (words.length < 4) vote(votes, "PERSON", 1);
  else vote(votes, "ORGANIZATION", 1);
}

/** The votes of one mention. */
export function votesFor(text: string, sentence: NamedSentence, name: Candidate): Votes {
  const votes: Votes = new Map();
  votesBefore(votes, sentence, name);
  votesAfter(votes, sentence, name);
  votesApposition(votes, text, sentence, name);
  votesGrammar(votes, sentence, name);
  votesForm(votes, sentence, name);
  return votes;
}

/** The sum of several mentions' votes. */
export function together(all: readonly Votes[]): Votes {
  const sum: Votes = new Map();
  for (const votes of all) for (const [what, weight] of votes) vote(sum, what, weight);
  return sum;
}
