/** What is said where something failed or nothing is to be shown: what happened, what is safe, a way on. */
import type { ReactNode } from "react";
import { Button } from "./Button.tsx";

interface TroubleProps {
  readonly title: string;
  readonly children?: ReactNode;
  readonly onRetry?: (() => void) | undefined;
}

/** A failure in the place where the answer would stand. */
export function Trouble({ title, children, onRetry }: TroubleProps) {
  return (
    <div role="alert" className="m-4 rounded-lg bg-danger-soft p-3">
      <p className="font-medium text-danger">{title}</p>
      {children && <p className="mt-1 text-ink-2">{children}</p>}
      {onRetry && (
        <Button look="outlined" className="mt-2.5" onClick={onRetry}>
          Try again
        </Button>
      )}
    </div>
  );
}

/** Grey lines where text will stand. */
export function Skeleton({ lines = 3, label }: { readonly lines?: number; readonly label: string }) {
  return (
    <div role="status" aria-label={label} className="flex flex-col gap-2 p-4">
      {Array.from({ length: lines }, (_, i) => (
        <span key={i} className="skeleton h-3.5" style={{ width: `${[94, 82, 97, 61][i % 4]}%` }} />
      ))}
    </div>
  );
}
