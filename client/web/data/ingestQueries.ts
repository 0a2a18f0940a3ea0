/** The questions and orders that documents come in by. */
import { graphql } from "./graphql.ts";

export const ingestResultFields = graphql(`
  fragment IngestResultFields on IngestResult {
    known
    newRelations
    newEntities
    newAssertions
    document {
      id
      title
      relationCount
    }
  }
`);

export const ingestMutation = graphql(
  `
    mutation Ingest($document: DocumentInput!) {
      ingest(document: $document) {
        ...IngestResultFields
      }
    }
  `,
  [ingestResultFields],
);

export const ingestFileMutation = graphql(
  `
    mutation IngestFile($file: FileInput!) {
      ingestFile(file: $file) {
        documents {
          ...IngestResultFields
        }
        refused {
          where
          reason
        }
      }
    }
  `,
  [ingestResultFields],
);

export const previewQuery = graphql(`
  query Preview($file: FileInput!) {
    preview(file: $file) {
      documents {
        id
        title
        known
        sentences
        entities {
          id
          name
          kind
          new
        }
        relations {
          id
          type
          new
          subject {
            id
            name
            kind
            new
          }
          object {
            id
            name
            kind
            new
          }
          assertions {
            quote
            start
            status
          }
        }
      }
      refused {
        where
        reason
      }
    }
  }
`);
