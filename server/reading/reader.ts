/** The reader with its gazetteers: everything that turns a text into a document. */
import { fileURLToPath } from "node:url";
import type { ReadDocument, SourceText } from "../../schema/model.ts";
import type { KnownName } from "../formats/table/names.ts";
import { readGazetteers } from "../ingest/names/files.ts";
import type { Gazetteer } from "../ingest/names/gazetteer.ts";
import { createReader } from "../ingest/read.ts";

const GAZETTEERS = fileURLToPath(new URL("../../seed/gazetteers", import.meta.url));

/** Opens the names that are known; `gazetteer` is the desk's own file, beside those that Actant brings. */
export const openNames = (gazetteer: string | undefined): Gazetteer => readGazetteers(GAZETTEERS, gazetteer);

/** Opens the reader. */
export const openReader = (gazetteer: string | undefined): ((source: SourceText) => ReadDocument) =>
  createReader(openNames(gazetteer));

/** What a name means by itself: of several the first, and of the kind asked for if one is. */
export const knownIn =
  (names: Gazetteer): KnownName =>
  (name, kind) =>
    names.readings(name).find(({ entry, role }) => role === "name" && (kind === undefined || entry.kind === kind))
      ?.entry;
