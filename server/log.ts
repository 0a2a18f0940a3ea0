/** The log: JSON lines on standard error, without anything out of documents or queries. */
import pino, { type Logger } from "pino";
import type { Config } from "./config.ts";

/** Creates the log. */
export const createLog = (level: Config["logLevel"]): Logger =>
  pino({ level, base: null, timestamp: pino.stdTimeFunctions.isoTime }, pino.destination({ dest: 2, sync: true }));
