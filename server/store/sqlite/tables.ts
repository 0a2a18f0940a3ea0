/**
 * The tables. Rows know each other by integers; ids that people see are in `key`. A document's integer begins with its
 * hash, so that the order of integers is the order of ids. What is counted is counted in the transaction that changes it.
 */

/** Written into the file as `user_version`; raise it with every change of the tables. */
export const TABLES_VERSION = 1;

const FULL_TEXT = "USING fts5(words, content='', contentless_delete=1, detail=none, tokenize='ascii')";

export const TABLES = `
CREATE TABLE counter (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  documents INTEGER NOT NULL DEFAULT 0, sentences INTEGER NOT NULL DEFAULT 0, entities INTEGER NOT NULL DEFAULT 0,
  relations INTEGER NOT NULL DEFAULT 0, assertions INTEGER NOT NULL DEFAULT 0, mentions INTEGER NOT NULL DEFAULT 0,
  version INTEGER NOT NULL DEFAULT 0
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
  degree INTEGER NOT NULL DEFAULT 0, mention_count INTEGER NOT NULL, document_count INTEGER NOT NULL
);
CREATE INDEX entity_by_degree ON entity (degree DESC, key);

CREATE TABLE name (
  id INTEGER PRIMARY KEY, entity INTEGER NOT NULL REFERENCES entity, text TEXT NOT NULL, alias INTEGER NOT NULL,
  exact TEXT NOT NULL, line TEXT NOT NULL, uses INTEGER NOT NULL, UNIQUE (entity, text)
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
  first_date TEXT NOT NULL, last_date TEXT NOT NULL -- '' where undated
);
CREATE INDEX relation_by_subject ON relation (subject, assertion_count DESC);
CREATE INDEX relation_by_object ON relation (object, assertion_count DESC);
CREATE INDEX relation_by_weight ON relation (assertion_count DESC, key);
CREATE INDEX relation_by_date ON relation (last_date DESC, key);
CREATE TABLE relation_speaker (
  relation INTEGER NOT NULL REFERENCES relation, speaker INTEGER NOT NULL, -- a speaker that assertions refer to
  assertions INTEGER NOT NULL, PRIMARY KEY (relation, speaker)
) WITHOUT ROWID;

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
CREATE INDEX assertion_by_speaker ON assertion (speaker);
`;
