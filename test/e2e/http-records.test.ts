import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { REPORTS, idOf } from "../contract/documents.ts";
import { serve, type TestServer } from "./http.ts";

let server: TestServer;
beforeAll(async () => {
  server = await serve({ documents: Object.values(REPORTS) });
});
afterAll(() => server.stop());

const SAVE_VIEW =
  "mutation ($view: ViewInput!) { saveView(view: $view) { id name state revision createdAt updatedAt } }";
const SAVE_STORY = `mutation ($story: StoryInput!) {
  saveStory(story: $story) { id name revision steps { caption view { id name state } } }
}`;
const SAVE_NOTE = "mutation ($note: NoteInput!) { saveNote(note: $note) { id of text revision } }";

const saveView = async (view: object) => (await server.ask(SAVE_VIEW, { view })).data.saveView;
const view = (name = "Gulf") => saveView({ name, state: '{"focus":["state:Iran"]}' });

async function codeOf(query: string, variables: object): Promise<unknown> {
  const { errors } = await server.ask(query, variables);
  return errors?.[0]?.extensions?.code;
}

describe("What analysts keep", () => {
  it("is a view that is found again as it was saved, by its id, as a node and in the list", async () => {
    const saved = await view();
    expect(saved).toMatchObject({ name: "Gulf", state: '{"focus":["state:Iran"]}', revision: 1 });
    expect(saved.createdAt).toBe(saved.updatedAt);
    const { data } = await server.ask(
      "query ($id: ID!) { view(id: $id) { id name state } node(id: $id) { __typename id } views { id name state } }",
      { id: saved.id },
    );
    const { id, name, state } = saved;
    expect(data.view).toEqual({ id, name, state });
    expect(data.node).toEqual({ __typename: "View", id });
    expect(data.views).toContainEqual({ id, name, state });
  });

  it("is changed only from the revision that was seen; the second of two is told the present one", async () => {
    const { id, state } = await view("First");
    expect(await saveView({ id, revision: 1, name: "Second", state })).toMatchObject({
      id,
      name: "Second",
      revision: 2,
    });
    const { data, errors } = await server.ask(SAVE_VIEW, { view: { id, revision: 1, name: "Third", state } });
    expect(data).toBeNull();
    expect(errors).toMatchObject([
      { message: expect.stringContaining("revision 2"), extensions: { code: "CONFLICT", revision: 2 } },
    ]);
    expect((await server.ask("query ($id: ID!) { view(id: $id) { name } }", { id })).data.view.name).toBe("Second");
  });

  it("is told to be gone where it was deleted meanwhile", async () => {
    const { id, state } = await view();
    const remove = "mutation ($id: ID!) { deleteView(id: $id) }";
    expect((await server.ask(remove, { id })).data.deleteView).toBe(true);
    expect((await server.ask(remove, { id })).data.deleteView).toBe(false);
    const { errors } = await server.ask(SAVE_VIEW, { view: { id, revision: 1, name: "Back", state } });
    expect(errors).toMatchObject([{ message: expect.stringContaining("deleted"), extensions: { revision: null } }]);
  });

  it("is a story, whose step stays without its view when that is deleted", async () => {
    const [one, two] = [await view("One"), await view("Two")];
    const steps = [one, two].map(({ id }, i) => ({ view: id, caption: `Step ${i + 1}` }));
    const { data } = await server.ask(SAVE_STORY, { story: { name: "How it came", steps } });
    expect(data.saveStory.steps.map((step: { view: { name: string } }) => step.view.name)).toEqual(["One", "Two"]);
    await server.ask("mutation ($id: ID!) { deleteView(id: $id) }", { id: one.id });
    const told = await server.ask("query ($id: ID!) { story(id: $id) { steps { caption view { name } } } }", {
      id: data.saveStory.id,
    });
    expect(told.data.story.steps).toEqual([
      { caption: "Step 1", view: null },
      { caption: "Step 2", view: { name: "Two" } },
    ]);
    expect((await server.ask("{ stories { name } }")).data.stories).toEqual([{ name: "How it came" }]);
  });

  it("is notes on anything, oldest first; those on a view go with it, those on an entity stay", async () => {
    const { id } = await view();
    for (const of of [id, idOf("Iran"), id])
      expect((await server.ask(SAVE_NOTE, { note: { of, text: "<b>Ask **again**" } })).errors).toBeUndefined();
    const notes = "query ($of: [ID!]!) { notes(of: $of) { of text } }";
    const of = [id, idOf("Iran")];
    expect((await server.ask(notes, { of })).data.notes.map((note: { of: string }) => note.of)).toEqual([
      id,
      idOf("Iran"),
      id,
    ]);
    await server.ask("mutation ($id: ID!) { deleteView(id: $id) }", { id });
    expect((await server.ask(notes, { of })).data.notes).toEqual([{ of: idOf("Iran"), text: "<b>Ask **again**" }]);
  });

  it("is not touched when a document goes and comes back", async () => {
    const note = { of: REPORTS.arms.id, text: "Doubtful." };
    await server.ask(SAVE_NOTE, { note });
    await server.ask("mutation ($id: ID!) { removeDocument(id: $id) { removed } }", { id: REPORTS.arms.id });
    await server.store.write(REPORTS.arms);
    const { data } = await server.ask("query ($of: [ID!]!) { notes(of: $of) { of text } }", { of: [note.of] });
    expect(data.notes).toEqual([note]);
  });

  it.each<[string, string, object]>([
    ["a view without a name", SAVE_VIEW, { view: { name: " ", state: "{}" } }],
    ["a name that is too long", SAVE_VIEW, { view: { name: "x".repeat(201), state: "{}" } }],
    ["a state that is not JSON", SAVE_VIEW, { view: { name: "A", state: "{" } }],
    ["a state that is too large", SAVE_VIEW, { view: { name: "A", state: JSON.stringify("x".repeat(512_000)) } }],
    ["an id without a revision", SAVE_VIEW, { view: { id: "view:0", name: "A", state: "{}" } }],
    ["an id of something else", SAVE_VIEW, { view: { id: "state:Iran", revision: 1, name: "A", state: "{}" } }],
    ["a step that shows no view", SAVE_STORY, { story: { name: "A", steps: [{ view: "state:Iran", caption: "" }] } }],
    ["a note on nothing", SAVE_NOTE, { note: { of: "nowhere", text: "Hm." } }],
    ["a note with a NUL", SAVE_NOTE, { note: { of: "state:Iran", text: "a\u0000b" } }],
    ["a note that is too long", SAVE_NOTE, { note: { of: "state:Iran", text: "x".repeat(20_001) } }],
  ])("is not %s", async (_, query, variables) => {
    expect(await codeOf(query, variables)).toBe("BAD_USER_INPUT");
  });

  it("is changed by writers only, and read by those who may read", async () => {
    const guarded = await serve({ host: "192.0.2.1", token: "secret", readToken: "reading" });
    const as = (token: string) => ({ Authorization: `Bearer ${token}` });
    try {
      const refused = await guarded.ask(SAVE_VIEW, { view: { name: "A", state: "{}" } }, as("reading"));
      expect(refused.errors?.[0]?.extensions?.code).toBe("FORBIDDEN");
      const saved = await guarded.ask(SAVE_VIEW, { view: { name: "A", state: "{}" } }, as("secret"));
      expect(saved.errors).toBeUndefined();
      expect((await guarded.ask("{ views { name } }", {}, as("reading"))).data.views).toEqual([{ name: "A" }]);
    } finally {
      await guarded.stop();
    }
  });
});
