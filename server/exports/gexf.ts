/** GEXF 1.3, Gephi's own. All edges are directed there; `symmetric` tells those that are not. */
import type { Columns } from "./columns.ts";
import { EDGE_ATTRIBUTES, NODE_ATTRIBUTES, typeOf } from "./graphml.ts";
import { edgeRows, entityRows, type Source } from "./rows.ts";
import { escaped } from "./xml.ts";

const TYPES: Readonly<Record<string, string>> = { int: "integer" };

type Attributes<Row> = readonly (readonly [string, Columns<Row>[string]])[];

function declared(of: "node" | "edge", attributes: readonly (readonly [string, unknown])[]): string {
  const lines = attributes.map(([name]) => {
    const type = TYPES[typeOf(name)] ?? typeOf(name);
    return `<attribute id="${of}_${name}" title="${name}" type="${type}"/>\n`;
  });
  return `<attributes class="${of}">\n${lines.join("")}</attributes>\n`;
}

function values<Row>(of: string, attributes: Attributes<Row>, row: Row): string {
  const told = attributes.flatMap(([name, valueOf]) => {
    const value = valueOf(row) ?? "";
    return value === "" ? [] : [`<attvalue for="${of}_${name}" value="${escaped(String(value))}"/>`];
  });
  return `<attvalues>${told.join("")}</attvalues>`;
}

/** The graph as GEXF. */
export async function* gexf(source: Source): AsyncGenerator<string> {
  yield `<?xml version="1.0" encoding="UTF-8"?>\n<gexf xmlns="http://gexf.net/1.3" version="1.3">\n`;
  yield `<meta><creator>Actant</creator></meta>\n<graph defaultedgetype="directed" mode="static">\n`;
  yield `${declared("node", NODE_ATTRIBUTES)}${declared("edge", EDGE_ATTRIBUTES)}<nodes>\n`;
  for await (const entities of entityRows(source))
    yield entities
      .map((entity) => {
        const names = `id="${escaped(entity.id)}" label="${escaped(entity.name)}"`;
        return `<node ${names}>${values("node", NODE_ATTRIBUTES, entity)}</node>\n`;
      })
      .join("");
  yield "</nodes>\n<edges>\n";
  for await (const edges of edgeRows(source))
    yield edges
      .map((row) => {
        const { id, subject, object, type } = row.relation;
        const ends = `id="${escaped(id)}" source="${escaped(subject)}" target="${escaped(object)}"`;
        const looks = `label="${type}" weight="${row.quoted.length}"`;
        return `<edge ${ends} ${looks}>${values("edge", EDGE_ATTRIBUTES, row)}</edge>\n`;
      })
      .join("");
  yield "</edges>\n</graph>\n</gexf>\n";
}
