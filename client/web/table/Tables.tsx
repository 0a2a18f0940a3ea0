/** The edges and the actors in sight as two tables, with a field that narrows the one on top. */
import { Tabs } from "@base-ui/react/tabs";
import { type ReactNode, useMemo, useState } from "react";
import { relationTerm } from "../../../schema/ontology.ts";
import { selectEntity, selectRelation } from "../actions/edit.ts";
import { FIELD } from "../parts/field.ts";
import { KindGlyph, LineGlyph } from "../parts/Glyph.tsx";
import {
  ACTOR_COLUMNS,
  type ActorRow,
  actorRows,
  EDGE_COLUMNS,
  type EdgeRow,
  edgeRows,
  findRows,
} from "../state/rows.ts";
import { useVisible } from "../state/store.ts";
import { dayInShort } from "../text/dates.ts";
import { counted, figure, STATUS_LABELS } from "../text/words.ts";
import { DataGrid } from "./DataGrid.tsx";

const named = (glyph: ReactNode, name: string) => (
  <>
    {glyph}
    <span className="truncate" title={name}>
      {name}
    </span>
  </>
);

function edgeContent(row: EdgeRow, column: string): ReactNode {
  const { relation, status } = row;
  switch (column) {
    case "subject":
    case "object":
      return named(<KindGlyph kind={row[column].kind} size={14} />, row[column].name);
    case "type":
      return named(<LineGlyph quad={relationTerm(relation.type).quad} status={status} width={16} />, row.type);
    case "status":
      return <span className="text-ink-2">{STATUS_LABELS[status]}</span>;
    case "latest":
      return <span className="text-ink-2">{relation.lastDate ? dayInShort(relation.lastDate) : ""}</span>;
    default:
      return figure(Number(EDGE_COLUMNS.find(({ key }) => key === column)?.value(row)));
  }
}

function actorContent(row: ActorRow, column: string): ReactNode {
  if (column === "name") return named(<KindGlyph kind={row.entity.kind} size={14} />, row.entity.name);
  if (column === "kind") return <span className="truncate text-ink-2">{row.kind}</span>;
  if (column === "country") return <span className="text-ink-2">{row.entity.country ?? ""}</span>;
  return figure(column === "shown" ? row.shown : row.entity.degree);
}

const TAB =
  "h-6 rounded-md px-2 text-ink-2 transition-colors hover:bg-hover hover:text-ink data-active:bg-hover data-active:font-medium data-active:text-ink";

function Nothing({ searched }: { readonly searched: boolean }) {
  return (
    <p className="p-4 text-ink-2">
      {searched ? "No row has these words." : "Nothing is in sight. Lift a filter, or search for an actor."}
    </p>
  );
}

export function Tables() {
  const visible = useVisible();
  const [tab, turn] = useState<"edges" | "actors">("edges");
  const [words, type] = useState("");
  const allEdges = useMemo(() => edgeRows(visible), [visible]);
  const allActors = useMemo(() => actorRows(visible), [visible]);
  const edges = useMemo(() => findRows(allEdges, EDGE_COLUMNS, words), [allEdges, words]);
  const actors = useMemo(() => findRows(allActors, ACTOR_COLUMNS, words), [allActors, words]);
  const [shown, all] = tab === "edges" ? [edges.length, allEdges.length] : [actors.length, allActors.length];
  return (
    <Tabs.Root value={tab} onValueChange={(value) => turn(value)} className="flex h-full flex-col">
      <div className="flex h-9 shrink-0 items-center gap-2 border-b border-line px-2">
        <Tabs.List className="flex gap-0.5" aria-label="Which table">
          <Tabs.Tab value="edges" className={TAB}>
            Edges
          </Tabs.Tab>
          <Tabs.Tab value="actors" className={TAB}>
            Actors
          </Tabs.Tab>
        </Tabs.List>
        <span className="grow" />
        {words && (
          <p role="status" className="text-small text-ink-2">
            {figure(shown)} of {counted(all, "row")}
          </p>
        )}
        <input
          type="search"
          aria-label="Find in the table"
          placeholder="Find in the table"
          value={words}
          onChange={(event) => type(event.target.value)}
          className={`${FIELD} h-6 w-48`}
        />
      </div>
      <Tabs.Panel value="edges" tabIndex={-1} className="min-h-0 grow">
        {edges.length === 0 && <Nothing searched={words !== ""} />}
        {edges.length > 0 && (
          <DataGrid
            label="Relations"
            columns={EDGE_COLUMNS}
            rows={edges}
            first={{ column: "assertions", descending: true }}
            width={1060}
            content={edgeContent}
            targetOf={({ id }) => ({ kind: "relation", id })}
            onChoose={({ id }) => selectRelation(id)}
          />
        )}
      </Tabs.Panel>
      <Tabs.Panel value="actors" tabIndex={-1} className="min-h-0 grow">
        {actors.length === 0 && <Nothing searched={words !== ""} />}
        {actors.length > 0 && (
          <DataGrid
            label="Actors"
            columns={ACTOR_COLUMNS}
            rows={actors}
            first={{ column: "shown", descending: true }}
            width={680}
            content={actorContent}
            targetOf={({ id }) => ({ kind: "entity", id })}
            onChoose={({ id }) => selectEntity(id)}
          />
        )}
      </Tabs.Panel>
    </Tabs.Root>
  );
}
