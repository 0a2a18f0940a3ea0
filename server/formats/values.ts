/** Values of metadata in the form in which the model keeps them. */

const LONGEST = 300;

/** One line without controls, or undefined where nothing is left of it. */
export function lineOf(value: string): string | undefined {
  const line = value
    .toWellFormed()
    .replaceAll(/[\p{Cc}\s]+/gu, " ")
    .trim();
  return line === "" ? undefined : line.slice(0, LONGEST).toWellFormed();
}

const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
const pad = (value: number) => String(value).padStart(2, "0");

function day(year: number, month: number, date: number): string | undefined {
  const time = new Date(Date.UTC(year, month - 1, date));
  const holds = year >= 1000 && time.getUTCMonth() === month - 1 && time.getUTCDate() === date;
  return holds ? `${year}-${pad(month)}-${pad(date)}` : undefined;
}

const FORMS: readonly (readonly [RegExp, (parts: readonly string[]) => string | undefined])[] = [
  [/^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?!\d)/, ([, y, m, d]) => day(Number(y), Number(m), Number(d))],
  [/^(\d{4})(\d{2})(\d{2})(?!\d)/, ([, y, m, d]) => day(Number(y), Number(m), Number(d))],
  [/(?:^|\s)(\d{1,2})(?:st|nd|rd|th)?\s+([a-z]{3})[a-z]*\.?,?\s+(\d{4})/i, ([, d, m, y]) => named(y, m, d)],
  [/(?:^|\s)([a-z]{3})[a-z]*\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})/i, ([, m, d, y]) => named(y, m, d)],
];

const named = (y?: string, m = "", d?: string) => day(Number(y), MONTHS.indexOf(m.toLowerCase()) + 1, Number(d));

/**
 * The day that a time stamp or a written date names, YYYY-MM-DD: as its author's clock had it, whatever the zone.
 * Undefined for what names none, and for 5/6/2024, which names two.
 */
export function dayOf(value: unknown): string | undefined {
  if (typeof value !== "string") return undefined;
  const text = value.trim().slice(0, 100);
  for (const [form, read] of FORMS) {
    const parts = form.exec(text);
    if (parts) return read(parts);
  }
  return undefined;
}
