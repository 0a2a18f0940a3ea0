/** Worked examples: the tabs with which GraphiQL opens. */

const neighborhood = `# Who surrounds the Popular Mobilization Forces, and which sentence says so?
query Neighborhood($of: [ID!]!) {
  neighborhood(of: $of, limit: 100) {
    totalRelations
    relations {
      subject { name }
      type
      object { name }
      assertionCount
      assertions(first: 1) {
        nodes { quote status speaker date document { title publisher published } }
      }
    }
  }
}
`;

const search = `# Names and aliases; a typing error is forgiven.
query Search($query: String!) {
  entities(query: $query, first: 10) {
    totalCount
    nodes { id name kind aliases degree }
  }
}
`;

const table = `# A flat table for a notebook: assaults that are said to have happened in 2024, sentence by sentence.
query Assaults($filter: RelationFilter, $after: String) {
  assertions(filter: $filter, first: 100, after: $after) {
    totalCount
    pageInfo { hasNextPage endCursor }
    nodes {
      relation { subject { name } type object { name } }
      date
      speaker
      confidence
      quote
      document { title publisher published url }
    }
  }
}
`;

const paths = `# What lies between Iran and the United States, and which step is said least often?
query Paths($from: ID!, $to: ID!) {
  paths(from: $from, to: $to, maxHops: 3, limit: 3) {
    entities { name }
    relations { subject { name } type object { name } assertions(first: 1) { nodes { quote } } }
    weakest { type assertionCount }
  }
}
`;

const counts = `# Material conflict month by month, and by publisher and speaker.
query Counts($filter: RelationFilter) {
  timeline(filter: $filter, bin: MONTH) { from assertions reachingBeyond quads { quad count } }
  facets(filter: $filter) {
    relations
    assertions
    types { type relations assertions }
    publishers(limit: 10) { name assertions }
    speakers(limit: 10) { name assertions }
  }
}
`;

const overview = `# The graph from above: columns, with places laid out on the server.
query Overview {
  overview(limit: 200) {
    entities { name kind x y community }
    relations { subject object quad weight }
    communities { name size }
    totalEntities
    truncated
  }
}
`;

const changes = `# News: once now, then whenever the graph or the work of reading has changed.
subscription Changes {
  changes { version layoutVersion pending read refused }
}
`;

const reading = `# Reads a text. The same text again changes nothing and says so (\`known\`).
mutation Ingest($document: DocumentInput!) {
  ingest(document: $document) {
    known
    newRelations
    document {
      id
      title
      assertions { nodes { quote relation { subject { name } type object { name } } } }
    }
  }
}
`;

const example = (query: string, variables: object) => ({ query, variables: JSON.stringify(variables, null, 2) });

export const examples = [
  example(neighborhood, { of: ["militia:Popular_Mobilization_Forces"] }),
  example(search, { query: "popular mobilisation" }),
  example(table, { filter: { types: ["ASSAULT"], statuses: ["ACTUAL"], from: "2024-01-01", to: "2024-12-31" } }),
  example(paths, { from: "state:Iran", to: "state:United_States" }),
  example(counts, { filter: { quads: ["MATERIAL_CONFLICT"] } }),
  example(overview, {}),
  example(changes, {}),
  example(reading, {
    document: { title: "A note", published: "2024-09-30", text: "Iran backs Kata'ib Hezbollah in Iraq." },
  }),
];
