/** Keeps the judgement of the server in step with filters and view; the old one stays on the screen until the new one is there. */
import { Failure } from "../data/client.ts";
import { judge } from "../data/judgement.ts";
import { type Filters, isAsked } from "../state/filters.ts";
import { filtersOf, viewOf } from "../state/session.ts";
import { useExplorer } from "../state/store.ts";
import type { View } from "../state/view.ts";

interface Question {
  readonly filters: Filters;
  readonly relations: View["relations"];
}

let asked: Question | undefined;
let running: AbortController | undefined;

async function put(question: Question): Promise<void> {
  running?.abort();
  asked = question;
  const mine = new AbortController();
  running = mine;
  try {
    const judgement = await judge(question.filters, [...question.relations.keys()], mine.signal);
    if (running === mine)
      useExplorer.setState(({ failure }) => ({ judgement, failure: failure?.filters ? undefined : failure }));
  } catch (error) {
    if (running !== mine) return;
    const { message, lost } = error instanceof Failure ? error : new Failure(String(error), false);
    useExplorer.setState({ failure: { message, lost, filters: true, retry: () => void put(question) } });
  }
}

function follow(): void {
  const { session } = useExplorer.getState();
  const [filters, { relations }] = [filtersOf(session), viewOf(session)];
  if (filters === asked?.filters && relations === asked.relations) return;
  if (isAsked(filters)) {
    void put({ filters, relations });
    return;
  }
  running?.abort();
  [running, asked] = [undefined, undefined];
  if (useExplorer.getState().judgement) useExplorer.setState({ judgement: undefined });
}

/** Listens until the answer is called. */
export function followFilters(): () => void {
  follow();
  return useExplorer.subscribe(follow);
}
