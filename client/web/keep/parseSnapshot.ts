/** What the server kept, checked before it is believed: another explorer may have written it. */
import { z } from "zod";
import { type EntityId, nodeKind, type RelationId } from "../../../schema/ids.ts";
import { GROUPINGS, SIZINGS } from "../state/display.ts";
import { type Snapshot, SNAPSHOT_VERSION } from "../state/snapshot.ts";

const MOST = 20_000;

const entityIds = z.array(z.custom<EntityId>((id) => nodeKind(String(id)) === "Entity")).max(MOST);
const relationIds = z.array(z.custom<RelationId>((id) => nodeKind(String(id)) === "Relation")).max(MOST);

const snapshotShape = z.object({
  version: z.literal(SNAPSHOT_VERSION),
  address: z.string().max(100_000),
  entities: entityIds,
  relations: relationIds,
  places: z.record(z.string(), z.tuple([z.number(), z.number()])),
  pinned: entityIds,
  display: z.object({
    grouping: z.enum(GROUPINGS),
    gathered: z.array(z.string()).max(MOST),
    unfolded: z.array(z.string()).max(MOST),
    sizing: z.enum(SIZINGS),
  }),
});

/** Reads what was kept; undefined where it is not what this explorer keeps. */
export function parseSnapshot(state: string): Snapshot | undefined {
  try {
    return snapshotShape.safeParse(JSON.parse(state)).data;
  } catch {
    return undefined;
  }
}
