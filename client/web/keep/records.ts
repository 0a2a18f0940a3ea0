/** What analysts keep on the server: views, stories, notes. */
import { ask } from "../data/client.ts";
import { graphql, type ResultOf, type VariablesOf } from "../data/graphql.ts";

const viewFields = graphql(`
  fragment ViewFields on View {
    id
    name
    revision
    createdAt
    updatedAt
  }
`);

const storyFields = graphql(
  `
    fragment StoryFields on Story {
      id
      name
      revision
      updatedAt
      steps {
        caption
        view {
          ...ViewFields
        }
      }
    }
  `,
  [viewFields],
);

const noteFields = graphql(`
  fragment NoteFields on Note {
    id
    of
    text
    revision
    createdAt
    updatedAt
  }
`);

const keptQuery = graphql(
  `
    query Kept {
      views {
        ...ViewFields
      }
      stories {
        ...StoryFields
      }
    }
  `,
  [viewFields, storyFields],
);

const viewQuery = graphql(
  `
    query KeptView($id: ID!) {
      view(id: $id) {
        ...ViewFields
        state
      }
    }
  `,
  [viewFields],
);

const storyQuery = graphql(
  `
    query Story($id: ID!) {
      story(id: $id) {
        ...StoryFields
      }
    }
  `,
  [storyFields],
);

const saveViewMutation = graphql(
  `
    mutation SaveView($view: ViewInput!) {
      saveView(view: $view) {
        ...ViewFields
        state
      }
    }
  `,
  [viewFields],
);

const deleteViewMutation = graphql(`
  mutation DeleteView($id: ID!) {
    deleteView(id: $id)
  }
`);

const saveStoryMutation = graphql(
  `
    mutation SaveStory($story: StoryInput!) {
      saveStory(story: $story) {
        ...StoryFields
      }
    }
  `,
  [storyFields],
);

const deleteStoryMutation = graphql(`
  mutation DeleteStory($id: ID!) {
    deleteStory(id: $id)
  }
`);

const notesQuery = graphql(
  `
    query Notes($of: [ID!]!) {
      notes(of: $of) {
        ...NoteFields
      }
    }
  `,
  [noteFields],
);

const saveNoteMutation = graphql(
  `
    mutation SaveNote($note: NoteInput!) {
      saveNote(note: $note) {
        ...NoteFields
      }
    }
  `,
  [noteFields],
);

const deleteNoteMutation = graphql(`
  mutation DeleteNote($id: ID!) {
    deleteNote(id: $id)
  }
`);

export type KeptView = ResultOf<typeof viewFields>;
export type KeptStory = ResultOf<typeof storyFields>;
export type Note = ResultOf<typeof noteFields>;
export type KeptState = NonNullable<ResultOf<typeof viewQuery>["view"]>;

type Input<Mutation, Name extends string> = VariablesOf<Mutation> extends { [N in Name]: infer I } ? I : never;

/** The names under which answers are held. */
export const KEPT = ["kept"] as const;
export const notesKey = (of: string) => ["notes", of] as const;

export const fetchKept = (signal?: AbortSignal) => ask(keptQuery, {}, signal);
export const fetchView = async (id: string) => (await ask(viewQuery, { id })).view;
export const fetchStory = async (id: string) => (await ask(storyQuery, { id })).story;
export const fetchNotes = async (of: string, signal?: AbortSignal) =>
  (await ask(notesQuery, { of: [of] }, signal)).notes;

export const saveView = async (view: Input<typeof saveViewMutation, "view">): Promise<KeptState> =>
  (await ask(saveViewMutation, { view })).saveView;
export const deleteView = (id: string) => ask(deleteViewMutation, { id });
export const saveStory = async (story: Input<typeof saveStoryMutation, "story">): Promise<KeptStory> =>
  (await ask(saveStoryMutation, { story })).saveStory;
export const deleteStory = (id: string) => ask(deleteStoryMutation, { id });
export const saveNote = async (note: Input<typeof saveNoteMutation, "note">): Promise<Note> =>
  (await ask(saveNoteMutation, { note })).saveNote;
export const deleteNote = (id: string) => ask(deleteNoteMutation, { id });
