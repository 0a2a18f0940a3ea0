/** A part of the rail that unfolds when it is wanted. It stays open while it filters. */
import { type ReactNode, useId, useState } from "react";
import { Icon } from "../parts/Icon.tsx";

interface FoldProps {
  readonly title: string;
  /** How many filters of it hold. */
  readonly active: number;
  readonly children: ReactNode;
}

export function Fold({ title, active, children }: FoldProps) {
  const [open, setOpen] = useState(active > 0);
  const content = useId();
  return (
    <section aria-label={title} className="px-2">
      <h2>
        <button
          type="button"
          aria-expanded={open}
          aria-controls={content}
          onClick={() => setOpen(!open)}
          className="flex h-7 w-full items-center gap-2 rounded-md px-2 text-left text-small font-medium text-ink-2 hover:bg-hover hover:text-ink"
        >
          <span className="grow">{title}</span>
          {active > 0 && (
            <span className="rounded-full bg-accent px-1.5 text-[11px] leading-4 text-accent-ink">{active}</span>
          )}
          <Icon name={open ? "down" : "right"} size={12} />
        </button>
      </h2>
      <div id={content} hidden={!open} className="pb-2">
        {open && children}
      </div>
    </section>
  );
}
