/** Small documents by hand: sentences of our own about actors that exist, read as an extractor would have read them. */
import { documentId } from "../../schema/digest.ts";
import { entityId } from "../../schema/ids.ts";
import { inOrder } from "../../schema/interchange.ts";
import type { DocumentAssertion, DocumentEntity, Provenance, ReadDocument, Span } from "../../schema/model.ts";
import type { EntityKind, RelationType } from "../../schema/ontology.ts";

type Actor = Pick<DocumentEntity, "country" | "latitude" | "longitude"> & { kind: EntityKind; aliases?: string[] };

/** Who the documents are about. */
export const CAST: Readonly<Record<string, Actor>> = {
  Iran: {
    kind: "STATE",
    aliases: ["Islamic Republic of Iran", "Tehran"],
    country: "IR",
    latitude: 32.4,
    longitude: 53.7,
  },
  Iraq: { kind: "STATE", aliases: ["Baghdad"], country: "IQ", latitude: 33, longitude: 44 },
  "United States": { kind: "STATE", aliases: ["America", "U.S."], country: "US" },
  Oman: { kind: "STATE", country: "OM" },
  Houthis: { kind: "MILITIA", aliases: ["Ansar Allah", "Houthi"] },
  "Kata'ib Hezbollah": { kind: "MILITIA", aliases: ["Hezbollah Brigades"] },
  "Popular Mobilization Forces": { kind: "MILITIA", aliases: ["PMF", "Hashd al-Shaabi"] },
  "U.S. Central Command": { kind: "MILITARY", aliases: ["CENTCOM"], country: "US" },
  "Ain al-Asad Airbase": { kind: "BASE", aliases: ["Al-Asad"], latitude: 33.8, longitude: 42.4 },
  "Red Sea": { kind: "PLACE" },
  "Sana'a": { kind: "PLACE", aliases: ["Sanaa"], latitude: 15.35, longitude: 44.2 },
  "Qais al-Khazali": { kind: "PERSON" },
  "Tower 22 drone strike": { kind: "EVENT" },
};

/** One thing that a sentence says, by the names of the cast; `quote` where only a part of the sentence says it. */
export type Saying = readonly [
  subject: string,
  type: RelationType,
  object: string,
  more?: Partial<Omit<DocumentAssertion, "subject" | "type" | "object">> & { quote?: string | undefined },
];

export interface SentenceOf {
  readonly text: string;
  readonly says?: readonly Saying[];
}

/** What a document is given with; `places` tells other countries and coordinates than the cast's. */
export type About = Partial<Provenance & Pick<ReadDocument, "source" | "language" | "ingestedAt">> & {
  readonly places?: Readonly<Record<string, Pick<DocumentEntity, "country" | "latitude" | "longitude">>>;
};

interface Placed extends SentenceOf {
  readonly span: Span;
}

interface Named {
  readonly actor: string;
  readonly span: Span;
}

/** The id of a member of the cast. */
export const idOf = (name: string) => entityId(CAST[name]!.kind, name);

const NAMES = Object.entries(CAST)
  .flatMap(([actor, { aliases = [] }]) => [actor, ...aliases].map((name) => ({ actor, name })))
  .toSorted((a, b) => b.name.length - a.name.length);

const meet = (a: Span, b: Span) => a.start < b.end && b.start < a.end;

/** Every name of the cast in a sentence, the longest first, so that none stands inside another. */
function namesIn({ text, span }: Placed): Named[] {
  const found: Named[] = [];
  for (const { actor, name } of NAMES) {
    for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + name.length)) {
      const here = { start: span.start + at, end: span.start + at + name.length };
      if (!found.some((other) => meet(other.span, here))) found.push({ actor, span: here });
    }
  }
  return found.toSorted((a, b) => a.span.start - b.span.start);
}

/** A document of these sentences, one a line, under its title. Every name of the cast in them is a mention. */
export function documentOf({ places = {}, ...about }: About, sentences: readonly SentenceOf[]): ReadDocument {
  const title = about.title ?? sentences[0]?.text.slice(0, 40) ?? "";
  let text = `# ${title}\n\n`;
  const placed = sentences.map((sentence): Placed => {
    const span = { start: text.length, end: text.length + sentence.text.length };
    text += `${sentence.text}\n`;
    return { ...sentence, span };
  });
  const named = placed.flatMap(namesIn);
  const actors = Object.keys(CAST).filter(
    (actor) =>
      named.some((n) => n.actor === actor) || sentences.some(({ says }) => says?.some((s) => s.includes(actor))),
  );
  return {
    source: "by hand",
    language: "en",
    ...about,
    title,
    id: documentId(text),
    text,
    sentences: placed.map(({ span }) => span),
    entities: actors.map((actor) => ({ ...entityOf(actor, text, named), ...places[actor] })),
    assertions: placed.flatMap((sentence) =>
      (sentence.says ?? []).map((saying) => assertionOf(sentence, saying, named)),
    ),
  };
}

