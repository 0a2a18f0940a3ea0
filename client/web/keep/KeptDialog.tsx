/** The dialog of what is saved on the server: views, and the stories told in them. */
import { copy } from "../actions/edit.ts";
import { openAddress } from "../actions/open.ts";
import { Button, IconButton } from "../parts/Button.tsx";
import { Modal } from "../parts/Modal.tsx";
import { Skeleton, Trouble } from "../parts/Trouble.tsx";
import { closeDialog, showStory } from "../state/dialogs.ts";
import { useExplorer } from "../state/store.ts";
import { counted } from "../text/words.ts";
import { KeptRow } from "./KeptRow.tsx";
import { deleteStory, deleteView, type KeptStory, type KeptView } from "./records.ts";
import { SaveView } from "./SaveView.tsx";
import { present } from "./telling.ts";
import { type Change, useChange, useKept } from "./useKept.ts";
import { duplicateView, forgetView, renameView } from "./views.ts";

const linkTo = (name: "view" | "story", id: string) => new URL(`/?${name}=${id}`, location.href).href;

function Views({ views, change }: { readonly views: readonly KeptView[]; readonly change: Change }) {
  const current = useExplorer(({ session }) => session.kept?.id);
  const open = (id: string) => {
    closeDialog();
    void openAddress(`?view=${id}`);
  };
  const remove = async (id: string) => {
    if (await change.run(() => deleteView(id))) forgetView(id);
  };
  return (
    <ul aria-label="Saved views">
      {views.map((view) => (
        <KeptRow
          key={view.id}
          name={view.name}
          updatedAt={view.updatedAt}
          current={view.id === current}
          onOpen={() => open(view.id)}
          onRename={(name) => void change.run(() => renameView(view, name))}
          onDelete={() => void remove(view.id)}
        >
          <IconButton
            icon="link"
            label={`Copy a link to ${view.name}`}
            onClick={() => void copy(linkTo("view", view.id), "Link")}
          />
          <IconButton
            icon="copy"
            label={`Duplicate ${view.name}`}
            onClick={() => void change.run(() => duplicateView(view))}
          />
        </KeptRow>
      ))}
    </ul>
  );
}

function Stories({ stories, change }: { readonly stories: readonly KeptStory[]; readonly change: Change }) {
  const tell = (story: KeptStory) => {
    closeDialog();
    present(story, 0);
  };
  return (
    <ul aria-label="Stories">
      {stories.map((story) => (
        <KeptRow
          key={story.id}
          name={story.name}
          about={counted(story.steps.length, "step")}
          updatedAt={story.updatedAt}
          onOpen={() => tell(story)}
          onDelete={() => void change.run(() => deleteStory(story.id))}
        >
          <IconButton
            icon="link"
            label={`Copy a link to ${story.name}`}
            onClick={() => void copy(linkTo("story", story.id), "Link")}
          />
          <IconButton icon="edit" label={`Edit ${story.name}`} onClick={() => showStory(story)} />
        </KeptRow>
      ))}
    </ul>
  );
}

function Lists({ change }: { readonly change: Change }) {
  const { data, error, refetch } = useKept();
  if (error && !data) return <Trouble title={error.message} onRetry={() => void refetch()} />;
  if (!data) return <Skeleton label="The saved views are coming" lines={4} />;
  return (
    <>
      <h3 className="mt-4 mb-1 text-small text-ink-3">Views</h3>
      {data.views.length === 0 ? (
        <p className="px-2 text-ink-2">None yet. A saved view brings back what is on the screen, places and all.</p>
      ) : (
        <Views views={data.views} change={change} />
      )}
      <div className="mt-4 mb-1 flex items-center">
        <h3 className="grow text-small text-ink-3">Stories</h3>
        <Button icon="plus" disabled={data.views.length === 0} onClick={() => showStory()}>
          New story
        </Button>
      </div>
      {data.stories.length === 0 ? (
        <p className="px-2 text-ink-2">None yet. A story leads through saved views, one after the other.</p>
      ) : (
        <Stories stories={data.stories} change={change} />
      )}
    </>
  );
}

export function KeptDialog() {
  const change = useChange();
  return (
    <Modal title="Views and stories" width="w-[620px]" onClose={closeDialog}>
      <SaveView />
      {change.failure && (
        <p role="alert" className="mt-2 text-danger">
          {change.failure.code === "CONFLICT"
            ? "It was changed elsewhere meanwhile; look again."
            : change.failure.message}
        </p>
      )}
      <Lists change={change} />
    </Modal>
  );
}
