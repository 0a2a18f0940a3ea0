/**
 * The cost of a query, told before it is executed: how many objects its answer could hold, from the `first` and
 * `limit` arguments as they are after variables and defaults.
 */
import {
  type FieldNode,
  type FragmentDefinitionNode,
  getArgumentValues,
  getNamedType,
  getVariableValues,
  type GraphQLField,
  type GraphQLSchema,
  isInterfaceType,
  isLeafType,
  isObjectType,
  Kind,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from "graphql";
import { MAX_NEIGHBORHOOD, MAX_PAGE } from "./arguments.ts";

type Variables = Readonly<Record<string, unknown>>;

/** How many times what is below a field may stand in the answer. */
function rows(field: GraphQLField<unknown, unknown>, node: FieldNode, variables: Variables): number {
  const given = getArgumentValues(field, node, variables);
  const asked = (name: string, most: number) => Math.min(Math.max(Number(given[name]), 1), most);
  if ("first" in given) return asked("first", MAX_PAGE);
  return "limit" in given ? asked("limit", MAX_NEIGHBORHOOD) : 1;
}

class Costing {
  readonly #known = new Map<string, number>();
  readonly #schema: GraphQLSchema;
  readonly #variables: Variables;
  readonly #fragments: ReadonlyMap<string, FragmentDefinitionNode>;

  constructor(schema: GraphQLSchema, variables: Variables, fragments: ReadonlyMap<string, FragmentDefinitionNode>) {
    this.#schema = schema;
    this.#variables = variables;
    this.#fragments = fragments;
  }

  of(selections: SelectionSetNode, type: string): number {
    let cost = 0;
    for (const selection of selections.selections) {
      if (selection.kind === Kind.FIELD) cost += this.#ofField(selection, type);
      else if (selection.kind === Kind.FRAGMENT_SPREAD) cost += this.#ofFragment(selection.name.value);
      else cost += this.of(selection.selectionSet, selection.typeCondition?.name.value ?? type);
    }
    return cost;
  }

  #ofField(node: FieldNode, typeName: string): number {
    const type = this.#schema.getType(typeName);
    const field = isObjectType(type) || isInterfaceType(type) ? type.getFields()[node.name.value] : undefined;
    if (!field) return 0;
    const named = getNamedType(field.type);
    if (isLeafType(named) || !node.selectionSet) return 0;
    return 1 + rows(field, node, this.#variables) * this.of(node.selectionSet, named.name);
  }

  /** Once for each fragment, so that fragments within fragments cost no more to weigh than to write. */
  #ofFragment(name: string): number {
    const fragment = this.#fragments.get(name);
    const known = this.#known.get(name);
    if (!fragment || known !== undefined) return known ?? 0;
    const cost = this.of(fragment.selectionSet, fragment.typeCondition.name.value);
    this.#known.set(name, cost);
    return cost;
  }
}

/** The most objects that the answer to an operation could hold; 0 if its variables do not fit, which execution tells. */
export function costOf(
  schema: GraphQLSchema,
  operation: OperationDefinitionNode,
  fragments: readonly FragmentDefinitionNode[],
  given: Variables,
): number {
  const { coerced } = getVariableValues(schema, operation.variableDefinitions ?? [], given);
  const root = schema.getRootType(operation.operation);
  if (!coerced || !root) return 0;
  const byName = new Map(fragments.map((fragment) => [fragment.name.value, fragment]));
  return new Costing(schema, coerced, byName).of(operation.selectionSet, root.name);
}
