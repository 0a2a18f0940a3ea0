/**
 * The tables. Rows know each other by integers; ids that people see are in `key`. A document's integer begins with its
 * hash, so that the order of integers is the order of ids. What is counted is counted in the transaction that changes it.
 */

/** Written into the file as `user_version`; raise it with every change of the tables. */
export const TABLES_VERSION = 3;

const FULL_TEXT = "USING fts5(words, content='', contentless_delete=1, detail=none, tokenize='ascii')";

/** What is laid out, and what analysts keep. */
const LAYOUT_AND_RECORDS = `
CREATE TABLE position (
  entity INTEGER PRIMARY KEY REFERENCES entity ON DELETE CASCADE, x REAL NOT NULL, y REAL NOT NULL,
  community INTEGER NOT NULL
);
CREATE TABLE community (id INTEGER PRIMARY KEY, name TEXT NOT NULL, size INTEGER NOT NULL);

-- A view, story or note; \`body\` is it as JSON, \`about\` what a note is on.
CREATE TABLE record (
  id TEXT PRIMARY KEY, kind TEXT NOT NULL, about TEXT, updated_at TEXT NOT NULL, created_at TEXT NOT NULL,
  revision INTEGER NOT NULL, body TEXT NOT NULL
) WITHOUT ROWID;
CREATE INDEX record_by_kind ON record (kind, updated_at DESC);
CREATE INDEX record_by_about ON record (about, created_at) WHERE about IS NOT NULL;
`;

/** In the order in which edges around an entity are read, so that no more of them is read than is asked for. */
const EDGES_OF_AN_ENTITY = `
CREATE INDEX relation_by_subject ON relation (subject, assertion_count DESC, key);
CREATE INDEX relation_by_object ON relation (object, assertion_count DESC, key);`;

