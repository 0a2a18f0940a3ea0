/**
 * The peer: @neo4j/graphql under yoga, over a graph of its own in the same Neo4j, with a schema equal to the part of
 * Actant's that is asked. Written in JavaScript since its folder stands apart from the product's.
 */
import { createServer } from "node:http";
import { Neo4jGraphQL } from "@neo4j/graphql";
import { createYoga } from "graphql-yoga";
import neo4j from "neo4j-driver";

const typeDefs = /* GraphQL */ `
  type Actor @node(labels: ["PeerActor"]) {
    id: ID!
    name: String!
    kind: String!
    edges: [Edge!]! @relationship(type: "END", direction: IN)
  }
  type Edge @node(labels: ["PeerEdge"]) {
    id: ID!
    type: String!
    assertionCount: Int!
    weight: Int!
    subject: [Actor!]! @relationship(type: "SUBJECT", direction: OUT)
    object: [Actor!]! @relationship(type: "OBJECT", direction: OUT)
    claims: [Claim!]! @relationship(type: "OF", direction: IN)
  }
  type Claim @node(labels: ["PeerClaim"]) {
    id: ID!
    quote: String!
    status: String!
    speaker: String!
    date: String!
    place: String!
    report: [Report!]! @relationship(type: "IN", direction: OUT)
  }
  type Report @node(labels: ["PeerReport"]) {
    id: ID!
    title: String!
    publisher: String
    published: String
  }
`;

const { NEO4J_URI, NEO4J_USERNAME, NEO4J_PASSWORD } = process.env;
const driver = neo4j.driver(NEO4J_URI, neo4j.auth.basic(NEO4J_USERNAME, NEO4J_PASSWORD));
const schema = await new Neo4jGraphQL({ typeDefs, driver }).getSchema();
const yoga = createYoga({ schema, logging: false, graphiql: false });
const server = createServer(yoga).listen(0, "127.0.0.1", () => {
  console.log(`http://127.0.0.1:${server.address().port}/graphql`);
});
