/** Every file that the graph can be taken away as. */
import { formatDocument } from "../../schema/interchange.ts";
import { ASSERTION_COLUMNS, EDGE_COLUMNS, NODE_COLUMNS } from "./columns.ts";
import { gexf } from "./gexf.ts";
import { graphml } from "./graphml.ts";
import { assertionRows, edgeRows, entityRows, type Source, wholeDocuments } from "./rows.ts";
import { stix } from "./stix.ts";
import { csv, jsonLines } from "./tables.ts";

/** A file by its media type and what is written into it, piece by piece. */
export interface Export {
  readonly type: string;
  readonly write: (source: Source) => AsyncIterable<string>;
}

async function* documents(source: Source): AsyncGenerator<string> {
  for await (const document of wholeDocuments(source)) yield `${formatDocument(document)}\n`;
}

const CSV = "text/csv; charset=utf-8";
const JSON_LINES = "application/jsonl; charset=utf-8";

/** The exports by their files' names. */
export const EXPORTS: Readonly<Record<string, Export>> = {
  "documents.jsonl": { type: JSON_LINES, write: documents },
  "assertions.csv": { type: CSV, write: (source) => csv(assertionRows(source), ASSERTION_COLUMNS) },
  "assertions.jsonl": { type: JSON_LINES, write: (source) => jsonLines(assertionRows(source), ASSERTION_COLUMNS) },
  "nodes.csv": { type: CSV, write: (source) => csv(entityRows(source), NODE_COLUMNS) },
  "edges.csv": { type: CSV, write: (source) => csv(edgeRows(source), EDGE_COLUMNS) },
  "graph.graphml": { type: "application/graphml+xml; charset=utf-8", write: graphml },
  "graph.gexf": { type: "application/gexf+xml; charset=utf-8", write: gexf },
  "graph.stix.json": { type: "application/stix+json;version=2.1", write: stix },
};
