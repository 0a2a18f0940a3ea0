import { describe, expect, it } from "vitest";
import { formatDocument, parseDocument } from "../../../schema/interchange.ts";
import type { DocumentAssertion } from "../../../schema/model.ts";
import { withKept } from "../../../server/loading/merge.ts";
import { checkDocument } from "../../../server/store/check.ts";
import { documentOf, idOf } from "../../contract/documents.ts";

const isAnalysts = ({ extractor }: DocumentAssertion) => extractor === "analyst";
const text = "Iran arms the Houthis. Oman hosted Houthi envoys.";
const before = {
  ...documentOf({ title: "T", ingestedAt: "2024-02-11T05:06:07Z" }, [
    {
      text,
      says: [
        ["Iran", "AID", "Houthis", { extractor: "rules/1" }],
        ["Oman", "CONSULT", "Houthis", { extractor: "analyst" }],
      ],
    },
  ]),
};
const [first, second] = text.split(/(?<=\.) /) as [string, string];
const at = before.text.indexOf(text);
/** The same text, read by somebody who parts sentences better and names fewer. */
const after = {
  ...before,
  ingestedAt: undefined,
  sentences: [
    { start: at, end: at + first.length },
    { start: at + first.length + 1, end: at + text.length },
  ],
  entities: before.entities.filter(({ id }) => id !== idOf("Oman")),
  assertions: [],
};

describe("A document read anew", () => {
  it("keeps what an analyst said, with whom it names and in one sentence, and loses what the machine had found", () => {
    const merged = withKept(before, after, isAnalysts);
    expect(merged.assertions).toEqual(before.assertions.filter(isAnalysts));
    expect(merged.sentences).toEqual([{ start: at, end: at + text.length }]);
    expect(merged.entities.map(({ id }) => id)).toContain(idOf("Oman"));
    expect(merged.ingestedAt).toBe("2024-02-11T05:06:07Z");
    expect(() => checkDocument(merged)).not.toThrow();
    expect(parseDocument(formatDocument(merged)).assertions).toHaveLength(1);
  });

  it("is the new reading where there is nothing to keep", () => {
    expect(withKept(before, after, () => false)).toEqual({ ...after, ingestedAt: before.ingestedAt });
  });

  it("keeps an assertion though its mention has become another's, without the mention", () => {
    const [longer] = before.entities.find(({ id }) => id === idOf("Oman"))!.mentions;
    const wider = {
      ...before.entities.find(({ id }) => id === idOf("Oman"))!,
      mentions: [{ start: longer!.start, end: longer!.end + 7 }],
    };
    const merged = withKept(before, { ...after, entities: [...after.entities, wider] }, isAnalysts);
    expect(merged.assertions).toHaveLength(1);
    expect(() => parseDocument(formatDocument(merged))).not.toThrow();
    expect(second).toContain("Oman");
  });
});
