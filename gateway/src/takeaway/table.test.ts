import { readFileSync } from 'node:fs';
import { buildSchema, getOperationAST, Kind, parse, validate } from 'graphql';
import { describe, expect, it } from 'vitest';
import { completeOperation } from './complete-operation.ts';
import { writeGeoJson } from './geo-json.ts';
import { readFields } from './read-fields.ts';
import { planTables } from './table-plan.ts';
import { rowsOf } from './table-rows.ts';

const schema = buildSchema(readFileSync(new URL('../../../schema/api.graphql', import.meta.url), 'utf8'));

interface Asked {
  readonly list?: string;
  readonly variables?: Readonly<Record<string, unknown>>;
}

/** The text that is executed for a table. */
const complete = (query: string) =>
  completeOperation(query, { schema, maxTokens: 5_000, isAttributed: false }) ?? query;

function plan(query: string, { list, variables = {} }: Asked = {}) {
  const document = parse(complete(query));
  expect(validate(schema, document)).toEqual([]);
  const operation = getOperationAST(document);
  if (!operation) throw new Error('The document has no operation');
  const fragments = new Map(
    document.definitions.flatMap((each) =>
      each.kind === Kind.FRAGMENT_DEFINITION ? [[each.name.value, each] as const] : [],
    ),
  );
  const [first, ...others] = planTables(readFields(operation, { schema, fragments, variables }), list ?? null);
  if (first === undefined) throw new Error('The operation has no table');
  return { ...first, others };
}

const names = (query: string, asked?: Asked) => plan(query, asked).columns.map(({ name }) => name);

function rows(query: string, data: unknown, asked?: Asked) {
  const table = plan(query, asked);
  return [...rowsOf(table, data, [])].map((row) =>
    Object.fromEntries(table.columns.flatMap(({ name }, at) => (name === 'synthetic' ? [] : [[name, row[at]]]))),
  );
}

const oneBorough = `{ borough(code: "E09000012") { code crime { recorded { dimensions { value } observations { period { id } value } } } } }`;

