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

/** What to do where the store fails on the way. */
interface Failing {
  readonly onError: (error: unknown) => void;
  /** Ends the connection before its time, so that a part is not taken for the whole. */
  readonly hangUp: (() => void) | undefined;
}

/** Every document, one JSON document a line. */
export function exportDocuments(store: StoreReader, { onError, hangUp }: Failing): Response {
  const pieces = piecesOf(store);
  const encoder = new TextEncoder();
  const fail = (controller: ReadableStreamDefaultController, error: unknown) => {
    onError(error);
    if (!hangUp) return controller.error(error);
    hangUp();
    controller.close();
  };
  const body = new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        try {
          const { done, value } = await pieces.next();
          if (done) controller.close();
          else controller.enqueue(encoder.encode(value));
        } catch (error) {
          fail(controller, error);
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
