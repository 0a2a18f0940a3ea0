/** Bodies of requests: read whole, up to a limit. */

/** The most bytes that a request may carry. */
export const MAX_BODY_BYTES = 10_000_000;

/** Why a body cannot be taken. */
export interface BodyProblem {
  readonly status: 400 | 413;
  readonly message: string;
}

const TOO_LARGE: BodyProblem = {
  status: 413,
  message: `The request is larger than ${MAX_BODY_BYTES} bytes; load larger texts in parts, or with \`npm run seed\`.`,
};

async function* chunksOf(stream: ReadableStream<Uint8Array>): AsyncGenerator<Uint8Array> {
  const reader = stream.getReader();
  try {
    for (let next = await reader.read(); !next.done; next = await reader.read()) yield next.value;
  } finally {
    await reader.cancel().catch(() => {});
  }
}

/** The body as text, or why it is none. Stops reading once the limit is passed. */
export async function readBody(request: Request): Promise<string | BodyProblem> {
  if (Number(request.headers.get("content-length") ?? 0) > MAX_BODY_BYTES) return TOO_LARGE;
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of request.body ? chunksOf(request.body) : []) {
    size += chunk.length;
    if (size > MAX_BODY_BYTES) return TOO_LARGE;
    chunks.push(chunk);
  }
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(Buffer.concat(chunks));
  } catch {
    return { status: 400, message: "The request is not text in UTF-8." };
  }
}
