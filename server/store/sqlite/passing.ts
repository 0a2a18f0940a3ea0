/** The assertions that pass a filter, as a source of aggregates. */
import type { Conditions } from "../filter.ts";
import type { Sql } from "./keyset.ts";
import { assertionPasses, beginsWithEdges } from "./where.ts";

/** `FROM … WHERE …` of the assertions `a`, each with its edge `r`, that pass. */
export function passingAssertions(c: Conditions): Sql {
  const { text, values } = assertionPasses(c);
  const from = beginsWithEdges(c)
    ? "FROM relation r CROSS JOIN assertion a ON a.relation = r.id"
    : "FROM assertion a CROSS JOIN relation r ON r.id = a.relation";
  return { text: `${from} WHERE ${text}`, values };
}
