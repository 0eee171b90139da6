import { getIntrospectionQuery } from 'graphql';
import { type Attack, operation, repeat } from './attack.ts';

const bounded = { outcome: 'bounded' } as const;
const ofGateway = { ...bounded, target: 'gateway' } as const;
const ofAgencies = { ...bounded, target: 'agencies' } as const;
const columns =
  'nodes { area { code } dimensions { dimension value } periodIds values statuses } hasNextPage endCursor';
const wards = (inside: string): string => `{ areas(type: WARD) { code ${inside} } }`;

/** 95 KB of fields that an agency has, under names that are all different. */
const wide = (field: string): string => repeat(95, (at) => `a${at}: ${field}`);

/**
 * What is in order and dear: operations that are parsed, judged, planned or answered at length. Each is answered, or refused with
 * what to do; nobody else may notice.
 */
export const costlyAttacks: readonly Attack[] = [
  // Text that takes long to judge.
  operation('the text of the schema, 5,700 times', `{ ${repeat(60, (at) => `a${at}: _service { ${wide('sdl')} }`)} }`, {
    target: 'agencies',
    outcome: 'OPERATION_TOO_LARGE',
  }),
  operation(
    '6,000 fields about the schema',
    `{ ${repeat(65, (at) => `a${at}: __type(name: "Query") { ${wide('name')} }`)} }`,
    ofAgencies,
  ),
  operation(
    '1,400 fields that are in order',
    `{ ${repeat(15, (at) => `a${at}: boroughs(codes: []) { ${wide('name')} }`)} }`,
    ofGateway,
  ),
  operation(
    '500 variables that are used',
    `query (${repeat(500, (at) => `$a${at}: ID! = "E09000012"`)}) { boroughs(codes: [${repeat(500, (at) => `$a${at}`)}]) { name } }`,
    ofGateway,
  ),
  operation('4,000 codes in the text', `{ boroughs(codes: [${'"E09000012" '.repeat(4_000)}]) { name } }`, ofGateway),
  operation('a string of 90 KB', `{ borough(name: "${'x'.repeat(90_000)}") { name } }`, ofGateway),
  operation('a block of 30,000 lines', `{ borough(name: """${'\n x'.repeat(30_000)}""") { name } }`, ofGateway),
  operation('escapes', `{ borough(name: "${'\\u0041'.repeat(15_000)}") { name } }`, ofGateway),
  operation('30,000 comments', `{ ${'#a\n'.repeat(30_000)} __typename }`, bounded),
  operation('90,000 commas', `{ ${','.repeat(90_000)} __typename }`, bounded),
  operation(
    'an object of 1,200 keys that there are not',
    `{ boroughs(codes: {${repeat(1_200, (at) => `a${at}: 1`)}}) { name } }`,
    { target: 'gateway', outcome: 'GRAPHQL_VALIDATION_FAILED' },
  ),
  operation(
    'fragments of fragments, 45 deep',
    `{ boroughs { ...F0 } } ${repeat(45, (at) => `fragment F${at} on Borough { code a${at}: name ...F${at + 1} }`)} fragment F45 on Borough { code }`,
    ofGateway,
  ),
  operation(
    '190 fragments in one place',
    `{ boroughs { ${repeat(190, (at) => `...F${at}`)} } } ${repeat(190, (at) => `fragment F${at} on Borough { code name }`)}`,
    ofGateway,
  ),
  // Variables.
  operation('10,000 codes in a variable', 'query ($codes: [ID!]) { boroughs(codes: $codes) { name } }', {
    ...ofGateway,
    variables: { codes: Array.from({ length: 10_000 }, () => 'E09000012') },
  }),
  operation('10,000 malformed codes in a variable', 'query ($codes: [ID!]) { boroughs(codes: $codes) { name } }', {
    ...ofGateway,
    variables: { codes: Array.from({ length: 7_000 }, (_, at) => `<${at}>`) },
  }),
  operation('7,000 values of a wrong kind', 'query ($codes: [ID!]) { boroughs(codes: $codes) { name } }', {
    ...ofGateway,
    variables: { codes: Array.from({ length: 7_000 }, () => ({})) },
  }),
  operation('9,000 keys of a variable that nobody declared', '{ __typename }', {
    ...bounded,
    variables: Object.fromEntries(Array.from({ length: 7_000 }, (_, at) => [`a${at}`, at])),
  }),
  operation(
    '7,000 indicators',
    'query ($indicators: [ID!]!) { policing { series(indicators: $indicators) { hasNextPage } } }',
    { ...ofGateway, variables: { indicators: Array.from({ length: 7_000 }, (_, at) => `indicator-${at}`) } },
  ),
  // The schema about itself.
  operation('all that a playground asks', getIntrospectionQuery(), bounded),
  operation(
    'all that a playground asks, four times',
    `{ ${repeat(4, (at) => `a${at}: __schema { types { name description fields { name description args { name description type { name ofType { name } } } type { name ofType { name ofType { name } } } } enumValues { name description } } }`)} }`,
    bounded,
  ),
  operation(
    'names of types, as often as they may be asked for',
    `{ ${repeat(99, (at) => `a${at}: __schema { types { name kind } }`)} }`,
    bounded,
  ),
  // Pages that nobody has prepared.
  ...['', ', areaType: BOROUGH', ', areaType: WARD'].map((narrowed) =>
    operation(
      `a page of 2,000 series in columns${narrowed}`,
      `{ policing { series(indicators: ["recorded-crime"], first: 2000${narrowed}) { ${columns} } } }`,
      ofGateway,
    ),
  ),
  operation(
    'a page of whole observations',
    '{ policing { series(indicators: ["recorded-crime"], first: 500) { nodes { observations { period { id label start end } value displayValue status flags numerator denominator lower upper } } } } }',
    ofGateway,
  ),
  operation('every ward, and its rate', wards('crimeRate { latest { value } }'), ofGateway),
  operation('every ward, and its crimes by month', wards('crime { recorded { values periodIds } }'), ofGateway),
  operation(
    'every borough, what is like it, and their crimes',
    '{ boroughs { crime { recorded { values comparators { __typename } statement } } } }',
    ofGateway,
  ),
  // What takes long to plan.
  operation(
    'the rate of an area of a rate of an area',
    '{ areas(type: BOROUGH) { crimeRate { area { crimeRate { area { crimeRate { area { crimeRate { latest { value } } } } } } } } } }',
    ofGateway,
  ),
  operation(
    'kinds within kinds',
    `{ areas(type: BOROUGH) { ${repeat(20, (at) => `... on Borough { a${at}: crimeRate { latest { value } } links { area { ... on Ward { b${at}: crimeRate { latest { value } } } } } }`)} } }`,
    ofGateway,
  ),
  operation(
    'conditions on everything',
    `query ($a: Boolean! = true) { boroughs { ${repeat(60, (at) => `a${at}: crime @include(if: $a) { recorded @skip(if: $a) { latest { value } } }`)} } }`,
    ofGateway,
  ),
];
