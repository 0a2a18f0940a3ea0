/** Which column of a table holds what, told from its header as generously as can be without guessing. */

export const FIELDS = [
  "subject",
  "subjectKind",
  "type",
  "object",
  "objectKind",
  "quote",
  "url",
  "date",
  "status",
  "speaker",
  "confidence",
  "title",
  "publisher",
  "author",
  "published",
  "language",
] as const;
export type Field = (typeof FIELDS)[number];

/** Names of columns, as letters and digits alone; the first of a field that is there is taken. */
const NAMES: Readonly<Record<Field, readonly string[]>> = {
  subject: [
    "subject",
    "subjectname",
    "source",
    "sourcename",
    "sourceactor",
    "actor1",
    "actor1name",
    "actor",
    "head",
    "from",
    "entity1",
    "agent",
    "initiator",
    "who",
  ],
  subjectKind: [
    "subjectkind",
    "kindofsubject",
    "subjecttype",
    "sourcekind",
    "sourcetype",
    "actor1type",
    "actor1kind",
    "headtype",
    "headkind",
    "entity1type",
  ],
  type: [
    "relationtype",
    "relation",
    "edgetype",
    "edge",
    "predicate",
    "type",
    "eventtype",
    "verb",
    "action",
    "relationship",
    "label",
  ],
  object: [
    "object",
    "objectname",
    "target",
    "targetname",
    "targetactor",
    "actor2",
    "actor2name",
    "tail",
    "to",
    "entity2",
    "patient",
    "recipient",
    "whom",
  ],
  objectKind: [
    "objectkind",
    "kindofobject",
    "objecttype",
    "targetkind",
    "targettype",
    "actor2type",
    "actor2kind",
    "tailtype",
    "tailkind",
    "entity2type",
  ],
  quote: ["quote", "quotation", "sentence", "evidence", "excerpt", "passage", "snippet", "text", "notes"],
  url: ["url", "link", "sourceurl", "uri", "href", "webaddress"],
  date: ["date", "eventdate", "when", "eventday", "happened"],
  status: ["status", "modality"],
  speaker: ["speaker", "saidby", "attributedto"],
  confidence: ["confidence", "certainty", "score"],
  title: ["title", "documenttitle", "headline", "document"],
  publisher: ["publisher", "outlet", "media", "newspaper", "site"],
  author: ["author", "byline", "writer"],
  published: ["published", "publicationdate", "datepublished", "publishedon", "reportdate"],
  language: ["language", "lang"],
};

/** Without these there is no edge. */
export const NEEDED: readonly Field[] = ["subject", "type", "object", "quote"];

const key = (header: string) => header.toLowerCase().replaceAll(/[^\p{L}\p{N}]/gu, "");

/** The index of each field's column. */
export type Columns = ReadonlyMap<Field, number>;

/** The columns of a header line. "Source" is the publisher where another column names the subject. */
export function columnsOf(header: readonly string[]): Columns {
  const keys = header.map(key);
  const columns = new Map<Field, number>();
  for (const field of FIELDS) {
    const name = NAMES[field].find((name) => keys.includes(name));
    if (name !== undefined) columns.set(field, keys.indexOf(name));
  }
  const source = keys.indexOf("source");
  if (source >= 0 && columns.get("subject") !== source && !columns.has("publisher")) columns.set("publisher", source);
  return columns;
}

/** Which of the needed columns a header has not. */
export const missingIn = (columns: Columns): readonly Field[] => NEEDED.filter((field) => !columns.has(field));
