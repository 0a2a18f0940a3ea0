/** Word documents: headings, paragraphs, lists and tables as text, and the core properties. */
import { parseHTML } from "linkedom";
import mammoth from "mammoth";
import { type File, type Found, FormatError, type Opened, provenanceOf } from "./file.ts";
import { type PageNode, textBelow } from "./html/blocks.ts";
import { dayOf, lineOf } from "./values.ts";
import { Allowance, checkPackage, membersOf } from "./zip.ts";

const CORE = "docProps/core.xml";

/** Names that programs give to documents that nobody has given one. */
const EMPTY_TITLE = /^(untitled|document ?\d*|word document|microsoft word.*|[\w -]+\.docx?)$/i;

/** The text of one element, entities resolved by the parser, without following any declaration. */
function propertiesOf(xml: string): Found {
  const { document } = parseHTML(`<body>${xml.replace(/<!DOCTYPE[^>[]*(\[[^\]]*\])?[^>]*>/gi, "")}</body>`);
  const value = (name: string) => {
    const elements = [...document.getElementsByTagName(name)] as { textContent: string | null }[];
    return lineOf(elements[0]?.textContent ?? "");
  };
  const title = value("dc:title");
  return {
    title: title && !EMPTY_TITLE.test(title) ? title : undefined,
    author: value("dc:creator"),
    published: dayOf(value("dcterms:modified")) ?? dayOf(value("dcterms:created")),
    language: value("dc:language"),
  };
}

async function coreProperties(bytes: Uint8Array): Promise<Found> {
  for await (const member of membersOf(bytes, new Allowance(bytes.length)))
    if (member.name === CORE && "bytes" in member) return propertiesOf(Buffer.from(member.bytes).toString());
  return {};
}

async function htmlOf(bytes: Uint8Array): Promise<string> {
  const options = {
    convertImage: mammoth.images.imgElement(async () => ({ src: "" })),
    externalFileAccess: false,
    // A tracked deletion is no longer the document's text; mammoth leaves it out by itself.
    styleMap: ["comment-reference => "],
  };
  try {
    return (await mammoth.convertToHtml({ buffer: Buffer.from(bytes) }, options)).value;
  } catch (error) {
    throw new FormatError(`is damaged or is no Word document (${(error as Error).message})`, { cause: error });
  }
}

/** Takes the text out of a Word document. */
export async function openDocx(file: File): Promise<Opened[]> {
  await checkPackage(file.bytes);
  const { document } = parseHTML(`<!doctype html><html><body>${await htmlOf(file.bytes)}</body></html>`);
  const text = textBelow(document.body as unknown as PageNode);
  if (text.trim() === "") throw new FormatError("holds no text; its pages may be pictures");
  const found = await coreProperties(file.bytes);
  const heading = (document.querySelector("h1")?.textContent ?? "") as string;
  const given = provenanceOf(file, { ...found, title: found.title ?? lineOf(heading) });
  return [{ where: "", text: { source: file.name, text, given }, notes: [] }];
}
