/** The text of a part of a page: blocks as paragraphs with blank lines between them, as a reader sees them. */

const BLOCKS: ReadonlySet<string> = new Set(
  (
    "ADDRESS ARTICLE ASIDE BLOCKQUOTE CAPTION DD DETAILS DIALOG DIV DL DT FIGCAPTION FIGURE FOOTER FORM H1 H2 H3 H4 H5 H6 " +
    "HEADER HR LI MAIN NAV OL P PRE SECTION SUMMARY TABLE TBODY TFOOT THEAD TR UL BODY HTML"
  ).split(" "),
);
const SILENT: ReadonlySet<string> = new Set(
  "SCRIPT STYLE NOSCRIPT TEMPLATE HEAD SVG CANVAS IFRAME OBJECT BUTTON SELECT TEXTAREA INPUT MATH".split(" "),
);
const MARK: Readonly<Record<string, string>> = { LI: "- ", DD: "  " };
/** A line end that the page asks for, until the blanks around it are settled. */
const BREAK = "\u0001";
const CELL = " | ";
const TEXT_NODE = 3;
const ELEMENT_NODE = 1;

/** What of a DOM is needed here; linkedom's fits. */
export interface PageNode {
  readonly nodeType: number;
  readonly nodeName: string;
  readonly textContent: string | null;
  readonly firstChild: PageNode | null;
  readonly nextSibling: PageNode | null;
}

interface Element extends PageNode {
  getAttribute(name: string): string | null;
}

const isHidden = (element: Element): boolean =>
  element.getAttribute("hidden") !== null || element.getAttribute("aria-hidden") === "true";

/** Gathers text, and begins a new paragraph at every block. */
class Paragraphs {
  readonly done: string[] = [];
  #line = "";
  #mark = "";

  text(text: string): void {
    this.#line += text;
  }

  /** Ends the paragraph; the next one begins with `mark`. */
  block(mark = ""): void {
    const lines = this.#line.split(BREAK).map((line) => line.replaceAll(/[ \t\r\n\f\u00A0]+/g, " ").trim());
    const text = lines.join("\n").trim();
    if (text !== "" && text !== CELL.trim()) {
      this.done.push(`${this.#mark}${text}`);
      this.#mark = "";
    }
    this.#line = "";
    if (mark !== "") this.#mark = mark;
  }

  get isEmpty(): boolean {
    return this.#line.trim() === "";
  }
}

function enter(node: PageNode, out: Paragraphs): boolean {
  if (node.nodeType === TEXT_NODE) out.text((node.textContent ?? "").replaceAll(BREAK, ""));
  if (node.nodeType !== ELEMENT_NODE) return false;
  const name = node.nodeName.toUpperCase();
  if (SILENT.has(name) || isHidden(node as Element)) return false;
  if (name === "BR") out.text(BREAK);
  if ((name === "TD" || name === "TH") && !out.isEmpty) out.text(CELL);
  if (BLOCKS.has(name) && !(name === "P" && isInCell(node))) out.block(MARK[name] ?? "");
  return true;
}

/** A row of a table is one line, whatever its cells hold. */
function isInCell(node: PageNode): boolean {
  const parent = (node as PageNode & { readonly parentNode: PageNode | null }).parentNode;
  return parent !== null && /^T[DH]$/i.test(parent.nodeName);
}

function leave(node: PageNode, out: Paragraphs): void {
  const name = node.nodeName.toUpperCase();
  if (name === "P" && isInCell(node)) out.text(" ");
  else if (BLOCKS.has(name)) out.block();
}

/** The text below a node. Goes through it without recursion, since a hostile page nests as deep as it likes. */
export function textBelow(root: PageNode): string {
  const out = new Paragraphs();
  const open: PageNode[] = [];
  let node: PageNode | null = root;
  while (node) {
    if (enter(node, out) && node.firstChild) {
      open.push(node);
      node = node.firstChild;
      continue;
    }
    if (node.nodeType === ELEMENT_NODE) leave(node, out);
    while (node && !node.nextSibling) {
      node = open.pop() ?? null;
      if (node) leave(node, out);
      if (node === root) node = null;
    }
    node = node && node !== root ? node.nextSibling : null;
  }
  out.block();
  return out.done.join("\n\n").replaceAll(/(^|\n)(- [^\n]*)\n\n(?=- )/g, "$1$2\n");
}
