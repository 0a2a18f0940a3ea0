/** What a store must answer about paths, time, counts and the whole, worked out the slow and obvious way. */
import { dayRange } from "../../schema/edtf.ts";
import type { EntityId } from "../../schema/ids.ts";
import type { Assertion, Entity, ReadDocument, Relation } from "../../schema/model.ts";
import { QUAD_CLASSES, relationTerm } from "../../schema/ontology.ts";
import type { Clock, TimeBin } from "../../server/store/port.ts";

const byText = (a: string, b: string) => Buffer.compare(Buffer.from(a), Buffer.from(b));
const distinct = <T>(list: readonly T[]) => [...new Set(list)];

interface Way {
  readonly entities: readonly EntityId[];
  readonly relations: readonly Relation[];
}

const weight = ({ relations }: Way) => relations.reduce((sum, { assertionCount }) => sum + assertionCount, 0);

function compare(a: Way, b: Way): number {
  const shorter = a.relations.length - b.relations.length || weight(b) - weight(a);
  if (shorter !== 0) return shorter;
  const differing = a.relations.findIndex((relation, i) => relation !== b.relations[i]);
  return differing < 0 ? 0 : byText(a.relations[differing]!.id, b.relations[differing]!.id);
}

/** Every way that comes by no entity twice is walked; of edges between the same two, the first is taken. */
export function pathsAmong(
  heaviestFirst: readonly Relation[],
  [from, to]: readonly [EntityId, EntityId],
  maxHops: number,
  limit: number,
): Way[] {
  const joins = (r: Relation, a: string, b: string) =>
    (r.subject === a && r.object === b) || (r.subject === b && r.object === a);
  const edges = heaviestFirst.filter(
    (r, i) => heaviestFirst.findIndex((other) => joins(other, r.subject, r.object)) === i,
  );
  const found: Way[] = [];
  const walk = ({ entities, relations }: Way) => {
    const here = entities.at(-1)!;
    if (here === to) return void (relations.length > 0 && found.push({ entities, relations }));
    if (relations.length === maxHops) return;
    for (const edge of edges.filter(({ subject, object }) => subject === here || object === here)) {
      const next = edge.subject === here ? edge.object : edge.subject;
      if (!entities.includes(next)) walk({ entities: [...entities, next], relations: [...relations, edge] });
    }
  };
  walk({ entities: [from], relations: [] });
  const shortest = Math.min(...found.map(({ relations }) => relations.length));
  return found
    .filter(({ relations }) => relations.length <= shortest + 1)
    .toSorted(compare)
    .slice(0, limit);
}

const DAY = 86_400_000;
const iso = (time: number) => new Date(time).toISOString().slice(0, 10);

function binAround(day: string, bin: TimeBin): { from: string; to: string } {
  const [year, month] = day.split("-").map(Number) as [number, number];
  const lastOf = (month: number) => iso(Date.UTC(year, month, 0));
  const first = (month: number) => `${year}-${String(month).padStart(2, "0")}-01`;
  if (bin === "YEAR") return { from: `${year}-01-01`, to: `${year}-12-31` };
  if (bin === "MONTH") return { from: first(month), to: lastOf(month) };
  if (bin === "DAY") return { from: day, to: day };
  if (bin === "QUARTER") {
    const beginning = month - ((month - 1) % 3);
    return { from: first(beginning), to: lastOf(beginning + 2) };
  }
  const sinceMonday = (new Date(day).getUTCDay() + 6) % 7;
  const monday = Date.parse(day) - sinceMonday * DAY;
  return { from: iso(monday), to: iso(monday + 6 * DAY) };
}

