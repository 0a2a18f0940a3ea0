/** Gives edges of an older layout what is read of them now: themselves and their first assertions, each as one text. */
import type { RelationId } from "../../../schema/ids.ts";
import type { Connection } from "./connection.ts";
import { firstKept } from "./evidence.ts";
import { readEdges, updateEdges } from "./write.ts";

const AT_ONCE = 1_000;

/** Until every edge has it; what was done stays done where this is interrupted. */
export async function showEdges(connection: Connection): Promise<void> {
  for (;;) {
    const rows = await connection.read(`MATCH ()-[r:RELATION]->() WHERE r.shown IS NULL RETURN r.id LIMIT ${AT_ONCE}`);
    const ids = rows.map(([id]) => id as RelationId);
    if (ids.length === 0) return;
    await connection.write(async (ask) => {
      const [edges, evidence] = await Promise.all([readEdges(ask, ids), firstKept(ask, ids)]);
      await updateEdges(
        ask,
        [...edges.values()].map(({ edge }) => ({ edge, evidence: evidence.get(edge.id) ?? [] })),
      );
    });
  }
}
