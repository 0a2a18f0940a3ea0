/** Assertions counted by bins of time. */
import type { RelationType } from "../../../schema/ontology.ts";
import { toTimeline } from "../bins.ts";
import { FIRST_DAY } from "../days.ts";
import { conditionsOf } from "../filter.ts";
import type { Clock, RelationFilter, TimeBin, TimelineBin } from "../port.ts";
import type { Connection } from "./connection.ts";
import { assertionSearch, parametersOf, whereAll } from "./where.ts";

const monday = (day: string) => `toString(date.truncate('week', date(${day})))`;

/** The name of the bin that a day lies in. */
const BIN_OF: Readonly<Record<TimeBin, (day: string) => string>> = {
  DAY: (day) => day,
  WEEK: (day) => `CASE WHEN ${monday(day)} STARTS WITH '-' THEN '${FIRST_DAY}' ELSE ${monday(day)} END`,
  MONTH: (day) => `substring(${day}, 0, 7)`,
  QUARTER: (day) => `substring(${day}, 0, 4) + '-Q' + toString((toInteger(substring(${day}, 5, 2)) + 2) / 3)`,
  YEAR: (day) => `substring(${day}, 0, 4)`,
};

interface Columns {
  readonly day: string;
  /** Whether the date reaches beyond the bin that `day` lies in; null where undated. */
  readonly beyond: (binOf: (day: string) => string) => string;
}

const COLUMNS: Readonly<Record<Clock, Columns>> = {
  EVENT: {
    day: "CASE WHEN a.date STARTS WITH '..' THEN a.toDay ELSE a.fromDay END",
    beyond: (binOf) =>
      `a.date STARTS WITH '..' OR a.date ENDS WITH '..' OR ${binOf("a.fromDay")} <> ${binOf("a.toDay")}`,
  },
  PUBLICATION: { day: "a.published", beyond: () => "false" },
};

/** The bins of the assertions that pass. */
export async function timeline(
  connection: Connection,
  filter: RelationFilter,
  bin: TimeBin,
  clock: Clock,
): Promise<readonly TimelineBin[]> {
  const conditions = conditionsOf(filter);
  const { match, where } = assertionSearch(conditions);
  const { day, beyond } = COLUMNS[clock];
  const rows = await connection.read(
    `${match} ${whereAll(where)} WITH a, ${day} AS day
     WITH a.type AS type, CASE WHEN day IS NULL THEN null ELSE ${BIN_OF[bin]("day")} END AS bin,
       CASE WHEN day IS NOT NULL AND (${beyond(BIN_OF[bin])}) THEN 1 ELSE 0 END AS beyond
     RETURN bin, type, count(*), sum(beyond)`,
    parametersOf(conditions),
  );
  const counts = rows.map(([bin, type, assertions, beyond]) => ({
    bin: bin as string | null,
    type: type as RelationType,
    assertions: assertions as number,
    beyond: beyond as number,
  }));
  return toTimeline(bin, counts);
}
