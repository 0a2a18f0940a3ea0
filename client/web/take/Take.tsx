/** The dialog in which what is displayed is taken away: exactly that, with its sources. */
import { useState } from "react";
import type { Geometry } from "../canvas/stage.ts";
import { Failure } from "../data/client.ts";
import { Modal } from "../parts/Modal.tsx";
import { closeDialog } from "../state/dialogs.ts";
import { describe } from "./displayed.ts";
import { type Taking, type TakingGroup, TAKINGS } from "./takings.ts";

interface State {
  readonly busy: string | undefined;
  readonly done: string | undefined;
  readonly failed: string | undefined;
}

const IDLE: State = { busy: undefined, done: undefined, failed: undefined };

function useTaking(geometry: () => Geometry | undefined) {
  const [state, setState] = useState(IDLE);
  const take = async ({ label, take: work }: Taking) => {
    const places = geometry();
    if (!places) return setState({ ...IDLE, failed: "The canvas is not open yet; try again in a moment." });
    setState({ ...IDLE, busy: label });
    try {
      await work(places);
      setState({ ...IDLE, done: label });
    } catch (error) {
      const why = error instanceof Failure ? error.message : "The browser could not make the file.";
      setState({ ...IDLE, failed: `${label}: ${why}` });
    }
  };
  return { state, take };
}

interface GroupProps {
  readonly group: TakingGroup;
  readonly state: State;
  readonly onTake: (taking: Taking) => void;
}

function Group({ group, state, onTake }: GroupProps) {
  return (
    <section className="mt-3 first:mt-0">
      <h3 className="mb-1 text-small text-ink-3">{group.name}</h3>
      <ul className="grid grid-cols-2 gap-1.5 max-[900px]:grid-cols-1">
        {group.takings.map((taking) => (
          <li key={taking.label}>
            <button
              type="button"
              disabled={state.busy !== undefined}
              onClick={() => onTake(taking)}
              className="flex w-full flex-col rounded-md px-3 py-2 text-left shadow-[inset_0_0_0_1px_var(--line)] transition-colors hover:bg-hover disabled:opacity-50"
            >
              <span className="font-medium">{state.busy === taking.label ? `${taking.label} …` : taking.label}</span>
              <span className="text-small text-ink-2">{taking.hint}</span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** `geometry` tells where things are on the canvas, once it is open. */
export function Take({ geometry }: { readonly geometry: () => Geometry | undefined }) {
  const { state, take } = useTaking(geometry);
  const { title, notes } = describe();
  return (
    <Modal
      title="Take away what is displayed"
      description={`${title}. ${notes.slice(0, -1).join(" ")}`}
      onClose={closeDialog}
    >
      {TAKINGS.map((group) => (
        <Group key={group.name} group={group} state={state} onTake={(taking) => void take(taking)} />
      ))}
      <p role="status" className="mt-3 min-h-5 text-small text-ink-2">
        {state.failed && <span className="text-danger">{state.failed}</span>}
        {state.done && `${state.done} is ready.`}
      </p>
    </Modal>
  );
}
