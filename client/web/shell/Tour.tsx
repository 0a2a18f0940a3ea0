/** One step of the tour, in a strip of its own that lies over nothing; what it speaks of is outlined. */
import { useEffect } from "react";
import { Button } from "../parts/Button.tsx";
import { endTour, goTour, STEPS, useTour } from "./tour.ts";

/** Outlines an element for as long as it is spoken of. */
function useOutline(selector: string): void {
  useEffect(() => {
    const element = document.querySelector<HTMLElement>(selector);
    element?.setAttribute("data-toured", "");
    return () => element?.removeAttribute("data-toured");
  }, [selector]);
}

function Step({ at }: { readonly at: number }) {
  const { target, title, words } = STEPS[at]!;
  useOutline(target);
  const last = at === STEPS.length - 1;
  return (
    <section
      aria-label="Tour"
      className="flex shrink-0 flex-wrap items-center gap-x-4 gap-y-1 border-b border-line bg-accent-soft px-4 py-1.5"
    >
      <p role="status" className="min-w-64 grow">
        <span className="text-ink-2">
          {at + 1} of {STEPS.length}
        </span>{" "}
        <span className="font-medium">{title}.</span> {words}
      </p>
      <div className="flex gap-1">
        {!last && <Button onClick={endTour}>Skip the tour</Button>}
        {at > 0 && <Button onClick={() => goTour(-1)}>Back</Button>}
        <Button look="primary" onClick={() => goTour(1)}>
          {last ? "Done" : "Next"}
        </Button>
      </div>
    </section>
  );
}

export function Tour() {
  const { step } = useTour();
  return <Step key={step} at={Math.min(step, STEPS.length - 1)} />;
}