export const TABLES = `
CREATE TABLE counter (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  documents INTEGER NOT NULL DEFAULT 0, sentences INTEGER NOT NULL DEFAULT 0, entities INTEGER NOT NULL DEFAULT 0,
  relations INTEGER NOT NULL DEFAULT 0, assertions INTEGER NOT NULL DEFAULT 0, mentions INTEGER NOT NULL DEFAULT 0,
  version INTEGER NOT NULL DEFAULT 0,
  layout_version INTEGER NOT NULL DEFAULT 0, record_version INTEGER NOT NULL DEFAULT 0
);
INSERT INTO counter (id) VALUES (1);

CREATE TABLE publisher (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE);
CREATE TABLE speaker (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE);
CREATE TABLE extractor (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE);

CREATE TABLE document (
  id INTEGER PRIMARY KEY, key TEXT NOT NULL UNIQUE,
  source TEXT NOT NULL, title TEXT NOT NULL, publisher INTEGER REFERENCES publisher, author TEXT, url TEXT,
  published TEXT NOT NULL, -- '' where unknown
  language TEXT NOT NULL, ingested_at TEXT NOT NULL, entity_count INTEGER NOT NULL, relation_count INTEGER NOT NULL
);
CREATE INDEX document_by_publication ON document (published DESC, id);
CREATE INDEX document_by_publisher ON document (publisher, published DESC);
CREATE TABLE document_text (document INTEGER PRIMARY KEY REFERENCES document, text TEXT NOT NULL);
CREATE VIRTUAL TABLE document_words ${FULL_TEXT};

CREATE TABLE entity (
  id INTEGER PRIMARY KEY, key TEXT NOT NULL UNIQUE, kind TEXT NOT NULL, name TEXT NOT NULL,
  country TEXT, country_from INTEGER, latitude REAL, longitude REAL, place_from INTEGER,
  degree INTEGER NOT NULL DEFAULT 0, mention_count INTEGER NOT NULL, document_count INTEGER NOT NULL,
  aliases TEXT NOT NULL DEFAULT '[]' -- its names that are aliases, as JSON
);
CREATE INDEX entity_by_degree ON entity (degree DESC, key);

CREATE TABLE name (
  id INTEGER PRIMARY KEY, entity INTEGER NOT NULL REFERENCES entity, text TEXT NOT NULL, alias INTEGER NOT NULL,
  exact TEXT NOT NULL, line TEXT NOT NULL,
  uses INTEGER NOT NULL, -- of an alias: documents that give it; the canonical name stays as long as its entity
  UNIQUE (entity, text)
);
CREATE INDEX name_by_exact ON name (exact);
CREATE VIRTUAL TABLE name_words ${FULL_TEXT};
CREATE TABLE word (text TEXT PRIMARY KEY, names INTEGER NOT NULL) WITHOUT ROWID;
CREATE TABLE spelling (text TEXT NOT NULL, word TEXT NOT NULL, PRIMARY KEY (text, word)) WITHOUT ROWID;

CREATE TABLE appearance (
  document INTEGER NOT NULL REFERENCES document, place INTEGER NOT NULL, entity INTEGER NOT NULL REFERENCES entity,
  aliases TEXT NOT NULL, country TEXT, latitude REAL, longitude REAL, PRIMARY KEY (document, place)
) WITHOUT ROWID;
CREATE INDEX appearance_by_entity ON appearance (entity, document);

-- A sentence, or a part of one that is quoted.
CREATE TABLE passage (
  id INTEGER PRIMARY KEY, document INTEGER NOT NULL REFERENCES document, start INTEGER NOT NULL, end INTEGER NOT NULL,
  is_sentence INTEGER NOT NULL, word_count INTEGER NOT NULL, text TEXT NOT NULL
);
CREATE INDEX passage_by_place ON passage (document, start, end);
CREATE VIRTUAL TABLE passage_words ${FULL_TEXT};

CREATE TABLE mention (
  document INTEGER NOT NULL REFERENCES document, start INTEGER NOT NULL, end INTEGER NOT NULL,
  entity INTEGER NOT NULL REFERENCES entity, passage INTEGER NOT NULL, PRIMARY KEY (document, start, end, entity)
) WITHOUT ROWID;
CREATE INDEX mention_by_entity ON mention (entity, document);

CREATE TABLE relation (
  id INTEGER PRIMARY KEY, key TEXT NOT NULL UNIQUE,
  subject INTEGER NOT NULL REFERENCES entity, type TEXT NOT NULL, object INTEGER NOT NULL REFERENCES entity,
  assertion_count INTEGER NOT NULL CHECK (assertion_count > 0), document_count INTEGER NOT NULL,
  speaker_count INTEGER NOT NULL DEFAULT 0, actual INTEGER NOT NULL, future INTEGER NOT NULL,
  hypothetical INTEGER NOT NULL, negated INTEGER NOT NULL,
  first_date TEXT NOT NULL, last_date TEXT NOT NULL, -- '' where undated
  speakers TEXT NOT NULL DEFAULT '{}', -- how many assertions each makes, as JSON
  shown TEXT NOT NULL DEFAULT '' -- the edge as \`shownEdge\` gives it
);
${EDGES_OF_AN_ENTITY}
CREATE INDEX relation_by_weight ON relation (assertion_count DESC, key);
CREATE INDEX relation_by_date ON relation (last_date DESC, key);
CREATE TABLE assertion (
  id INTEGER PRIMARY KEY, key BLOB NOT NULL UNIQUE,
  relation INTEGER NOT NULL REFERENCES relation, document INTEGER NOT NULL REFERENCES document,
  passage INTEGER NOT NULL REFERENCES passage, start INTEGER NOT NULL, end INTEGER NOT NULL,
  trigger TEXT NOT NULL, subject_mention TEXT, object_mention TEXT,
  status TEXT NOT NULL, speaker INTEGER REFERENCES speaker, date TEXT NOT NULL, from_day TEXT, to_day TEXT,
  confidence REAL NOT NULL, extractor INTEGER NOT NULL REFERENCES extractor,
  published TEXT NOT NULL, ingested INTEGER NOT NULL -- of its document; milliseconds
);
CREATE INDEX assertion_by_relation ON assertion (relation, published DESC, document);
CREATE INDEX assertion_by_publication ON assertion (published DESC, document);
CREATE INDEX assertion_by_document ON assertion (document);
CREATE INDEX assertion_by_passage ON assertion (passage);
CREATE INDEX assertion_by_speaker ON assertion (speaker) WHERE speaker IS NOT NULL;
${LAYOUT_AND_RECORDS}`;

/** What brings the tables of one version to the next. */
export const MIGRATIONS: Readonly<Record<number, string>> = {
  1: `
ALTER TABLE counter ADD COLUMN layout_version INTEGER NOT NULL DEFAULT 0;
ALTER TABLE counter ADD COLUMN record_version INTEGER NOT NULL DEFAULT 0;
${LAYOUT_AND_RECORDS}`,
  2: `
ALTER TABLE entity ADD COLUMN aliases TEXT NOT NULL DEFAULT '[]';
UPDATE entity SET aliases = (SELECT json_group_array(text) FROM name WHERE entity = entity.id AND alias = 1);
ALTER TABLE relation ADD COLUMN speakers TEXT NOT NULL DEFAULT '{}';
ALTER TABLE relation ADD COLUMN shown TEXT NOT NULL DEFAULT '';
UPDATE relation SET
  speakers = (SELECT json_group_object(p.name, n.assertions)
    FROM relation_speaker n JOIN speaker p ON p.id = n.speaker WHERE n.relation = relation.id),
  shown = json_array(key, assertion_count, document_count, speaker_count, actual, future, hypothetical, negated,
    first_date, last_date);
DROP TABLE relation_speaker;
DROP INDEX relation_by_subject;
DROP INDEX relation_by_object;
${EDGES_OF_AN_ENTITY}
DROP INDEX assertion_by_speaker;
CREATE INDEX assertion_by_speaker ON assertion (speaker) WHERE speaker IS NOT NULL;`,
};
