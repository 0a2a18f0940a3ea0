/** How far the reading of documents has come. */
import type { Read } from "./graphql/context.ts";

/** Counts since the server started. */
export interface Progress {
  /** Being read, or waiting. */
  readonly pending: number;
  readonly read: number;
  readonly refused: number;
}

/** The same way of reading, counted. */
export function counted(read: Read): { readonly read: Read; readonly progress: () => Progress } {
  let [pending, done, refused] = [0, 0, 0];
  return {
    read: async (source) => {
      pending += 1;
      try {
        const document = await read(source);
        done += 1;
        return document;
      } catch (error) {
        refused += 1;
        throw error;
      } finally {
        pending -= 1;
      }
    },
    progress: () => ({ pending, read: done, refused }),
  };
}