/** Each assertion is put into its bin by itself. */
export function timelineOf(
  assertions: readonly Assertion[],
  documents: ReadonlyMap<string, ReadDocument>,
  bin: TimeBin,
  clock: Clock,
) {
  const placed = assertions.map(({ type, date, document }) => {
    const published = documents.get(document)!.published;
    const range = clock === "EVENT" ? dayRange(date) : published && { from: published, to: published };
    const days = range ? binAround((range.from ?? range.to)!, bin) : undefined;
    const isWithin = !range || ((range.from ?? "") >= days!.from && (range.to ?? "~") <= days!.to);
    return { quad: relationTerm(type).quad, days, beyond: !isWithin };
  });
  const names = distinct(placed.map(({ days }) => days?.from)).toSorted((a, b) => byText(a ?? "~", b ?? "~"));
  return names.map((name) => {
    const within = placed.filter(({ days }) => days?.from === name);
    const count = (quad: string) => within.filter((one) => one.quad === quad).length;
    return {
      ...within[0]!.days,
      assertions: within.length,
      reachingBeyond: within.filter(({ beyond }) => beyond).length,
      quads: QUAD_CLASSES.map((quad) => ({ quad, count: count(quad) })).filter((entry) => entry.count > 0),
    };
  });
}

/** Groups by a name, and counts edges and assertions in each; most assertions first, then by name. */
function shares<Name extends string>(assertions: readonly Assertion[], nameOf: (a: Assertion) => Name | undefined) {
  const names = distinct(assertions.flatMap((a) => nameOf(a) ?? []));
  return names
    .map((name) => {
      const of = assertions.filter((a) => nameOf(a) === name);
      return { name, relations: distinct(of.map(({ relation }) => relation)).length, assertions: of.length };
    })
    .toSorted((a, b) => b.assertions - a.assertions || byText(a.name, b.name));
}

/** Counts of what passes. */
export function facetsOf(
  assertions: readonly Assertion[],
  entities: readonly Entity[],
  documents: ReadonlyMap<string, ReadDocument>,
) {
  const ends = entities.filter(({ id }) => assertions.some(({ subject, object }) => subject === id || object === id));
  const kinds = distinct(ends.map(({ kind }) => kind)).map((kind) => {
    const ofKind = ends.filter((entity) => entity.kind === kind).map(({ id }) => id);
    const edges = assertions.filter(({ subject, object }) => ofKind.includes(subject) || ofKind.includes(object));
    return { kind, entities: ofKind.length, relations: distinct(edges.map(({ relation }) => relation)).length };
  });
  const publishers = shares(assertions, ({ document }) => documents.get(document)!.publisher);
  const speakers = shares(assertions, ({ speaker }) => speaker);
  return {
    relations: distinct(assertions.map(({ relation }) => relation)).length,
    assertions: assertions.length,
    entities: ends.length,
    kinds: kinds.toSorted((a, b) => b.relations - a.relations || byText(a.kind, b.kind)),
    types: shares(assertions, ({ type }) => type).map(({ name, ...share }) => ({ type: name, ...share })),
    quads: shares(assertions, ({ type }) => relationTerm(type).quad).map(({ name, ...share }) => ({
      quad: name,
      ...share,
    })),
    statuses: shares(assertions, ({ status }) => status).map(({ name, assertions }) => ({
      status: name,
      count: assertions,
    })),
    publishers,
    publisherCount: publishers.length,
    speakers,
    speakerCount: speakers.length,
    extractors: shares(assertions, ({ extractor }) => extractor),
  };
}

/** What an overview shows, places aside. `entities` and `heaviestFirst` in the order of the whole graph. */
export function overviewOf(entities: readonly Entity[], heaviestFirst: readonly Relation[], limit: number) {
  const ends = new Set(heaviestFirst.flatMap(({ subject, object }) => [subject, object]));
  const all = entities.filter(({ id }) => ends.has(id));
  const ids = all.slice(0, limit).map(({ id }) => id);
  const among = heaviestFirst.filter(({ subject, object }) => ids.includes(subject) && ids.includes(object));
  return {
    ids,
    names: all.slice(0, limit).map(({ name }) => name),
    kinds: all.slice(0, limit).map(({ kind }) => kind),
    degrees: all.slice(0, limit).map(({ degree }) => degree),
    edges: among.map(({ subject, type, object, assertionCount }) => [
      ids.indexOf(subject),
      relationTerm(type).quad,
      ids.indexOf(object),
      assertionCount,
    ]),
    totalEntities: all.length,
    totalRelations: heaviestFirst.length,
    truncated: all.length > limit || heaviestFirst.length > among.length,
  };
}
