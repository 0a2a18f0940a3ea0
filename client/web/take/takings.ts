/** The ways to take away what is displayed: each makes a file, or hands one to the printer. */
import { Failure } from "../data/client.ts";
import { toRelationFilter } from "../state/asking.ts";
import { filtersOf } from "../state/session.ts";
import { useExplorer, visibleOf } from "../state/store.ts";
import type { Geometry } from "../canvas/stage.ts";
import { describe, pictureOf, reportedEdges } from "./displayed.ts";
import { sentencesBehind } from "./evidence.ts";
import { writeReport } from "./report.ts";
import { fileName, paintPng, print, save } from "./save.ts";
import { today } from "./titles.ts";

export interface Taking {
  readonly label: string;
  readonly hint: string;
  readonly take: (geometry: Geometry) => Promise<void>;
}

export interface TakingGroup {
  readonly name: string;
  readonly takings: readonly Taking[];
}

const nameOf = (extension: string, part = ""): string => fileName(`${describe().title} ${part}`, extension, today());
const saveText = (text: string, type: string, name: string) => save(new Blob([text], { type }), name);

async function reportOf(geometry: Geometry): Promise<string> {
  const explorer = useExplorer.getState();
  const ids = visibleOf(explorer).relations.map(({ id }) => id);
  const sentences = await sentencesBehind(ids, filtersOf(explorer.session));
  return writeReport({ ...describe(), picture: pictureOf(geometry), edges: reportedEdges(sentences) });
}

/** Has the server write the edges on the screen, with the sentences that pass the filters, in one of its formats. */
async function fetchExport(file: string): Promise<Blob> {
  const explorer = useExplorer.getState();
  const relations = visibleOf(explorer).relations.map(({ id }) => id);
  const filter = { ...toRelationFilter(filtersOf(explorer.session)), relations };
  const answer = await fetch(`/export/${file}`, {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify({ filter }),
  }).catch(() => {
    throw new Failure("The server does not answer.", true);
  });
  if (!answer.ok) throw new Failure((await answer.text()).slice(0, 300), answer.status >= 500);
  return answer.blob();
}

const exported = (label: string, hint: string, file: string): Taking => {
  const [part = "", ...extension] = file.split(".");
  return { label, hint, take: async () => save(await fetchExport(file), nameOf(extension.join("."), part)) };
};

export const TAKINGS: readonly TakingGroup[] = [
  {
    name: "Picture",
    takings: [
      {
        label: "PNG",
        hint: "twice the size, with legend and filters",
        take: async (geometry) => save(await paintPng(pictureOf(geometry)), nameOf("png")),
      },
      {
        label: "SVG",
        hint: "sharp at any size, with legend and filters",
        take: async (geometry) => saveText(pictureOf(geometry), "image/svg+xml", nameOf("svg")),
      },
    ],
  },
  {
    name: "Report",
    takings: [
      {
        label: "HTML",
        hint: "picture, edges, every sentence as a footnote",
        take: async (geometry) => saveText(await reportOf(geometry), "text/html", nameOf("html", "report")),
      },
      {
        label: "Print or PDF",
        hint: "the same, through the browser’s print dialog",
        take: async (geometry) => print(await reportOf(geometry)),
      },
    ],
  },
  {
    name: "Tables",
    takings: [
      exported("Sentences, CSV", "one row a sentence, for spreadsheets", "assertions.csv"),
      exported("Sentences, JSON Lines", "the same, for programs", "assertions.jsonl"),
      exported("Edges, CSV", "one row an edge, with its quotes", "edges.csv"),
      exported("Actors, CSV", "one row an actor", "nodes.csv"),
    ],
  },
  {
    name: "Graph",
    takings: [
      exported("GraphML", "for yEd, networkx, Cytoscape", "graph.graphml"),
      exported("GEXF", "for Gephi", "graph.gexf"),
      exported("STIX 2.1", "for threat-intelligence platforms", "graph.stix.json"),
    ],
  },
];
