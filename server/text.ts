/** From bytes to text, or a reason why they are none. */
import { textProblem } from "../schema/interchange.ts";

/** A text that cannot be read; the message says why and what to do. */
export class TextError extends Error {
  override readonly name = "TextError";
}

/** The most that one document may have, in bytes. */
export const MAX_TEXT_BYTES = 10_000_000;

/** The characters of a file, unaltered; a byte order mark stays, so that the same file has the same id everywhere. */
export function decodeText(bytes: Uint8Array): string {
  if (bytes.length > MAX_TEXT_BYTES)
    throw new TextError(`has ${bytes.length} bytes; one document may have ${MAX_TEXT_BYTES}, so split it`);
  try {
    return checkText(new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes));
  } catch (error) {
    if (error instanceof TextError) throw error;
    throw new TextError("is not text in UTF-8; save it as UTF-8 plain text first");
  }
}

/** The same text, if it can be kept as it is. */
export function checkText(text: string): string {
  const problem = textProblem(text);
  if (problem) throw new TextError(problem);
  return text;
}
