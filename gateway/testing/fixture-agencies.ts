import { composeServices } from '@apollo/composition';
import { buildSubgraphSchema } from '@apollo/subgraph';
import { type DocumentNode, GraphQLError, type GraphQLSchema, parse } from 'graphql';

/** A subgraph small enough to see through. */
export interface FixtureAgency {
  readonly name: string;
  readonly typeDefs: DocumentNode;
  readonly schema: GraphQLSchema;
}

const link = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.9",
  import: ["@key", "@shareable", "@interfaceObject"])`;

const names = new Map([
  ['E09000001', 'City of London'],
  ['E09000012', 'Hackney'],
  ['E09000030', 'Tower Hamlets'],
]);

const boroughs = [...names].map(([code, name]) => ({
  __typename: 'Borough',
  code,
  name,
  safeguarding: { children: 9 },
}));
const findBorough = ({ code }: { code: string }): unknown => boroughs.find((borough) => borough.code === code) ?? null;
const dataset = (title: string, designation: string): unknown => ({ title, designation });

/** Owns areas, and with them the roots from which the others are reached. */
export const localAuthority = createFixture({
  name: 'local-authority',
  sdl: `
    type Query { borough(code: ID!): Borough boroughs: [Borough] localAuthority: Agency }
    interface Area @key(fields: "code") { code: ID! name: String! safeguarding: Safeguarding }
    type Borough implements Area @key(fields: "code") { code: ID! name: String! safeguarding: Safeguarding }
    type Safeguarding { children: Int }
    type Agency @shareable { datasets: [Dataset!]! }
    type Dataset @shareable { title: String! designation: String! }`,
  resolvers: {
    Query: {
      borough: (_: unknown, args: { code: string }) => findBorough(args),
      boroughs: () => boroughs,
      localAuthority: () => ({ datasets: [dataset('Children in need', 'OFFICIAL_STATISTICS')] }),
    },
    Area: { __resolveReference: findBorough },
    Borough: { __resolveReference: findBorough },
  },
});

/** Adds to every kind of area, and has series whose areas only `local-authority` can name. */
export const policing = createFixture({
  name: 'policing',
  sdl: `
    type Query { policing: Policing }
    type Policing { series(first: Int = 1): [Series!]! datasets: [Dataset!]! failing: String refusing(month: String): String }
    type Series { position: Int! area: Area }
    type Dataset @shareable { title: String! designation: String! }
    type Area @interfaceObject @key(fields: "code") { code: ID! crime: Crime }
    type Crime { recorded: Int promised: String! failing: String refusing(month: String): String months: [String!] }`,
  resolvers: {
    Query: { policing: () => ({ datasets: [dataset('Recorded crime', 'SYNTHETIC')] }) },
    Policing: {
      series: (_: unknown, { first }: { first: number }) =>
        Array.from({ length: first }, (__, position) => {
          const code = [...names.keys()][position % names.size];
          return { position, area: { code } };
        }),
      failing: fail,
      refusing: refuse,
    },
    Area: { crime: () => ({ recorded: 100, promised: null, months: ['2024-01'] }) },
    Crime: { failing: fail, refusing: refuse },
  },
});

/** Adds to every kind of area, and stands in for criminal justice. */
export const health = createFixture({
  name: 'health',
  sdl: `
    type Query { health: Agency criminalJustice: Agency }
    type Agency @shareable { datasets: [Dataset!]! }
    type Dataset @shareable { title: String! designation: String! }
    type Area @interfaceObject @key(fields: "code") { code: ID! health: Health }
    type Health { admissions: Int rates: [Float!] }`,
  resolvers: {
    Query: {
      health: () => ({ datasets: [dataset('Emergency admissions', 'SYNTHETIC')] }),
      criminalJustice: () => ({ datasets: [] }),
    },
    Area: { health: () => ({ admissions: 7, rates: [1.5, 2.5] }) },
  },
});

/** The three composed. */
export const supergraphSdl = compose([localAuthority, policing, health]);

/**
 * The supergraph of `agencies`.
 *
 * @throws {Error} when they do not compose.
 */
function compose(agencies: readonly FixtureAgency[]): string {
  const { supergraphSdl, errors } = composeServices(
    agencies.map(({ name, typeDefs }) => ({ name, typeDefs, url: `http://${name}.invalid/graphql` })),
  );
  if (!supergraphSdl) throw new Error((errors ?? []).map(({ message }) => message).join('\n'));
  return supergraphSdl;
}

type Resolvers = NonNullable<Extract<Parameters<typeof buildSubgraphSchema>[0], { resolvers?: unknown }>['resolvers']>;

/** A fixture from its SDL, without the `@link`, and its resolvers. */
function createFixture(parts: { name: string; sdl: string; resolvers: Resolvers }): FixtureAgency {
  const typeDefs = parse(`${link}\n${parts.sdl}`);
  return { name: parts.name, typeDefs, schema: buildSubgraphSchema({ typeDefs, resolvers: parts.resolvers }) };
}

function fail(): never {
  throw new Error('duplicate key: insert into secret_table values (42) at 10.1.2.3:5432');
}

function refuse(_: unknown, { month }: { month: string }): never {
  throw new GraphQLError(`"${month}" is not a month. Write it as 2024-03.`, { extensions: { code: 'BAD_USER_INPUT' } });
}
