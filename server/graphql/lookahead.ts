/** What a query asks below a field, so that no more is read than it needs. Told by the query's form, once for each. */
import { type FieldNode, type GraphQLResolveInfo, Kind, type SelectionSetNode } from "graphql";

/** As much of what a resolver is told as is needed here. */
export type Asked = Pick<GraphQLResolveInfo, "fieldNodes" | "fragments">;

type Fragments = Asked["fragments"];

function* fieldsIn(selections: SelectionSetNode | undefined, fragments: Fragments): Generator<FieldNode> {
  for (const selection of selections?.selections ?? []) {
    if (selection.kind === Kind.FIELD) yield selection;
    else if (selection.kind === Kind.INLINE_FRAGMENT) yield* fieldsIn(selection.selectionSet, fragments);
    else yield* fieldsIn(fragments[selection.name.value]?.selectionSet, fragments);
  }
}

function* below({ fieldNodes, fragments }: Asked): Generator<FieldNode> {
  for (const { selectionSet } of fieldNodes) yield* fieldsIn(selectionSet, fragments);
}

/** A question about a field that is answered once for each field of each query, however often that runs. */
function remembered<Answer>(question: (asked: Asked) => Answer): (asked: Asked) => Answer {
  const answers = new WeakMap<FieldNode, Answer>();
  return (asked) => {
    const [field, ...others] = asked.fieldNodes;
    // A field that is asked in several places of a query may be asked differently in each.
    if (!field || others.length > 0) return question(asked);
    const known = answers.get(field);
    if (known !== undefined) return known;
    const answer = question(asked);
    answers.set(field, answer);
    return answer;
  };
}

/** Whether nothing but these fields is asked. */
export const asksOnly = (names: readonly string[]): ((asked: Asked) => boolean) => {
  const known = new Set([...names, "__typename"]);
  return remembered((asked) => [...below(asked)].every((field) => known.has(field.name.value)));
};

/** Whether a field of a field is asked. */
export const asksFor = (outer: string, inner: string): ((asked: Asked) => boolean) =>
  remembered(({ fieldNodes, fragments }) =>
    [...below({ fieldNodes, fragments })].some(
      (field) =>
        field.name.value === outer &&
        [...fieldsIn(field.selectionSet, fragments)].some(({ name }) => name.value === inner),
    ),
  );
