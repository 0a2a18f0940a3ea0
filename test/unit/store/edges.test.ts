import { describe, expect, it } from "vitest";
import { propertiesOf } from "../../../server/store/neo4j/edge-rows.ts";
import { withoutShare, withShare } from "../../../server/store/edges.ts";
import { type RelationTally, tallyRelations } from "../../../server/store/tally.ts";
import { idOf, REPORTS } from "../../contract/documents.ts";

const shareOf = (document: (typeof REPORTS)[keyof typeof REPORTS]): RelationTally =>
  tallyRelations(document).find(({ type, subject }) => type === "AID" && subject === idOf("Iran"))!;

describe("an edge", () => {
  const [arms, talks] = [shareOf(REPORTS.arms), shareOf(REPORTS.talks)];

  it("is what one document asserts, and then what several do", () => {
    const edge = withShare(withShare(undefined, arms), talks);
    expect(propertiesOf({ edge, evidence: [] })).toMatchObject({
      documentCount: 2,
      assertionCount: 3,
      weight: -3,
      speakerCount: 3,
      subjectKind: "STATE",
      objectKind: "MILITIA",
      firstDate: "2024-02-09",
      lastDate: "2024-02-09",
    });
  });

  it("counts the same in whatever order documents come", () => {
    const [one, other] = [withShare(withShare(undefined, arms), talks), withShare(withShare(undefined, talks), arms)];
    expect(one).toEqual(other);
  });

  it("loses a speaker with the last assertion of that speaker", () => {
    const rest = withoutShare(withShare(withShare(undefined, arms), talks), talks)!;
    expect([...rest.speakers.keys()]).toEqual([...arms.speakers.keys()]);
    expect(rest.statuses).toEqual(arms.statuses);
  });

  it("is gone with its last assertion", () => {
    expect(withoutShare(withShare(undefined, arms), arms)).toBeUndefined();
  });
});
