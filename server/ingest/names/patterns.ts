/** Names that reach beyond their capitals: "Tajik foreign ministry", "northern Iraq", "Iran-backed militias", "war in Gaza". */
import type { EntityKind } from "../../../schema/ontology.ts";
import { candidate, type Candidate } from "./candidate.ts";
import { ministryName, rulerName } from "./ministries.ts";
import type { NamedSentence, Word } from "./words.ts";

const set = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/));

const MINISTRIES = set(
  "foreign defence defense interior finance health justice information oil energy economy culture trade security intelligence",
);
const RULERS = set("government administration regime junta cabinet parliament presidency legislature senate");
const BODIES = set("parliament junta government cabinet senate presidency legislature regime");
const DIRECTIONS = set(
  "northern southern eastern western central northeastern northwestern southeastern southwestern upper",
);
const HALF_DIRECTIONS = set("north south");
const SPONSORED = set("backed aligned supported sponsored linked funded allied affiliated armed trained");
const ARMED = set(
  "militias groups rebels fighters forces militants factions separatists proxies insurgents gangs militiamen paramilitaries mercenaries",
);
const ARMED_WORDS = set(
  "armed rebel militant proxy shia shiite sunni kurdish paramilitary separatist insurgent terrorist terror",
);
const REGIONS = set("province region governorate oblast");
const SITES = set("crossing prison airport");
const HAPPENINGS = set("summit bombings bombing massacre war offensive earthquake");
const DATED = /^(19|20)\d\d$|^\d\d$/;

/** What a candidate may be, as far as patterns need to know. */
interface Sense {
  readonly state: boolean;
  readonly demonym: boolean;
  readonly place: boolean;
  readonly person: boolean;
  readonly unknown: boolean;
}

function senseOf(name: Candidate): Sense {
  const { readings, kind } = name;
  const named = readings.filter((r) => r.role === "name");
  return {
    state: named.some((r) => r.entry.kind === "STATE"),
    demonym: readings.some((r) => r.role === "demonym"),
    place:
      kind === "PLACE" || named.some((r) => r.entry.kind === "PLACE") || readings.some((r) => r.role === "capital"),
    person: kind === "PERSON" || named.some((r) => r.entry.kind === "PERSON"),
    unknown: readings.length === 0 && kind === undefined,
  };
}

type Widening = (text: string, sentence: NamedSentence, name: Candidate) => Candidate | undefined;

const spaced = (word: Word | undefined): word is Word => word?.gap === "space";
const next = (sentence: NamedSentence, name: Candidate, by = 0): Word | undefined => sentence.words[name.after + by];

const widened = (
  text: string,
  sentence: NamedSentence,
  first: number,
  after: number,
  kind: EntityKind,
  name?: string,
): Candidate => candidate(text, sentence, first, after, { origin: "pattern", kind, name });

/** The state of a demonym or name, for canonical names such as "Ministry of Defence of Brazil". */
export const stateName = (name: Candidate): string | undefined =>
  name.readings.find((r) => r.entry.kind === "STATE")?.entry.name;

const ministry: Widening = (text, sentence, name) => {
  const [topic, head] = [next(sentence, name), next(sentence, name, 1)];
  const sense = senseOf(name);
  if (!(sense.demonym || sense.state) || !spaced(topic) || !spaced(head) || head.text !== "ministry") return undefined;
  if (!MINISTRIES.has(topic.key)) return undefined;
  const full = ministryName([topic.key, "ministry"], stateName(name));
  return widened(text, sentence, name.first, name.after + 2, "AGENCY", full);
};

const ruler: Widening = (text, sentence, name) => {
  const head = next(sentence, name);
  if (!spaced(head) || head.shape !== "lower") return undefined;
  const { demonym, person, place, unknown } = senseOf(name);
  if (!(demonym ? BODIES : person || place || unknown ? RULERS : new Set()).has(head.key)) return undefined;
  const full = demonym ? rulerName(head.key, stateName(name)) : undefined;
  return widened(text, sentence, name.first, name.after + 1, "GOVERNMENT", full);
};

