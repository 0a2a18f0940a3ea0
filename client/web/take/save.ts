/** Handing a file to the person: the browser saves it as it saves any download. */

const KEEP_MS = 60_000;

/** Saves bytes under a name. */
export function save(blob: Blob, name: string): void {
  const address = URL.createObjectURL(blob);
  const link = Object.assign(document.createElement("a"), { href: address, download: name });
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(address), KEEP_MS);
}

/** A name for a file: what it is about, and the day; letters, digits and hyphens only. */
export function fileName(title: string, extension: string, day: string): string {
  const plain = title
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .replace(/[^\p{L}\p{N}]+/gu, "-")
    .replace(/^-+|-+$/g, "")
    .slice(0, 60)
    .toLowerCase();
  return `actant-${plain || "graph"}-${day}.${extension}`;
}

/** Draws an SVG document into a PNG of twice its size. Throws where the browser cannot paint it. */
export async function paintPng(svg: string, scale = 2): Promise<Blob> {
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
  await image.decode();
  const canvas = new OffscreenCanvas(image.width * scale, image.height * scale);
  canvas.getContext("2d")!.drawImage(image, 0, 0, canvas.width, canvas.height);
  return canvas.convertToBlob({ type: "image/png" });
}

/** The page's policy, which the frame shares, holds for styles within HTML; what a script sets is its own doing. */
function adoptStyles({ contentDocument, contentWindow }: HTMLIFrameElement): void {
  if (!contentDocument || !contentWindow) return;
  const text = contentDocument.querySelector("style")?.textContent ?? "";
  const sheet = new (contentWindow as Window & typeof globalThis).CSSStyleSheet();
  sheet.replaceSync(text);
  contentDocument.adoptedStyleSheets = [sheet];
}

/** Opens the browser's own way to print a document, or to keep it as PDF. */
export function print(html: string): void {
  const frame = Object.assign(document.createElement("iframe"), { srcdoc: html, title: "The report, to be printed" });
  frame.style.cssText = "position:fixed;width:0;height:0;border:0;visibility:hidden";
  frame.addEventListener("load", () => {
    adoptStyles(frame);
    frame.contentWindow?.addEventListener("afterprint", () => frame.remove());
    frame.contentWindow?.focus();
    frame.contentWindow?.print();
  });
  document.body.append(frame);
}
