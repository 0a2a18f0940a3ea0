/** What a server between processes adds to a store: loaders at once, restarts, doors that are closed. */
import { subscribe, unsubscribe } from "node:diagnostics_channel";
import type { Socket } from "node:net";
import neo4j, { type Driver } from "neo4j-driver";
import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import type { ReadDocument } from "../../schema/model.ts";
import { freePort } from "../../server/store/neo4j/instance.ts";
import { LAYOUT_VERSION } from "../../server/store/neo4j/layout.ts";
import { type Parameters, toParameters } from "../../server/store/neo4j/parameters.ts";
import { openNeo4j } from "../../server/store/neo4j/store.ts";
import { type Store, StoreError } from "../../server/store/port.ts";
import { describeNeo4j, startTestNeo4j, type TestNeo4j } from "../setup/neo4j.ts";
import { documentOf, idOf, REPORTS } from "./documents.ts";
import { snapshot } from "./snapshot.ts";
import { wiped } from "./store.ts";
import { temporarySqlite } from "./temporary-sqlite.ts";
import { expectUpgraded, oldStore } from "./upgrading.ts";

/** Reports that all name the same actors, so that every loader needs the same locks. */
const CROWD: readonly ReadDocument[] = Array.from({ length: 40 }, (_, i) =>
  documentOf({ title: `Report ${i}`, published: "2024-05-01", ingestedAt: "2024-05-02T00:00:00.000Z" }, [
    { text: "Iran arms the Houthis, Tehran said.", says: [["Iran", "AID", "Houthis", { speaker: "Tehran" }]] },
    {
      text: "The United States attacked the Houthis in the Red Sea.",
      says: [
        ["United States", "ASSAULT", "Houthis"],
        ["Houthis", "OPERATES_IN", "Red Sea"],
      ],
    },
    { text: "Oman met Iran.", says: [["Oman", "CONSULT", "Iran", { date: `2024-04-${10 + (i % 20)}` }]] },
  ]),
);

/** The graph that these documents make, as the embedded store keeps it. */
async function expected(documents: readonly ReadDocument[]) {
  const { store, close } = await temporarySqlite();
  for (const document of documents) await store.write(document);
  const graph = await snapshot(store);
  await close();
  return graph;
}

/** A graph as an older release left it: what makes its schema, and all that is in it. */
interface OldGraph {
  readonly schema: readonly string[];
  readonly nodes: readonly { readonly labels: readonly string[]; readonly properties: Parameters }[];
  readonly edges: readonly {
    readonly a: number;
    readonly b: number;
    readonly type: string;
    readonly properties: Parameters;
  }[];
}

async function forgetSchema(driver: Driver): Promise<void> {
  const names = async (show: string) => (await driver.executeQuery(show)).records.map((record) => record.get("name"));
  for (const name of await names("SHOW CONSTRAINTS")) await driver.executeQuery(`DROP CONSTRAINT ${name}`);
  for (const name of await names("SHOW INDEXES WHERE type <> 'LOOKUP'"))
    await driver.executeQuery(`DROP INDEX ${name}`);
}

const all = async (documents: readonly ReadDocument[], act: (document: ReadDocument) => Promise<unknown>) => {
  await Promise.all(documents.map(act));
};

