import { beforeEach, expect, it } from "vitest";
import type { Layout } from "../../server/store/port.ts";
import { idOf, REPORTS } from "./documents.ts";
import type { UnderTest } from "./store.ts";

/** Where things stand in the overview. */
export function layingOutIn({ store }: UnderTest): void {
  beforeEach(async () => {
    for (const report of Object.values(REPORTS)) await store().write(report);
  });

  const someLayout = async (): Promise<Layout> => {
    const { version, id } = await store().layoutInput();
    return {
      version,
      id,
      x: id.map((_, i) => i + 0.25),
      y: id.map((_, i) => -i),
      community: id.map((_, i) => (i === 0 ? 1 : 0)),
      communities: [
        { name: "The others", size: id.length - 1 },
        { name: "The first", size: 1 },
      ],
    };
  };

  it("is asked for by what the graph is: entities with edges, most first, and the edges among them", async () => {
    const input = await store().layoutInput();
    const overview = await store().overview({}, 100);
    expect(input.id).toEqual(overview.entities.id);
    expect(input.degree).toEqual(overview.entities.degree);
    expect(input.name).toEqual(overview.entities.name);
    expect([input.subject, input.object, input.weight]).toEqual([
      overview.relations.subject,
      overview.relations.object,
      overview.relations.weight,
    ]);
    expect(input.version).toBe((await store().statistics()).version);
  });

  it("is kept, told with its version, and the beginning of the next", async () => {
    const layout = await someLayout();
    expect(await store().writeLayout(layout)).toBe(true);
    const { entities, communities, layoutVersion } = await store().overview({}, 100);
    expect([entities.x, entities.y]).toEqual([layout.x, layout.y.map((y) => y + 0)]);
    expect(layoutVersion).toBe(layout.version);
    expect(communities).toEqual(layout.communities);
    expect(entities.community).toEqual(layout.community);
    expect((await store().layoutInput()).x).toEqual(layout.x);
    expect(await store().versions()).toMatchObject({ version: layout.version, layoutVersion: layout.version });
  });

  it("is refused where one of this version or a later one is kept", async () => {
    const layout = await someLayout();
    await store().writeLayout(layout);
    expect(await store().writeLayout({ ...layout, communities: [] })).toBe(false);
    expect((await store().overview({}, 100)).communities).toHaveLength(2);
  });

  it("tells only the communities that are shown, by their size in the whole graph", async () => {
    const layout = await someLayout();
    await store().writeLayout(layout);
    const { entities, communities } = await store().overview({}, 1);
    expect([entities.community, communities]).toEqual([[0], [{ name: "The first", size: 1 }]]);
  });

  it("places who came since beside their neighbours, and passes over who went", async () => {
    await store().remove(REPORTS.militias.id);
    const layout = await someLayout();
    await store().write(REPORTS.militias);
    await store().remove(REPORTS.talks.id);
    expect(await store().writeLayout(layout)).toBe(true);
    const { entities } = await store().overview({}, 100);
    for (const value of [...entities.x, ...entities.y]) expect(Number.isFinite(value)).toBe(true);
    const newcomer = entities.id.indexOf(idOf("Popular Mobilization Forces"));
    expect(entities.community[newcomer]).toBe(-1);
  });
}
