import { beforeEach, expect, it } from "vitest";
import { recordId } from "../../schema/ids.ts";
import type { Note, StoredRecord, View } from "../../schema/model.ts";
import { ConflictError } from "../../server/store/port.ts";
import { idOf, REPORTS } from "./documents.ts";
import type { UnderTest } from "./store.ts";

/** What analysts keep: views, stories and notes. */
export function keepingIn({ store }: UnderTest): void {
  const all = async () => {
    const found: StoredRecord[] = [];
    for await (const record of store().records()) found.push(record);
    return found;
  };
  const saveView = async (name: string) =>
    (await store().saveRecord({ kind: "view", name, state: `{"of":"${name}"}` })) as View;
  const saveNote = async (of: Note["of"], text: string) =>
    (await store().saveRecord({ kind: "note", of, text })) as Note;

  beforeEach(async () => {
    for (const { id } of await all()) await store().deleteRecord(id);
  });

  it("finds a record again as it was saved, and nothing under another id", async () => {
    const view = await saveView('Gulf\'s "états" 🗺');
    const story = await store().saveRecord({
      kind: "story",
      name: "How it came",
      steps: [{ view: view.id, caption: "" }],
    });
    expect(view).toMatchObject({ revision: 1, createdAt: view.updatedAt });
    expect(await store().recordsById([story.id, recordId.note(), view.id])).toEqual([story, undefined, view]);
  });

  it("counts changes of records, and not as changes of the graph", async () => {
    const before = await store().versions();
    const view = await saveView("A");
    await store().deleteRecord(view.id);
    const { recordVersion, ...graph } = await store().versions();
    expect(recordVersion).toBeGreaterThanOrEqual(before.recordVersion + 2);
    expect(graph).toEqual({ version: before.version, layoutVersion: before.layoutVersion });
  });

  it("lists views without their state and stories with their steps, latest change first", async () => {
    const [first, second] = [await saveView("First"), await saveView("Second")];
    const changed = await store().saveRecord({ ...first, name: "Changed" });
    const listed = await store().views();
    expect(listed.map(({ name }) => name).toSorted()).toEqual(["Changed", "Second"]);
    expect(listed.map(({ updatedAt }) => updatedAt)).toEqual(
      listed
        .map(({ updatedAt }) => updatedAt)
        .toSorted()
        .reverse(),
    );
    const { state: _, ...head } = changed as View;
    expect(listed).toContainEqual(head);
    const steps = [{ view: second.id, caption: "Look." }];
    const story = await store().saveRecord({ kind: "story", name: "One", steps });
    expect(await store().stories()).toEqual([story]);
  });

  it("lets one of two who change the same revision through, and tells the other", async () => {
    const view = await saveView("A");
    const tried = await Promise.allSettled([
      store().saveRecord({ ...view, name: "Mine" }),
      store().saveRecord({ ...view, name: "Yours" }),
    ]);
    const refused = tried.flatMap((one) => (one.status === "rejected" ? [one.reason] : []));
    expect(refused).toHaveLength(1);
    expect(refused[0]).toBeInstanceOf(ConflictError);
    expect(refused[0].current).toMatchObject({ id: view.id, revision: 2 });
    expect((await store().recordsById([view.id]))[0]).toEqual(refused[0].current);
  });

  it("refuses to change what was deleted", async () => {
    const view = await saveView("A");
    expect(await store().deleteRecord(view.id)).toBe(true);
    expect(await store().deleteRecord(view.id)).toBe(false);
    await expect(store().saveRecord({ ...view, name: "B" })).rejects.toThrow(/deleted/);
    expect(await all()).toEqual([]);
  });

  it("takes the notes on a view with it, and leaves its place in a story", async () => {
    const view = await saveView("A");
    const steps = [{ view: view.id, caption: "Look." }];
    const story = await store().saveRecord({ kind: "story", name: "S", steps });
    await saveNote(view.id, "on the view");
    const other = await saveNote(idOf("Iran"), "on Iran");
    await store().deleteRecord(view.id);
    expect(await store().notes([view.id, idOf("Iran")])).toEqual([other]);
    expect((await store().recordsById([story.id]))[0]).toMatchObject({ steps });
  });

  it("keeps all of it whatever becomes of documents", async () => {
    await store().write(REPORTS.arms);
    const note = await saveNote(REPORTS.arms.id, "Doubtful.");
    await store().remove(REPORTS.arms.id);
    expect(await store().notes([REPORTS.arms.id])).toEqual([note]);
    await store().write(REPORTS.arms);
    expect(await store().notes([REPORTS.arms.id])).toEqual([note]);
  });

  it("gives all records in the order of ids, and takes them back as they were", async () => {
    const view = await saveView("A");
    for (const text of ["one", "two", "three"]) await saveNote(view.id, text);
    const before = await all();
    expect(before.map(({ id }) => id as string)).toEqual(before.map(({ id }) => id as string).toSorted());
    for (const { id } of before) await store().deleteRecord(id);
    for (const record of before) await store().putRecord(record);
    for (const record of before) await store().putRecord(record);
    expect(await all()).toEqual(before);
  });
}