describe('The table of an operation', () => {
  it('has a row for each thing of its list, and beside it what stands around the list', () => {
    const observations = [
      { period: { id: '2024-01' }, value: 7, status: 'PUBLISHED', flags: [] },
      { period: { id: '2024-02' }, value: 0, status: 'PUBLISHED', flags: ['REVISED', 'ROUNDS_TO_ZERO'] },
      { period: { id: '2024-03' }, value: null, status: 'CONFIDENTIAL', flags: [] },
    ];
    const dimensions = [{ value: 'robbery' }, { value: 'a|b\\c' }];
    const around = { borough_code: 'E09000012', borough_crime_recorded_dimensions_value: 'robbery|a\\|b\\\\c' };
    const data = { borough: { code: 'E09000012', crime: { recorded: { dimensions, observations } } } };
    expect(rows(oneBorough, data)).toEqual([
      { ...around, period_id: '2024-01', value: 7, status: 'PUBLISHED', flags: null, marker: null },
      {
        ...around,
        period_id: '2024-02',
        value: 0,
        status: 'PUBLISHED',
        flags: 'REVISED|ROUNDS_TO_ZERO',
        marker: '[r] [low]',
      },
      { ...around, period_id: '2024-03', value: null, status: 'CONFIDENTIAL', flags: null, marker: '[c]' },
    ]);
  });

  it('keeps a thing that has nothing in the list inside it, and says so', () => {
    const query = '{ boroughs { name crime { recorded { observations { value } } } } }';
    const observation = { value: 1, status: 'PUBLISHED', flags: [] };
    const data = {
      boroughs: [
        { code: 'E09000012', name: 'Hackney', crime: { recorded: { observations: [observation] } } },
        { code: 'E09000001', name: 'City of London', crime: { recorded: { observations: [] } } },
        { code: 'E09000030', name: 'Tower Hamlets', crime: null },
      ],
    };
    const empty = { value: null, status: null, flags: null, marker: '[none]' };
    expect(rows(query, data)).toEqual([
      { code: 'E09000012', name: 'Hackney', value: 1, status: 'PUBLISHED', flags: null, marker: null },
      { code: 'E09000001', name: 'City of London', ...empty },
      { code: 'E09000030', name: 'Tower Hamlets', ...empty },
    ]);
  });

  it('has a row for each element of the columns of a series', () => {
    const query = '{ policing { series(indicators: ["recorded-crime"], first: 2) { hasNextPage nodes { values } } } }';
    const nodes = [
      { periodIds: ['2024-01', '2024-02'], values: [5, null], statuses: ['PUBLISHED', 'NOT_AVAILABLE'] },
      { periodIds: [], values: [], statuses: [] },
    ];
    const more = { policing_series_hasNextPage: true };
    expect(rows(query, { policing: { series: { hasNextPage: true, nodes } } })).toEqual([
      { ...more, value: 5, period_id: '2024-01', status: 'PUBLISHED', marker: null },
      { ...more, value: null, period_id: '2024-02', status: 'NOT_AVAILABLE', marker: '[x]' },
      { ...more, value: null, period_id: null, status: null, marker: '[none]' },
    ]);
  });

  it('is of all pages of a list, unless the operation says how much it wants', () => {
    const asking = (given: string, nodes = 'values') =>
      `{ policing { series(indicators: ["recorded-crime"]${given}) { hasNextPage nodes { ${nodes} } } } }`;
    const columns = ['period_id', 'status', 'value'];
    const { pages, ...whole } = plan(asking(''));
    const said = whole.columns.map(({ name }) => name).filter((name) => name !== 'marker' && name !== 'synthetic');
    expect(said.toSorted()).toEqual(columns);
    expect(pages).toMatchObject({ keys: ['policing', 'series'], root: 'policing', indicators: ['recorded-crime'] });
    expect(plan(asking('', 'observations { value }')).pages?.keys).toEqual(['policing', 'series']);
    for (const given of [', first: 20', ', after: "x"']) expect(plan(asking(given)).pages).toBeNull();
    expect(plan('{ policing { datasets { id } } }').pages).toBeNull();
  });

  it('is of one operation of several, whose variables and fragments stay', () => {
    const several = `query One($ids: [ID!]!) { policing { ...All } } query Other { policing { datasets { id } } }
      fragment All on Agency { series(indicators: $ids) { nodes { values } } }`;
    const one = completeOperation(several, { schema, maxTokens: 5_000, isAttributed: false, operationName: 'One' });
    expect(one).toContain('query One($ids: [ID!]!, $takeaway_first_1: Int! = 200, $takeaway_after_1: String)');
    expect(validate(schema, parse(one ?? ''))).toEqual([]);
  });

  it('is refused where each thing of a list has pages of its own', () => {
    const query = '{ catalogue { agency { series(indicators: ["recorded-crime"]) { nodes { values } } } } }';
    expect(() => plan(query)).toThrow('has pages for each thing of "catalogue"');
  });

  it('calls a column after its list where one further out has its name, and leaves out what is skipped', () => {
    const query = `query ($names: Boolean!) { policing { datasets { id title @include(if: $names) releases { id } } } }`;
    expect(names(query, { variables: { names: false } })).toEqual(['id', 'releases_id', 'synthetic']);
    expect(names(query, { variables: { names: true } })).toEqual(['id', 'title', 'releases_id', 'synthetic']);
  });

  it('has the values of every kind of a thing that may be of several', () => {
    const query =
      '{ framework(id: "x") { measures { id measuredBy { ... on Indicator { id } ... on PolicingIndicator { name } ... on HealthIndicator { unit } } } } }';
    expect(names(query)).toEqual(['id', 'measuredBy_id', 'name', 'unit', 'synthetic']);
  });

  it('has a marker for each observation in a row', () => {
    const query = '{ boroughs { crime { recorded { latest { value } } } } }';
    expect(names(query)).toContain('crime_recorded_latest_marker');
    const [row] = rows(query, { boroughs: [{ code: 'E09000012', crime: { recorded: { latest: null } } }] });
    expect(row).toMatchObject({ code: 'E09000012', crime_recorded_latest_marker: '[none]' });
  });
});

