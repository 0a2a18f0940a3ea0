/** The reader with its gazetteers: everything that turns a text into a document. */
import { fileURLToPath } from "node:url";
import type { ReadDocument, SourceText } from "../../schema/model.ts";
import { readGazetteers } from "../ingest/names/files.ts";
import { createReader } from "../ingest/read.ts";

const GAZETTEERS = fileURLToPath(new URL("../../seed/gazetteers", import.meta.url));

/** Opens the reader; `gazetteer` is the desk's own file, beside those that Actant brings. */
export const openReader = (gazetteer: string | undefined): ((source: SourceText) => ReadDocument) =>
  createReader(readGazetteers(GAZETTEERS, gazetteer));
