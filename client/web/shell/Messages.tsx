/** What is said across the page: that the server is gone, that an address names nothing, that something was done. */
import { dismissMissing } from "../actions/edit.ts";
import { Button } from "../parts/Button.tsx";
import { Icon } from "../parts/Icon.tsx";
import { viewOf } from "../state/session.ts";
import { useExplorer } from "../state/store.ts";
import { takeNews, useHeadline } from "./useNews.ts";

function Failed() {
  const failure = useExplorer((explorer) => explorer.failure);
  const held = useExplorer(({ session }) => viewOf(session).entities.size > 0);
  if (!failure) return null;
  return (
    <div
      role="alert"
      className="pointer-events-auto flex items-center gap-3 rounded-lg bg-raised py-2 pr-2 pl-3 shadow-float"
    >
      <span className="text-danger">
        <Icon name="alert" />
      </span>
      <p className="min-w-0">
        <span className="font-medium">{failure.message}</span>{" "}
        <span className="text-ink-2">
          {held ? "What you see stays as it is." : "Nothing is lost."}
          {failure.lost && " Actant asks again by itself."}
        </span>
      </p>
      {failure.retry && (
        <Button look="outlined" onClick={failure.retry}>
          Try again
        </Button>
      )}
    </div>
  );
}

function Missing() {
  const missing = useExplorer((explorer) => explorer.missing);
  if (missing.length === 0) return null;
  return (
    <div
      role="alert"
      className="pointer-events-auto flex items-start gap-3 rounded-lg bg-raised py-2 pr-2 pl-3 shadow-float"
    >
      <p className="min-w-0 wrap-anywhere">
        <span className="font-medium">The address names what this graph does not hold: </span>
        {missing.slice(0, 3).join(", ")}
        {missing.length > 3 && ` and ${missing.length - 3} more`}.{" "}
        <span className="text-ink-2">It may have gone with its document, or be called otherwise.</span>
      </p>
      <Button look="outlined" onClick={() => document.getElementById("search")?.focus()}>
        Search
      </Button>
      <Button onClick={dismissMissing}>Dismiss</Button>
    </div>
  );
}

function News() {
  const headline = useHeadline();
  if (!headline) return null;
  return (
    <div
      role="status"
      className="pointer-events-auto flex items-center gap-2 rounded-full bg-raised py-1 pr-1 pl-3 shadow-float"
    >
      <span>{headline}</span>
      <Button look="primary" className="rounded-full" onClick={takeNews}>
        Refresh
      </Button>
    </div>
  );
}

function Notice() {
  const notice = useExplorer((explorer) => explorer.notice);
  return (
    <div role="status" aria-live="polite">
      {notice && <p className="rounded-full bg-ink px-3 py-1 text-ground shadow-float">{notice}</p>}
    </div>
  );
}

export function Messages() {
  return (
    <div className="pointer-events-none absolute right-16 bottom-4 left-4 z-30 mx-auto flex max-w-[620px] flex-col items-center gap-2">
      <Notice />
      <News />
      <Missing />
      <Failed />
    </div>
  );
}
