/** Generated graphs in the interchange format: groups of actors that have most to do with one another, and some hubs. */
import { writeFileSync } from "node:fs";
import { entityId } from "../../../schema/ids.ts";
import { type EntityKind, mayJoin, RELATION_TYPES, relationTerm, STATUSES } from "../../../schema/ontology.ts";
import { type Random, random } from "../graph/random.ts";

const KINDS: readonly EntityKind[] = [
  "STATE",
  "MILITIA",
  "PERSON",
  "AGENCY",
  "ORGANIZATION",
  "MILITARY",
  "PLACE",
  "BASE",
];
const SYLLABLES = "ka ro mi tan sel dar vo lin esh ur qa bel nor im za thu".split(" ");
const SENTENCES = 50;
const WITHIN = 0.82;

interface Actor {
  readonly id: string;
  readonly name: string;
  readonly kind: EntityKind;
  readonly latitude?: number;
  readonly longitude?: number;
}

function actorOf(index: number, chance: Random): Actor {
  const word = () => Array.from({ length: 2 + chance.below(2) }, () => chance.of(SYLLABLES)).join("");
  const name = `${word()} ${word()} ${index}`.replaceAll(/\b[a-z]/g, (letter) => letter.toUpperCase());
  const kind = kindOf(index);
  const place = kind === "PLACE" || kind === "BASE" || kind === "STATE";
  const where = place ? { latitude: 120 * chance.unit() - 60, longitude: 340 * chance.unit() - 170 } : {};
  return { id: entityId(kind, name), name, kind, ...where };
}

const kindOf = (index: number): EntityKind => KINDS[index % KINDS.length]!;
const typesBetween = (a: number, b: number) => RELATION_TYPES.filter((type) => mayJoin(type, kindOf(a), kindOf(b)));

/** Pairs of actors, most within a group; the first of each group have the most edges. */
function* pairs(actors: number, edges: number, chance: Random): Generator<readonly [number, number]> {
  const groups = Math.max(3, Math.round(Math.sqrt(actors) / 3));
  const known = new Set<number>();
  while (known.size < edges) {
    const a = known.size < actors && chance.unit() < 0.7 ? known.size : Math.floor(actors * chance.unit() ** 2.2);
    const near = Math.floor(Math.floor(actors / groups) * chance.unit() ** 1.8) * groups + (a % groups);
    const b = chance.unit() < WITHIN ? near : Math.floor(actors * chance.unit() ** 1.6);
    if (a === b || b >= actors || known.has(a * actors + b) || typesBetween(a, b).length === 0) continue;
    known.add(a * actors + b);
    yield [a, b];
  }
}

interface Saying {
  readonly text: string;
  readonly from: Actor;
  readonly to: Actor;
  readonly type: string;
}

function documentOf(sayings: readonly Saying[], number: number, chance: Random): string {
  let text = "";
  const actors = new Map<string, Actor & { mentions: { start: number; end: number }[] }>();
  const named = (actor: Actor, start: number) => {
    const known = actors.get(actor.id) ?? { ...actor, mentions: [] };
    const span = { start, end: start + actor.name.length };
    known.mentions.push(span);
    actors.set(actor.id, known);
    return span;
  };
  const assertions = sayings.map(({ text: quote, from, to, type }) => {
    const start = text.length;
    text += `${quote}\n`;
    const subjectMention = named(from, start);
    const objectMention = named(to, start + quote.length - 1 - to.name.length);
    const year = 2020 + chance.below(6);
    const date = chance.unit() < 0.7 ? `${year}-${String(1 + chance.below(12)).padStart(2, "0")}` : "";
    const span = { start, end: start + quote.length };
    const status = chance.unit() < 0.85 ? "actual" : chance.of(STATUSES);
    return { subject: from.id, type, object: to.id, ...span, quote, subjectMention, objectMention, status, date };
  });
  return JSON.stringify({
    source: "bench",
    text,
    title: `Report ${number}`,
    publisher: `Desk ${number % 12}`,
    published: `202${number % 6}-0${1 + (number % 9)}-15`,
    entities: [...actors.values()],
    sentences: assertions.map(({ start, end }) => ({ start, end })),
    assertions,
  });
}

/** Writes a graph of so many actors and edges into a file of documents. */
export function writeGraph(file: string, actors: number, edges: number): void {
  const chance = random(20_240_930);
  const all = Array.from({ length: actors }, (_, i) => actorOf(i, chance));
  const sayings: Saying[] = [];
  for (const [a, b] of pairs(actors, edges, chance)) {
    const [from, to] = [all[a]!, all[b]!];
    const type = chance.of(typesBetween(a, b));
    sayings.push({ text: `${from.name} ${relationTerm(type).label} ${to.name}.`, from, to, type });
  }
  const documents = Array.from({ length: Math.ceil(sayings.length / SENTENCES) }, (_, i) =>
    documentOf(sayings.slice(i * SENTENCES, (i + 1) * SENTENCES), i, chance),
  );
  writeFileSync(file, documents.join("\n"));
}
