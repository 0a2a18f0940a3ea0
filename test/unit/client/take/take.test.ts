import { DOMParser, parseHTML } from "linkedom";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ENTITY_KINDS, QUAD_CLASSES } from "../../../../schema/ontology.ts";
import type { Palette } from "../../../../client/web/canvas/palette.ts";
import { sceneOf } from "../../../../client/web/canvas/scene.ts";
import { grow, EMPTY_VIEW } from "../../../../client/web/state/view.ts";
import { attributes, element, escaped } from "../../../../client/web/take/markup.ts";
import { drawPicture } from "../../../../client/web/take/picture.ts";
import { type Footnote, writeReport } from "../../../../client/web/take/report.ts";
import { titleOf } from "../../../../client/web/take/titles.ts";
import { fileName } from "../../../../client/web/take/save.ts";
import { aroundPmf, attacks, backs, entity, iran, near, pmf } from "../fixtures.ts";

const HOSTILE = `<script>alert(1)</script>"'><img src=x onerror=alert(2)>&amp;`;

const hue = { line: "rgb(1,2,3)", fill: "rgb(4,5,6)" };
const palette = {
  ground: "rgb(255,255,255)",
  ink: "rgb(0,0,0)",
  ink2: "rgb(80,80,80)",
  accent: "rgb(0,0,255)",
  kinds: Object.fromEntries(ENTITY_KINDS.map((kind) => [kind, hue])),
  quads: Object.fromEntries(QUAD_CLASSES.map((quad) => [quad, "rgb(9,9,9)"])),
} as unknown as Palette;

function drawn(answer = aroundPmf, title = "Around the PMF") {
  const view = grow(EMPTY_VIEW, answer);
  const scene = sceneOf({ entities: answer.entities, relations: answer.relations }, view);
  const nodes = new Map(scene.nodes.map(({ id }, i) => [id as string, { x: i * 120, y: (i % 2) * 90 }]));
  const edges = new Map(
    scene.edges.map(({ id, source, target }) => [
      id as string,
      [nodes.get(source)!, { x: 50, y: 50 }, nodes.get(target)!],
    ]),
  );
  const widthOf = (lines: readonly string[]) => Math.max(...lines.map((line) => line.length * 7));
  return drawPicture({ scene, geometry: { nodes, edges }, palette, title, notes: ["4 actors and 3 edges."], widthOf });
}

const parsed = (svg: string) => new DOMParser().parseFromString(svg, "image/svg+xml");

const note: Footnote = {
  quote: "Iran arms the PMF.",
  start: 10,
  end: 28,
  status: "actual",
  speaker: undefined,
  date: "2024-05",
  confidence: 0.9,
  extractor: "rules/1",
  source: { title: "A brief", publisher: "A desk", published: "2024-06-01", url: "https://example.org/a" },
};

