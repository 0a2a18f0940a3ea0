/** Bodies of requests: read whole, up to a limit. */
import type { IncomingMessage } from "node:http";

/** The most bytes that a request may carry. */
export const MAX_BODY_BYTES = 10_000_000;

/** The most bytes from who may write, and so may send a file of 50 MB as base64. */
export const MAX_FILE_BODY_BYTES = 70_000_000;

/** Why a body cannot be taken. */
export interface BodyProblem {
  readonly status: 400 | 413;
  readonly message: string;
}

const tooLarge = (bytes: number | string, most: number): BodyProblem => ({
  status: 413,
  message:
    `The request has ${bytes} bytes, which is larger than ${most} bytes; ` +
    "load larger texts in parts, or with `npm run seed`.",
});

/** The body as text, or why it is none. Stops reading once the limit is passed. */
export async function readBody(request: IncomingMessage, most = MAX_BODY_BYTES): Promise<string | BodyProblem> {
  const told = Number(request.headers["content-length"] ?? 0);
  if (told > most) return tooLarge(told, most);
  const chunks: Buffer[] = [];
  let size = 0;
  // Left open where it is too large, so that the refusal can still be told.
  for await (const chunk of request.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > most) return tooLarge(`more than ${most}`, most);
    chunks.push(chunk);
  }
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(Buffer.concat(chunks));
  } catch {
    return { status: 400, message: "The request is not text in UTF-8." };
  }
}
