import { readFileSync } from "node:fs";
import { KeyTable } from "./key-table.ts";
import { Lemmatizer } from "./lemmas.ts";
import { linearModel } from "./linear-model.ts";
import type { Scorer } from "./linear-model.ts";
import type { ParserModels } from "./parser.ts";
import { MOVES } from "./parser-state.ts";
import { RELATIONS } from "./relations.ts";
import { TAGS } from "./tags.ts";
import { Vocabulary } from "./vocabulary.ts";
import type { Clusters, KnownTags } from "./vocabulary.ts";
import { decodeWeights, unpackAscending, unpackShorts } from "./weights-file.ts";

/** Everything that was learned. */
export interface GrammarModels {
  readonly vocabulary: Vocabulary;
  readonly tags: Scorer;
  readonly parser: ParserModels;
  readonly lemmas: Lemmatizer;
}

export const WEIGHTS = new URL("grammar.bin", import.meta.url);

let loaded: GrammarModels | undefined;

/** The models beside this file, read on first use. */
export function grammarModels(): GrammarModels {
  loaded ??= readModels(readFileSync(WEIGHTS));
  return loaded;
}

/** Makes models of the content of a weights file. */
export function readModels(file: Uint8Array): GrammarModels {
  const { description, columns } = decodeWeights(file);
  const { lemmas } = description as { lemmas: [string, string][] };
  return {
    vocabulary: new Vocabulary(readClusters(columns), readKnown(columns)),
    tags: readModel(columns, "tag", TAGS.length),
    parser: {
      moves: readModel(columns, "move", MOVES),
      labels: readModel(columns, "label", RELATIONS.length),
      settled: new Int8Array(columns["settledLabels"]!),
    },
    lemmas: new Lemmatizer(new Map(lemmas)),
  };
}

type Columns = Readonly<Record<string, Uint8Array>>;

function readModel(columns: Columns, name: string, classes: number): Scorer {
  return linearModel({
    classes,
    keys: unpackAscending(columns[`${name}Keys`]!),
    counts: columns[`${name}Counts`]!,
    members: columns[`${name}Members`]!,
    weights: unpackShorts(columns[`${name}Weights`]!),
  });
}

function readClusters(columns: Columns): Clusters {
  const keys = unpackAscending(columns["clusterKeys"]!);
  const table = new KeyTable(keys.length);
  for (const key of keys) table.insert(key);
  const bytes = Uint8Array.from(columns["clusterGroups"]!);
  return { table, groups: new Uint16Array(bytes.buffer), families: columns["clusterFamilies"]! };
}

function readKnown(columns: Columns): KnownTags {
  const keys = unpackAscending(columns["knownKeys"]!);
  return new Map([...keys].map((key, index) => [key, columns["knownTags"]![index]!]));
}
