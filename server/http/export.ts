/** The graph as a file: streamed as fast as it is read, never held in memory. */
import { formatDocument } from "../../schema/interchange.ts";
import type { StoreReader } from "../store/port.ts";

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

/** Every document, one JSON document a line. A failure on the way breaks the answer off, so that it is not taken for whole. */
export function exportDocuments(store: StoreReader, onError: (error: unknown) => void): Response {
  const pieces = piecesOf(store);
  const encoder = new TextEncoder();
  const body = new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        try {
          const { done, value } = await pieces.next();
          if (done) controller.close();
          else controller.enqueue(encoder.encode(value));
        } catch (error) {
          onError(error);
          controller.error(error);
        }
      },
      async cancel() {
        await pieces.return(undefined);
      },
    },
    { highWaterMark: 0 },
  );
  return new Response(body, {
    headers: {
      "Content-Type": "application/jsonl; charset=utf-8",
      "Content-Disposition": 'attachment; filename="documents.jsonl"',
      "Cache-Control": "no-store",
    },
  });
}
