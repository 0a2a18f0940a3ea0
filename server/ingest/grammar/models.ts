import { readFileSync } from "node:fs";
import { KeyTable } from "./key-table.ts";
import type { LemmaRules } from "./lemmas.ts";
import { LinearModel } from "./linear-model.ts";
import { RELATIONS } from "./relations.ts";
import { MOVES } from "./parser-state.ts";
import { TAGS } from "./tags.ts";
import { decodeWeights, unpackAscending } from "./weights-file.ts";
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
    clusters: readClusters(columns["clusterKeys"]!, columns["clusterGroups"]!),
    tags: readModel(columns, "tag", TAGS.length),
    moves: readModel(columns, "move", MOVES),
    labels: readModel(columns, "label", RELATIONS.length),
    lemmas: new Map(lemmas),
  };
}

function readModel(columns: Readonly<Record<string, Uint8Array>>, name: string, classes: number): LinearModel {
  const weights = columns[`${name}Weights`]!;
  const bytes = new Int8Array(weights.buffer, weights.byteOffset, weights.length);
  return new LinearModel(classes, unpackAscending(columns[`${name}Keys`]!), bytes);
}

function readClusters(keys: Uint8Array, groups: Uint8Array): Clusters {
  const numbers = unpackAscending(keys);
  const table = new KeyTable(numbers.length);
  for (const number of numbers) table.insert(number);
  return { table, groups: Uint16Array.from(numbers, (_, row) => groups[2 * row]! | (groups[2 * row + 1]! << 8)) };
}
