const link = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.9",
  import: ["@external", "@key", "@requires", "@shareable"])`;

/** Owns boroughs. */
const councils = `${link}
  "What can be asked."
  type Query {
    "A borough. Null where there is none."
    borough("Its code." code: ID!): Borough
  }
  "A borough."
  type Borough @key(fields: "code") {
    "Its code."
    code: ID!
    "Its name."
    name: String!
    "Who lives there. Null where nobody has counted."
    people("In this year. The newest when left out." year: Int): Int
  }
  "A month."
  type Month @shareable {
    "Its first day."
    start: String!
  }`;

/** Adds to boroughs. */
const transport = `${link}
  "What can be asked."
  type Query {
    "The newest month. Null where there is none."
    newest: Month
  }
  "A borough."
  type Borough @key(fields: "code") {
    "Its code."
    code: ID!
    "Its stations. Null where nobody has counted."
    stations: Int
  }
  "A month."
  type Month @shareable {
    "Its first day."
    start: String!
  }`;

/** Two subgraphs that keep all rules of schemas: their texts by name, and where they answer. */
export const fixtureSubgraphs = {
  councils,
  transport,
  urlOf: (name: string): string => `http://${name}.invalid/graphql`,
};
