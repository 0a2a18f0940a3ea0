/** The questions that the explorer asks about the graph, in one place. */
import { graphql } from "./graphql.ts";

export const entityFields = graphql(`
  fragment EntityFields on Entity {
    id
    name
    kind
    country
    degree
    latitude
    longitude
  }
`);

export const relationFields = graphql(`
  fragment RelationFields on Relation {
    id
    type
    subject {
      id
    }
    object {
      id
    }
    assertionCount
    documentCount
    speakerCount
    statuses {
      status
      count
    }
    firstDate
    lastDate
  }
`);

export const neighborhoodQuery = graphql(
  `
    query Neighborhood($of: [ID!]!, $limit: Int!, $filter: RelationFilter) {
      neighborhood(of: $of, limit: $limit, filter: $filter) {
        entities {
          ...EntityFields
        }
        relations {
          ...RelationFields
        }
        totalRelations
      }
    }
  `,
  [entityFields, relationFields],
);

export const totalQuery = graphql(`
  query Total($of: [ID!]!) {
    neighborhood(of: $of, limit: 1) {
      totalRelations
    }
  }
`);

export const edgesQuery = graphql(
  `
    query Edges($filter: RelationFilter!, $first: Int!) {
      relations(filter: $filter, first: $first) {
        nodes {
          ...RelationFields
          subject {
            ...EntityFields
          }
          object {
            ...EntityFields
          }
        }
        totalCount
      }
    }
  `,
  [entityFields, relationFields],
);

export const passingQuery = graphql(`
  query Passing($filter: RelationFilter!, $first: Int!) {
    relations(filter: $filter, first: $first) {
      nodes {
        id
      }
    }
  }
`);

export const facetsQuery = graphql(`
  query Facets($filter: RelationFilter, $names: Int!) {
    facets(filter: $filter) {
      kinds {
        kind
        entities
      }
      types {
        type
        relations
      }
      statuses {
        status
        count
      }
      publishers(limit: $names) {
        name
        assertions
      }
      publisherCount
      speakers(limit: $names) {
        name
        assertions
      }
      speakerCount
      extractors {
        name
        assertions
      }
    }
  }
`);

export const titleQuery = graphql(`
  query Title($id: ID!) {
    document(id: $id) {
      id
      title
    }
  }
`);

export const relationQuery = graphql(
  `
    query Relation($id: ID!) {
      relation(id: $id) {
        ...RelationFields
        subject {
          ...EntityFields
        }
        object {
          ...EntityFields
        }
      }
    }
  `,
  [entityFields, relationFields],
);

export const neighborCountsQuery = graphql(`
  query NeighborCounts($of: ID!) {
    neighborCounts(of: $of) {
      type
      kind
      outgoing
      relations
      entities
    }
  }
`);

export const statisticsQuery = graphql(`
  query Statistics {
    statistics {
      documents
      sentences
      entities
      relations
      assertions
      mentions
      version
    }
  }
`);

export const connectedQuery = graphql(
  `
    query MostConnected($first: Int!) {
      entities(first: $first) {
        nodes {
          ...EntityFields
        }
      }
    }
  `,
  [entityFields],
);

export const suggestionsQuery = graphql(
  `
    query Suggestions($query: String!, $entities: Int!, $sentences: Int!) {
      entities(query: $query, first: $entities) {
        nodes {
          ...EntityFields
          aliases
        }
        totalCount
      }
      sentences(query: $query, first: $sentences) {
        nodes {
          start
          end
          text
          document {
            id
            title
            publisher
          }
        }
      }
    }
  `,
  [entityFields],
);

export const assertionFields = graphql(`
  fragment AssertionFields on Assertion {
    id
    quote
    start
    end
    trigger {
      start
      end
    }
    subjectMention {
      start
      end
    }
    objectMention {
      start
      end
    }
    status
    speaker
    date
    confidence
    extractor
  }
`);

export const evidenceQuery = graphql(
  `
    query Evidence($id: ID!, $filter: RelationFilter!, $first: Int!, $after: String) {
      relation(id: $id) {
        ...RelationFields
        subject {
          ...EntityFields
        }
        object {
          ...EntityFields
        }
      }
      assertions(filter: $filter, first: $first, after: $after) {
        nodes {
          ...AssertionFields
          document {
            id
            title
            publisher
            author
            url
            published
          }
        }
        pageInfo {
          hasNextPage
          endCursor
        }
        totalCount
      }
    }
  `,
  [entityFields, relationFields, assertionFields],
);

export const actorQuery = graphql(
  `
    query Actor($id: ID!) {
      entity(id: $id) {
        ...EntityFields
        aliases
        mentionCount
        documentCount
      }
      neighborCounts(of: $id) {
        type
        kind
        outgoing
        relations
        entities
      }
    }
  `,
  [entityFields],
);

export const documentQuery = graphql(`
  query Document($id: ID!) {
    document(id: $id) {
      id
      title
      url
      publisher
      author
      published
      ingestedAt
      language
      text
      entityCount
      relationCount
    }
  }
`);

export const documentAssertionsQuery = graphql(
  `
    query DocumentAssertions($id: ID!, $after: String) {
      document(id: $id) {
        assertions(first: 1000, after: $after) {
          nodes {
            ...AssertionFields
            relation {
              id
              type
              subject {
                ...EntityFields
              }
              object {
                ...EntityFields
              }
            }
          }
          pageInfo {
            hasNextPage
            endCursor
          }
        }
      }
    }
  `,
  [assertionFields, entityFields],
);

export const documentMentionsQuery = graphql(`
  query DocumentMentions($id: ID!, $after: String) {
    document(id: $id) {
      mentions(first: 1000, after: $after) {
        nodes {
          start
          end
          entity {
            id
            name
            kind
          }
        }
        pageInfo {
          hasNextPage
          endCursor
        }
      }
    }
  }
`);
