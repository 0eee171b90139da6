import { type Attack, operation, raw, repeat, request } from './attack.ts';

const large = { outcome: 'OPERATION_TOO_LARGE' } as const;
const invalid = { outcome: 'GRAPHQL_VALIDATION_FAILED' } as const;
const unparsed = { outcome: 'GRAPHQL_PARSE_FAILED' } as const;
const json = { 'content-type': 'application/json' };
const withGet = { method: 'GET', headers: { 'apollo-require-preflight': '1' }, body: null };
const address = (query: string): string => `/graphql?query=${encodeURIComponent(query)}`;
const chain = (count: number): string =>
  repeat(count, (at) => `fragment F${at} on Query { ...F${at + 1} ...F${at + 1} }`);
const end = (at: number): string => `fragment F${at} on Query { __typename }`;
const references = (count: number) => ({
  representations: Array.from({ length: count }, () => ({ __typename: 'Area', code: 'E09000012' })),
});
const entities = 'query ($representations: [_Any!]!) { _entities(representations: $representations) { __typename } }';

/** Every attack that is known, one a line: what it is, what is sent, and how it is taken. */
export const attacks: readonly Attack[] = [
  // What no parser should see.
  operation('braces without an end', '{ a '.repeat(2_400), large),
  operation('braces within each other', `${'{ a '.repeat(2_400)}${'}'.repeat(2_400)}`, large),
  operation('lists within lists', `{ a(b: ${'['.repeat(4_000)}${']'.repeat(4_000)}) }`, large),
  operation('objects within objects', `{ a(b: ${'{c:'.repeat(1_600)}1${'}'.repeat(1_600)}) }`, large),
  operation('list types within list types', `query ($a: ${'['.repeat(4_900)}ID) { __typename }`, large),
  operation(
    'brackets after strings of brackets',
    `{ a(b: "{{{\\"{{{", c: """{{{ \\""" {{{""") ${'{ a '.repeat(2_400)}`,
    large,
  ),
  operation('more tokens than are read', `{ ${'__typename '.repeat(6_000)} }`, { ...unparsed, target: 'gateway' }),
  operation('more tokens than are read', `{ ${'a '.repeat(60_000)} }`, { ...unparsed, target: 'agencies' }),
  operation('a megabyte of nothing', ' '.repeat(200_000), unparsed),
  operation('a string without an end', `{ a(b: "${'x'.repeat(100_000)}`, unparsed),
  operation('a comment for a document', `#${'x'.repeat(100_000)}`, unparsed),
  operation('characters that are none', '{ \u0000 }', unparsed),
  // Wide.
  operation('10,000 aliases', `{ ${repeat(10_000, (at) => `a${at}: __typename`)} }`, unparsed),
  operation('6,000 aliases', `{ ${repeat(6_000, (at) => `a${at}: __typename`)} }`, { ...large, target: 'agencies' }),
  operation('101 aliases of one field', `{ ${repeat(101, (at) => `a${at}: __typename`)} }`, large),
  operation('500 of one field', `{ ${'__typename '.repeat(500)} }`, large),
  operation('1,600 of one field', `{ ${'__typename '.repeat(1_600)} }`, large),
  operation(
    'fields that are to be compared, within such fields',
    `{ ${repeat(30, () => `__schema { ${repeat(30, () => 'types { name }')} }`)} }`,
    large,
  ),
  operation(
    'aliases in fragments',
    `{ ${repeat(11, (at) => `...F${at}`)} } ${repeat(11, (of) => `fragment F${of} on Query { ${repeat(10, (at) => `a${of}b${at}: __typename`)} }`)}`,
    large,
  ),
  operation('fields that there are not', `{ ${repeat(400, (at) => `field${at}`)} }`, invalid),
  operation('a name of 100 kB', `{ ${'a'.repeat(100_000)} }`, invalid),
  operation('arguments that there are not', `{ __typename(${repeat(1_500, (at) => `a${at}: 1`)}) }`, invalid),
  operation('800 variables', `query (${repeat(800, (at) => `$a${at}: ID`)}) { __typename }`, invalid),
  operation(
    '500 operations',
    repeat(500, (at) => `query A${at} { __typename }`),
    { outcome: 'OPERATION_RESOLUTION_FAILURE' },
  ),
  // Directives.
  operation('ten directives on a field', `{ __typename ${'@aa'.repeat(10)} }`, large),
  operation('600 directives on a field', `{ __typename ${'@skip(if: false) '.repeat(600)} }`, large),
  operation('directives that there are not', `{ ${repeat(90, (at) => `a${at}: __typename @aa @bb`)} }`, invalid),
  operation('directives on a variable', `query ($a: ID ${'@aa'.repeat(100)}) { __typename }`, large),
  // Fragments.
  operation('fragments that double', `{ ...F0 } ${chain(20)} ${end(20)}`, large),
  operation('fragments that double, thirty deep', `{ ...F0 } ${chain(30)} ${end(30)}`, large),
  operation(
    'a chain of fragments',
    `{ ...F0 } ${repeat(600, (at) => `fragment F${at} on Query { ...F${at + 1} }`)} ${end(600)}`,
    large,
  ),
  operation('a fragment in itself', '{ ...A } fragment A on Query { ...A }', invalid),
  operation(
    'fragments in each other',
    '{ ...A } fragment A on Query { ...B ...B } fragment B on Query { ...A ...A }',
    invalid,
  ),
  operation(
    'a long circle of fragments',
    `{ ...F0 } ${repeat(500, (at) => `fragment F${at} on Query { ...F${(at + 1) % 500} }`)}`,
    large,
  ),
  operation(
    'a fragment in itself through fields',
    '{ ...A } fragment A on Query { __schema { queryType { name } } ...B } fragment B on Query { ...A }',
    invalid,
  ),
  operation(
    'fragments that nobody uses',
    `{ __typename } ${repeat(400, (at) => `fragment F${at} on Query { __typename }`)}`,
    invalid,
  ),
  // Names that objects have.
  ...['__proto__', 'constructor', 'prototype'].flatMap((name) => [
    operation(`${name} for an alias`, `{ ${name}: __typename }`, invalid),
    operation(`${name} for an operation`, `query ${name} { __typename }`, invalid),
    operation(`${name} for a fragment`, `{ ...${name} } fragment ${name} on Query { __typename }`, invalid),
    operation(`${name} for a variable`, `query ($${name}: Boolean!) { __typename @skip(if: $${name}) }`, invalid),
  ]),
  request('__proto__ in a body', { status: 400 }, { body: '{"query":"{ __typename }","__proto__":{"polluted":1}}' }),
  request(
    '__proto__ in variables',
    { status: 400 },
    { body: '{"query":"{ __typename }","variables":{"a":{"__proto__":{"polluted":1}}}}' },
  ),
  request(
    'constructor.prototype in variables',
    { status: 400 },
    { body: '{"query":"{ __typename }","variables":{"constructor":{"prototype":{"polluted":1}}}}' },
  ),
  // The schema about itself.
  operation(
    'a circle through the schema',
    '{ __schema { types { fields { type { fields { type { fields { name } } } } } } } }',
    invalid,
  ),
  operation(
    'the schema, 99 times',
    `{ __schema { ${repeat(99, (at) => `a${at}: types { fields { type { fields { name } } } }`)} } }`,
    large,
  ),
  operation(
    'the schema, in fragments',
    `{ ${repeat(99, (at) => `a${at}: __schema { ...F }`)} } fragment F on __Schema { types { ...G ...H } } fragment G on __Type { fields { args { name type { ...T } } type { ...T } } } fragment H on __Type { f: fields { type { fields { name } } } } fragment T on __Type { name ofType { name ofType { name } } }`,
    large,
  ),
  // Bodies.
  request(
    'several operations in a list',
    { status: 400 },
    { body: JSON.stringify(Array.from({ length: 10 }, () => ({ query: '{ __typename }' }))) },
  ),
  request('a body that is no JSON', { status: 400 }, { body: '{"query":' }),
  request('a body that is a word', { status: 400 }, { body: '"query"' }),
  request('no operation', { status: 400 }, { body: '{"query":""}' }),
  request('a number for an operation', { status: 400 }, { body: '{"query":1}' }),
  request('a list for variables', { status: 400 }, { body: '{"query":"{ __typename }","variables":[]}' }),
  request(
    'UTF-8 with a byte that is none',
    { status: 400 },
    { body: Buffer.from('{"query":"{ __typename } #\xff"}', 'latin1') },
  ),
  request(
    'UTF-8 that breaks off',
    { status: 400 },
    { body: Buffer.from('{"query":"{ __typename } #\xe2\x82"}', 'latin1') },
  ),
  request(
    'UTF-8 with half a pair',
    { status: 400 },
    { body: Buffer.from('{"query":"{ __typename } #\xed\xa0\x80"}', 'latin1') },
  ),
  request(
    'JSON lists within lists',
    { status: 400, code: 'OPERATION_TOO_LARGE' },
    { body: `{"query":"{ __typename }","variables":{"a":${'['.repeat(50_000)}${']'.repeat(50_000)}}}` },
  ),
  request(
    'JSON objects within objects',
    { status: 400, code: 'OPERATION_TOO_LARGE' },
    { body: `{"query":"{ __typename }","variables":${'{"a":'.repeat(20_000)}1${'}'.repeat(20_000)}}` },
  ),
  request(
    'two megabytes',
    { status: 413, code: 'OPERATION_TOO_LARGE' },
    { body: JSON.stringify({ query: '{ __typename }', variables: { a: 'x'.repeat(2_000_000) } }) },
  ),
  ...['utf-7', 'IBM037', 'utf-16le', 'shift_jis', '"utf-7"', 'x'.repeat(1_000)].map((charset) =>
    request(
      `the charset ${charset.slice(0, 10)}`,
      { status: 415 },
      { headers: { 'content-type': `application/json; charset=${charset}` } },
    ),
  ),
  ...[
    'text/plain',
    'application/x-www-form-urlencoded',
    'multipart/form-data; boundary=x',
    'application/graphql',
    'nonsense',
  ].map((type) => request(`a body of ${type}`, { status: 415 }, { headers: { 'content-type': type } })),
  request('a compressed body', { status: 415 }, { headers: { ...json, 'content-encoding': 'gzip' } }),
  // Methods and addresses.
  request('PUT', { status: 405 }, { method: 'PUT' }),
  request('DELETE', { status: 405 }, { method: 'DELETE' }),
  request('PATCH', { status: 405 }, { method: 'PATCH' }),
  request('OPTIONS', { status: 405 }, { method: 'OPTIONS', body: null, headers: {} }),
  request('a path that is not there', { status: 404 }, { path: '/nowhere' }),
  request('a path of bytes that are no UTF-8', { status: 400 }, { path: '/%ff' }),
  request('a path of a half byte', { status: 400 }, { path: '/graphql%', method: 'GET', body: null, headers: {} }),
  request(
    'a query that another site could send',
    { status: 400 },
    { ...withGet, path: address('{ __typename }'), headers: {} },
  ),
  request('a mutation by GET', { status: 405 }, { ...withGet, path: address('mutation { a }') }),
  request(
    'braces by GET',
    { status: 400, code: 'OPERATION_TOO_LARGE' },
    { ...withGet, path: address('{a'.repeat(1_000)) },
  ),
  request(
    'variables within variables by GET',
    { status: 400, code: 'OPERATION_TOO_LARGE' },
    { ...withGet, path: `${address('{ __typename }')}&variables=${'['.repeat(2_000)}` },
  ),
  request('an answer that is a page', { status: 406 }, { headers: { ...json, accept: 'text/html' } }),
  request('oversized headers', { status: 431 }, { headers: { ...json, 'x-large': 'x'.repeat(20_000) } }),
  // What is no HTTP.
  raw('no HTTP', 400, 'GARBAGE\r\n\r\n'),
  raw('no host', 400, 'GET /graphql HTTP/1.1\r\n\r\n'),
  raw('a host that is none', 400, 'GET /graphql HTTP/1.1\r\nhost: a b\r\n\r\n'),
  raw('two lengths', 400, 'POST /graphql HTTP/1.1\r\nhost: a\r\ncontent-length: 1\r\ncontent-length: 2\r\n\r\n'),
  raw(
    'a length and chunks',
    400,
    'POST /graphql HTTP/1.1\r\nhost: a\r\ncontent-length: 1\r\ntransfer-encoding: chunked\r\n\r\n0\r\n\r\n',
  ),
  raw(
    'chunks that are none',
    400,
    'POST /graphql HTTP/1.1\r\nhost: a\r\ncontent-type: application/json\r\ntransfer-encoding: chunked\r\n\r\nxyz\r\n',
  ),
  // Entities.
  operation('more entities than there are', entities, { ...large, target: 'agencies', variables: references(6_000) }),
  operation(
    'entities under several names',
    `query ($representations: [_Any!]!) { ${repeat(90, (at) => `a${at}: _entities(representations: $representations) { __typename }`)} }`,
    { ...large, target: 'agencies', variables: references(100) },
  ),
];