function entityOf(name: string, text: string, named: readonly Named[]): DocumentEntity {
  const { aliases: _, kind, ...place } = CAST[name]!;
  const mentions = named.filter(({ actor }) => actor === name).map(({ span }) => span);
  const aliases = new Set(mentions.map(({ start, end }) => text.slice(start, end)).filter((alias) => alias !== name));
  return { id: idOf(name), name, kind, aliases: [...aliases].toSorted(), ...place, mentions };
}

function assertionOf({ text, span }: Placed, [subject, type, object, more = {}]: Saying, named: readonly Named[]) {
  const { quote = text, ...rest } = more;
  const start = span.start + text.indexOf(quote);
  const mentionOf = (name: string) => named.find((n) => n.actor === name && meet(n.span, span))?.span;
  return inOrder({
    subject: idOf(subject),
    type,
    object: idOf(object),
    start,
    end: start + quote.length,
    trigger: [{ start, end: start + 1 }],
    subjectMention: mentionOf(subject),
    objectMention: mentionOf(object),
    status: "actual",
    speaker: "",
    date: "",
    confidence: 0.9,
    extractor: "hand/1",
    ...rest,
  });
}

/** Four reports that share actors, disagree, and are of different days and publishers. */
export const REPORTS = {
  arms: documentOf(
    { title: "Arms for the Houthis", publisher: "Gulf Monitor", author: "R. Haddad", published: "2024-02-10" },
    [
      {
        text: "Iran arms the Houthis, a senior U.S. official said on Friday.",
        says: [["Iran", "AID", "Houthis", { speaker: "a senior U.S. official", date: "2024-02-09" }]],
      },
      {
        text: "Tehran denied that it sends weapons to Ansar Allah.",
        says: [["Iran", "AID", "Houthis", { speaker: "Tehran", status: "negated", confidence: 0.7 }]],
      },
      {
        text: "The Houthis attacked ships in the Red Sea throughout January 2024.",
        says: [
          ["Houthis", "ASSAULT", "Red Sea", { date: "2024-01" }],
          ["Houthis", "OPERATES_IN", "Red Sea", { extractor: "other/2", confidence: 0.5 }],
        ],
      },
      { text: "Nothing is asserted of Oman here." },
    ],
  ),
  talks: documentOf(
    { title: "Talks in Muscat", publisher: "Gulf Monitor", url: "https://example.org/muscat", published: "2024-03-02" },
    [
      {
        text: "Oman hosted Houthi envoys for talks with the United States.",
        says: [
          ["Oman", "CONSULT", "Houthis", { date: "2024-03-01" }],
          ["United States", "CONSULT", "Houthis", { date: "2024-03-01" }],
          ["Oman", "CONSULT", "United States", { date: "2024-03-01" }],
        ],
      },
      {
        text: "Iran may send more arms to the Houthis, the envoys said.",
        says: [["Iran", "AID", "Houthis", { speaker: "the envoys", status: "hypothetical" }]],
      },
    ],
  ),
  militias: documentOf({ title: "Militias in Iraq", publisher: "Mesopotamia Brief", published: "2023-11-20" }, [
    {
      text: "Iran backs Kata'ib Hezbollah and other groups of the Popular Mobilization Forces.",
      says: [
        ["Iran", "BACKS", "Kata'ib Hezbollah", { date: "2014/.." }],
        ["Kata'ib Hezbollah", "MEMBER_OF", "Popular Mobilization Forces"],
      ],
    },
    {
      text: "Kata'ib Hezbollah fired rockets at Ain al-Asad Airbase, U.S. Central Command said.",
      says: [
        [
          "Kata'ib Hezbollah",
          "ASSAULT",
          "Ain al-Asad Airbase",
          { speaker: "U.S. Central Command", date: "2023-11-17/2023-11-18" },
        ],
      ],
    },
    { text: "The base lies in Iraq.", says: [["Ain al-Asad Airbase", "LOCATED_IN", "Iraq", { confidence: 1 }]] },
  ]),
  undated: documentOf({ title: "A note without a date" }, [
    {
      text: "America will leave Iraq.",
      says: [["United States", "RETREAT", "Iraq", { status: "future", confidence: 0.4 }]],
    },
    { text: "Iran arms Ansar Allah.", says: [["Iran", "AID", "Houthis"]] },
  ]),
} as const;
