/** The configuration: read once from the environment, checked, and explained where it is wrong. */
import { resolve } from "node:path";
import { z } from "zod";

/** A configuration that cannot be used; the message names the variables and the fix. */
export class ConfigError extends Error {
  override readonly name = "ConfigError";
}

const LOG_LEVELS = ["fatal", "error", "warn", "info", "debug", "trace", "silent"] as const;
const NEO4J_URI = /^(bolt|neo4j)(\+s|\+ssc)?:\/\/[^\s/]+/;

/** Who finds the edges: the rules, a model, or both side by side. */
const EXTRACTORS = ["rules", "llm", "both"] as const;

const token = z
  .string()
  .regex(/^[\x21-\x7e]+$/, "has characters that a header cannot carry; make one with `openssl rand -hex 32`")
  .optional();

const variables = z.object({
  HOST: z.string().default("127.0.0.1"),
  PORT: z
    .string()
    .default("4000")
    .refine((port) => /^\d{1,5}$/.test(port) && Number(port) <= 65_535, "is not a port; give a number from 0 to 65535"),
  DATA_DIR: z.string().default("data"),
  NEO4J_URI: z
    .string()
    .regex(
      NEO4J_URI,
      "is not an address of Neo4j; write it like bolt://localhost:7687 or neo4j+s://….databases.neo4j.io",
    )
    .optional(),
  NEO4J_USERNAME: z.string().default("neo4j"),
  NEO4J_PASSWORD: z.string().optional(),
  NEO4J_DATABASE: z.string().optional(),
  GAZETTEER: z.string().optional(),
  EXTRACTOR: z.enum(EXTRACTORS, `is not one of ${EXTRACTORS.join(", ")}`).default("rules"),
  LLM_BASE_URL: z
    .string()
    .regex(/^https?:\/\/[^\s/]+/, "is not an address; write it like http://localhost:11434/v1")
    .optional(),
  LLM_MODEL: z.string().optional(),
  LLM_API_KEY: z.string().optional(),
  ACTANT_TOKEN: token,
  ACTANT_READ_TOKEN: token,
  LOG_LEVEL: z.enum(LOG_LEVELS, `is not one of ${LOG_LEVELS.join(", ")}`).default("warn"),
});

export interface Neo4jConfig {
  readonly uri: string;
  readonly username: string;
  readonly password: string;
  readonly database: string | undefined;
}

export interface LlmConfig {
  readonly baseUrl: string;
  readonly model: string;
  readonly apiKey: string | undefined;
  /** Whether its edges stand in the place of the rules', rather than beside them. */
  readonly alone: boolean;
}

export interface Config {
  readonly host: string;
  /** 0 lets the system choose one. */
  readonly port: number;
  /** Where the embedded store keeps its file. */
  readonly dataFolder: string;
  /** Given where Neo4j is to be the store. */
  readonly neo4j: Neo4jConfig | undefined;
  /** The desk's own names, beside those that Actant brings. */
  readonly gazetteer: string | undefined;
  /** Given where a model is to be asked. */
  readonly llm: LlmConfig | undefined;
  /** What changes must carry when the server is bound to more than loopback. */
  readonly token: string | undefined;
  /** What who only asks must carry then, if given. */
  readonly readToken: string | undefined;
  readonly logLevel: (typeof LOG_LEVELS)[number];
}

/** Whether only this machine can reach an address. */
export const isLoopback = (host: string): boolean => /^(localhost|127(\.\d{1,3}){3}|\[?::1\]?)$/i.test(host);

type Variables = z.infer<typeof variables>;

function neo4jOf(found: Variables): Neo4jConfig | undefined {
  if (found.NEO4J_URI === undefined) return undefined;
  if (found.NEO4J_PASSWORD === undefined)
    throw new ConfigError("NEO4J_PASSWORD is not set: NEO4J_URI needs it. Set it to the password of NEO4J_USERNAME.");
  const { NEO4J_URI: uri, NEO4J_USERNAME: username, NEO4J_PASSWORD: password, NEO4J_DATABASE: database } = found;
  return { uri, username, password, database };
}

function llmOf(found: Variables): LlmConfig | undefined {
  const { EXTRACTOR: extractor, LLM_BASE_URL: baseUrl, LLM_MODEL: model, LLM_API_KEY: apiKey } = found;
  if (extractor === "rules") return undefined;
  const missing = [...(baseUrl === undefined ? ["LLM_BASE_URL"] : []), ...(model === undefined ? ["LLM_MODEL"] : [])];
  if (baseUrl === undefined || model === undefined)
    throw new ConfigError(
      `${missing.join(" and ")} must be set for EXTRACTOR=${extractor}: where the model is asked, and its name.`,
    );
  return { baseUrl, model, apiKey, alone: extractor === "llm" };
}

/** Reads the configuration; a variable that is empty counts as not set. Throws a ConfigError. */
export function readConfig(env: Readonly<Record<string, string | undefined>>): Config {
  const set = Object.entries(env).filter(([name, value]) => value !== "" && name in variables.shape);
  const parsed = variables.safeParse(Object.fromEntries(set));
  if (!parsed.success)
    throw new ConfigError(parsed.error.issues.map((issue) => `${issue.path.join(".")} ${issue.message}.`).join("\n"));
  return {
    host: parsed.data.HOST,
    port: Number(parsed.data.PORT),
    dataFolder: resolve(parsed.data.DATA_DIR),
    neo4j: neo4jOf(parsed.data),
    gazetteer: parsed.data.GAZETTEER && resolve(parsed.data.GAZETTEER),
    llm: llmOf(parsed.data),
    token: parsed.data.ACTANT_TOKEN,
    readToken: parsed.data.ACTANT_READ_TOKEN,
    logLevel: parsed.data.LOG_LEVEL,
  };
}

const hidden = (secret: string | undefined) => secret && "(hidden)";

/** The configuration as it may be shown: secrets hidden. */
export const describeConfig = ({ token, readToken, neo4j, llm, ...config }: Config) => ({
  ...config,
  llm: llm && { ...llm, baseUrl: llm.baseUrl.replace(/\/\/[^/@]*@/, "//(hidden)@"), apiKey: hidden(llm.apiKey) },
  token: hidden(token),
  readToken: hidden(readToken),
  // An address may carry a name and a password.
  neo4j: neo4j && { ...neo4j, uri: neo4j.uri.replace(/\/\/[^/@]*@/, "//(hidden)@"), password: hidden(neo4j.password) },
});

/** Throws a ConfigError if a server may not be bound as configured: beyond loopback it needs a token. */
export function checkExposure({ host, token }: Pick<Config, "host" | "token">): void {
  if (isLoopback(host) || token !== undefined) return;
  throw new ConfigError(
    `HOST=${host} would let other machines change the graph. Set ACTANT_TOKEN to a secret that they must send ` +
      "(`openssl rand -hex 32` makes one), or leave HOST at 127.0.0.1.",
  );
}
