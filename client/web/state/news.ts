/** What has changed in the graph since the reader last looked, in words. Pure. */
import { counted } from "../text/words.ts";

/** What the graph held at one time. */
export interface Holding {
  readonly version: number;
  readonly documents: number;
}

/** Undefined where nothing has changed; the reader's own doing is no news. */
export function newsOf(known: Holding | undefined, now: Holding | undefined): string | undefined {
  if (!known || !now || now.version === known.version) return undefined;
  const more = now.documents - known.documents;
  if (more > 0) return counted(more, "new document");
  if (more < 0) return `${counted(-more, "document")} taken back`;
  return "The graph has changed";
}
