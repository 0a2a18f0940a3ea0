/** The graph as a file: streamed as fast as it is read, never held in memory. */
import { formatDocument } from "../../schema/interchange.ts";
import type { StoreReader } from "../store/port.ts";
import type { Reply } from "./reply.ts";

/** Fewer, larger pieces cost less than a piece a document. */
const PIECE = 256 * 1024;

async function* piecesOf(store: StoreReader): AsyncGenerator<string> {
  let piece = "";
  for await (const document of store.export()) {
    piece += `${formatDocument(document)}\n`;
    if (piece.length < PIECE) continue;
    yield piece;
    piece = "";
  }
  if (piece) yield piece;
}

/** Every document, one JSON document a line. */
export const exportDocuments = (store: StoreReader): Reply => ({
  status: 200,
  headers: {
    "Content-Type": "application/jsonl; charset=utf-8",
    "Content-Disposition": 'attachment; filename="documents.jsonl"',
    "Cache-Control": "no-store",
  },
  body: piecesOf(store),
});
