/** Saving what is on the screen: under a new name, or into the view that it came from. */
import { useState } from "react";
import { openAddress } from "../actions/open.ts";
import { Button } from "../parts/Button.tsx";
import { FIELD } from "../parts/field.ts";
import { isChanged } from "../state/keeping.ts";
import type { Kept } from "../state/session.ts";
import { useExplorer } from "../state/store.ts";
import { type Change, useChange } from "./useKept.ts";
import { replaceTheirs, saveAs, saveChanges } from "./views.ts";

function Conflict({ kept, change }: { readonly kept: Kept; readonly change: Change }) {
  const open = () => {
    change.dismiss();
    void openAddress(`?view=${kept.id}`);
  };
  return (
    <div role="alert" className="mt-2 rounded-lg bg-danger-soft p-3">
      <p className="font-medium text-danger">“{kept.name}” was changed elsewhere since you opened it.</p>
      <p className="mt-0.5 text-ink-2">Nothing of yours is lost, and nothing of theirs was overwritten.</p>
      <div className="mt-2 flex flex-wrap gap-1.5">
        <Button look="outlined" onClick={() => void change.run(() => saveAs(`${kept.name} (mine)`))}>
          Save mine as a new view
        </Button>
        <Button look="outlined" onClick={() => void change.run(() => replaceTheirs(kept))}>
          Replace theirs
        </Button>
        <Button look="outlined" onClick={open}>
          Open theirs
        </Button>
      </div>
    </div>
  );
}

function Current({ kept, change }: { readonly kept: Kept; readonly change: Change }) {
  const changed = useExplorer(({ session }) => isChanged(session));
  return (
    <div className="mb-2 flex items-center gap-2">
      <p className="min-w-0 grow truncate">
        <span className="font-medium">{kept.name}</span>{" "}
        <span className="text-ink-3">{changed ? "changed since it was saved" : "as it was saved"}</span>
      </p>
      <Button
        look="primary"
        disabled={!changed || change.busy}
        onClick={() => void change.run(() => saveChanges(kept))}
      >
        Save changes
      </Button>
    </div>
  );
}

export function SaveView() {
  const kept = useExplorer(({ session }) => session.kept);
  const [name, setName] = useState("");
  const change = useChange();
  const save = async () => {
    if (await change.run(() => saveAs(name.trim()))) setName("");
  };
  return (
    <section className="border-b border-line pb-4">
      {kept && <Current kept={kept} change={change} />}
      <form
        className="flex gap-2"
        onSubmit={(event) => {
          event.preventDefault();
          if (name.trim()) void save();
        }}
      >
        <input
          data-first
          value={name}
          maxLength={200}
          onChange={(event) => setName(event.target.value)}
          aria-label="Name of the view"
          placeholder={kept ? "Save as a new view, named …" : "Save this view, named …"}
          className={`h-8 min-w-0 grow ${FIELD}`}
        />
        <Button
          look={kept ? "outlined" : "primary"}
          className="h-8"
          type="submit"
          disabled={!name.trim() || change.busy}
        >
          Save
        </Button>
      </form>
      {kept && change.failure?.code === "CONFLICT" && <Conflict kept={kept} change={change} />}
      {change.failure && change.failure.code !== "CONFLICT" && (
        <p role="alert" className="mt-2 text-danger">
          {change.failure.message}
        </p>
      )}
    </section>
  );
}
