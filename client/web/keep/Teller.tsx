/** The bar with which a story is told: what is said at this step, and the way to the next. */
import { Button, IconButton } from "../parts/Button.tsx";
import { endStory, turn, useTelling } from "./telling.ts";

export function Teller() {
  const { story, step } = useTelling();
  const shown = story?.steps[step];
  if (!story || !shown) return null;
  const last = step === story.steps.length - 1;
  return (
    <section
      aria-label={`Story: ${story.name}`}
      className="flex max-h-[40%] shrink-0 items-start gap-4 overflow-y-auto border-t border-line bg-raised px-5 py-3.5"
    >
      <div className="min-w-0 grow">
        <p className="text-small text-ink-3">
          {story.name} · {step + 1} of {story.steps.length}
          {shown.view ? ` · ${shown.view.name}` : " · its view was deleted"}
        </p>
        <p aria-live="polite" className="mt-1 max-w-[72ch] font-serif text-quote whitespace-pre-wrap wrap-anywhere">
          {shown.caption}
        </p>
      </div>
      <div className="flex shrink-0 items-center gap-1.5">
        <Button look="outlined" disabled={step === 0} onClick={() => turn(-1)}>
          Back
        </Button>
        <Button look="primary" onClick={last ? endStory : () => turn(1)}>
          {last ? "End" : "Next"}
        </Button>
        <IconButton icon="close" label="End the story" onClick={endStory} />
      </div>
    </section>
  );
}
