/** Random small graphs and random questions, by fast-check. */
import fc from "fast-check";
import { type EntityId, type RelationId, relationId } from "../../schema/ids.ts";
import type { ReadDocument } from "../../schema/model.ts";
import {
  ENTITY_KINDS,
  type EntityKind,
  mayJoin,
  QUAD_CLASSES,
  RELATION_TYPES,
  type RelationType,
  STATUSES,
} from "../../schema/ontology.ts";
import {
  type Clock,
  CLOCKS,
  RELATION_ORDERS,
  type RelationFilter,
  type RelationOrder,
  TIME_BINS,
  type TimeBin,
} from "../../server/store/port.ts";
import { CAST, documentOf, idOf, type SentenceOf } from "./documents.ts";

const DATES = ["", "", "2023", "2023-11", "2024-02-09", "2024-01-20/2024-02-10", "2022/..", "../2024-06", "2024-21"];
const DAYS = ["2022-12-31", "2023-11-17", "2024-02-09", "2024-02-10", "2024-06-30", "2025-01-01"];
const INSTANTS = ["2024-10-01T08:00:00Z", "2024-10-02T08:00:00.500Z", "2024-10-02T08:00:00.123456Z"];
const SPEAKERS = ["", "", "a senior U.S. official", "Tehran", "the envoys"];
const PUBLISHERS = ["Gulf Monitor", "Mesopotamia Brief", "The Strait"];
const EXTRACTORS = ["hand/1", "other/2"];
const WORDS = ["rockets", "Talks", "café", "U.S.", "drone", "drones", "ceasefire", "Kata'ib", "١٢", "sanctions"];
const CONFIDENCES = [0, 0.25, 0.5, 0.75, 1];

const actor = fc.constantFrom(...Object.keys(CAST));
const joins = (type: RelationType, a: string, b: string) => mayJoin(type, CAST[a]!.kind, CAST[b]!.kind);
const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined });

interface Edge {
  readonly subject: string;
  readonly type: RelationType | undefined;
  readonly object: string;
}

/** Edges that many documents assert, so that counts, days and statuses are put together. */
const COMMON: readonly Edge[] = [
  { subject: "Iran", type: "AID", object: "Houthis" },
  { subject: "Oman", type: "CONSULT", object: "Iran" },
  { subject: "Houthis", type: "ASSAULT", object: "Red Sea" },
];

/** Two actors and a type that may join them. */
const anyEdge: fc.Arbitrary<Edge> = fc
  .record({ subject: actor, object: actor, nth: fc.nat() })
  .map(({ subject, object, nth }) => {
    const types = RELATION_TYPES.filter((type) => joins(type, subject, object));
    return { subject, object, type: types[nth % Math.max(1, types.length)] };
  })
  .filter(({ subject, object, type }) => subject !== object && type !== undefined);
const edge = fc.oneof({ weight: 2, arbitrary: fc.constantFrom(...COMMON) }, { weight: 1, arbitrary: anyEdge });

const saidIn = fc.record({
  status: fc.constantFrom(...STATUSES),
  speaker: fc.constantFrom(...SPEAKERS),
  date: fc.constantFrom(...DATES),
  confidence: fc.constantFrom(...CONFIDENCES),
  extractor: fc.constantFrom(...EXTRACTORS),
});

const surface = (name: string, nth: number) => [name, ...(CAST[name]!.aliases ?? [])][nth % 3] ?? name;

const sentence = fc
  .record({
    edge,
    said: saidIn,
    names: fc.tuple(fc.nat(2), fc.nat(2)),
    words: fc.array(fc.constantFrom(...WORDS), { maxLength: 4 }),
    isPart: fc.boolean(),
    isSilent: fc.boolean(),
  })
  .map(({ edge: { subject, object, type }, said, names, words, isPart, isSilent }): SentenceOf => {
    const clause = `${surface(subject, names[0])} ${type!.toLowerCase()} ${surface(object, names[1])}`;
    const text = [clause, ...words].join(" ");
    return {
      text: `${text}.`,
      says: isSilent ? [] : [[subject, type!, object, { ...said, quote: isPart ? text : undefined }]],
    };
  });

const places = fc.dictionary(
  actor,
  fc.record({
    country: maybe(fc.constantFrom("IR", "IQ", "US")),
    latitude: maybe(fc.nat(80)),
    longitude: maybe(fc.nat(80)),
  }),
  { maxKeys: 3 },
);

