/** A page: its main article as text, and what the page says of itself. */
import { Readability } from "@mozilla/readability";
import { parseHTML } from "linkedom";
import { decode } from "../encoding.ts";
import { type File, FormatError, type Opened, provenanceOf } from "../file.ts";
import { lineOf } from "../values.ts";
import { type PageNode, textBelow } from "./blocks.ts";
import { metadataOf, type Page } from "./metadata.ts";

/** Pages with more elements, or more of them within each other, are not looked through: that takes the square of them. */
const MOST_ELEMENTS = 30_000;
const DEEPEST = 150;
const SHORTEST_ARTICLE = 200;

const charsetOf = (bytes: Uint8Array): string | undefined =>
  /<meta[^>]+charset\s*=\s*["']?\s*([\w-]+)/i.exec(Buffer.from(bytes.subarray(0, 4_096)).toString("latin1"))?.[1];

/** A page cannot be less than a body. */
function parse(html: string): { page: Page; root: PageNode; document: Document } {
  const whole = /<body\b/i.test(html) ? html : `<!doctype html><html><head></head><body>${html}</body></html>`;
  const { document } = parseHTML(whole);
  const root = (document.body ?? document.documentElement) as unknown as PageNode;
  return { page: document as unknown as Page, root, document: document as unknown as Document };
}

/** Whether elements stand so deep in each other, or are so many, that looking for an article would take too long. */
function isTooLarge(root: PageNode): boolean {
  let level: PageNode[] = [root];
  let count = 0;
  for (let depth = 0; level.length > 0; depth++) {
    count += level.length;
    if (depth > DEEPEST || count > MOST_ELEMENTS) return true;
    level = level.flatMap(childrenOf);
  }
  return false;
}

function childrenOf(node: PageNode): PageNode[] {
  const children: PageNode[] = [];
  for (let child = node.firstChild; child; child = child.nextSibling) children.push(child);
  return children;
}

/** The article as Readability finds it; undefined where it finds none, or gives up. */
function articleIn(document: Document): { text: string; title: string | undefined } | undefined {
  try {
    const serializer = (node: Node) => textBelow(node as unknown as PageNode);
    const article = new Readability<string>(document, { serializer }).parse();
    const text = article?.content ?? "";
    return text.length >= SHORTEST_ARTICLE ? { text, title: lineOf(article?.title ?? "") } : undefined;
  } catch {
    return undefined;
  }
}

const words = (text: string) =>
  text
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, " ")
    .trim();

/** The headline belongs to the text, but only once. */
function withTitle(title: string | undefined, text: string): string {
  if (!title || words(text.slice(0, title.length * 2 + 200)).includes(words(title))) return text;
  return `${title}\n\n${text}`;
}

/** "Talks fail | The Herald" is the title "Talks fail" of The Herald's. */
function withoutSite(title: string | undefined, site: string | undefined): string | undefined {
  if (!title || !site) return title;
  const end = title.length - site.length;
  if (end <= 0 || title.slice(end).toLowerCase() !== site.toLowerCase()) return title;
  return title.slice(0, end).replace(/\s*[|–—:·-]\s*$/u, "") || title;
}

/** Takes the article out of a page. */
export function openPage(file: File): Opened[] {
  const { text: html, notes } = decode(file.bytes, file.encoding ?? charsetOf(file.bytes));
  const { page, root, document } = parse(html);
  const metadata = metadataOf(page);
  // Readability takes the page apart, so the whole is read first.
  const whole = textBelow(root);
  const article = isTooLarge(root) ? undefined : articleIn(document);
  const title = withoutSite(metadata.title ?? article?.title, metadata.publisher);
  const text = withTitle(title, article?.text ?? whole);
  if (text.trim() === "")
    throw new FormatError("holds no text; a page that a script fills must be saved from a browser");
  const found = { ...metadata, title };
  const told = article ? notes : [...notes, "has no article that stands out, so the whole page was taken"];
  return [{ where: "", text: { source: file.name, text, given: provenanceOf(file, found) }, notes: told }];
}
