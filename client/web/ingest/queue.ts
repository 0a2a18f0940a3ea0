/** The queue of documents on their way in, worked off one by one; it goes on whatever dialog is open or shut. */
import { create } from "zustand";
import { addDocuments } from "../actions/grow.ts";
import { Failure } from "../data/client.ts";
import { renew } from "../data/news.ts";
import type { DocumentId } from "../../../schema/ids.ts";
import { ghostsOver } from "../state/preview.ts";
import * as pure from "../state/queue.ts";
import { viewOf } from "../state/session.ts";
import { useExplorer } from "../state/store.ts";
import { look, read, type Source } from "./give.ts";

export const useQueue = create<{ readonly items: pure.Queue }>(() => ({ items: [] }));

const sources = new Map<number, Source>();
let given = 0;
let working = false;

const change = (next: (queue: pure.Queue) => pure.Queue): void =>
  useQueue.setState(({ items }) => ({ items: next(items) }));

/** Up to so many edges come into the view by themselves when they have been read; more wait to be asked for. */
const SHOWN_AT_ONCE = 160;

async function bringIntoView({ documents }: Extract<pure.Stage, { is: "read" }>): Promise<void> {
  const ids: DocumentId[] = documents.filter(({ relationCount }) => relationCount > 0).map(({ id }) => id);
  const edges = documents.reduce((sum, { relationCount }) => sum + relationCount, 0);
  if (ids.length > 0 && edges <= SHOWN_AT_ONCE) await addDocuments(ids);
}

async function workOn({ key, stage }: pure.Item): Promise<void> {
  const accepted = stage.is === "accepted";
  const source = sources.get(key);
  if (!source) return;
  change((queue) => pure.advance(queue, key, { is: accepted ? "reading" : "looking" }));
  try {
    const outcome = await (accepted ? read(source) : look(source));
    change((queue) => pure.advance(queue, key, outcome));
    if (outcome.is !== "read") return;
    sources.delete(key);
    renew();
    await bringIntoView(outcome);
  } catch (error) {
    const { message, lost } = error instanceof Failure ? error : new Failure(String(error), false);
    change((queue) => pure.advance(queue, key, { is: "failed", message, lost, accepted }));
  }
}

async function work(): Promise<void> {
  if (working) return;
  working = true;
  for (let item = pure.next(useQueue.getState().items); item; item = pure.next(useQueue.getState().items))
    await workOn(item);
  working = false;
}

/** Gives some texts or files: to be looked at first, or read unseen. Answers with their keys. */
export function give(all: readonly Source[], accepted: boolean): number[] {
  const keys = all.map((source) => {
    given += 1;
    sources.set(given, source);
    const name = source.is === "file" ? source.file.name : source.about.title.trim() || "The text you typed";
    const key = given;
    change((queue) => pure.enqueue(queue, key, name, accepted));
    return key;
  });
  void work();
  return keys;
}

export function accept(key?: number): void {
  change((queue) => pure.accept(queue, key));
  void work();
}

export function retry(key: number): void {
  change((queue) => pure.retry(queue, key));
  void work();
}

export function discard(key: number): void {
  sources.delete(key);
  change((queue) => pure.discard(queue, key));
}

/** Forgets what is done with. */
export const tidy = (): void => change((queue) => queue.filter(({ stage }) => stage.is !== "read"));

/** Lays what has been looked at over the view, for as long as it waits for a decision; until the answer is called. */
export function followGhosts(): () => void {
  const lay = () => {
    const ghosts = ghostsOver(viewOf(useExplorer.getState().session), pure.portionsOf(useQueue.getState().items));
    if (ghosts !== useExplorer.getState().ghosts) useExplorer.setState({ ghosts });
  };
  let view = viewOf(useExplorer.getState().session);
  const unfollow = [
    useQueue.subscribe(lay),
    useExplorer.subscribe(({ session }) => {
      if (viewOf(session) === view) return;
      view = viewOf(session);
      lay();
    }),
  ];
  return () => unfollow.forEach((stop) => stop());
}
