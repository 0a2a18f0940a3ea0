/** The one question that all contenders are asked, each in its own words, and its answer in one form. */

/** Surroundings of one entity: up to `limit` edges, heaviest first, each with its first three assertions. */
export interface Question {
  readonly of: string;
  readonly limit: number;
}

interface Named {
  readonly id: string;
  readonly name: string;
  readonly kind: string;
}

interface Said {
  readonly id: string;
  readonly quote: string;
  readonly status: string;
  readonly speaker: string | null;
  readonly date: string | null;
  readonly document: Readonly<Record<"id" | "title" | "publisher" | "published", string | null>>;
}

/** An edge of the answer. */
export interface AnsweredEdge {
  readonly id: string;
  readonly type: string;
  readonly assertionCount: number;
  readonly subject: Named;
  readonly object: Named;
  readonly assertions: { readonly nodes: readonly Said[] };
}

/** How a contender is asked, and how its answer is read. */
export interface Manner {
  readonly bodyOf: (question: Question) => string;
  readonly edgesOf: (answer: never) => readonly AnsweredEdge[];
}

const EDGE = `id type assertionCount subject { id name kind } object { id name kind }`;
const SAID = "id quote status speaker date";
const DOCUMENT = "{ id title publisher published }";

const ACTANT = `query Surroundings($of: ID!, $limit: Int!) {
  neighborhood(of: [$of], limit: $limit) {
    relations { ${EDGE} assertions(first: 3) { nodes { ${SAID} document ${DOCUMENT} } } }
  }
}`;

export const actant: Manner = {
  bodyOf: (variables) => JSON.stringify({ query: ACTANT, variables }),
  edgesOf: (answer: { data: { neighborhood: { relations: AnsweredEdge[] } } }) => answer.data.neighborhood.relations,
};

const PEER = `query Surroundings($of: ID!, $limit: Int!) {
  actors(where: { id: { eq: $of } }) {
    edges(sort: [{ weight: ASC }, { id: ASC }], limit: $limit) {
      ${EDGE} claims(sort: [{ place: ASC }], limit: 3) { ${SAID} report ${DOCUMENT} }
    }
  }
}`;

type PeerEdge = Omit<AnsweredEdge, "subject" | "object" | "assertions"> & {
  readonly subject: readonly Named[];
  readonly object: readonly Named[];
  readonly claims: readonly (Omit<Said, "document"> & { readonly report: readonly Said["document"][] })[];
};

export const peer: Manner = {
  bodyOf: (variables) => JSON.stringify({ query: PEER, variables }),
  edgesOf: (answer: { data: { actors: { edges: PeerEdge[] }[] } }) =>
    answer.data.actors[0]!.edges.map(({ subject, object, claims, ...edge }) => ({
      ...edge,
      subject: subject[0]!,
      object: object[0]!,
      assertions: {
        nodes: claims.map(({ report, speaker, date, ...said }) => ({
          ...said,
          speaker: speaker || null,
          date: date || null,
          document: report[0]!,
        })),
      },
    })),
};

export const bare: Manner = {
  bodyOf: (question) => JSON.stringify(question),
  edgesOf: (answer: { data: { neighborhood: { relations: AnsweredEdge[] } } }) => answer.data.neighborhood.relations,
};
