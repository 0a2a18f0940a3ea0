/** While the other end of a path is to be chosen: what to do, and the way out. */
import { Button } from "../parts/Button.tsx";
import { useView } from "../state/store.ts";
import { dropQuestion, useQuestion } from "./question.ts";

export function Invitation() {
  const { entities } = useView();
  const begun = useQuestion((question) => question.begun);
  if (begun === undefined) return null;
  return (
    <div
      role="status"
      className="absolute top-3 left-1/2 z-20 flex -translate-x-1/2 items-center gap-3 rounded-lg bg-raised py-1.5 pr-1.5 pl-3.5 shadow-float"
    >
      <span>
        From <span className="font-medium">{entities.get(begun)?.name ?? begun}</span> to whom? Click an actor, or
        search.
      </span>
      <Button onClick={dropQuestion}>Never mind</Button>
    </div>
  );
}
