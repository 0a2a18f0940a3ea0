/** Counts how much of the annotations a reading holds. `README.md` tells the rules of counting. */
import type { Span } from "../../schema/model.ts";
import type { RelationType } from "../../schema/ontology.ts";
import { alignEntities } from "./align.ts";
import { type Edge, edgesOf, type Reading, VIEWS } from "./edges.ts";
import type { GoldDocument, GoldRelation } from "./gold.ts";
import { type Share, sum, sumShares, sumTallies, type Tally } from "./measures.ts";
import { sameSpeaker } from "./speaker.ts";

export const FIGURES = ["sentences", "mentions", "mentions typed", "entities", "relations", "pairs", "quad"] as const;
export type Figure = (typeof FIGURES)[number];
export const QUALITIES = ["status", "speaker", "date"] as const;
export type Quality = (typeof QUALITIES)[number];

/** An edge that was read and that the annotations neither dispute nor leave open. */
export interface Judged {
  readonly edge: Edge;
  readonly wanted: GoldRelation | undefined;
}

export interface Score {
  readonly gold: GoldDocument;
  readonly figures: Readonly<Record<Figure, Tally>>;
  readonly qualities: Readonly<Record<Quality, Share>>;
  readonly judged: readonly Judged[];
  readonly missed: readonly GoldRelation[];
  /** Assertions whose span is not inside one sentence, or whose ends are no entities. */
  readonly broken: number;
}

/** Measures one reading against the annotations of its document. */
export function scoreDocument(gold: GoldDocument, reading: Reading): Score {
  const { edges, broken } = edgesOf(gold, reading);
  const { judged, missed } = judge(gold, edges);
  return {
    gold,
    figures: {
      sentences: tallySpans(gold.sentences, reading.sentences),
      ...tallyMentions(gold, reading),
      entities: tallyEntities(gold, reading),
      relations: tallyEdges(gold, edges, VIEWS.relations),
      pairs: tallyEdges(gold, edges, VIEWS.pairs),
      quad: tallyEdges(gold, edges, VIEWS.quad),
    },
    qualities: askQualities(judged),
    judged,
    missed,
    broken,
  };
}

const spanKey = ({ start, end }: Span) => `${start}-${end}`;

function tallySpans(wanted: readonly Span[], found: readonly Span[]): Tally {
  const keys = new Set(wanted.map(spanKey));
  return { hits: sum(found, (span) => Number(keys.has(spanKey(span)))), found: found.length, wanted: wanted.length };
}

function tallyMentions(gold: GoldDocument, { entities }: Reading): Record<"mentions" | "mentions typed", Tally> {
  const kinds = new Map(gold.mentions.map((mention) => [spanKey(mention), gold.kinds.get(mention.entity)]));
  const found = entities.flatMap(({ kind, mentions }) => mentions.map((mention) => ({ kind, key: spanKey(mention) })));
  const counts = { found: found.length, wanted: gold.mentions.length };
  return {
    mentions: { ...counts, hits: sum(found, ({ key }) => Number(kinds.has(key))) },
    "mentions typed": { ...counts, hits: sum(found, ({ key, kind }) => Number(kinds.get(key) === kind)) },
  };
}

function tallyEntities(gold: GoldDocument, { entities }: Reading): Tally {
  const aligned = alignEntities(gold, entities);
  return {
    hits: sum(entities, ({ id, kind }) => Number(aligned.has(id) && gold.kinds.get(aligned.get(id)!) === kind)),
    found: sum(entities, ({ mentions }) => Number(mentions.length > 0)),
    wanted: new Set(gold.mentions.map(({ entity }) => entity)).size,
  };
}

function tallyEdges(gold: GoldDocument, edges: readonly Edge[], view: (typeof VIEWS)[keyof typeof VIEWS]): Tally {
  const wanted = new Set(gold.relations.map(view));
  const open = new Set(gold.optional.map(view));
  const found = [...new Set(edges.map(view))].filter((key) => wanted.has(key) || !open.has(key));
  return { hits: sum(found, (key) => Number(wanted.has(key))), found: found.length, wanted: wanted.size };
}

function judge(gold: GoldDocument, edges: readonly Edge[]): Pick<Score, "judged" | "missed"> {
  const wanted = new Map(gold.relations.map((relation) => [VIEWS.relations(relation), relation]));
  const open = new Set(gold.optional.map(VIEWS.relations));
  const judged = edges
    .map((edge) => ({ edge, key: VIEWS.relations(edge) }))
    .filter(({ key }) => wanted.has(key) || !open.has(key))
    .map(({ edge, key }) => ({ edge, wanted: wanted.get(key) }));
  const found = new Set(judged.map(({ wanted }) => wanted));
  return { judged, missed: [...wanted.values()].filter((relation) => !found.has(relation)) };
}

function askQualities(judged: readonly Judged[]): Record<Quality, Share> {
  const matched = judged.flatMap(({ edge, wanted }) => (wanted ? [{ edge, wanted }] : []));
  const dated = matched.filter(({ wanted }) => wanted.date !== "");
  return {
    status: { right: sum(matched, (m) => Number(m.edge.status === m.wanted.status)), of: matched.length },
    speaker: { right: sum(matched, (m) => Number(sameSpeaker(m.edge.speaker, m.wanted.speaker))), of: matched.length },
    date: { right: sum(dated, (m) => Number(m.edge.date === m.wanted.date)), of: dated.length },
  };
}

/** One figure over all documents: their hits are added up, not their percentages. */
export const overall = (scores: readonly Score[], figure: Figure): Tally =>
  sumTallies(scores.map(({ figures }) => figures[figure]));

/** One quality over all documents. */
export const overallShare = (scores: readonly Score[], quality: Quality): Share =>
  sumShares(scores.map(({ qualities }) => qualities[quality]));

/** The relations of each type that the annotations or the reading have. */
export function byType(scores: readonly Score[]): Map<RelationType, Tally> {
  const tallies = new Map<RelationType, Tally>();
  const add = (type: RelationType, tally: Tally) =>
    tallies.set(type, sumTallies([tallies.get(type) ?? { hits: 0, found: 0, wanted: 0 }, tally]));
  for (const { judged, missed } of scores) {
    for (const { edge, wanted } of judged) add(edge.type, { hits: wanted ? 1 : 0, found: 1, wanted: wanted ? 1 : 0 });
    for (const { type } of missed) add(type, { hits: 0, found: 0, wanted: 1 });
  }
  return tallies;
}