describe('What is not one table', () => {
  const two = '{ boroughs { name crime { recorded { observations { value } } byOffenceGroup { latest { value } } } } }';
  const lists = 'boroughs.crime.recorded.observations, boroughs.crime.byOffenceGroup';

  it.each([
    ['without a list', '{ borough(code: "x") { name } }', undefined, 'asks for no list'],
    ['with two lists', two, undefined, `asks for 2: ${lists}. Say which by`],
    ['without the list', two, 'boroughs.nothing', `no list at "boroughs.nothing". It has boroughs, ${lists}`],
    [
      'with columns of different periods',
      '{ policing { series(indicators: ["x"]) { nodes { values(during: { from: "2024-01-01" }) periodIds statuses } } } }',
      undefined,
      'are of different periods. Give values, periodIds, statuses the same arguments',
    ],
  ])('%s is refused in a sentence that says what there is', (_, query, list, message) => {
    expect(() => names(query, list === undefined ? {} : { list })).toThrow(message);
  });

  it('is one where a list is named, without the others', () => {
    expect(names(two, { list: 'boroughs.crime.byOffenceGroup' })).toEqual([
      'name',
      'code',
      'latest_value',
      'latest_status',
      'latest_flags',
      'latest_marker',
      'synthetic',
    ]);
    expect(names(two, { list: 'boroughs' })).toEqual(['name', 'code', 'synthetic']);
  });

  it('is one where there is nothing but what describes a series', () => {
    const query = '{ borough(code: "x") { crime { recorded { caveats { severity text } } } } }';
    expect(names(query)).toEqual(['borough_code', 'severity', 'text', 'synthetic']);
  });
});

describe('An operation that is completed', () => {
  it('keeps what it has, and the names that a client has given', () => {
    const whole = '{ borough(code: "x") { code crime { recorded { latest { value status flags } } } } }';
    expect(completeOperation(whole, { schema, maxTokens: 5_000, isAttributed: false })).toBeNull();
    const own = '{ boroughs { code: name crime { recorded { latest { status: displayValue value } } } } }';
    expect(complete(own)).toContain('takeaway_code: code');
    const row = ['code', 'crime_recorded_latest_status', 'crime_recorded_latest_value'];
    expect(names(own).slice(0, 3)).toEqual(row);
  });

  it('is left alone where it is no GraphQL, or longer than what is read', () => {
    const options = { schema, maxTokens: 5, isAttributed: false };
    expect(completeOperation('{ boroughs {', options)).toBeNull();
    expect(completeOperation('{ boroughs { name part } }', options)).toBeNull();
  });
});

describe('Areas with their outlines', () => {
  it('are features, whose other columns are properties; one whose outline is not known has none', async () => {
    const geometry = '{"type":"Point","coordinates":[-0.06,51.54]}';
    const table = plan('{ boroughs { code name boundary { geometry source } } }');
    const boroughs = [
      { code: 'E09000012', name: 'Hackney', boundary: { geometry, source: 'ONS' } },
      { code: 'E09000030', name: 'Tower Hamlets', boundary: null },
    ];
    async function* pages() {
      yield await Promise.resolve(rowsOf(table, { boroughs }, []));
    }
    let text = '';
    for await (const piece of writeGeoJson(table, pages())) text += piece;
    const properties = (code: string, name: string, source: string | null) => ({
      code,
      name,
      boundary_source: source,
      synthetic: null,
    });
    expect(JSON.parse(text)).toEqual({
      type: 'FeatureCollection',
      features: [
        {
          type: 'Feature',
          geometry: { type: 'Point', coordinates: [-0.06, 51.54] },
          properties: properties('E09000012', 'Hackney', 'ONS'),
        },
        { type: 'Feature', geometry: null, properties: properties('E09000030', 'Tower Hamlets', null) },
      ],
    });
  });
});
