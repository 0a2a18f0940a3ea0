/** How a field looks in which something is typed. */
export const FIELD =
  "rounded-md bg-sunk px-2 text-ink shadow-[inset_0_0_0_1px_var(--line-strong)] placeholder:text-ink-3 focus:bg-raised focus:shadow-[inset_0_0_0_1.5px_var(--accent)] focus:outline-none";
