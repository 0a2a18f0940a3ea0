/** From bytes to text, or a reason why they are none. */
import { textProblem } from "../schema/interchange.ts";
import { decode } from "./formats/encoding.ts";
import { FormatError } from "./formats/file.ts";

/** A text that cannot be read; the message says why and what to do. */
export class TextError extends Error {
  override readonly name = "TextError";
}

/** The most that one document may have, in characters. */
export const MAX_TEXT_LENGTH = 10_000_000;

/** The characters of a file of plain text, whatever its encoding, with what is to be said of them. */
export function decodeText(
  bytes: Uint8Array,
  encoding?: string,
): { readonly text: string; readonly notes: readonly string[] } {
  try {
    const { text, notes } = decode(bytes, encoding);
    return { text: checkText(text), notes };
  } catch (error) {
    throw error instanceof FormatError ? new TextError(error.message) : error;
  }
}

/** The same text, if it can be kept as it is. */
export function checkText(text: string): string {
  if (text.length > MAX_TEXT_LENGTH)
    throw new TextError(`has ${text.length} characters; one document may have ${MAX_TEXT_LENGTH}, so split it`);
  const problem = textProblem(text);
  if (problem) throw new TextError(problem);
  return text;
}
