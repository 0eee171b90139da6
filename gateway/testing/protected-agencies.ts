import { composeServices } from '@apollo/composition';
import { buildSubgraphSchema } from '@apollo/subgraph';
import { type GraphQLSchema, isInterfaceType, parse } from 'graphql';
import type { FixtureAgency } from './fixture-agencies.ts';

// Under another name, and with none of its own: each of them has to be enforced all the same.
const link = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.9",
  import: ["@key", "@requires", "@external", "@interfaceObject", "@policy", { name: "@authenticated", as: "@signedIn" }])`;

type Thing = Readonly<Record<string, unknown>> & { readonly __typename: string; readonly id: string };

const stations: readonly Thing[] = [
  { __typename: 'Station', id: 's1', name: 'Stoke Newington', alarm: '1234', vault: { code: 'v1' } },
  { __typename: 'Station', id: 's2', name: 'Kentish Town', alarm: '5678', vault: null },
];
const people: readonly Thing[] = [
  {
    __typename: 'Officer',
    id: 'o1',
    name: 'One',
    contact: 'o1@',
    badge: '11',
    rank: 'SERGEANT',
    dossier: 'd1',
    risk: 1,
  },
  { __typename: 'Victim', id: 'v1', name: 'Two', contact: 'v1@', needs: ['housing', 'health'], risk: 2 },
  { __typename: 'Suspect', id: 'u1', name: null, contact: 'u1@', record: { entries: ['a', 'b'] }, risk: 3 },
  { __typename: 'Officer', id: 'o2', name: 'Four', contact: 'o2@', badge: '12', rank: null, dossier: null, risk: null },
];
const friends: Readonly<Record<string, string>> = { o1: 'v1', v1: 'u1', u1: 'o2' };
const find = (id: string | undefined): Thing | null => [...people, ...stations].find((each) => each.id === id) ?? null;

/** What is known of each thing, whichever agency has it: what callers who may see everything get. */
export const wholeValues = {
  me: () => find('o1'),
  parties: () => people,
  officers: () => people.filter(({ __typename }) => __typename === 'Officer'),
  search: () => [...people, ...stations],
  stations: () => stations,
  secret: () => 'root',
  friend: ({ id }: Thing) => find(friends[id]),
  station: ({ id }: Thing) => find(id === 'o1' ? 's1' : 's2'),
  head: ({ id }: Thing) => find(id === 's1' ? 'o1' : 'o2'),
  watched: () => find('s1'),
  recorded: () => 7,
  summary: ({ badge }: { badge?: unknown }) => `badge ${String(badge)}`,
  notes: ({ id }: Thing) =>
    id === 'u1'
      ? null
      : [
          { text: `of ${id}`, author: find('o1') },
          { text: null, author: find('o2') },
        ],
};

const party = 'id: ID! name: String contact: String! friend: Party';

const register = createFixture(
  'register',
  `type Query { me: Officer parties: [Party]! officers: [Officer!]! search: [Found!] stations: [Station!]! secret: String @signedIn }
  interface Party @key(fields: "id") { ${party} }
  type Officer implements Party @key(fields: "id") {
    id: ID! name: String contact: String! @federation__requiresScopes(scopes: [["contact:read"]]) friend: Party
    badge: String! @signedIn rank: Rank station: Station! dossier: Dossier
  }
  type Victim implements Party @key(fields: "id") @policy(policies: [["purpose:RESEARCH"], ["organisation:havens", "role:nurse"]]) {
    ${party} needs: [String!]! @federation__requiresScopes(scopes: [["needs:read"]])
  }
  type Suspect implements Party @key(fields: "id") { ${party} record: Record }
  type Record @federation__requiresScopes(scopes: [["record:read", "record:open"], ["admin"]]) { entries: [String!]! }
  union Found = Officer | Victim | Suspect | Station
  type Station @key(fields: "id") { id: ID! name: String head: Officer! vault: Vault }
  type Vault { code: String! @signedIn }
  enum Rank @signedIn { CONSTABLE SERGEANT }
  scalar Dossier @federation__requiresScopes(scopes: [["admin"]])`,
);

const intelligence = createFixture(
  'intelligence',
  `type Query { watched: Station @federation__requiresScopes(scopes: [["contact:read"], ["admin"]]) }
  type Party @interfaceObject @key(fields: "id") { id: ID! risk: Int @signedIn notes: [Note] }
  type Note @federation__requiresScopes(scopes: [["needs:read"]]) { text: String author: Party! }
  type Station @key(fields: "id") { id: ID! alarm: String! @policy(policies: [["role:analyst"]]) }`,
);

const records = createFixture(
  'records',
  `type Query { recorded: Int }
  type Officer @key(fields: "id") { id: ID! badge: String! @external
    # Made of the badge, until this has its own.
    summary: String @requires(fields: "badge") @signedIn }`,
);

/** Three agencies that protect what they have in every way in which that can be reached. */
export const protectedAgencies: readonly FixtureAgency[] = [register, intelligence, records];

/** What they compose to. */
export const protectedGraph = composeProtected(protectedAgencies);

/**
 * The supergraph of agencies, and what clients see of it.
 *
 * @throws {Error} when they do not compose.
 */
export function composeProtected(agencies: readonly Pick<FixtureAgency, 'name' | 'typeDefs'>[]): {
  readonly supergraphSdl: string;
  readonly apiSchema: GraphQLSchema;
} {
  const composed = composeServices(
    agencies.map(({ name, typeDefs }) => ({ name, typeDefs, url: `http://${name}.invalid/graphql` })),
  );
  if (composed.errors !== undefined) throw new Error(composed.errors.map(({ message }) => message).join('\n'));
  return { supergraphSdl: composed.supergraphSdl, apiSchema: composed.schema.toAPISchema().toGraphQLJSSchema() };
}

function createFixture(name: string, sdl: string): FixtureAgency {
  const typeDefs = parse(`${link}\n${sdl}`);
  const built = buildSubgraphSchema(typeDefs);
  // An interface is one of its objects; elsewhere each thing is what it was asked about as.
  const nameOf = (typeName: string, id: string) =>
    isInterfaceType(built.getType(typeName)) ? find(id)?.__typename : typeName;
  const ofType = (typeName: string) => ({
    __resolveReference: (reference: Thing) => ({
      ...find(reference.id),
      ...reference,
      __typename: nameOf(typeName, reference.id),
    }),
    ...wholeValues,
  });
  const types = Object.values(built.getTypeMap()).filter((type) => 'getFields' in type && !type.name.startsWith('_'));
  const resolvers = types.map((type) => {
    const fields = 'getFields' in type ? Object.keys(type.getFields()) : [];
    const own = Object.entries(ofType(type.name)).filter(
      ([key]) => fields.includes(key) || key === '__resolveReference',
    );
    return [type.name, Object.fromEntries(own)] as const;
  });
  return { name, typeDefs, schema: buildSubgraphSchema({ typeDefs, resolvers: Object.fromEntries(resolvers) }) };
}
