/** What a query may ask of the server. Every refusal tells its limit and the value found. */
import { EnvelopArmorPlugin } from "@escape.tech/graphql-armor";
import { type ExecutionArgs, getOperationAST, type GraphQLError, Kind } from "graphql";
import type { Plugin } from "graphql-yoga";
import { costOf } from "./cost.ts";
import { refusal } from "./refusal.ts";

/** Introspection by notebooks and GraphiQL stays well below each of these; its depth is not counted. */
export const LIMITS = {
  depth: 14,
  nesting: 200,
  aliases: 50,
  directives: 50,
  tokens: 4_000,
  cost: 10_000_000,
  seconds: 30,
} as const;

/** Depth, aliases, directives and tokens: by the query's form alone. */
export const formLimits = (): Plugin =>
  EnvelopArmorPlugin({
    // The schema is open to all who may ask, so a hint at a field's right name gives nothing away.
    blockFieldSuggestion: { enabled: false },
    // Does not see variables and default values; see `costLimit`.
    costLimit: { enabled: false },
    maxDepth: { n: LIMITS.depth, flattenFragments: true },
    maxAliases: { n: LIMITS.aliases },
    maxDirectives: { n: LIMITS.directives },
    maxTokens: { n: LIMITS.tokens },
  }) as Plugin;

/** Strings and comments, in which brackets are no brackets. */
const TEXT = /"""[^]*?"""|"(?:\\.|[^"\\\n])*"|#.*/g;

/** How deep brackets of any kind stand within each other. */
function nestingOf(query: string): number {
  let [deepest, depth] = [0, 0];
  for (const bracket of query.replace(TEXT, "").match(/[[\](){}]/g) ?? []) {
    depth += "[({".includes(bracket) ? 1 : -1;
    deepest = Math.max(deepest, depth);
  }
  return deepest;
}

/** Refuses what is nested so deep that to parse it would take the whole stack. */
export const nestingLimit = (): Plugin => ({
  onParse({ params: { source } }) {
    const nesting = nestingOf(typeof source === "string" ? source : source.body);
    if (nesting <= LIMITS.nesting) return;
    throw refusal(`Brackets are nested ${nesting} deep; the limit is ${LIMITS.nesting}.`, "TOO_COSTLY");
  },
});

function tooCostly({ schema, document, operationName, variableValues }: ExecutionArgs): GraphQLError | undefined {
  const operation = getOperationAST(document, operationName);
  if (!operation) return undefined;
  const fragments = document.definitions.filter((node) => node.kind === Kind.FRAGMENT_DEFINITION);
  const cost = costOf(schema, operation, fragments, variableValues ?? {});
  if (cost <= LIMITS.cost) return undefined;
  const advice = "ask for fewer rows with `first` or `limit`, or for fewer fields of each";
  return refusal(`The answer could hold ${cost} objects; the limit is ${LIMITS.cost}: ${advice}.`, "TOO_COSTLY");
}

/** Refuses what would give too large an answer, before it is executed. */
export const costLimit = (): Plugin => ({
  onExecute({ args, setResultAndStopExecution }) {
    const error = tooCostly(args);
    if (error) setResultAndStopExecution({ errors: [error] });
  },
});

async function orTooLate<Result>(
  result: Promise<Result>,
  seconds: number,
): Promise<Result | { errors: GraphQLError[] }> {
  let timer: NodeJS.Timeout | undefined;
  // Made only when it is needed: an error costs more than all else here.
  const error = () => refusal(`The answer took longer than ${seconds} seconds; ask for less at a time.`, "TIMEOUT");
  const late = new Promise<{ errors: GraphQLError[] }>((resolve) => {
    timer = setTimeout(() => resolve({ errors: [error()] }), seconds * 1_000);
  });
  return Promise.race([result, late]).finally(() => clearTimeout(timer));
}

/** Whether a query has a file read, which has limits of its own and may take longer. */
const readsFile = ({ document }: ExecutionArgs): boolean =>
  document.definitions.some(
    (node) =>
      node.kind === Kind.OPERATION_DEFINITION &&
      node.selectionSet.selections.some((field) => field.kind === Kind.FIELD && field.name.value === "preview"),
  );

/** Answers queries within a time; changes take theirs, since what they write is written whole or not at all. */
export const timeLimit = (seconds: number = LIMITS.seconds): Plugin => ({
  onExecute({ args, executeFn, setExecuteFn }) {
    if (getOperationAST(args.document, args.operationName)?.operation !== "query" || readsFile(args)) return;
    setExecuteFn((given: ExecutionArgs) => orTooLate(Promise.resolve(executeFn(given)), seconds));
  },
});
