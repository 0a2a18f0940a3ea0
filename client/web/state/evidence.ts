/** Assertions as the panel lists them: under the document that they stand in. Pure. */

interface Said {
  readonly document: { readonly id: string };
}

/** A line of the list: a document's heading, or one of its sentences. */
export type EvidenceRow<A extends Said> =
  | { readonly is: "document"; readonly document: A["document"]; readonly sentences: number; readonly key: string }
  | { readonly is: "assertion"; readonly assertion: A; readonly nth: number; readonly key: string };

/** Headings and sentences in the order in which the documents first appear; `nth` counts sentences from 0. */
export function evidenceRows<A extends Said & { readonly id: string }>(assertions: readonly A[]): EvidenceRow<A>[] {
  const groups = new Map<string, A[]>();
  for (const assertion of assertions) {
    const { id } = assertion.document;
    groups.set(id, [...(groups.get(id) ?? []), assertion]);
  }
  let nth = -1;
  return [...groups].flatMap(([id, group]): EvidenceRow<A>[] => [
    { is: "document", document: group[0]!.document, sentences: group.length, key: id },
    ...group.map((assertion): EvidenceRow<A> => {
      nth += 1;
      return { is: "assertion", assertion, nth, key: assertion.id };
    }),
  ]);
}
