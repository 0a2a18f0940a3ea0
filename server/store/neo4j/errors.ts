/** What goes wrong between Actant and Neo4j, told for people. */
import { Neo4jError } from "neo4j-driver";
import { StoreError } from "../port.ts";

const REASONS: readonly (readonly [code: RegExp, reason: string])[] = [
  [
    /Security\.(Unauthorized|TokenExpired)$/,
    "refuses the name or the password. Check NEO4J_USERNAME and NEO4J_PASSWORD",
  ],
  [/AuthenticationRateLimit$/, "refuses to listen after too many wrong passwords. Wait a few seconds and try again"],
  [
    /CredentialsExpired$/,
    "wants its first password changed before it can be used. Change it with Neo4j's own tools, then set NEO4J_PASSWORD",
  ],
  [/Security\.Forbidden$/, "does not let this user do that. The user needs to read, write and make indexes"],
  [/DatabaseNotFound$/, "has no database of that name. Check NEO4J_DATABASE, or leave it out for the default one"],
  [/DatabaseUnavailable$/, "has stopped this database, or is still starting it. Try again in a moment"],
  [
    /^(ServiceUnavailable|SessionExpired)$|DiscoveryFailed$/,
    "cannot be reached. Check that it runs and that NEO4J_URI is right; `npm run neo4j` starts one on this machine",
  ],
  [/TransactionTimedOut/, "stopped the question, which took longer than 30 seconds. Narrow the filter"],
  [/MemoryPoolOutOfMemoryError$|OutOfMemory|StackOverFlow/, "has too little memory for this. Give it a larger heap"],
  [/ReadOnly|WriteOnReadOnlyAccessDatabase|NotALeader$/, "is read-only here. Use an address of the form neo4j://"],
];

/** An error of the driver as a StoreError that says what to do; any other error as it is. */
export function told(error: unknown, location: string): unknown {
  if (error instanceof StoreError || !(error instanceof Neo4jError)) return error;
  const reason = REASONS.find(([pattern]) => pattern.test(error.code))?.[1];
  const message = reason ? `Neo4j at ${location} ${reason} (${error.code}).` : `Neo4j at ${location}: ${error.message}`;
  return new StoreError(message, { cause: error });
}

/** Whether the same question may well be answered a moment later: a connection that broke, a leader that changed. */
export const isPassing = (error: unknown): boolean => error instanceof Neo4jError && error.retriable;
