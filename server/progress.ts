/** How far the reading of documents has come. */
import type { Reading } from "./reading/reading.ts";

/** Counts since the server started. */
export interface Progress {
  /** Being read, or waiting. */
  readonly pending: number;
  readonly read: number;
  readonly refused: number;
}

/** The same way of reading, counted. */
export function counted(reading: Reading): { readonly reading: Reading; readonly progress: () => Progress } {
  let [pending, done, refused] = [0, 0, 0];
  return {
    reading: {
      ...reading,
      read: async (source) => {
        pending += 1;
        try {
          const result = await reading.read(source);
          done += 1;
          return result;
        } catch (error) {
          refused += 1;
          throw error;
        } finally {
          pending -= 1;
        }
      },
    },
    progress: () => ({ pending, read: done, refused }),
  };
}
