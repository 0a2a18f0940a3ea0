import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { ENTITY_KINDS, RELATION_TYPES } from "../../../../schema/ontology.ts";
import { FORMS } from "../../../../server/ingest/relations/forms.ts";
import { framesOf, NOUN_FRAMES, VERB_FRAMES, type FrameFile } from "../../../../server/ingest/relations/lexicon.ts";

const folder = new URL("../../../../server/ingest/relations/frames/", import.meta.url);
const files = readdirSync(folder).map(
  (name) => [name, JSON.parse(readFileSync(new URL(name, folder), "utf8")) as FrameFile] as const,
);
const KINDS = new Set<string>([...ENTITY_KINDS, "actor", "base", "place", "none"]);

describe("the frames", () => {
  it("name every relation type once", () => {
    expect(files.map(([, file]) => file.type).sort()).toEqual([...RELATION_TYPES].sort());
  });

  it.each(files)("%s names only kinds that there are, and says where the object stands", (_, file) => {
    for (const frame of [...(file.verbs ?? []), ...(file.nouns ?? [])]) {
      expect(frame.target.trim()).not.toBe("");
      for (const kind of `${frame.sourceKinds ?? ""} ${frame.targetKinds ?? ""}`.split(" ").filter(Boolean))
        expect(KINDS).toContain(kind);
    }
  });

  it("are all loaded", () => {
    for (const [, file] of files)
      for (const [part, index] of [
        ["verbs", VERB_FRAMES],
        ["nouns", NOUN_FRAMES],
      ] as const)
        for (const frame of file[part] ?? []) {
          const except = new Set(frame.except?.split(" "));
          for (const lemma of frame.lemmas.split(" ").filter((l) => !except.has(l)))
            expect(framesOf(index, lemma).map((f) => f.type)).toContain(file.type);
        }
  });
});

describe("verb forms", () => {
  it.each([
    ["struck", "strike"],
    ["bombed", "bomb"],
    ["shelled", "shell"],
    ["denied", "deny"],
    ["seizing", "seize"],
    ["attacks", "attack"],
    ["jammed", "jam"],
  ])("%s is a form of %s", (form, lemma) => expect(FORMS.get(form)?.lemma).toBe(lemma));
});
