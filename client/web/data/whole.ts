/** What is asked of the whole graph at once: its overview, and its sentences over time. */
import { graphql } from "./graphql.ts";

export const overviewQuery = graphql(`
  query Overview($limit: Int!, $filter: RelationFilter) {
    overview(limit: $limit, filter: $filter) {
      entities {
        id
        name
        kind
        degree
        x
        y
        community
      }
      relations {
        subject
        object
        quad
        weight
      }
      communities {
        name
        size
      }
      totalEntities
      totalRelations
      layoutVersion
    }
    statistics {
      version
    }
  }
`);

export const timelineQuery = graphql(`
  query Timeline($filter: RelationFilter, $bin: TimeBin!, $clock: Clock!) {
    timeline(filter: $filter, bin: $bin, clock: $clock) {
      from
      to
      assertions
      reachingBeyond
      quads {
        quad
        count
      }
    }
  }
`);
