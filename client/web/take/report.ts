/** A report of what is displayed: every edge as a sentence, every sentence behind it as a numbered footnote. Pure. */
import type { RelationType } from "../../../schema/ontology.ts";
import { type Source, sourceLine } from "../text/citation.ts";
import { dateInWords } from "../text/dates.ts";
import { counted, edgeSentence, STATUS_LABELS } from "../text/words.ts";
import type { Status } from "../../../schema/ontology.ts";
import { attributes, escaped } from "./markup.ts";

/** An assertion as a footnote tells it. */
export interface Footnote {
  readonly quote: string;
  readonly start: number;
  readonly end: number;
  readonly status: Status;
  readonly speaker?: string | undefined;
  readonly date?: string | undefined;
  readonly confidence: number;
  readonly extractor: string;
  readonly source: Source;
}

export interface ReportedEdge {
  readonly subject: string;
  readonly type: RelationType;
  readonly object: string;
  readonly footnotes: readonly Footnote[];
}

export interface Report {
  readonly title: string;
  /** How much is shown, which filters are on, on which day it was made. */
  readonly notes: readonly string[];
  /** The picture as SVG, whose text is escaped already. */
  readonly picture: string;
  readonly edges: readonly ReportedEdge[];
}

const STYLE = `
:root { color-scheme: light; }
body { font: 15px/23px Georgia, "Times New Roman", serif; color: #1d2130; margin: 48px auto; max-width: 760px; padding: 0 24px; }
h1, h2, .notes, .from, sup, .edges a { font-family: Inter, "Helvetica Neue", Arial, sans-serif; }
h1 { font-size: 24px; line-height: 30px; margin: 0 0 8px; }
h2 { font-size: 16px; margin: 40px 0 12px; }
.notes, .from { font-size: 13px; line-height: 19px; color: #4a5060; }
.notes p { margin: 0; }
figure { margin: 28px 0; }
figure svg { width: 100%; height: auto; border: 1px solid #dfe2ea; border-radius: 8px; }
.edges { padding-left: 0; list-style: none; }
.edges li { margin: 0 0 6px; }
sup { font-size: 11px; line-height: 0; }
a { color: #4338ca; text-decoration: none; }
.footnotes li { margin: 0 0 14px; padding-left: 6px; overflow-wrap: anywhere; }
.footnotes q { quotes: "“" "”"; }
.from { display: block; margin-top: 2px; }
@media print { body { margin: 0; max-width: none; } li { break-inside: avoid; } figure { break-inside: avoid; } }`;

/** Only addresses of the web become links: a document may claim any address as its own. */
const isLink = (url: string | null | undefined): url is string => /^https?:\/\//i.test(url ?? "");

function aboutFootnote(note: Footnote): string {
  const parts = [
    note.speaker && `says: ${note.speaker}`,
    note.date && dateInWords(note.date),
    note.status !== "actual" && STATUS_LABELS[note.status].toLowerCase(),
    sourceLine(note.source),
    `characters ${note.start}–${note.end}`,
    `read by ${note.extractor}, confidence ${Math.round(note.confidence * 100)} %`,
  ];
  const said = escaped(parts.filter(Boolean).join(" · "));
  const { url } = note.source;
  return isLink(url) ? `${said} · <a${attributes({ href: url, rel: "noreferrer" })}>${escaped(url)}</a>` : said;
}

const footnote = (note: Footnote, number: number): string =>
  `<li id="note-${number}"><q>${escaped(note.quote.replace(/\s+/g, " "))}</q> ` +
  `<a href="#edge-of-${number}" aria-label="Back to the edge">↩</a>` +
  `<span class="from">${aboutFootnote(note)}</span></li>`;

interface Numbered {
  readonly edge: ReportedEdge;
  readonly first: number;
}

function numbered(edges: readonly ReportedEdge[]): Numbered[] {
  let next = 1;
  return edges.map((edge) => {
    const first = next;
    next += edge.footnotes.length;
    return { edge, first };
  });
}

function edgeLine({ edge, first }: Numbered): string {
  const marks = edge.footnotes.map((_, i) => {
    const number = first + i;
    return `<sup id="edge-of-${number}"><a href="#note-${number}">${number}</a></sup>`;
  });
  return `<li>${escaped(edgeSentence(edge.subject, edge.type, edge.object))}.${marks.join(" ")}</li>`;
}

/** The report as one HTML file that loads nothing and runs nothing. */
export function writeReport({ title, notes, picture, edges }: Report): string {
  const all = numbered(edges);
  const sentences = edges.reduce((sum, { footnotes }) => sum + footnotes.length, 0);
  const items = all.flatMap(({ edge, first }) => edge.footnotes.map((note, i) => footnote(note, first + i)));
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(title)}</title><style>${STYLE}</style></head>
<body><h1>${escaped(title)}</h1>
<div class="notes">${notes.map((note) => `<p>${escaped(note)}</p>`).join("")}</div>
<figure>${picture}</figure>
<h2>${counted(edges.length, "edge")}</h2><ul class="edges">${all.map(edgeLine).join("\n")}</ul>
<h2>${counted(sentences, "sentence")}</h2><ol class="footnotes">${items.join("\n")}</ol>
</body></html>
`;
}
