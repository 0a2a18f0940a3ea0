import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { idOf, REPORTS } from "../contract/documents.ts";
import { serve, type TestServer } from "./http.ts";

let server: TestServer;
beforeAll(async () => {
  server = await serve({ documents: Object.values(REPORTS) });
});
afterAll(() => server.stop());

/** Asked three times, since what comes again is answered by a compiled query. */
async function data(query: string, variables: object = {}) {
  const [first, second, third] = [
    await server.ask(query, variables),
    await server.ask(query, variables),
    await server.ask(query, variables),
  ];
  expect([second, third]).toEqual([first, first]);
  expect(first.errors).toBeUndefined();
  return first.data;
}

describe("The graph from above, over GraphQL", () => {
  it("tells how two actors are connected, hop by hop, and the weakest of these", async () => {
    const { paths } = await data(
      `query ($from: ID!, $to: ID!) {
        paths(from: $from, to: $to, limit: 1) { entities { name } relations { type assertionCount } weakest { type } }
      }`,
      { from: idOf("Iran"), to: idOf("Oman") },
    );
    expect(paths).toEqual([
      {
        entities: [{ name: "Iran" }, { name: "Houthis" }, { name: "Oman" }],
        relations: [
          { type: "AID", assertionCount: 4 },
          { type: "CONSULT", assertionCount: 1 },
        ],
        weakest: { type: "CONSULT" },
      },
    ]);
  });

  it("tells the whole in columns, of one length each", async () => {
    const { overview } = await data(
      `{ overview(filter: {types: [AID]}) {
        entities { id name kind degree x y community } relations { subject object quad weight }
        communities { name size } totalEntities totalRelations truncated layoutVersion } }`,
    );
    const { x, y, community, ...entities } = overview.entities;
    expect([x.length, y.length, community]).toEqual([2, 2, [-1, -1]]);
    expect(entities).toEqual({
      id: [idOf("Houthis"), idOf("Iran")],
      name: ["Houthis", "Iran"],
      kind: ["MILITIA", "STATE"],
      degree: [5, 2],
    });
    expect(overview.relations).toEqual({ subject: [1], object: [0], quad: ["MATERIAL_COOPERATION"], weight: [4] });
    expect(overview).toMatchObject({ totalEntities: 2, totalRelations: 1, truncated: false });
  });

  it("tells when, by bins, the undated last", async () => {
    const { timeline } = await data(
      `{ timeline(filter: {types: [AID]}, bin: YEAR) { from to assertions reachingBeyond quads { quad count } } }`,
    );
    expect(timeline.at(0)).toMatchObject({ from: "2024-01-01", to: "2024-12-31" });
    expect(timeline.at(-1)).toMatchObject({ from: null, to: null, reachingBeyond: 0 });
  });

  it("counts what passes, each list cut where it is asked to be", async () => {
    const { facets } = await data(
      `{ facets { relations assertions publishers(limit: 1) { name assertions } publisherCount
        statuses { status count } speakers { name } speakerCount } }`,
    );
    expect(facets).toMatchObject({ relations: 11, assertions: 14, publisherCount: 2, speakerCount: 5 });
    expect(facets.publishers).toEqual([{ name: "Gulf Monitor", assertions: 8 }]);
    expect(facets.statuses[0]).toEqual({ status: "ACTUAL", count: 11 });
    expect(facets.speakers).toHaveLength(5);
  });

  it("narrows the edges of one entity to those that lead to others", async () => {
    const { entity } = await data(
      `query ($of: ID!, $to: [ID!]) { entity(id: $of) { relations(filter: {entities: $to}) { totalCount nodes { type } } } }`,
      { of: idOf("Houthis"), to: [idOf("Iran"), idOf("Oman")] },
    );
    expect(entity.relations).toMatchObject({ totalCount: 2, nodes: [{ type: "AID" }, { type: "CONSULT" }] });
  });

  it.each([
    ["paths too long", '{ paths(from: "state:Iran", to: "state:Oman", maxHops: 9) { weakest { id } } }', "maxHops"],
    ["too many paths", '{ paths(from: "state:Iran", to: "state:Oman", limit: 51) { weakest { id } } }', "limit"],
    ["paths from what is no entity", '{ paths(from: "nowhere", to: "state:Oman") { weakest { id } } }', "from"],
    ["too large an overview", "{ overview(limit: 20001) { totalEntities } }", "limit"],
    ["too many names", "{ facets { publishers(limit: 1001) { name } } }", "limit"],
  ])("refuses %s, and says the limit", async (_, query, name) => {
    const { errors } = await server.ask(query);
    expect(errors).toMatchObject([{ message: expect.stringContaining(name), extensions: { code: "BAD_USER_INPUT" } }]);
  });
});
