/** What is in view and what is not, said in figures: nothing is cut in silence. Chips for the filters that hold. */
import { Chips } from "../rail/Chips.tsx";
import { useView, useVisible } from "../state/store.ts";
import { totalEdges } from "../state/view.ts";
import { counted, figure } from "../text/words.ts";

/** "148 of 1,234 edges shown": all that were asked for, or how many of them. */
function shownOf(shown: number, held: number, total: number): string {
  if (shown >= Math.max(held, total)) return counted(shown, "edge");
  const cut = total > held && shown === held ? ", the heaviest" : "";
  return `${figure(shown)} of ${counted(Math.max(held, total), "edge")} shown${cut}`;
}

export function InView() {
  const view = useView();
  const { entities, relations } = useVisible();
  if (view.entities.size === 0) return null;
  return (
    <div className="pointer-events-none absolute top-3 left-3 z-10 flex max-w-[calc(100%-1.5rem)] flex-wrap items-center gap-1.5">
      <p role="status" className="rounded-full bg-surface/85 px-2.5 py-0.5 text-small text-ink-2 backdrop-blur-sm">
        {view.start && "Where most is said · "}
        {counted(entities.length, "actor")} · {shownOf(relations.length, view.relations.size, totalEdges(view))}
      </p>
      <Chips />
    </div>
  );
}