describeNeo4j("A Neo4j of several processes", () => {
  let server: TestNeo4j;
  let store: Store;
  let driver: Driver;
  beforeAll(async () => {
    server = await startTestNeo4j();
    store = await openNeo4j(server);
    driver = neo4j.driver(server.uri, neo4j.auth.basic(server.username, server.password));
  });
  beforeEach(() => wiped(store));
  afterAll(async () => {
    await Promise.all([store?.close(), driver?.close()]);
    await server?.stop();
  });

  it("takes different documents from many loaders at once", async () => {
    const other = await openNeo4j(server);
    await Promise.all([all(CROWD.slice(0, 20), store.write), all(CROWD.slice(20).toReversed(), other.write)]);
    await other.close();
    expect(await snapshot(store)).toEqual(await expected(CROWD));
  });

  it("takes the same documents from many loaders at once, each of them once", async () => {
    const other = await openNeo4j(server);
    const results = await Promise.all(
      [store, other, store].flatMap((loader) => CROWD.slice(0, 10).map((document) => loader.write(document))),
    );
    await other.close();
    expect(results.filter(({ known }) => !known)).toHaveLength(10);
    expect(await snapshot(store)).toEqual(await expected(CROWD.slice(0, 10)));
  });

  it("takes documents back while others come, and twice at once", async () => {
    const [going, coming] = [CROWD.slice(0, 15), CROWD.slice(15, 30)];
    await all(going, store.write);
    await Promise.all([
      all(going, ({ id }) => store.remove(id)),
      all(going.toReversed(), ({ id }) => store.remove(id)),
      all(coming, store.write),
    ]);
    expect(await snapshot(store)).toEqual(await expected(coming));
  });

  it("has nothing left but its own node when every document is taken back", async () => {
    for (const report of Object.values(REPORTS)) await store.write(report);
    await wiped(store);
    const { records } = await driver.executeQuery("MATCH (n) RETURN DISTINCT labels(n) AS labels");
    expect(records.map((record) => record.get("labels"))).toEqual([["Graph"]]);
  });

  it("answers again after a restart, and has kept what was written", async () => {
    await store.write(REPORTS.arms);
    const graph = await snapshot(store);
    await server.kill();
    await expect(store.ping()).rejects.toThrow(/cannot be reached/);
    await expect(store.entityByName("Iran")).rejects.toThrow(StoreError);
    await server.start();
    await store.ping();
    expect(await snapshot(store)).toEqual(graph);
    expect(await store.write(REPORTS.talks)).toMatchObject({ known: false });
  });

  it("keeps each document whole or not at all when it is killed in the midst of loading", async () => {
    const acknowledged: ReadDocument[] = [];
    let loading = Promise.resolve();
    await new Promise<void>((resolve) => {
      loading = all(CROWD, async (document) => {
        await store.write(document);
        if (acknowledged.push(document) === 5) resolve();
      }).catch(() => {});
    });
    await server.kill();
    const before = [...acknowledged];
    await server.start();
    await loading;
    const held = await store.held(CROWD.map(({ id }) => id));
    expect(before.filter(({ id }) => !held.has(id))).toEqual([]);
    for (const document of CROWD) await store.write(document);
    expect(await snapshot(store)).toEqual(await expected(CROWD));
  });

  it("sends at once what it has to say", async () => {
    // Otherwise a statement of more than one packet waits some 40 ms for the acknowledgement of the first.
    const asked: unknown[] = [];
    const watch = (message: unknown) => {
      const { socket } = message as { socket: Socket };
      const setNoDelay = socket.setNoDelay.bind(socket);
      socket.setNoDelay = (on) => {
        asked.push(on);
        return setNoDelay(on);
      };
    };
    subscribe("net.client.socket", watch);
    await (await openNeo4j(server)).close();
    unsubscribe("net.client.socket", watch);
    expect(new Set(asked)).toEqual(new Set([true]));
  });

  it("says when it cannot be reached, and where", async () => {
    const uri = `bolt://127.0.0.1:${await freePort()}`;
    await expect(openNeo4j({ ...server, uri })).rejects.toThrow(new RegExp(`${uri} cannot be reached.*NEO4J_URI`));
  });

  it("says when the address is none, and does not repeat what may be a secret", async () => {
    const told = openNeo4j({ ...server, uri: "http://neo4j:secret@127.0.0.1" });
    await expect(told).rejects.toThrow(/NEO4J_URI is not an address/);
    await expect(told).rejects.not.toThrow(/secret/);
  });

  it("says when the password is wrong", async () => {
    const told = openNeo4j({ ...server, password: "not-this-one" });
    await expect(told).rejects.toThrow(/refuses the name or the password.*NEO4J_PASSWORD/);
  });

  it("says when there is no such database", async () => {
    await expect(openNeo4j({ ...server, database: "elsewhere" })).rejects.toThrow(/no database of that name/);
  });

  it("is reached by the address of a cluster too", async () => {
    const routed = await openNeo4j({ ...server, uri: server.uri.replace("bolt:", "neo4j:") });
    await routed.write(REPORTS.militias);
    expect(await routed.documentsById([REPORTS.militias.id])).toMatchObject([{ title: "Militias in Iraq" }]);
    await routed.close();
  });

  it("refuses a graph of a newer Actant, and changes nothing", async () => {
    await driver.executeQuery("MATCH (g:Graph) SET g.layout = 99");
    await expect(openNeo4j(server)).rejects.toThrow(/newer Actant/);
    await driver.executeQuery("MATCH (g:Graph) SET g.layout = $layout", { layout: neo4j.int(LAYOUT_VERSION) });
  });

  it("brings a graph of an older Actant to the layout of this one", async () => {
    for (const report of Object.values(REPORTS)) await store.write(report);
    const around = async (of: Store) => (await of.neighborhood([idOf("Iran")], 2, {}, 100, 3)).relations;
    const graph = await around(store);
    await driver.executeQuery("MATCH ()-[r:RELATION]->() REMOVE r.shown, r.evidence");
    await driver.executeQuery("MATCH (g:Graph) SET g.layout = 1");
    const upgraded = await openNeo4j(server);
    expect(JSON.stringify(await around(upgraded))).toBe(JSON.stringify(graph));
    await upgraded.close();
  });

  it("brings a graph that the first release wrote to today's answers, and can be interrupted in it", async () => {
    const { schema, nodes, edges } = JSON.parse(oldStore("layout-1.json").toString()) as OldGraph;
    await driver.executeQuery("MATCH (n) DETACH DELETE n");
    await forgetSchema(driver);
    for (const statement of schema) await driver.executeQuery(statement);
    const numbered = nodes.map((node, number) => ({ ...node, number }));
    for (const labels of new Set(nodes.map((node) => node.labels.join(":"))))
      await driver.executeQuery(
        `UNWIND $rows AS row CREATE (n:${labels}) SET n = row.properties, n.number = row.number`,
        toParameters({ rows: numbered.filter((node) => node.labels.join(":") === labels) }),
      );
    for (const type of new Set(edges.map((edge) => edge.type)))
      await driver.executeQuery(
        `UNWIND $rows AS row MATCH (a {number: row.a}), (b {number: row.b})
         CREATE (a)-[r:${type}]->(b) SET r = row.properties`,
        toParameters({ rows: edges.filter((edge) => edge.type === type) }),
      );
    await driver.executeQuery("MATCH (n) REMOVE n.number");
    await (await openNeo4j(server)).close();
    // As if it had ended before the last step.
    await driver.executeQuery("MATCH (g:Graph) SET g.layout = 1");
    const upgraded = await openNeo4j(server);
    await expectUpgraded(upgraded);
    await upgraded.close();
  }, 300_000);

  it("refuses a database that holds something else", async () => {
    await driver.executeQuery("MATCH (g:Graph) SET g:Elsewhere REMOVE g:Graph");
    await expect(openNeo4j(server)).rejects.toThrow(/holds something else/);
    await driver.executeQuery("MATCH (g:Elsewhere) SET g:Graph REMOVE g:Elsewhere");
  });
});
