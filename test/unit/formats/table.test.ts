import { describe, expect, it } from "vitest";
import { formatDocument, parseDocument } from "../../../schema/interchange.ts";
import type { ReadDocument } from "../../../schema/model.ts";
import { checkDocument } from "../../../server/store/check.ts";
import { xlsxOf } from "./made.ts";
import { partsOf, problemOf } from "./open.ts";

async function read(name: string, content: string | Uint8Array) {
  const parts = await partsOf(name, content);
  const documents: ReadDocument[] = [];
  const refused: string[] = [];
  const notes: string[] = [];
  for (const part of parts) {
    if ("document" in part) {
      documents.push(part.document);
      notes.push(...part.notes);
    } else if ("problem" in part) refused.push(`${part.where}: ${part.problem}`);
  }
  return { documents, refused, notes };
}

const edges = ({ text, assertions }: ReadDocument) =>
  assertions.map(({ subject, type, object, start, end, date, extractor }) => [
    subject,
    type,
    object,
    text.slice(start, end),
    date,
    extractor,
  ]);

describe("A table of edges", () => {
  it("gives a document for each source, made of its quotes, with every edge at its quote", async () => {
    const csv = [
      "subject,type,object,quote,url,date",
      'Iran,BACKS,Popular Mobilization Forces,"Iran, for its part, backs the Popular Mobilization Forces.",https://a.example/1,2024-05',
      "Israel,attacks,Iran,Israel struck Iran.,https://a.example/2,30 September 2024",
      "Iran,disapproves of,Israel,Iran condemned Israel.,https://a.example/1,",
    ].join("\n");
    const { documents, refused, notes } = await read("desk.csv", csv);
    expect(refused).toEqual([]);
    expect(documents.map(({ url, text }) => [url, text])).toEqual([
      ["https://a.example/1", "Iran, for its part, backs the Popular Mobilization Forces.\n\nIran condemned Israel."],
      ["https://a.example/2", "Israel struck Iran."],
    ]);
    expect(documents.flatMap(edges)).toEqual([
      [
        "state:Iran",
        "BACKS",
        "militia:Popular_Mobilization_Forces",
        "Iran, for its part, backs the Popular Mobilization Forces.",
        "2024-05",
        "table:desk.csv",
      ],
      ["state:Iran", "DISAPPROVE", "state:Israel", "Iran condemned Israel.", "", "table:desk.csv"],
      ["state:Israel", "ASSAULT", "state:Iran", "Israel struck Iran.", "2024-09-30", "table:desk.csv"],
    ]);
    expect(notes[0]).toMatch(/understood the columns "subject" as subject/);
    for (const document of documents) {
      expect(() => checkDocument(document)).not.toThrow();
      expect(parseDocument(formatDocument(document))).toEqual(JSON.parse(formatDocument(document)));
    }
  });

  it.each([
    [
      "semicolons and other names",
      "Quelle;Source Actor;Relation;Target Actor;Evidence\nx;Iran;backs;PMF;Iran arms the PMF.\n",
    ],
    ["tabs", "head\tpredicate\ttail\tsentence\nIran\tBACKS\tPMF\tIran arms the PMF.\n"],
    [
      "a title above, a mark, and blank lines",
      "\uFEFFOur edges,,,\n\nActor 1,Event-Type,Actor_2,Quotation\n,,,\nIran,BACKS,PMF,Iran arms the PMF.\n",
    ],
  ])("is understood with %s", async (_, csv) => {
    const { documents, refused } = await read("desk.csv", csv);
    expect(refused).toEqual([]);
    expect(edges(documents[0]!)).toEqual([
      ["state:Iran", "BACKS", "militia:Popular_Mobilization_Forces", "Iran arms the PMF.", "", "table:desk.csv"],
    ]);
    expect(documents[0]!.entities.find(({ kind }) => kind === "MILITIA")?.aliases).toEqual(["PMF"]);
  });

  it("takes names that nobody knows with their kinds, and takes the word of the table on publisher and speaker", async () => {
    const csv =
      "subject,subject kind,type,object,object kind,quote,source,published,speaker,status,confidence\nZarqan Column,armed group,ASSAULT,Iran,,The Zarqan Column struck Iran.,The Herald,2024-09-30,an aide,future,80%\n";
    const { documents } = await read("desk.csv", csv);
    expect(documents[0]).toMatchObject({
      publisher: "The Herald",
      published: "2024-09-30",
      assertions: [{ subject: "militia:Zarqan_Column", speaker: "an aide", status: "future", confidence: 0.8 }],
    });
  });

  it.each([
    ["Iran,BACKS,PMF,", /quote: is empty/],
    ["Iran,BACKS,PMF,Nobody said so.", /quote: names neither Iran nor PMF/],
    ["Nobody,BACKS,PMF,Nobody backs the PMF.", /subject: "Nobody" is no known name/],
    [",BACKS,PMF,Somebody backs the PMF.", /subject: is empty/],
    ["Iran,LOVES,PMF,Iran loves the PMF.", /"LOVES" is no type of edge/],
    ["Iran,OCCURS_IN,PMF,Iran occurs in the PMF.", /OCCURS_IN does not join STATE to MILITIA/],
    ["Iran,BACKS,Islamic Republic of Iran,Iran backs itself.", /are both Iran/],
    ["Iran,BACKS,PMF,Iran arms the PMF.,soon", /date: "soon" is no date/],
    ["Iran,BACKS,PMF,Iran arms the PMF.,5/6/2024", /date: "5\/6\/2024" is no date/],
  ])("has the row %j refused by its number, and the others read", async (row, message) => {
    const { documents, refused } = await read(
      "desk.csv",
      `subject,type,object,quote,date\nIsrael,ASSAULT,Iran,Israel struck Iran.\n${row}\n`,
    );
    expect(documents.flatMap(edges)).toHaveLength(1);
    expect(refused).toEqual([expect.stringMatching(/^desk\.csv:3: /)]);
    expect(refused[0]).toMatch(message);
  });

  it("says which row repeats another", async () => {
    const row = "Iran,BACKS,PMF,Iran arms the PMF.";
    const { documents, refused } = await read("desk.csv", `subject,type,object,quote\n${row}\n${row}\n`);
    expect(documents[0]!.assertions).toHaveLength(1);
    expect(refused).toEqual(["desk.csv:3: repeats an earlier row"]);
  });

  it("may be a workbook", async () => {
    const rows = [
      ["subject", "type", "object", "quote"],
      ["Iran", "BACKS", "PMF", "Iran arms <the> PMF & others."],
      ["Iran", "EATS", "PMF", "x"],
    ];
    const { documents, refused } = await read("desk.xlsx", xlsxOf(rows));
    expect(edges(documents[0]!)).toMatchObject([
      [
        "state:Iran",
        "BACKS",
        "militia:Popular_Mobilization_Forces",
        "Iran arms <the> PMF & others.",
        "",
        "table:desk.xlsx",
      ],
    ]);
    expect(refused).toEqual([expect.stringMatching(/^desk\.xlsx:3: type: "EATS"/)]);
  });

  it("without the columns that an edge needs is refused", async () => {
    expect(await problemOf("a.csv", "a,b,c\n1,2,3\n")).toMatch(
      /no header with the columns subject, type, object, quote/,
    );
    expect(await problemOf("a.xlsx", xlsxOf([["a", "b"]]))).toMatch(/no header/);
  });
});
