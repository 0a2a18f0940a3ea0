/** What is on the screen, in the words that a picture, a report and a file's name need. */
import { ENTITY_KINDS } from "../../../schema/ontology.ts";
import { widthOf } from "../canvas/painter.ts";
import { readPalette } from "../canvas/palette.ts";
import { useMeasures } from "../state/measures.ts";
import { sceneOf } from "../canvas/scene.ts";
import type { Geometry } from "../canvas/stage.ts";
import { chipsOf } from "../state/chips.ts";
import { filtersOf, viewOf } from "../state/session.ts";
import { useExplorer, visibleOf } from "../state/store.ts";
import { dayInWords } from "../text/dates.ts";
import { counted } from "../text/words.ts";
import { drawPicture } from "./picture.ts";
import type { Footnote, ReportedEdge } from "./report.ts";
import { titleOf, today } from "./titles.ts";
import type { RelationId } from "../../../schema/ids.ts";

export interface Displayed {
  readonly title: string;
  readonly notes: readonly string[];
}

/** How the screen is to be described. */
export function describe(): Displayed {
  const explorer = useExplorer.getState();
  const view = viewOf(explorer.session);
  const { entities, relations } = visibleOf(explorer);
  const title = titleOf(view.focus.flatMap((id) => view.entities.get(id)?.name ?? []));
  const chips = chipsOf(filtersOf(explorer.session), ENTITY_KINDS).map(({ label }) => label);
  return {
    title,
    notes: [
      `${counted(entities.length, "actor")} and ${counted(relations.length, "edge")}.`,
      ...(chips.length === 0 ? [] : [`Filters: ${chips.join("; ")}.`]),
      `Taken from Actant on ${dayInWords(today())}. Every edge quotes the sentence that asserts it.`,
    ],
  };
}

/** The screen's graph as SVG, in the colours of the theme that holds. */
export function pictureOf(geometry: Geometry): string {
  const explorer = useExplorer.getState();
  const scene = sceneOf(visibleOf(explorer), viewOf(explorer.session), useMeasures.getState());
  return drawPicture({ ...describe(), scene, geometry, palette: readPalette(document.body), widthOf });
}

/** The edges on the screen as a report tells them: by subject, type and object. */
export function reportedEdges(sentences: ReadonlyMap<RelationId, readonly Footnote[]>): ReportedEdge[] {
  const explorer = useExplorer.getState();
  const { entities } = viewOf(explorer.session);
  const name = (id: string) => entities.get(id as never)?.name ?? id;
  return visibleOf(explorer)
    .relations.map(({ id, subject, type, object }) => ({
      subject: name(subject),
      type,
      object: name(object),
      footnotes: sentences.get(id) ?? [],
    }))
    .filter(({ footnotes }) => footnotes.length > 0)
    .toSorted(
      (a, b) => a.subject.localeCompare(b.subject) || a.type.localeCompare(b.type) || a.object.localeCompare(b.object),
    );
}
