/** Writing a story: which views, in which order, and what is said at each. */
import { useState } from "react";
import { Button, IconButton } from "../parts/Button.tsx";
import { FIELD } from "../parts/field.ts";
import { Modal } from "../parts/Modal.tsx";
import { showKeptDialog } from "../state/dialogs.ts";
import { fetchStory, type KeptStory, type KeptView, saveStory } from "./records.ts";
import {
  changeStep,
  type DraftStep,
  draftOf,
  inputOf,
  moveStep,
  type StoryDraft,
  withoutStep,
  withStep,
} from "./storyDraft.ts";
import { useChange, useKept } from "./useKept.ts";

interface StepProps {
  readonly step: DraftStep;
  readonly number: number;
  readonly views: readonly KeptView[];
  readonly onChange: (change: (draft: StoryDraft) => StoryDraft) => void;
}

function Step({ step, number, views, onChange }: StepProps) {
  const { key, view, caption } = step;
  return (
    <li className="rounded-lg p-2.5 shadow-[inset_0_0_0_1px_var(--line)]">
      <div className="mb-1.5 flex items-center gap-1">
        <span className="w-5 text-ink-3">{number}</span>
        <select
          aria-label={`View of step ${number}`}
          value={view}
          onChange={({ target }) => onChange((draft) => changeStep(draft, key, { view: target.value }))}
          className={`h-7 min-w-0 grow ${FIELD}`}
        >
          {views.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
        <IconButton
          icon="up"
          label={`Move step ${number} up`}
          onClick={() => onChange((draft) => moveStep(draft, key, -1))}
        />
        <IconButton
          icon="down"
          label={`Move step ${number} down`}
          onClick={() => onChange((draft) => moveStep(draft, key, 1))}
        />
        <IconButton
          icon="trash"
          label={`Leave out step ${number}`}
          onClick={() => onChange((draft) => withoutStep(draft, key))}
        />
      </div>
      <textarea
        aria-label={`What is said at step ${number}`}
        value={caption}
        rows={2}
        maxLength={10_000}
        placeholder="What is to be seen here"
        onChange={({ target }) => onChange((draft) => changeStep(draft, key, { caption: target.value }))}
        className={`w-full resize-y py-1.5 font-serif ${FIELD}`}
      />
    </li>
  );
}

/** Fetches the newest revision, so that what was written here is saved over it. */
async function saveOver(draft: StoryDraft): Promise<KeptStory> {
  const theirs = draft.id === undefined ? undefined : await fetchStory(draft.id);
  return saveStory(inputOf(theirs ? { ...draft, revision: theirs.revision } : { ...draft, id: undefined }));
}

export function StoryEditor({ story }: { readonly story: KeptStory | undefined }) {
  const [draft, setDraft] = useState(() => draftOf(story));
  const { data } = useKept();
  const { failure, busy, run } = useChange();
  const views = data?.views ?? [];
  const save = async (work: () => Promise<unknown>) => {
    if (await run(work)) showKeptDialog();
  };
  return (
    <Modal title={story ? "Edit the story" : "New story"} width="w-[620px]" onClose={showKeptDialog}>
      <input
        data-first
        value={draft.name}
        maxLength={200}
        onChange={({ target }) => setDraft({ ...draft, name: target.value })}
        aria-label="Name of the story"
        placeholder="Name of the story"
        className={`h-8 w-full ${FIELD}`}
      />
      <ol className="mt-3 flex flex-col gap-2">
        {draft.steps.map((step, i) => (
          <Step key={step.key} step={step} number={i + 1} views={views} onChange={(change) => setDraft(change)} />
        ))}
      </ol>
      <div className="mt-3 flex flex-wrap items-center gap-2">
        <Button
          look="outlined"
          icon="plus"
          disabled={views.length === 0}
          onClick={() => setDraft(withStep(draft, views[0]!.id))}
        >
          Add a step
        </Button>
        <span className="grow" />
        <Button
          look="primary"
          disabled={busy || !draft.name.trim() || draft.steps.length === 0}
          onClick={() => void save(() => saveStory(inputOf(draft)))}
        >
          Save the story
        </Button>
      </div>
      {failure && (
        <p role="alert" className="mt-2 text-danger">
          {failure.code === "CONFLICT" ? "The story was changed elsewhere since you opened it. " : failure.message}
          {failure.code === "CONFLICT" && (
            <Button look="outlined" onClick={() => void save(() => saveOver(draft))}>
              Save mine over it
            </Button>
          )}
        </p>
      )}
    </Modal>
  );
}
