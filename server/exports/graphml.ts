/** GraphML, as Gephi, yEd and networkx read it. All edges are directed there; `symmetric` tells those that are not. */
import type { Cell, Columns } from "./columns.ts";
import { EDGE_COLUMNS, NODE_COLUMNS } from "./columns.ts";
import { edgeRows, entityRows, type Source } from "./rows.ts";
import { escaped } from "./xml.ts";

const TYPES: Readonly<Record<string, string>> = {
  latitude: "double",
  longitude: "double",
  edges: "int",
  mentions: "int",
  documents: "int",
  assertions: "int",
  actual: "int",
  future: "int",
  hypothetical: "int",
  negated: "int",
  symmetric: "boolean",
};

/** The attributes of nodes and edges: what the format does not tell by itself. */
export const typeOf = (name: string): string => TYPES[name] ?? "string";
export const NODE_ATTRIBUTES = Object.entries(NODE_COLUMNS).filter(([name]) => name !== "id");
const OF_ENDS = new Set(["id", "subject_id", "object_id", "subject", "object", "subject_kind", "object_kind"]);
export const EDGE_ATTRIBUTES = Object.entries(EDGE_COLUMNS).filter(([name]) => !OF_ENDS.has(name));

const keys = (of: "node" | "edge", attributes: readonly (readonly [string, unknown])[]) =>
  attributes
    .map(([name]) => `<key id="${of}_${name}" for="${of}" attr.name="${name}" attr.type="${typeOf(name)}"/>\n`)
    .join("");

type Attributes<Row> = readonly (readonly [string, Columns<Row>[string]])[];

const isThere = (value: Cell | undefined): value is Exclude<Cell, null> =>
  value !== undefined && value !== null && value !== "";

const data = <Row>(of: string, attributes: Attributes<Row>, row: Row) =>
  attributes
    .map(([name, valueOf]) => [name, valueOf(row)] as const)
    .filter(([, value]) => isThere(value))
    .map(([name, value]) => `<data key="${of}_${name}">${escaped(String(value))}</data>`)
    .join("");

/** The graph as GraphML. */
export async function* graphml(source: Source): AsyncGenerator<string> {
  yield `<?xml version="1.0" encoding="UTF-8"?>\n<graphml xmlns="http://graphml.graphdrawing.org/xmlns">\n`;
  yield `${keys("node", NODE_ATTRIBUTES)}${keys("edge", EDGE_ATTRIBUTES)}<graph id="actant" edgedefault="directed">\n`;
  for await (const entities of entityRows(source))
    yield entities
      .map((entity) => `<node id="${escaped(entity.id)}">${data("node", NODE_ATTRIBUTES, entity)}</node>\n`)
      .join("");
  for await (const edges of edgeRows(source))
    yield edges
      .map((row) => {
        const { id, subject, object } = row.relation;
        const ends = `source="${escaped(subject)}" target="${escaped(object)}"`;
        return `<edge id="${escaped(id)}" ${ends}>${data("edge", EDGE_ATTRIBUTES, row)}</edge>\n`;
      })
      .join("");
  yield "</graph>\n</graphml>\n";
}
