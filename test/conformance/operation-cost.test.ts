import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { createHttpServer } from '@boroughgraph/kit/inside/server/http-server.ts';
import { openStore } from '@boroughgraph/kit/store/database.ts';
import { startGateway } from '@boroughgraph/gateway/server.ts';
import { CostLimit } from '@boroughgraph/schema/cost/cost-limit.ts';
import { indicatorTypeOf } from '@boroughgraph/schema/own-type.ts';
import { maxCost } from '@boroughgraph/schema/wire/limits.ts';
import { buildSchema, Kind, parse } from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { agencies } from '../support/all-agencies.ts';
import { startKeptThread } from '@boroughgraph/gateway/testing/kept-threads.ts';

const project = new URL('../../', import.meta.url);
const supergraph = buildSchema(readFileSync(new URL('schema/supergraph.graphql', project), 'utf8'), {
  assumeValid: true,
  assumeValidSDL: true,
});
const bulk = readFileSync(new URL('schema/operations/bulk.graphql', project), 'utf8');

interface Named {
  readonly name: string;
  readonly query: string;
}

function readOperations(folder: URL): readonly Named[] {
  const files = existsSync(folder)
    ? readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.graphql'))
    : [];
  return files.map((name) => ({ name, query: readFileSync(new URL(name, folder), 'utf8') }));
}

const recorded = readOperations(new URL('schema/operations/', project));
/** They lie beside the published files. */
const ofContract = readOperations(new URL('../shared/contract/operations/', project));
const questions = readOperations(new URL('../shared/contract/questions/', project));

/** What an operation costs at most. */
function costOf(query: string, variables: Readonly<Record<string, unknown>>): number {
  const document = parse(query);
  const [operation] = document.definitions.filter(({ kind }) => kind === Kind.OPERATION_DEFINITION);
  if (operation?.kind !== Kind.OPERATION_DEFINITION) throw new Error('No operation');
  return new CostLimit(supergraph, maxCost).estimate({ document, operation, variables }) ?? NaN;
}

const everything = { indicators: ['recorded-crime'] };
const twoYears = '{ from: "2023-01-01", to: "2024-12-31" }';
const observations =
  'observations { value displayValue status flags numerator lower upper period { id label start end type } release { id publishedAt } }';
const page = (first: number, fields: string) =>
  `{ policing { series(indicators: ["recorded-crime"], first: ${first}) { nodes { ${fields} } hasNextPage endCursor } } }`;

describe('for anybody, by the estimate', () => {
  it.each([...recorded, ...ofContract])('$name costs under half of what an operation may', ({ query }) => {
    expect(costOf(query, everything)).toBeLessThan(maxCost / 2);
  });

  it.skipIf(questions.length === 0)('every question that was asked of the graph may be asked', () => {
    expect(questions.map(({ query }) => costOf(query, {}) <= maxCost)).not.toContain(false);
  });

  it.each([
    ['recorded crime in columns, 2,000 series a page', bulk.replace('areas: $areas)', 'areas: $areas, first: 2000)')],
    [
      '33 boroughs with two years of months',
      `{ boroughs { code crime { recorded { observations(during: ${twoYears}) { value status period { id label } } } byOffenceGroup { values(during: ${twoYears}) } } } }`,
    ],
    ['a page of 100 whole series', page(100, observations)],
    [
      'every ward with its newest figure',
      '{ areas(type: WARD) { code name crime { recorded { latest { value } } } } }',
    ],
  ])('%s may be asked for', (_, query) => {
    expect(costOf(query, everything)).toBeLessThan(maxCost);
  });
});

/** What is refused, and what the refusal says. */
const refused = [
  [
    'the default page of whole series',
    page(500, observations),
    /"policing\.series\(first: 500\)\.nodes\.observations", 500 × 216/,
  ],
  [
    'the largest page of whole series',
    page(2_000, observations),
    /`first: \d+`, or fewer periods .* columns \(`periodIds`/,
  ],
  [
    'many pages in one operation',
    `{ policing { ${Array.from({ length: 4 }, (_, at) => `a${at}: series(indicators: ["recorded-crime"], first: 2000) { nodes { values periodIds } }`).join(' ')} } }`,
    /may be asked for at once/,
  ],
  [
    'every figure of every ward',
    `{ boroughs { wards { crime { byOffenceGroup { ${observations} } } } } }`,
    /33 × 30 × 13 × 216/,
  ],
] as const;

describe('the gateway', () => {
  let gateway: Awaited<ReturnType<typeof startGateway>>;
  beforeAll(async () => {
    // Nobody is there: what is taken is answered by nobody.
    const urls = Object.fromEntries(agencies.map(({ name }) => [name, 'http://127.0.0.1:9/graphql']));
    gateway = await startGateway({ urls, port: 0, logLevel: 'silent', startPlanningThread: startKeptThread });
  });
  afterAll(() => gateway.close());

  async function send(query: string, variables: Readonly<Record<string, unknown>> = {}) {
    const headers = { 'content-type': 'application/json' };
    const body = JSON.stringify({ query, variables });
    const response = await fetch(`${gateway.url}/graphql`, { method: 'POST', headers, body });
    return { status: response.status, answer: await response.json() };
  }

  it.each(refused)('refuses %s', async (_, query, message) => {
    const error = { message: expect.stringMatching(message) as unknown, extensions: { code: 'OPERATION_TOO_LARGE' } };
    expect(await send(query)).toMatchObject({ status: 400, answer: { errors: [error] } });
  });

  it('decides by the values of variables', async () => {
    const query = `query ($first: Int!) { policing { series(indicators: ["recorded-crime"], first: $first) { nodes { ${observations} } } } }`;
    const small = await send(query, { first: 10 });
    expect(small).toMatchObject({ status: 200, answer: { errors: [{ extensions: { code: 'AGENCY_UNAVAILABLE' } }] } });
    const large = await send(query, { first: 2_000 });
    expect(large).toMatchObject({ status: 400, answer: { errors: [{ extensions: { code: 'OPERATION_TOO_LARGE' } }] } });
  });
});

describe.each(agencies.map((subgraph) => [subgraph.name, subgraph] as const))('%s by itself', (_, subgraph) => {
  it('refuses by what is asked about each thing, and by how many things it is asked about', async () => {
    // Nothing is read: what is refused never comes to a resolver.
    const store = openStore({ url: 'postgres://nobody@127.0.0.1:9/none', schema: subgraph.databaseSchema });
    const server = await createHttpServer(subgraph, store, 'silent');
    const send = async (query: string, variables: object) => {
      const response = await server.inject({ method: 'POST', url: '/graphql', payload: { query, variables } });
      return { status: response.statusCode, answer: response.json<unknown>() };
    };
    const indicator = indicatorTypeOf(subgraph.name, subgraph.typeDefs).name.value;
    const query = `query ($representations: [_Any!]!) { _entities(representations: $representations) { ... on ${indicator} { ${Array.from({ length: 60 }, (__, at) => `a${at}: series(area: "E09000012") { ${observations} }`).join(' ')} } } }`;
    const about = (count: number) => ({
      representations: Array.from({ length: count }, () => ({ __typename: indicator, id: 'none' })),
    });
    const error = { extensions: { code: 'OPERATION_TOO_LARGE' } };
    expect(await send(query, about(500))).toMatchObject({ status: 400, answer: { errors: [error] } });
    expect(await send(query, about(1))).toMatchObject({ status: 200, answer: { data: { _entities: [null] } } });
    await server.close();
    await store.close();
  });
});
