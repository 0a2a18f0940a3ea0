/** Assertions counted by bins of time. */
import { type BinCount, toTimeline } from "../bins.ts";
import { FIRST_DAY } from "../days.ts";
import { conditionsOf } from "../filter.ts";
import type { Clock, RelationFilter, TimeBin, TimelineBin } from "../port.ts";
import type { Aside } from "./aside.ts";
import { passingAssertions } from "./passing.ts";

/** The name of the bin that a day lies in. */
const BIN_OF: Readonly<Record<TimeBin, (day: string) => string>> = {
  DAY: (day) => day,
  WEEK: (day) => `max('${FIRST_DAY}', date(${day}, 'weekday 0', '-6 days'))`,
  MONTH: (day) => `substr(${day}, 1, 7)`,
  QUARTER: (day) => `substr(${day}, 1, 4) || '-Q' || ((CAST(substr(${day}, 6, 2) AS INTEGER) + 2) / 3)`,
  YEAR: (day) => `substr(${day}, 1, 4)`,
};

interface Columns {
  readonly day: string;
  /** Whether the date reaches beyond the bin that `day` lies in; 0 or 1. */
  readonly beyond: (binOf: (day: string) => string) => string;
}

const OPEN = "(substr(a.date, 1, 2) = '..' OR substr(a.date, -2) = '..')";

const COLUMNS: Readonly<Record<Clock, Columns>> = {
  EVENT: {
    day: "iif(substr(a.date, 1, 2) = '..', a.to_day, a.from_day)",
    beyond: (binOf) => `ifnull(${OPEN} OR ${binOf("a.from_day")} <> ${binOf("a.to_day")}, 0)`,
  },
  PUBLICATION: { day: "nullif(a.published, '')", beyond: () => "0" },
};

export async function timeline(
  aside: Aside,
  filter: RelationFilter,
  bin: TimeBin,
  clock: Clock,
): Promise<TimelineBin[]> {
  const { text, values } = passingAssertions(conditionsOf(filter));
  const { day, beyond } = COLUMNS[clock];
  const counts = await aside.all<BinCount>(
    `SELECT bin, type, count(*) AS assertions, sum(beyond) AS beyond FROM (
       SELECT ${BIN_OF[bin](day)} AS bin, r.type, ${beyond(BIN_OF[bin])} AS beyond ${text}
     ) GROUP BY bin, type`,
    values,
  );
  return toTimeline(bin, counts);
}
