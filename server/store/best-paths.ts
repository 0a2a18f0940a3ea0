/**
 * The best paths of one length through what is on the way, found edge by edge from the beginning: of the beginnings that
 * lead to the same entity only so many are kept as are asked for. That is exact where no path of this length comes by
 * an entity twice: for the shortest paths and those of one edge more, since to leave out a loop saves two edges.
 */
import type { RelationId } from "../../schema/ids.ts";
import type { Hop } from "./paths.ts";

/** What is on the way. `distance` is that to the end. */
interface Way<Row> {
  readonly from: Row;
  readonly to: Row;
  readonly distance: ReadonlyMap<Row, number>;
  readonly hops: readonly Hop<Row>[];
}

/** The beginning of a path. */
interface Beginning {
  readonly weight: number;
  readonly relations: readonly RelationId[];
}

const byText = (a: string, b: string) => (a === b ? 0 : Buffer.compare(Buffer.from(a), Buffer.from(b)));

/** Most assertions first, then by the ids of the edges in order. */
function compare(a: Beginning, b: Beginning): number {
  if (a.weight !== b.weight) return b.weight - a.weight;
  for (const [i, relation] of a.relations.entries()) {
    const order = byText(relation, b.relations[i]!);
    if (order !== 0) return order;
  }
  return 0;
}

function byEnd<Row>(hops: readonly Hop<Row>[]): ReadonlyMap<Row, Hop<Row>[]> {
  const found = new Map<Row, Hop<Row>[]>();
  for (const hop of hops)
    for (const end of hop.ends) {
      const others = found.get(end);
      if (others) others.push(hop);
      else found.set(end, [hop]);
    }
  return found;
}

const otherEnd = <Row>({ ends: [a, b] }: Hop<Row>, row: Row): Row => (a === row ? b : a);

/** The best paths of exactly so many edges, each as its edges in order. */
export function bestPaths<Row>({ from, to, distance, hops }: Way<Row>, length: number, limit: number): RelationId[][] {
  const around = byEnd(hops);
  let here = new Map<Row, readonly Beginning[]>([[from, [{ weight: 0, relations: [] }]]]);
  for (let left = length - 1; left >= 0; left -= 1) {
    const next = new Map<Row, Beginning[]>();
    for (const [row, beginnings] of here)
      for (const hop of around.get(row) ?? []) {
        const end = otherEnd(hop, row);
        if ((distance.get(end) ?? Infinity) > left) continue;
        const longer = beginnings.map(({ weight, relations }) => ({
          weight: weight + hop.weight,
          relations: [...relations, hop.relation],
        }));
        next.set(end, [...(next.get(end) ?? []), ...longer]);
      }
    here = new Map([...next].map(([end, found]) => [end, found.sort(compare).slice(0, limit)]));
  }
  return (here.get(to) ?? []).map(({ relations }) => [...relations]);
}