const direction: Widening = (text, sentence, name) => {
  const before = sentence.words[name.first - 1];
  const own = sentence.words[name.first]!;
  const { state, place, unknown } = senseOf(name);
  if (!before || before.shape !== "lower" || own.gap !== "space" || !(state || place || unknown)) return undefined;
  if (DIRECTIONS.has(before.key)) {
    const half = sentence.words[name.first - 2];
    const whole = before.gap === "hyphen" && half && HALF_DIRECTIONS.has(half.key);
    return widened(text, sentence, name.first - (whole ? 2 : 1), name.after, "PLACE");
  }
  const half = sentence.words[name.first - 2];
  const compass = /^(east|west)$/.test(before.key) && before.gap === "hyphen" && half && HALF_DIRECTIONS.has(half.key);
  return compass ? widened(text, sentence, name.first - 2, name.after, "PLACE") : undefined;
};

function armedEnd(sentence: NamedSentence, at: number): number | undefined {
  let after = at;
  while (after < at + 2 && spaced(sentence.words[after]) && ARMED_WORDS.has(sentence.words[after]!.key)) after++;
  const head = sentence.words[after];
  return spaced(head) && ARMED.has(head.key) ? after + 1 : undefined;
}

const describedGroup: Widening = (text, sentence, name) => {
  const sponsored = next(sentence, name);
  const { state, demonym } = senseOf(name);
  if (!state && !demonym) return undefined;
  if (sponsored?.gap === "hyphen" && SPONSORED.has(sponsored.key)) {
    const after = armedEnd(sentence, name.after + 1);
    const sponsor = `${stateName(name)}-${sponsored.text} militias`;
    return after ? widened(text, sentence, name.first, after, "MILITIA", sponsor) : undefined;
  }
  const pro = sentence.words[name.first - 1];
  if (pro?.key !== "pro" || sentence.words[name.first]!.gap !== "hyphen") return undefined;
  const after = armedEnd(sentence, name.after);
  return after ? widened(text, sentence, name.first - 1, after, "MILITIA") : undefined;
};

const isTown = (name: Candidate): boolean => name.readings.some((r) => r.entry.feature === "town");

/** A province named by its city is another place than the city: "Raqqa province". */
const province: Widening = (text, sentence, name) => {
  const head = next(sentence, name);
  if (!spaced(head) || head.shape !== "lower") return undefined;
  const inside = (REGIONS.has(head.key) && isTown(name)) || SITES.has(head.key);
  const { place, unknown } = senseOf(name);
  return inside && (place || unknown) ? widened(text, sentence, name.first, name.after + 1, "PLACE") : undefined;
};

const happening: Widening = (text, sentence, name) => {
  const { state, place, person } = senseOf(name);
  const head = next(sentence, name);
  const before = sentence.words[name.first - 1];
  if (spaced(head) && head.shape === "lower" && HAPPENINGS.has(head.key) && (place || state) && before?.key === "the")
    return widened(text, sentence, name.first, name.after + 1, "EVENT");
  const noun = sentence.words[name.first - 2];
  const joined = before?.gap === "space" && sentence.words[name.first]!.gap === "space" && !person;
  if (!joined || !noun) return undefined;
  const war = noun.key === "war" && (before.key === "in" || before.key === "on");
  const battle = ["battle", "siege", "fall"].includes(noun.key) && before.key === "of";
  return war || battle ? widened(text, sentence, name.first - 2, name.after, "EVENT") : undefined;
};

/** "Balikatan 2025", "Rubezh-2024", "Freezing Winds 24". */
const exercise: Widening = (text, sentence, name) => {
  const year = next(sentence, name);
  if (!year || year.shape !== "number" || !DATED.test(year.text) || !["space", "hyphen"].includes(year.gap))
    return undefined;
  if (name.origin !== "run" && !name.readings.some((r) => r.entry.kind === "EVENT")) return undefined;
  const follower = sentence.words[name.after + 1];
  const counts = year.text.length === 2 && follower?.gap === "space" && year.gap === "space" && follower.pos === "NOUN";
  return counts ? undefined : widened(text, sentence, name.first, name.after + 1, "EVENT");
};

const WIDENINGS: readonly Widening[] = [exercise, describedGroup, ministry, happening, ruler, province, direction];

/** Each candidate, or what it is part of; those that a wider one has taken in are left out. */
export function widen(text: string, sentence: NamedSentence, names: readonly Candidate[]): Candidate[] {
  const found: Candidate[] = [];
  for (const name of names) {
    let wider: Candidate | undefined;
    for (const widening of WIDENINGS) if ((wider = widening(text, sentence, name))) break;
    const chosen = wider ?? name;
    const before = found.at(-1);
    if (!before || before.after <= chosen.first) found.push(chosen);
    else if (before.first >= chosen.first) found.splice(-1, 1, chosen);
  }
  return found;
}
