/** `npm run eval [-- --gold DIR] [--errors]`: measures the reader against annotated documents, beside two baselines. */
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import type { RelationType } from "../../schema/ontology.ts";
import { readFrontMatter } from "../../server/ingest/text/front-matter.ts";
import { openReader } from "../../server/reading/reader.ts";
import { cooccurrence } from "./baselines/cooccurrence.ts";
import { triples } from "./baselines/triples.ts";
import type { Reading } from "./edges.ts";
import { listErrors } from "./errors.ts";
import { type GoldDocument, readGold } from "./gold.ts";
import { sum } from "./measures.ts";
import { byType, scoreDocument } from "./score.ts";
import { calibrationTable, comparisonTable, figuresTable, qualitiesTable, type Run, typesTable } from "./tables.ts";

const { values } = parseArgs({
  options: {
    gold: { type: "string", default: fileURLToPath(new URL("gold", import.meta.url)) },
    errors: { type: "boolean", default: false },
  },
});

const documents = readGold(values.gold);
const read = openReader(undefined);
const readings = new Map(documents.map((gold) => [gold, read({ source: gold.id, text: gold.text })]));

const run = (name: string, readerOf: (gold: GoldDocument) => Reading): Run => ({
  name,
  scores: documents.map((gold) => scoreDocument(gold, readerOf(gold))),
});

const actant = run("Actant", (gold) => readings.get(gold)!);
const frequent = mostWanted(actant);
const runs = [
  actant,
  run("`compromise`, name–verb–name", ({ text }) => triples(text, readFrontMatter(text).body)),
  run(`co-occurrence, all \`${frequent}\``, (gold) => cooccurrence(readings.get(gold)!, frequent)),
];

function mostWanted({ scores }: Run): RelationType {
  const [first] = [...byType(scores)].toSorted(([, a], [, b]) => b.wanted - a.wanted);
  if (!first) throw new Error(`${values.gold} has no relations`);
  return first[0];
}

const counts = {
  sentences: sum(documents, ({ sentences }) => sentences.length),
  relations: sum(documents, ({ relations }) => relations.length),
};
if (values.errors) console.log(`${actant.scores.map(listErrors).filter(Boolean).join("\n\n")}\n`);
console.log(`${documents.length} documents, ${counts.sentences} sentences, ${counts.relations} relations\n`);
console.log(
  [
    figuresTable(actant),
    qualitiesTable(actant),
    typesTable(actant),
    calibrationTable(actant),
    comparisonTable(runs),
  ].join("\n\n"),
);