/** One document of one to four sentences. */
export const someDocument: fc.Arbitrary<ReadDocument> = fc
  .record({
    number: fc.nat(9_999),
    word: fc.constantFrom(...WORDS),
    publisher: maybe(fc.constantFrom(...PUBLISHERS)),
    author: maybe(fc.constantFrom("R. Haddad", "L. Öz")),
    published: maybe(fc.constantFrom(...DAYS)),
    ingestedAt: fc.constantFrom(...INSTANTS),
    places,
    sentences: fc.array(sentence, { minLength: 1, maxLength: 4 }),
  })
  .map(({ number, word, sentences, ...about }) => documentOf({ ...about, title: `${word} ${number}` }, sentences));

/** Documents with different texts. */
export const someDocuments = (maxLength = 6): fc.Arbitrary<ReadDocument[]> =>
  fc.uniqueArray(someDocument, { selector: ({ id }) => id, minLength: 1, maxLength });

const someOf = <T>(values: readonly T[]) => fc.uniqueArray(fc.constantFrom(...values), { maxLength: 3 });
const some = <T>(values: readonly T[]) => maybe(someOf(values));

const NO_EDGE = "state:Nowhere~BACKS~state:Nowhere" as RelationId;

const edgesOf = (documents: readonly ReadDocument[]) =>
  documents.flatMap(({ assertions }) =>
    assertions.map(({ subject, type, object }) => relationId(subject, type, object)),
  );

const conditions = (documents: readonly ReadDocument[]) =>
  fc.record({
    types: someOf(RELATION_TYPES),
    quads: someOf(QUAD_CLASSES),
    kinds: someOf(ENTITY_KINDS),
    entities: someOf(Object.keys(CAST).map(idOf)),
    of: fc.constantFrom(...Object.keys(CAST).map(idOf)),
    relations: someOf([NO_EDGE, ...edgesOf(documents)]),
    statuses: someOf(STATUSES),
    speakers: someOf(["", "Tehran", "the envoys", "nobody"]),
    publishers: someOf([...PUBLISHERS, "Unknown"]),
    documents: someOf(documents.map(({ id }) => id)),
    extractors: someOf([...EXTRACTORS, "none/0"]),
    from: fc.constantFrom(...DAYS),
    to: fc.constantFrom(...DAYS),
    undated: fc.boolean(),
    publishedBy: fc.constantFrom(...DAYS),
    publishedSince: fc.constantFrom(...DAYS),
    ingestedBy: fc.constantFrom(...INSTANTS),
    minAssertions: fc.nat(3),
    minDocuments: fc.nat(2),
    minConfidence: fc.constantFrom(...CONFIDENCES),
    query: fc.constantFrom("", "!", "drone", "DRONE cafe", "us", "u.s. talk", "kataib", "iran aid"),
  });

/** A filter over such documents, of up to four conditions. */
export const someFilter = (documents: readonly ReadDocument[]): fc.Arbitrary<RelationFilter> =>
  conditions(documents)
    .chain((all) => fc.subarray(Object.entries(all), { maxLength: 4 }))
    .map((chosen) => Object.fromEntries(chosen));

const SEARCHES =
  "iran|Iran |irna|popular|popular mob|Mobilisation forces|hezbolah|hashd al|us|u.s.|America|united stats|sanaa|" +
  "Sana'a|red sea|see|al|houthi|drone|cafe|| |!?|١٢";

/** Words that someone may search names or sentences for. */
export const someWords: fc.Arbitrary<string> = fc.constantFrom(...SEARCHES.split("|"));

/** Everything that may be asked of a store at once. */
export interface Questions {
  readonly filter: RelationFilter;
  readonly order: RelationOrder;
  readonly words: string;
  readonly kinds: readonly EntityKind[] | undefined;
  readonly of: readonly EntityId[];
  readonly depth: number;
  readonly limit: number;
  readonly to: EntityId;
  readonly maxHops: number;
  readonly bin: TimeBin;
  readonly clock: Clock;
}

/** Questions about such documents. */
export const someQuestions = (documents: readonly ReadDocument[]): fc.Arbitrary<Questions> =>
  fc.record({
    filter: someFilter(documents),
    order: fc.constantFrom(...RELATION_ORDERS),
    words: someWords,
    kinds: some(ENTITY_KINDS),
    of: fc.uniqueArray(actor.map(idOf), { minLength: 1, maxLength: 3 }),
    depth: fc.integer({ min: 1, max: 3 }),
    limit: fc.integer({ min: 1, max: 12 }),
    to: actor.map(idOf),
    maxHops: fc.integer({ min: 1, max: 5 }),
    bin: fc.constantFrom(...TIME_BINS),
    clock: fc.constantFrom(...CLOCKS),
  });
