import { buildSchema, Kind, type OperationDefinitionNode, parse } from 'graphql';
import { describe, expect, it } from 'vitest';
import type { ResultObject } from '../result-object.ts';
import { compileProjector, UnfitValueError } from './projector.ts';

const schema = buildSchema(`
  type Query { area: Area areas: [Area!] borough: Borough count: Int! grid: [[Float!]!] }
  interface Area { code: ID! name: String status: Status }
  type Borough implements Area { code: ID! name: String status: Status wards: [Ward!]! }
  type Ward implements Area { code: ID! name: String status: Status toString: String }
  enum Status { OPEN CLOSED }`);

function project(query: string, root: ResultObject, booleans: Readonly<Record<string, boolean>> = {}): unknown {
  const selecting = { schema, booleans: new Map(Object.entries(booleans)) };
  return compileProjector(selecting, operationOf(query))(root, { __schema: { of: 'itself' } });
}

function operationOf(query: string): OperationDefinitionNode {
  const [definition] = parse(query).definitions;
  if (definition?.kind !== Kind.OPERATION_DEFINITION) throw new Error('expected an operation');
  return definition;
}

describe('what a client gets', () => {
  it('is what was fetched itself where that is what was asked for', () => {
    const borough = { code: 'E1', wards: [{ code: 'W1', name: null }] };
    const root = { borough, count: 1 };
    const query = '{ borough { code wards { code name } } count }';
    expect(project(query, root)).toBe(root);
    expect(project(`${query.slice(0, -2)} borough { code } }`, root)).toBe(root);
  });

  it.each([
    ['more was fetched', { code: 'E1', name: 'Hackney', secret: 1 }],
    ['it came in another order', { name: 'Hackney', code: 'E1' }],
    ['a part of it came with more', { __typename: 'Borough', code: 'E1', name: 'Hackney' }],
  ])('is made anew, in the order in which it was asked, where %s', (_, borough) => {
    const answer = project('{ borough { code name } }', { borough });
    expect(JSON.stringify(answer)).toBe('{"borough":{"code":"E1","name":"Hackney"}}');
  });

  it('leaves what was fetched as it was', () => {
    const root = {
      areas: [
        { __typename: 'Ward', code: 'W1' },
        { __typename: 'Borough', code: 'E1' },
      ],
      more: true,
    };
    const before = structuredClone(root);
    expect(project('{ areas { code } }', root)).toEqual({ areas: [{ code: 'W1' }, { code: 'E1' }] });
    expect(root).toEqual(before);
  });

  it('has null where nothing came, whatever every object inherits', () => {
    const root = { borough: { wards: [{ code: 'W1' }] }, areas: undefined };
    expect(project('{ areas { code } borough { wards { toString valueOf: name } } }', root)).toEqual({
      areas: null,
      borough: { wards: [{ toString: null, valueOf: null }] },
    });
  });

  it('depends on the kind where the client asks for that', () => {
    const areas = [
      { __typename: 'Ward', code: 'W1', name: 'Dalston' },
      { __typename: 'Borough', code: 'E1', name: 'Hackney', wards: [] },
      { __typename: 'Area', code: 'X1', name: 'nobody knows' },
      { code: 'X2', name: 'it does not say' },
    ];
    const query = '{ areas { ... on Ward { name } ... on Borough { wards { code } name } ... on Area { code } } }';
    expect(JSON.stringify(project(query, { areas }))).toBe(
      '{"areas":[{"name":"Dalston","code":"W1"},{"wards":[],"name":"Hackney","code":"E1"},{"code":"X1"},{"code":"X2"}]}',
    );
  });

  it('has the name of the kind under any alias, and what the schema says of itself', () => {
    const root = { area: { kind: 'Ward', __typename: 'Ward' }, borough: {} };
    expect(project('{ __typename area { kind: __typename } borough { it: __typename } __schema { a } }', root)).toEqual(
      {
        __typename: 'Query',
        area: { kind: 'Ward' },
        borough: { it: 'Borough' },
        __schema: { of: 'itself' },
      },
    );
  });

  it('joins what is asked for under one key, by the variables that decide on it', () => {
    const query = `query ($a: Boolean!, $b: Boolean!) {
      borough @include(if: $a) { code } borough @skip(if: $b) { name } ... @include(if: $b) { count } }`;
    const root = { borough: { code: 'E1', name: 'Hackney' }, count: 1 };
    const given = (a: boolean, b: boolean): unknown => project(query, root, { a, b });
    expect(given(true, false)).toEqual({ borough: { code: 'E1', name: 'Hackney' } });
    expect(given(true, true)).toEqual({ borough: { code: 'E1' }, count: 1 });
    expect(given(false, true)).toEqual({ count: 1 });
    expect(given(false, false)).toEqual({ borough: { name: 'Hackney' } });
  });
});

describe('what no client may get', () => {
  it.each([
    ['a null that may not be one', '{ count }', { count: null }],
    ['a promised value that did not come', '{ borough { wards { code } } }', { borough: {} }],
    ['text for a number', '{ count }', { count: '1' }],
    ['a fraction for a whole number', '{ count }', { count: 1.5 }],
    ['a number without end', '{ grid }', { grid: [[1, Infinity]] }],
    ['a null within lists', '{ grid }', { grid: [[1], null] }],
    ['an object for a list', '{ areas { code } }', { areas: { code: 'E1' } }],
    ['a value that no enum has', '{ area { status } }', { area: { status: 'SECRET' } }],
    ['a kind that there is none of', '{ area { code } }', { area: { __typename: 'Hidden', code: 'E1' } }],
    ['the name of an interface for that of a kind', '{ area { __typename } }', { area: { __typename: 'Area' } }],
  ])('is %s', (_, query, root) => {
    expect(() => project(query, root)).toThrow(UnfitValueError);
  });
});
