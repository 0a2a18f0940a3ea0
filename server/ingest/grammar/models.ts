import { readFileSync } from "node:fs";
import { KeyTable } from "./key-table.ts";
import type { LemmaRules } from "./lemmas.ts";
import { LinearModel } from "./linear-model.ts";
import { RELATIONS } from "./relations.ts";
import { MOVES } from "./parser-state.ts";
import { TAGS } from "./tags.ts";
import { decodeWeights, unpackAscending, unpackShorts } from "./weights-file.ts";
import type { Clusters } from "./words.ts";

/** Everything that was learned. */
export interface GrammarModels {
  readonly clusters: Clusters;
  readonly tags: LinearModel;
  readonly moves: LinearModel;
  readonly labels: LinearModel;
  readonly lemmas: LemmaRules;
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
    clusters: readClusters(columns),
    tags: readModel(columns, "tag", TAGS.length),
    moves: readModel(columns, "move", MOVES),
    labels: readModel(columns, "label", RELATIONS.length),
    lemmas: new Map(lemmas),
  };
}

function readModel(columns: Readonly<Record<string, Uint8Array>>, name: string, classes: number): LinearModel {
  return new LinearModel({
    classes,
    keys: unpackAscending(columns[`${name}Keys`]!),
    counts: columns[`${name}Counts`]!,
    members: columns[`${name}Members`]!,
    weights: unpackShorts(columns[`${name}Weights`]!),
  });
}

function readClusters(columns: Readonly<Record<string, Uint8Array>>): Clusters {
  const keys = unpackAscending(columns["clusterKeys"]!);
  const table = new KeyTable(keys.length);
  for (const key of keys) table.insert(key);
  const bytes = Uint8Array.from(columns["clusterGroups"]!);
  return { table, groups: new Uint16Array(bytes.buffer), families: columns["clusterFamilies"]! };
}
