/** The log: JSON lines on standard error, without anything out of documents or queries. */
import pino, { type Logger } from "pino";
import type { Config } from "./config.ts";

/** An error by what a person needs to find its cause; what else hangs on it may come out of a document or a query. */
function err(error: unknown): unknown {
  if (!(error instanceof Error)) return { type: typeof error };
  const { name, message, stack, cause } = error;
  return { type: name, message, stack, ...(cause === undefined ? {} : { cause: err(cause) }) };
}

/** How errors are written into the log. */
export const SERIALIZERS = { err };

/** Creates the log. */
export const createLog = (level: Config["logLevel"]): Logger =>
  pino(
    { level, base: null, timestamp: pino.stdTimeFunctions.isoTime, serializers: SERIALIZERS },
    pino.destination({ dest: 2, sync: true }),
  );
