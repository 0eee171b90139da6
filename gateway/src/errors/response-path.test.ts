import { Kind, parse } from 'graphql';
import { describe, expect, it } from 'vitest';
import { readAsked } from './asked-places.ts';
import { compareInResponse, findVisible, locateLost } from './response-path.ts';

describe('locateLost', () => {
  it('finds every null that a pattern names, and no other value', () => {
    const data = { boroughs: [{ name: null, health: null }, { health: { rate: null } }, { health: null }] };
    expect(locateLost({ data, broken: [] }, [['boroughs', '@', 'health']])).toEqual([
      ['boroughs', 0, 'health'],
      ['boroughs', 2, 'health'],
    ]);
  });

  it('takes the object that a missing value took with it', () => {
    const data = { series: [{ area: null }, { area: null }] };
    expect(locateLost({ data, broken: [] }, [['series', '@', 'area', 'name']])).toEqual([
      ['series', 0, 'area'],
      ['series', 1, 'area'],
    ]);
  });

  it('does not take a null that an agency said for one that a missing value left', () => {
    const data = { courts: [{ catchments: null }, { catchments: [{ code: 'E09000012' }] }, { catchments: null }] };
    const lost = [['courts', '@', 'catchments', '@', 'name']];
    expect(locateLost({ data, broken: [['courts', 2, 'catchments', 0, 'name']] }, lost)).toEqual([
      ['courts', 2, 'catchments'],
    ]);
    expect(locateLost({ data, broken: [] }, lost)).toEqual([['courts', 1, 'catchments', 0]]);
  });

  it('takes the whole when nothing is left of it', () => {
    expect(locateLost({ data: null, broken: [] }, [['borough', 'health']])).toEqual([[]]);
  });

  it('takes the object that would have held what the client never sees', () => {
    expect(locateLost({ data: { borough: { name: 'Hackney' } }, broken: [] }, [['borough', 'code']])).toEqual([
      ['borough'],
    ]);
  });

  it('takes the null, and no object of a kind that never has it, where the client has asked for it', () => {
    const { definitions } = parse('{ facts { of { ...kinds } } } fragment kinds on Kind { ... on Rate { unit } }');
    const document = { kind: Kind.DOCUMENT, definitions } as const;
    const operation = definitions.find((one) => one.kind === Kind.OPERATION_DEFINITION) ?? null;
    const asks = readAsked(document, operation);
    const data = { facts: [{ of: {} }, { of: null }] };
    expect(locateLost({ data, broken: [], asks }, [['facts', '@', 'of', 'unit']])).toEqual([['facts', 1, 'of']]);
    expect(locateLost({ data, broken: [], asks }, [['facts', '@', 'of', 'id']])).toEqual([['facts', 0, 'of']]);
    expect(readAsked(undefined, null)(['facts'])).toBe(false);
  });

  it('finds nothing at the root, which lacks only what the client has left out', () => {
    expect(locateLost({ data: { policing: null }, broken: [] }, [['court']])).toEqual([]);
  });

  it('knows the aliases of the query planner', () => {
    expect(locateLost({ data: { area: { links: null } }, broken: [] }, [['area', 'links__alias_0']])).toEqual([
      ['area', 'links'],
    ]);
  });

  it('goes through lists in lists', () => {
    expect(locateLost({ data: { rows: [[{ a: null }], [{ a: 1 }]] }, broken: [] }, [['rows', '@', '@', 'a']])).toEqual([
      ['rows', 0, 0, 'a'],
    ]);
  });

  it('finds nothing in an empty list', () => {
    expect(locateLost({ data: { rows: [] }, broken: [] }, [['rows', '@', 'a']])).toEqual([]);
  });
});

describe('findVisible', () => {
  const data = { boroughs: [{ name: 'Hackney', links: null }] };

  it.each([
    [
      ['boroughs', 0, 'name'],
      ['boroughs', 0, 'name'],
    ],
    [
      ['boroughs', 0, 'code'],
      ['boroughs', 0],
    ],
    [
      ['boroughs', 0, 'links__alias_0', 1, 'area'],
      ['boroughs', 0, 'links', 1, 'area'],
    ],
    [['boroughs', 1, 'name'], ['boroughs']],
  ])('of %j is %j', (path, visible) => {
    expect(findVisible(data, path)).toEqual(visible);
  });
});

describe('compareInResponse', () => {
  it('orders as the response does, places before what is inside them', () => {
    const data = {
      b: [
        { y: null, x: null },
        { y: null, x: null },
      ],
      a: null,
    };
    const paths = [['a'], ['b', 1, 'y'], ['b', 0, 'x'], ['b', 0, 'y'], ['b', 0], ['elsewhere']];
    expect(paths.toSorted(compareInResponse(data))).toEqual([
      ['b', 0],
      ['b', 0, 'y'],
      ['b', 0, 'x'],
      ['b', 1, 'y'],
      ['a'],
      ['elsewhere'],
    ]);
  });
});
