import { describe, expect, it } from 'vitest';
import type { Answer } from './answer.ts';
import { compareAnswers, compareData, findLeaks } from './compare.ts';
import { nullAlong, placeErrors } from './placed-errors.ts';

describe('data', () => {
  it('that is the same has no difference', () => {
    expect(compareData({ a: [1, null, { b: 'c' }] }, { a: [1, null, { b: 'c' }] })).toEqual([]);
  });

  it.each([
    ['a value', { a: [{ b: 1 }] }, { a: [{ b: 2 }] }, ['a', 0, 'b']],
    ['zero for null', { a: 0 }, { a: null }, ['a']],
    ['the order of a list', [{ a: 1 }, { a: 2 }], [{ a: 2 }, { a: 1 }], [0, 'a']],
    ['the length of a list', { a: [1] }, { a: [1, 2] }, ['a']],
    ['the order of fields', { x: { a: 1, b: 2 } }, { x: { b: 2, a: 1 } }, ['x']],
    ['a field that is missing', { x: {} }, { x: { a: null } }, ['x']],
    ['a list for an object', { x: [] }, { x: {} }, ['x']],
    ['data that is not there', undefined, null, []],
  ])('that differs in %s says where', (_, ours, theirs, path) => {
    expect(compareData(ours, theirs)[0]?.path).toEqual(path);
  });

  it('whose fields come in another order says so, and still compares them', () => {
    expect(compareData({ a: 1, b: 2 }, { b: 3, a: 1 })).toEqual([
      { kind: 'order', path: [] },
      { kind: 'data', path: ['b'], ours: 2, theirs: 3 },
    ]);
  });
});

describe('errors', () => {
  const error = (path: readonly (string | number)[], code: string) => ({ message: 'm', path, extensions: { code } });

  it('are compared by code and by the null that they left, not by words or order', () => {
    const data = { a: null, b: { c: null } };
    const ours = { data, errors: [error(['a', 0, 'x'], 'ONE'), error(['b', 'c'], 'TWO')] };
    const theirs = { data, errors: [{ ...error(['b', 'c'], 'TWO'), message: 'n' }, error(['a'], 'ONE')] };
    expect(compareAnswers(ours, theirs)).toEqual([]);
  });

  it('that only one has, or that have another code, are differences', () => {
    const data = { a: null };
    const found = compareAnswers({ data, errors: [error(['a'], 'ONE')] }, { data, errors: [error(['a'], 'TWO')] });
    expect(found.map((one) => one.kind === 'error' && [one.side, one.error.code])).toEqual([
      ['ours', 'ONE'],
      ['theirs', 'TWO'],
    ]);
  });

  it('that name another agency are differences, those that name none are not', () => {
    const data = { a: null };
    const named = (extensions: Readonly<Record<string, unknown>>): Answer => {
      const code = 'AGENCY_UNAVAILABLE';
      return { data, errors: [{ message: 'm', path: ['a'], extensions: { code, ...extensions } }] };
    };
    const stock = named({ serviceName: 'policing' });
    const counts = [named({ agency: 'health' }), named({ agency: 'policing' }), named({})].map(
      (ours) => compareAnswers(ours, stock).length,
    );
    expect(counts).toEqual([2, 0, 0]);
  });

  it('of several places are at each of them', () => {
    const extensions = { code: 'AGENCY_UNAVAILABLE', agency: 'health', paths: [['a'], ['b']] };
    const answer = { data: { a: null, b: null }, errors: [{ message: 'm', path: ['a'], extensions }] };
    expect(placeErrors(answer).map(({ place, agency }) => [place, agency])).toEqual([
      [['a'], 'health'],
      [['b'], 'health'],
    ]);
  });

  it('are felt at the first null on their way, or at their path where there is none', () => {
    expect([nullAlong({ a: [null] }, ['a', 0, 'b']), nullAlong({ a: [1] }, ['a', 0])]).toEqual([
      ['a', 0],
      ['a', 0],
    ]);
  });

  it.each(['10.1.2.3', 'secret_table', 'http://127.0.0.1:4001'])('that tell of %s are leaks', (words) => {
    expect(findLeaks({ errors: [{ message: `at ${words}` }] })).toHaveLength(1);
    expect(findLeaks({ errors: [{ message: 'The agency "health" does not answer' }] })).toEqual([]);
  });
});
