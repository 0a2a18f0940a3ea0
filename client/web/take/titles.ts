/** How what is displayed is called. Pure but for the day. */

/** The day by this machine's clock, YYYY-MM-DD. */
export const today = (): string => {
  const now = new Date();
  const [month, day] = [now.getMonth() + 1, now.getDate()].map((n) => String(n).padStart(2, "0"));
  return `${now.getFullYear()}-${month}-${day}`;
};

const MOST_NAMES = 3;

/** "Iran, Iraq and 3 more": whom the view is about. */
export function titleOf(names: readonly string[]): string {
  if (names.length === 0) return "Actant";
  const more = names.length - MOST_NAMES;
  if (more > 0) return `${names.slice(0, MOST_NAMES).join(", ")} and ${more} more`;
  return names.length === 1 ? names[0]! : `${names.slice(0, -1).join(", ")} and ${names.at(-1)!}`;
}
