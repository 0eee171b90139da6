import { buildSchema, parse } from 'graphql';
import { describe, expect, it } from 'vitest';
import { composeSubgraphs, CompositionError } from './compose.ts';
import { readSubgraphSchemas } from './subgraph-schema.ts';

const link = 'extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", "@shareable"])';

/** Two agencies that repeat one type, each in its own words. */
function agencies(first: string, second: string) {
  return [
    { name: 'one', agency: { port: 4001 }, typeDefs: parse(`${link} type Query { one: Period } ${first}`) },
    { name: 'two', agency: { port: 4002 }, typeDefs: parse(`${link} type Query { two: Period } ${second}`) },
  ];
}

/** The problems with which composition of these fails; empty where it succeeds. */
function problemsOf(subgraphs: ReturnType<typeof agencies>): readonly string[] {
  try {
    composeSubgraphs(subgraphs);
    return [];
  } catch (error) {
    if (error instanceof CompositionError) return error.problems;
    throw error;
  }
}

describe('composeSubgraphs', () => {
  const subgraphs = readSubgraphSchemas();
  const { apiSdl, supergraphSdl } = composeSubgraphs(subgraphs);

  it('makes one graph of all agencies, without a hint', () => {
    expect(Object.keys(buildSchema(apiSdl).getQueryType()?.getFields() ?? {})).toEqual(
      expect.arrayContaining(['criminalJustice', 'health', 'localAuthority', 'policing', 'borough', 'boroughs']),
    );
  });

  it('names every subgraph by the address at which npm start puts it', () => {
    expect([...supergraphSdl.matchAll(/@join__graph\(name: ".+?", url: "(.+?)"\)/g)].map(([, url]) => url)).toEqual(
      subgraphs.map(({ agency }) => `http://127.0.0.1:${agency.port}/graphql`),
    );
  });

  it('hides federation from clients', () => {
    expect(apiSdl).not.toMatch(/join__|_Entity|@key|@shareable/);
  });

  it('fails with a sentence where a type means two things', () => {
    expect(
      problemsOf(agencies('type Period @shareable { start: Int }', 'type Period @shareable { start: String }')),
    ).toEqual([
      'Type of field "Period.start" is incompatible across subgraphs: it has type "Int" in subgraph "one" but type "String" in subgraph "two"',
    ]);
  });

  it('fails on a hint, such as two descriptions of one type', () => {
    expect(
      problemsOf(
        agencies('"A month." type Period @shareable { start: Int }', '"A year." type Period @shareable { start: Int }'),
      ),
    ).toEqual([
      'INCONSISTENT_DESCRIPTION: Element "Period" has inconsistent descriptions across subgraphs. The supergraph will use description (from subgraph "one"): """ A month. """ In subgraph "two", the description is: """ A year. """',
    ]);
  });
});

describe('A rule of who may see a field', () => {
  const compose = (sdl: string) =>
    problemsOf([{ name: 'one', agency: { port: 4001 }, typeDefs: parse(sdl) }]).map((problem) => problem.slice(0, 75));
  const federation = (imports: string) =>
    `extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: [${imports}])`;

  it.each([
    [federation('"@authenticated"'), '@authenticated'],
    [federation('{ name: "@authenticated", as: "@signedIn" }'), '@signedIn'],
    [federation('"@key"'), '@federation__authenticated'],
  ])('is composed from %s', (link, directive) => {
    expect(compose(`${link} type Query { one: Int ${directive} }`)).toEqual([]);
  });

  it.each([
    [
      'is linked by itself',
      `${federation('"@key"')} @link(url: "https://specs.apollo.dev/authenticated/v0.1", as: "auth")
        directive @auth on FIELD_DEFINITION type Query { one: Int @auth }`,
      '[one] links https://specs.apollo.dev/authenticated/v0.1 by itself, which is',
    ],
    [
      'was defined by the subgraph',
      `${federation('"@key"')} directive @authenticated on FIELD_DEFINITION type Query { one: Int @authenticated }`,
      '[one] has @authenticated, which is not imported and so not enforced: import',
    ],
    [
      'is of a subgraph of the first federation',
      'directive @policy(policies: [[String]]) on OBJECT type Query { one: A } type A @policy(policies: [["a"]]) { b: Int }',
      '[one] has @policy, which is not imported and so not enforced: import it fro',
    ],
  ])('that %s, and would be left out without a word, is refused', (_, sdl, problem) => {
    expect(compose(sdl)).toEqual([problem]);
  });
});
