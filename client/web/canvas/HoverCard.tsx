/** What is under the pointer, in a few words. */
import { relationTerm } from "../../../schema/ontology.ts";
import { KindGlyph } from "../parts/Glyph.tsx";
import { edgeStatus } from "../state/graph.ts";
import { useView } from "../state/store.ts";
import { unseenEdges, type View } from "../state/view.ts";
import { counted, edgeSentence, kindLabel, STATUS_LABELS } from "../text/words.ts";
import { edgesBetween } from "../state/display.ts";
import type { Hover } from "./contract.ts";

/** "Iran and Iraq: 3 edges", and what they say. */
function bundleWords(pair: string, view: View) {
  const edges = edgesBetween(view.relations.values(), pair);
  const [first] = edges;
  const [a, b] = [first && view.entities.get(first.subject), first && view.entities.get(first.object)];
  if (!a || !b) return undefined;
  const verbs = [...new Set(edges.map(({ type }) => relationTerm(type).label))];
  return {
    glyph: null,
    title: `${a.name} and ${b.name}`,
    line: `${counted(edges.length, "edge")}: ${verbs.join(", ")}`,
  };
}

function useWords({ target }: Hover) {
  const view = useView();
  if (target.kind === "entity") {
    const entity = view.entities.get(target.id);
    if (!entity) return undefined;
    const unseen = unseenEdges(view, target.id);
    const more = unseen > 0 ? `, ${unseen} not in view` : "";
    return {
      glyph: <KindGlyph kind={entity.kind} />,
      title: entity.name,
      line: `${kindLabel(entity.kind)} · ${counted(entity.degree, "edge")}${more}`,
    };
  }
  if (target.id.startsWith("pair ")) return bundleWords(target.id.slice("pair ".length), view);
  const relation = view.relations.get(target.id);
  const subject = relation && view.entities.get(relation.subject);
  const object = relation && view.entities.get(relation.object);
  if (!subject || !object) return undefined;
  const status = edgeStatus(relation.statuses);
  const said = `${counted(relation.assertionCount, "sentence")} in ${counted(relation.documentCount, "document")}`;
  return {
    glyph: null,
    title: edgeSentence(subject.name, relation.type, object.name),
    line: status === "actual" ? said : `${said} · ${STATUS_LABELS[status].toLowerCase()}`,
  };
}

const WIDTH = 264;
const HEIGHT = 84;

export function HoverCard({ hover }: { readonly hover: Hover }) {
  const words = useWords(hover);
  if (!words) return null;
  const { right, bottom } = document.getElementById("canvas")!.getBoundingClientRect();
  const left = hover.at.x + 14 + WIDTH > right ? hover.at.x - 14 - WIDTH : hover.at.x + 14;
  const top = Math.min(hover.at.y + 18, bottom - HEIGHT);
  return (
    <div
      aria-hidden="true"
      className="pointer-events-none fixed z-30 flex gap-2 rounded-lg bg-raised px-3 py-2 shadow-float"
      style={{ left, top, width: WIDTH }}
    >
      {words.glyph && <span className="mt-0.5">{words.glyph}</span>}
      <span>
        <span className="block font-medium">{words.title}</span>
        <span className="block text-small text-ink-2">{words.line}</span>
      </span>
    </div>
  );
}
