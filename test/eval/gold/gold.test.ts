import { readdirSync, readFileSync } from "node:fs";
import { basename } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { isEdtf } from "../../../schema/edtf.ts";
import { type EntityKind, mayJoin, RELATION_TYPES, type RelationType, STATUSES } from "../../../schema/ontology.ts";
import { readFrontMatter } from "../../../server/ingest/text/front-matter.ts";
import { splitSentences } from "../../../server/ingest/text/sentences.ts";

type Row = [number, string, RelationType, string, { status?: string; speaker?: string; date?: string }?];
interface Gold {
  readonly id: string;
  readonly published: string;
  readonly paragraphs: readonly (readonly string[])[];
  readonly entities: Readonly<Record<string, { name: string; kind: EntityKind; surfaces: readonly string[] }>>;
  readonly relations: readonly Row[];
  readonly optional: readonly Row[];
}

const folder = fileURLToPath(new URL(".", import.meta.url));
const seed = fileURLToPath(new URL("../../../seed/", import.meta.url));
const read = (path: string) => readFileSync(path, "utf8");
const documents = readdirSync(`${seed}documents`);

function sentencesOf(text: string): string[] {
  const { body } = readFrontMatter(text);
  return splitSentences(text, body).map(({ start, end }) => text.slice(start, end));
}

describe("the seed documents", () => {
  const catalogue = read(`${seed}README.md`);

  it.each(documents.filter((name) => name.endsWith(".md")))("%s names the sources of its facts", (name) => {
    const text = read(`${seed}documents/${name}`);
    const { title, publisher, author, published, sources } = parse(text.slice(4, text.indexOf("\n---\n")));
    expect([title, publisher, author, published].filter((value) => typeof value !== "string")).toEqual([]);
    expect(sources.length).toBeGreaterThan(1);
  });

  it.each(documents)("%s stands in the catalogue, with its number of sentences", (name) => {
    const row = catalogue.split("\n").find((line) => line.includes(`(documents/${name})`));
    const sentences = sentencesOf(read(`${seed}documents/${name}`)).filter((sentence) => !sentence.startsWith("#"));
    expect(row?.split("|")[5]?.trim()).toBe(String(sentences.length));
  });
});

describe.each(readdirSync(folder).filter((name) => name.endsWith(".json")))("the annotation %s", (name) => {
  const gold = JSON.parse(read(folder + name)) as Gold;
  const text = read(`${seed}documents/${basename(name, ".json")}.md`);
  const sentences = gold.paragraphs.flat();
  const rows = [...gold.relations, ...gold.optional];

  it("has the sentences of its document", () => {
    expect(sentences).toEqual(sentencesOf(text));
    expect(gold.published).toBe(readFrontMatter(text).provenance.published);
  });

  it("finds every surface in the text", () => {
    const surfaces = Object.values(gold.entities).flatMap((entity) => entity.surfaces);
    expect(surfaces.filter((surface) => !sentences.some((sentence) => sentence.includes(surface)))).toEqual([]);
  });

  it("keeps to the ontology", () => {
    const broken = rows.filter(([sentence, subject, type, object, { status = "actual", date = "" } = {}]) => {
      const from = gold.entities[subject];
      const to = gold.entities[object];
      if (!from || !to || from === to || sentences[sentence] === undefined) return true;
      if (!RELATION_TYPES.includes(type) || !mayJoin(type, from.kind, to.kind)) return true;
      return !(STATUSES as readonly string[]).includes(status) || (date !== "" && !isEdtf(date));
    });
    expect(broken).toEqual([]);
  });

  it("takes every speaker from the sentence, and no relation twice", () => {
    expect(rows.filter(([sentence, , , , { speaker = "" } = {}]) => !sentences[sentence]?.includes(speaker))).toEqual(
      [],
    );
    expect(new Set(rows.map((row) => row.slice(0, 4).join(" "))).size).toBe(rows.length);
  });
});