describe("markup", () => {
  it("lets no text become an element, an attribute or an entity", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        const safe = escaped(text);
        expect(safe).not.toMatch(/[<>"']/);
        expect(safe.replaceAll(/&(amp|lt|gt|quot|#39);/g, "")).not.toContain("&");
      }),
    );
  });

  it("keeps what XML can hold, and marks what it cannot", () => {
    expect(escaped("naïve 🙂\n")).toBe("naïve 🙂\n");
    expect(escaped("a\u0000b\uD800c")).toBe("a\uFFFDb\uFFFDc");
  });

  it("leaves out attributes without a value", () => {
    expect(attributes({ x: 1, y: undefined, title: `"` })).toBe(` x="1" title="&quot;"`);
    expect(element("g", {})).toBe("<g/>");
  });
});

describe("a picture", () => {
  it("draws every node and every edge that is displayed, and says what each is", () => {
    const svg = parsed(drawn());
    const titles = [...svg.querySelectorAll("g[data-id] > title")].map(({ textContent }) => textContent);
    expect(titles).toEqual(
      expect.arrayContaining([
        ...aroundPmf.entities.map(({ name }) => name),
        "Iran backs Popular Mobilization Forces",
        "United States attacks Popular Mobilization Forces",
      ]),
    );
    expect(titles).toHaveLength(aroundPmf.entities.length + aroundPmf.relations.length);
  });

  it("explains the kinds, colours and lines that occur in it, and no others", () => {
    const words = parsed(drawn()).documentElement.textContent;
    for (const occurring of [
      "state",
      "armed group",
      "base",
      "Disputed",
      "Planned",
      "Standing",
      "4 actors and 3 edges.",
    ])
      expect(words.toLowerCase()).toContain(occurring.toLowerCase());
    for (const absent of ["Possible", "media"]) expect(words.toLowerCase()).not.toContain(absent.toLowerCase());
  });

  it("shows hostile names as text", () => {
    const svg = drawn({ ...aroundPmf, entities: [entity("PERSON", HOSTILE), ...aroundPmf.entities] }, HOSTILE);
    const tree = parsed(svg);
    expect(tree.querySelectorAll("script, img, foreignObject, a")).toHaveLength(0);
    expect(svg).not.toMatch(/<(script|img)/i);
    expect(tree.querySelector("svg > title")!.textContent).toBe(HOSTILE);
  });

  it("is whole where nothing is displayed", () => {
    expect(parsed(drawn({ focus: [], entities: [], relations: [] })).querySelectorAll("g[data-id]")).toHaveLength(0);
  });
});

describe("a report", () => {
  const edges = [
    { subject: iran.name, type: backs.type, object: pmf.name, footnotes: [note, { ...note, quote: "It backs it." }] },
    { subject: pmf.name, type: near.type, object: "Balad", footnotes: [{ ...note, status: "future" as const }] },
  ];
  const html = writeReport({ title: "Iran", notes: ["2 edges."], picture: drawn(), edges });
  const { document } = parseHTML(html);

  it("tells every edge, and numbers every sentence through", () => {
    const lines = [...document.querySelectorAll(".edges li")].map(({ textContent }) => textContent);
    expect(lines).toEqual([
      "Iran backs Popular Mobilization Forces.1 2",
      "Popular Mobilization Forces operates in Balad.3",
    ]);
    expect([...document.querySelectorAll(".footnotes li")].map(({ id }) => id)).toEqual(["note-1", "note-2", "note-3"]);
  });

  it("says of each sentence where it stands and how sure it is", () => {
    const first = document.querySelector("#note-1")!.textContent;
    for (const said of ["Iran arms the PMF.", "“A brief”, A desk, 1 June 2024", "characters 10–28", "May 2024", "90 %"])
      expect(first).toContain(said);
    expect(document.querySelector("#note-3")!.textContent).toContain("planned");
  });

  it("links only to the web, loads nothing and runs nothing", () => {
    const evil = { ...note, quote: HOSTILE, speaker: HOSTILE, source: { title: HOSTILE, url: "javascript:alert(1)" } };
    const hostile = writeReport({
      title: HOSTILE,
      notes: [HOSTILE],
      picture: drawn(),
      edges: [{ subject: HOSTILE, type: attacks.type, object: pmf.name, footnotes: [evil] }],
    });
    const page = parseHTML(hostile).document;
    expect(page.querySelectorAll("script, img, iframe, object, link")).toHaveLength(0);
    expect([...page.querySelectorAll("a")].map((a) => a.getAttribute("href"))).toEqual(["#note-1", "#edge-of-1"]);
    expect(page.querySelector("#note-1 q")!.textContent).toBe(HOSTILE);
    expect(page.querySelector("meta[http-equiv]")!.getAttribute("content")).toContain("default-src 'none'");
  });
});

describe("what is taken away", () => {
  it("is named after whom it is about", () => {
    expect(titleOf([])).toBe("Actant");
    expect(titleOf(["Iran"])).toBe("Iran");
    expect(titleOf(["Iran", "Iraq", "Oman"])).toBe("Iran, Iraq and Oman");
    expect(titleOf(["Iran", "Iraq", "Oman", "Qatar", "Yemen"])).toBe("Iran, Iraq, Oman and 2 more");
  });

  it("has a file name that every system takes", () => {
    expect(fileName("Kata'ib Hezbollah / Iraq", "svg", "2024-05-01")).toBe(
      "actant-kata-ib-hezbollah-iraq-2024-05-01.svg",
    );
    expect(fileName("../..", "csv", "2024-05-01")).toBe("actant-graph-2024-05-01.csv");
  });
});
