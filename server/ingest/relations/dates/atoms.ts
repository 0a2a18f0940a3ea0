/** The single dates that a text names, before intervals and prepositions are looked at. */
import { daysInMonth } from "../../../../schema/edtf.ts";
import { type Day, formatDay, formatMonth, isBefore, plusDays, plusMonths, third, week, weekday } from "./calendar.ts";

/** Whether an undated month or weekday lies before or after the publication. */
export type Direction = "past" | "future";

/** A date that a text names. `resolve` takes the year of a neighbour where the text gives it only once. */
export interface Atom {
  readonly start: number;
  readonly end: number;
  readonly year?: number | undefined;
  /** It is counted from the day that the text spoke of last: "two days later". */
  readonly relative?: boolean;
  resolve(published: Day, direction: Direction, year?: number): string;
}

const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
const WEEKDAYS = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];
const MONTH =
  "(January|February|March|April|May|June|July|August|September|October|November|December|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec)\\.?";
const NUMBER = "(\\d{1,2})(?:st|nd|rd|th)?";
const YEAR = "((?:19|20)\\d{2})";
const DASH = "\\s*(?:–|—|-|to|and|through|until)\\s*";
const WEEKDAY = "(Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)";
const COUNT = "(\\d{1,3}|a|an|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)";
const COUNTS = ["", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"];
const BEFORE_BARE =
  "(?<=\\b(?:in|since|until|till|by|of|last|this|next|from|late|early|mid|to|and|before|after|through|during|between|around|every|for|as|on|[Ii]n|[Ss]ince|[Uu]ntil|[Bb]y|[Ff]rom|[Bb]etween|[Dd]uring)[ -]|[-–(] ?)";

type Build = (groups: (string | undefined)[]) => Omit<Atom, "start" | "end">;
interface Rule {
  readonly pattern: RegExp;
  readonly build: Build;
}

const monthOf = (name = "") => MONTHS.indexOf(name.slice(0, 3).toLowerCase()) + 1;
const yearOf = (text: string | undefined) => (text ? Number(text) : undefined);
const countOf = (text = "") => (/^an?$/i.test(text) ? 1 : Number(text) || COUNTS.indexOf(text.toLowerCase()));
const fixed = (resolve: (published: Day) => string): Omit<Atom, "start" | "end"> => ({ resolve });

/** The year in which a month and day without one last came, or next comes. */
function guessYear(published: Day, direction: Direction, month: number, day?: number): number {
  const { year } = published;
  if (direction === "past") {
    const then = { year, month, day: day ?? 1 };
    return isBefore(published, then) ? year - 1 : year;
  }
  const then = { year, month, day: day ?? daysInMonth(year, month) };
  return isBefore(then, published) ? year + 1 : year;
}

function dayAtom(month: number, day: number, year: number | undefined): Omit<Atom, "start" | "end"> {
  return {
    year,
    resolve: (published, direction, near) => {
      const y = year ?? near ?? guessYear(published, direction, month, day);
      return day >= 1 && day <= daysInMonth(y, month) ? formatDay({ year: y, month, day }) : "";
    },
  };
}

const daysAtom = (month: number, from: number, to: number, year: number | undefined): Omit<Atom, "start" | "end"> => ({
  year,
  resolve: (published, direction, near) => {
    const y = year ?? near ?? guessYear(published, direction, month, to);
    if (from < 1 || to > daysInMonth(y, month) || from > to) return "";
    return `${formatDay({ year: y, month, day: from })}/${formatDay({ year: y, month, day: to })}`;
  },
});

const monthAtom = (month: number, year: number | undefined, part?: string): Omit<Atom, "start" | "end"> => ({
  year,
  resolve: (published, direction, near) => {
    const y = year ?? near ?? guessYear(published, direction, month);
    return part ? third(y, month, part) : formatMonth(y, month);
  },
});

const yearAtom = (year: number): Omit<Atom, "start" | "end"> => ({ year, resolve: () => String(year) });

const weekdayAtom = (name: string, which: string): Omit<Atom, "start" | "end"> => ({
  resolve: (published, direction) => {
    const wanted = WEEKDAYS.indexOf(name.slice(0, 3).toLowerCase());
    const back = (weekday(published) - wanted + 7) % 7;
    const ahead = (7 - back) % 7;
    if (which === "next") return formatDay(plusDays(published, ahead || 7));
    if (which === "last") return formatDay(plusDays(published, -(back || 7)));
    return formatDay(plusDays(published, direction === "future" ? ahead : -back));
  },
});

const weekendAtom = (which: string): Omit<Atom, "start" | "end"> => ({
  resolve: (published, direction) => {
    const ahead = which === "next" || (which !== "last" && direction === "future");
    const toSaturday = (5 - weekday(published) + 7) % 7;
    const start = plusDays(published, ahead || weekday(published) === 5 ? toSaturday : toSaturday - 7);
    return `${formatDay(start)}/${formatDay(plusDays(start, 1))}`;
  },
});

const OFFSETS: Readonly<Record<string, number>> = { last: -1, past: -1, previous: -1, this: 0, next: 1, coming: 1 };

function unitAtom(which: string, unit: string, part?: string): Omit<Atom, "start" | "end"> {
  const offset = OFFSETS[which.toLowerCase()] ?? 0;
  return fixed((published) => {
    if (unit === "week") return week(published, offset);
    if (unit === "year") return String(published.year + offset);
    const { year, month } = plusMonths(published, offset);
    return part ? third(year, month, part) : formatMonth(year, month);
  });
}

function agoAtom(count: number, unit: string): Omit<Atom, "start" | "end"> {
  return fixed((published) => {
    if (unit === "day") return formatDay(plusDays(published, -count));
    if (unit === "week") return week(published, -count);
    if (unit === "year") return String(published.year - count);
    const { year, month } = plusMonths(published, -count);
    return formatMonth(year, month);
  });
}

/** "two days later", "a week earlier": counted from a day that the text has named. */
const offsetAtom = (count: number, unit: string): Omit<Atom, "start" | "end"> => ({
  relative: true,
  resolve: (from) => agoAtom(-count, unit).resolve(from, "past"),
});

const seasonAtom = (name: string, year: number): Omit<Atom, "start" | "end"> => {
  const number = { spring: 21, summer: 22, autumn: 23, fall: 23, winter: 24 }[name.toLowerCase()] ?? 21;
  return { year, resolve: () => `${year}-${number}` };
};

const relativeDay = (word: string): number => {
  if (/^yesterday|^last night/i.test(word)) return -1;
  return /^tomorrow/i.test(word) ? 1 : 0;
};

const part = (word: string | undefined) =>
  word
    ?.toLowerCase()
    .replace("middle", "mid")
    .replace("beginning", "early")
    .replace("start", "early")
    .replace("end", "late");
const rule = (pattern: string, build: Build, flags = "g"): Rule => ({ pattern: new RegExp(pattern, flags), build });

/** In order: what an earlier rule has taken, a later one does not see. */
const RULES: readonly Rule[] = [
  rule("\\b((?:19|20)\\d{2})-(\\d{2})-(\\d{2})\\b", ([, y, m, d]) => dayAtom(Number(m), Number(d), Number(y))),
  rule(`\\b${NUMBER}${DASH}${NUMBER}(?: of)? ${MONTH}(?:,? ${YEAR})?\\b`, ([, a, b, m, y]) =>
    daysAtom(monthOf(m), Number(a), Number(b), yearOf(y)),
  ),
  rule(`\\b${MONTH} ${NUMBER}${DASH}${NUMBER}\\b(?:,? ${YEAR}\\b)?(?! ?[A-Z])`, ([, m, a, b, y]) =>
    daysAtom(monthOf(m), Number(a), Number(b), yearOf(y)),
  ),
  rule(
    `\\b${NUMBER}(?: of)? ${MONTH}(?:,? ${YEAR})?(?![\\p{L}\\d])`,
    ([, d, m, y]) => dayAtom(monthOf(m), Number(d), yearOf(y)),
    "gu",
  ),
  rule(`\\b${MONTH} ${NUMBER}\\b(?!\\d)(?:,? ${YEAR}\\b)?`, ([, m, d, y]) => dayAtom(monthOf(m), Number(d), yearOf(y))),
  rule(
    `\\b(?:the )?(early|mid|late|middle|beginning|start|end)(?: of |[- ])${MONTH}(?:,? (?:of )?${YEAR})?(?![\\p{L}])`,
    ([, p, m, y]) => monthAtom(monthOf(m), yearOf(y), part(p)),
    "giu",
  ),
  rule(`\\b${MONTH}(?: of)?,? ${YEAR}\\b`, ([, m, y]) => monthAtom(monthOf(m), yearOf(y))),
  rule(`\\b(?:earlier |later )?(last|this|next|on|On|Last|Next|This)? ?${WEEKDAY}\\b`, ([, which, name]) =>
    weekdayAtom(name ?? "", which?.toLowerCase() ?? ""),
  ),
  rule(
    "\\b(today|yesterday|tomorrow|tonight|last night|this morning|this afternoon|this evening|overnight)\\b",
    ([, word = ""]) => fixed((published) => formatDay(plusDays(published, relativeDay(word)))),
    "gi",
  ),
  rule(
    "\\b(?:(last|this|next|past|coming) |the |at the |over the )weekend\\b",
    ([, which]) => weekendAtom(which?.toLowerCase() ?? ""),
    "gi",
  ),
  rule(`\\b(last|next|this) ${MONTH}(?![\\p{L}])`, ([, , m]) => monthAtom(monthOf(m), undefined), "gu"),
  rule(
    "\\b(early|late|mid|earlier|later)?[- ]?(last|this|next|the past|the previous|the coming) (week|month|year)\\b",
    ([, p, which, unit]) =>
      unitAtom(
        which?.replace("the ", "") ?? "",
        unit ?? "",
        p && !p.endsWith("er") && unit === "month" ? part(p) : undefined,
      ),
    "gi",
  ),
  rule(`\\b${COUNT} (day|week|month|year)s? ago\\b`, ([, count, unit]) => agoAtom(countOf(count), unit ?? ""), "gi"),
  rule(
    `\\b${COUNT} (day|week|month|year)s? (earlier|before(?! \\w)|later|after that|afterwards?)\\b`,
    ([, count, unit, which]) =>
      offsetAtom(countOf(count) * (/^(?:earlier|before)$/i.test(which ?? "") ? -1 : 1), unit ?? ""),
    "gi",
  ),
  rule("\\b(?:[Oo]n )?(?:the|that) same (?:day|night|evening|morning)\\b|\\b(?:on |On )?that (?:day|night)\\b", () =>
    offsetAtom(0, "day"),
  ),
  rule(
    "\\b[Tt]he (?:next|following) (?:day|morning|night)\\b|\\b(?:the|The) day after(?=[,.]| \\p{Lu})",
    () => offsetAtom(1, "day"),
    "gu",
  ),
  rule("\\b(?:the|The) (?:previous day|day before)(?=[,.]| \\p{Lu})", () => offsetAtom(-1, "day"), "gu"),
  rule(
    `\\b(?:the )?(spring|summer|autumn|fall|winter)(?: of|,)? ${YEAR}\\b`,
    ([, s, y]) => seasonAtom(s ?? "", Number(y)),
    "gi",
  ),
  rule(
    "\\b(?:the )?(first|second) half of ((?:19|20)\\d{2})\\b",
    ([, half, y]) => fixed(() => (half?.toLowerCase() === "first" ? `${y}-01/${y}-06` : `${y}-07/${y}-12`)),
    "gi",
  ),
  rule("\\b(?:the )?((?:19|20)\\d0)s\\b", ([, y]) => fixed(() => `${y}/${Number(y) + 9}`)),
  rule(`${BEFORE_BARE}(?:early |late |mid-?)?${YEAR}(?![\\d%]|[,.]\\d| (?:people|soldiers|troops|men))`, ([, y]) =>
    yearAtom(Number(y)),
  ),
  rule(`${BEFORE_BARE}${MONTH}(?![\\p{L}]|'s|’s)`, ([, m]) => monthAtom(monthOf(m), undefined), "gu"),
];

const free = (taken: readonly Atom[], start: number, end: number) =>
  taken.every((a) => end <= a.start || a.end <= start);

/** All single dates in a text, in its order. */
export function atomsIn(text: string): Atom[] {
  const found: Atom[] = [];
  for (const { pattern, build } of RULES)
    for (const match of text.matchAll(pattern)) {
      const lead = match[0].length - match[0].trimStart().length;
      const start = match.index + lead;
      const end = match.index + match[0].trimEnd().length;
      if (free(found, start, end)) found.push({ ...build([...match]), start, end });
    }
  return found.toSorted((a, b) => a.start - b.start);
}
