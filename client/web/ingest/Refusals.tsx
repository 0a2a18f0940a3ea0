/** What could not be read, member by member, in the words of who tried. */
import type { Refusal } from "../state/queue.ts";

export function Refusals({ refused }: { readonly refused: readonly Refusal[] }) {
  if (refused.length === 0) return null;
  return (
    <div role="alert" aria-label="Not read" className="mt-2 rounded-md bg-danger-soft px-3 py-2">
      <ul className="max-h-48 overflow-y-auto">
        {refused.map(({ where, reason }) => (
          <li key={where + reason} className="py-0.5 wrap-anywhere">
            <span className="font-medium text-danger">{where}</span>{" "}
            <span className="text-ink-2 first-letter:uppercase">{reason}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}
