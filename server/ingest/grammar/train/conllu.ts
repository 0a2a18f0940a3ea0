import { readFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { tagNumber } from "../tags.ts";

/** A sentence of a treebank. Index 0 of the arrays is the root. */
export interface GoldSentence {
  readonly document: string;
  readonly text: string;
  readonly forms: readonly string[];
  readonly lemmas: readonly string[];
  readonly tags: Uint8Array;
  readonly parts: readonly string[];
  readonly heads: Int32Array;
  readonly relations: readonly string[];
}

/** Reads a file in the CoNLL-U format, gzipped. */
export function readTreebank(folder: string, name: string): GoldSentence[] {
  const content = gunzipSync(readFileSync(join(folder, `${name}.conllu.gz`))).toString("utf8");
  let document = "";
  return content
    .split("\n\n")
    .filter((block) => block.trim())
    .map((block) => {
      document = /^# newdoc id = (.*)$/m.exec(block)?.[1] ?? document;
      return readSentence(document, block);
    });
}

function readSentence(document: string, block: string): GoldSentence {
  const rows = block
    .split("\n")
    .filter((line) => /^\d+\t/.test(line))
    .map((line) => line.split("\t"));
  return {
    document,
    text: /^# text = (.*)$/m.exec(block)?.[1] ?? "",
    forms: rows.map((row) => row[1]!),
    lemmas: rows.map((row) => row[2]!),
    tags: Uint8Array.from([0, ...rows.map((row) => tagNumber(fineTag(row[3]!, row[5]!)))]),
    parts: rows.map((row) => row[3]!),
    heads: Int32Array.from([-1, ...rows.map((row) => Number(row[6]))]),
    relations: ["", ...rows.map((row) => row[7]!)],
  };
}

/** The part of speech with what the features tell of its form, as in `TAGS`. */
function fineTag(part: string, features: string): string {
  const has = (feature: string): boolean => features.includes(feature);
  if (part === "VERB" || part === "AUX") return `${part}.${verbForm(part, has)}`;
  if (part === "NOUN" || part === "PROPN") return has("Number=Plur") ? `${part}.s` : part;
  if (part === "PRON" && has("Poss=Yes")) return "PRON.g";
  if (part === "PRON" || part === "DET" || part === "ADV")
    return /PronType=(?:Rel|Int)/.test(features) ? `${part}.r` : part;
  return part;
}

function verbForm(part: string, has: (feature: string) => boolean): string {
  if (has("VerbForm=Ger") || (has("VerbForm=Part") && has("Tense=Pres"))) return "g";
  if (has("VerbForm=Part")) return "n";
  if (has("VerbForm=Inf") || has("Mood=Imp")) return "b";
  if (has("Tense=Past")) return "d";
  if (has("Tense=Pres")) return has("Number=Sing") && has("Person=3") ? "z" : "p";
  return part === "AUX" ? "m" : "b";
}
