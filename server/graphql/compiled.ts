/**
 * Execution by compiled queries: a query that comes again is compiled to a function, which answers as graphql-js does
 * in a third of the time. What is rare, changes something, or would be large to compile is left to graphql-js.
 */
import {
  type DocumentNode,
  type ExecutionArgs,
  type ExecutionResult,
  type FragmentDefinitionNode,
  getOperationAST,
  getVariableValues,
  type GraphQLSchema,
  Kind,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from "graphql";
import { compileQuery, isCompiledQuery } from "graphql-jit";
import type { Plugin } from "graphql-yoga";

/** The most fields of a query, its fragments written out wherever they are used, that is compiled. */
const MOST_FIELDS = 2_000;

type Fragments = ReadonlyMap<string, FragmentDefinitionNode>;

/** How many fields a query has with its fragments written out; no further than `most`. Infinite for introspection. */
function fieldsOf({ selections }: SelectionSetNode, fragments: Fragments, most: number): number {
  let count = 0;
  for (const selection of selections) {
    if (count > most) return count;
    if (selection.kind === Kind.FIELD) {
      if (selection.name.value === "__schema" || selection.name.value === "__type") return Infinity;
      count += 1 + (selection.selectionSet ? fieldsOf(selection.selectionSet, fragments, most - count) : 0);
    } else {
      const of = selection.kind === Kind.INLINE_FRAGMENT ? selection : fragments.get(selection.name.value);
      // A spread counts too, so that fragments of fragments end here as well.
      count += 1 + (of ? fieldsOf(of.selectionSet, fragments, most - count) : 0);
    }
  }
  return count;
}

const fragmentsIn = (document: DocumentNode): Fragments =>
  new Map(
    document.definitions
      .filter((node) => node.kind === Kind.FRAGMENT_DEFINITION)
      .map((fragment) => [fragment.name.value, fragment]),
  );

const asIs = (value: unknown) => value;

/** What resolvers give is typed, so that these need no look at each value. */
const customSerializers = { ID: asIs, String: asIs, Int: asIs, Float: asIs, Boolean: asIs, Date: asIs, EDTF: asIs };

type Executed = ExecutionResult | Promise<ExecutionResult>;

/** What a query is compiled to. */
type Answer = (contextValue: unknown, variables: Readonly<Record<string, unknown>>) => Executed;

/** Errors first, as graphql-js has them. */
const inUsualOrder = (result: ExecutionResult): ExecutionResult =>
  result.errors ? { errors: result.errors, ...result } : result;

/** The compiled query, or undefined where it is better left to graphql-js. */
export function compile(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
): Answer | undefined {
  if (operation.operation !== "query") return undefined;
  if (fieldsOf(operation.selectionSet, fragmentsIn(document), MOST_FIELDS) > MOST_FIELDS) return undefined;
  const compiled = compileQuery(schema, document, operation.name?.value, {
    customSerializers,
    disablingCapturingStackErrors: true,
  });
  if (!isCompiledQuery(compiled)) return undefined;
  return (contextValue, variables) => {
    const result = compiled.query(undefined, contextValue, variables) as Executed;
    return result instanceof Promise ? result.then(inUsualOrder) : inUsualOrder(result);
  };
}

/** Answers by a compiled query where there is one, and in the words of graphql-js where anything is wrong. */
class Executor {
  /** By operation; parsed queries are kept and shared, so that the same text is the same operation. */
  readonly #known = new WeakMap<OperationDefinitionNode, Answer | "seen once" | "not compiled">();

  #compiled(schema: GraphQLSchema, document: DocumentNode, operation: OperationDefinitionNode) {
    const known = this.#known.get(operation);
    if (known === "not compiled") return undefined;
    if (known === undefined) {
      this.#known.set(operation, "seen once");
      return undefined;
    }
    const compiled = known === "seen once" ? compile(schema, document, operation) : known;
    this.#known.set(operation, compiled ?? "not compiled");
    return compiled;
  }

  /** The compiled form of what is to be executed; undefined where its variables do not fit, for which it has other words. */
  of({ schema, document, operationName, variableValues }: ExecutionArgs): Answer | undefined {
    const operation = getOperationAST(document, operationName);
    const compiled = operation && this.#compiled(schema, document, operation);
    if (!compiled) return undefined;
    const { errors } = getVariableValues(schema, operation.variableDefinitions ?? [], variableValues ?? {});
    return errors ? undefined : compiled;
  }
}

/** Executes queries that come again by what they were compiled to. To stand before plugins that wrap execution. */
export function compiledExecution(): Plugin {
  const executor = new Executor();
  return {
    onExecute({ args, setExecuteFn }) {
      const compiled = executor.of(args);
      if (!compiled) return;
      setExecuteFn(({ contextValue, variableValues }: ExecutionArgs): Executed =>
        compiled(contextValue, variableValues ?? {}),
      );
    },
  };
}
