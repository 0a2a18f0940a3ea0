/** Doing something that the server must answer: the screen stays, says that it waits, and says what failed. */
import { Failure } from "../data/client.ts";
import { useExplorer } from "../state/store.ts";

const NOTICE_MS = 2_600;
let latest = 0;
let clearing: ReturnType<typeof setTimeout> | undefined;

/** Says something for a moment. */
export function notify(notice: string): void {
  clearTimeout(clearing);
  useExplorer.setState({ notice });
  clearing = setTimeout(() => useExplorer.setState({ notice: undefined }), NOTICE_MS);
}

/** Runs `work`; when something else was begun meanwhile, its answer is dropped. Failures can be tried again. */
export async function attempt<T>(work: () => Promise<T>, then: (answer: T) => void): Promise<void> {
  latest += 1;
  const mine = latest;
  useExplorer.setState({ busy: true });
  try {
    const answer = await work();
    if (mine !== latest) return;
    useExplorer.setState({ busy: false, failure: undefined });
    then(answer);
  } catch (error) {
    if (mine !== latest) return;
    const { message, lost } = error instanceof Failure ? error : new Failure(String(error), false);
    useExplorer.setState({ busy: false, failure: { message, lost, retry: () => void attempt(work, then) } });
  }
}
