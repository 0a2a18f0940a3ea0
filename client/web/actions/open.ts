/** Opening an address: the start, a focus set, an edge, a document. */
import type { DocumentId, EntityId } from "../../../schema/ids.ts";
import { edgeById, edgesOfDocuments, neighborhoodOf, startingView, withEdgesAmong } from "../data/graph.ts";
import { type Address, isStart, parseAddress } from "../state/address.ts";
import { filterPairs } from "../state/filterAddress.ts";
import { filtersOf, open } from "../state/session.ts";
import { apply, useExplorer } from "../state/store.ts";
import type { Answer } from "../state/view.ts";
import { attempt } from "./attempt.ts";

const NOTHING: Answer = { entities: [], relations: [] };

const joined = (a: Answer, b: Answer): Answer => ({
  focus: [...new Set([...(a.focus ?? []), ...(b.focus ?? [])])],
  documents: [...new Set([...(a.documents ?? []), ...(b.documents ?? [])])],
  entities: [...a.entities, ...b.entities],
  relations: [...a.relations, ...b.relations],
  around: a.around ?? b.around,
  unbrought: (a.unbrought ?? 0) + (b.unbrought ?? 0),
});

/** How many edges a screen of this size shows legibly. */
const roomForEdges = (): number =>
  Math.round(Math.min(200, Math.max(60, (window.innerWidth * window.innerHeight) / 10_500)));

interface Found {
  readonly answer: Answer;
  readonly missing: readonly string[];
}

/** An edge that is linked to without a focus brings what surrounds its ends. */
async function aroundSelection({ selection, focus }: Address): Promise<Found> {
  if (selection?.kind === "entity") {
    return { answer: { ...NOTHING, focus: focus.length === 0 ? [selection.id] : [] }, missing: [] };
  }
  if (selection === undefined) return { answer: NOTHING, missing: [] };
  const edge = await edgeById(selection.id);
  if (!edge) return { answer: NOTHING, missing: [selection.id] };
  return { answer: focus.length > 0 ? edge : { ...edge, focus: edge.entities.map(({ id }) => id) }, missing: [] };
}

async function find(address: Address): Promise<Found> {
  const [chosen, documents] = await Promise.all([
    aroundSelection(address),
    address.documents.length > 0 ? edgesOfDocuments(address.documents) : NOTHING,
  ]);
  const focus: EntityId[] = [...new Set([...address.focus, ...(chosen.answer.focus ?? [])])];
  const around = focus.length > 0 ? await withEdgesAmong(await neighborhoodOf(focus)) : NOTHING;
  const known = new Set(around.entities.map(({ id }) => id));
  const lost = focus.filter((id) => !known.has(id));
  const answer = joined(joined({ ...around, focus: focus.filter((id) => known.has(id)) }, documents), {
    ...chosen.answer,
    focus: [],
  });
  return { answer, missing: [...address.strange, ...lost, ...chosen.missing] };
}

async function findOrStart(address: Address): Promise<Found & { readonly start: boolean }> {
  const found = isStart(address) ? { answer: NOTHING, missing: address.strange } : await find(address);
  if (found.answer.entities.length > 0) return { ...found, start: false };
  return { answer: await startingView(roomForEdges()), missing: found.missing, start: true };
}

function openAsked(asked: Address): Promise<void> {
  return attempt(
    () => findOrStart(asked),
    ({ answer, missing, start }) => {
      useExplorer.setState({ missing, leaf: asked.reading ? "reading" : "evidence" });
      const held = new Set<string>([...answer.entities, ...answer.relations].map(({ id }) => id));
      const selection = asked.selection && held.has(asked.selection.id) ? asked.selection : undefined;
      apply((session) => open(session, { ...asked, selection }, answer, start));
    },
  );
}

async function openKept(asked: Address, id: string): Promise<void> {
  const keep = await import("../keep/open.ts");
  return attempt(
    () => keep.findKept(id),
    (found) => {
      const { kept: _, ...rest } = asked;
      if (!found) void openAsked({ ...rest, strange: [...asked.strange, id] });
      else if (keep.isAsKept(asked, found)) keep.showKept(found);
      else void openAsked(rest).then(() => keep.standWhereKept(found));
    },
  );
}

/** Shows what an address asks for. What it names in vain is said, and where nothing is left, the start is shown. */
export async function openAddress(search: string): Promise<void> {
  const story = new URLSearchParams(search).get("story");
  if (story !== null) return (await import("../keep/telling.ts")).beginStory(story);
  const asked = parseAddress(search);
  return asked.kept === undefined ? openAsked(asked) : openKept(asked, asked.kept);
}

/** Shows an entity and what surrounds it, in place of what is in view and under the same filters. */
export const focusOn = (id: EntityId): Promise<void> => {
  const held = filterPairs(filtersOf(useExplorer.getState().session));
  return openAddress(`?${new URLSearchParams([["focus", id], ["actor", id], ...held]).toString()}`);
};

/** Shows the edges that some documents assert, in place of what is in view. */
export const showDocuments = (ids: readonly DocumentId[]): Promise<void> =>
  openAddress(`?${new URLSearchParams(ids.map((id) => ["from", id])).toString()}`);
