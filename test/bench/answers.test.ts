import { describe, expect, it } from 'vitest';
import { describeDifference, readAnswer } from './answers.ts';

const answer = (body: unknown, status = 200) => readAnswer(status, JSON.stringify(body));
const difference = (found: unknown, expected: unknown) => describeDifference(answer(found), answer(expected));

const expected = { data: { borough: { name: 'Hackney', values: [1, null, 3.5] } } };

describe('answers are the same', () => {
  it('in another order of keys', () => {
    expect(difference({ data: { borough: { values: [1, null, 3.5], name: 'Hackney' } } }, expected)).toBeNull();
  });

  it('with extensions, or an empty list of errors', () => {
    expect(difference({ ...expected, extensions: { took: 3 }, errors: [] }, expected)).toBeNull();
  });

  it('with a number in another notation', () => {
    const found = readAnswer(200, '{"data":{"borough":{"name":"Hackney","values":[1.0,null,35e-1]}}}');
    expect(describeDifference(found, answer(expected))).toBeNull();
  });
});

describe('answers differ', () => {
  const values = (...list: readonly unknown[]) => ({ borough: { name: 'Hackney', values: list } });
  it.each([
    ['when a value does', values(1, null, 3.6), 'values[2] is 3.6, not 3.5'],
    ['when a number is text', values('1', null, 3.5), 'values[0] is "1", not 1'],
    ['when null is nought', values(1, 0, 3.5), 'values[1] is 0, not null'],
    ['when a list has another order', values(null, 1, 3.5), 'values[0] is null, not 1'],
    ['when a list is shorter', values(1, null), 'values is a list of 2, not a list of 3'],
    ['when a field is missing', { borough: { values: [1, null, 3.5] } }, 'name is missing, not "Hackney"'],
    ['when there is a field more', { borough: { ...expected.data.borough, code: 'E0' } }, 'code is "E0", not missing'],
  ])('%s', (_, data, where) => {
    expect(difference({ data }, expected)).toBe(`its data differ from those of our gateway: data.borough.${where}`);
  });

  it('when one has errors, although its data are the same', () => {
    expect(difference({ ...expected, errors: [{ message: 'health is down' }] }, expected)).toMatch(/^errors: .*health/);
  });

  it('when one is not GraphQL, or has no data', () => {
    expect(describeDifference(readAnswer(502, '<h1>Bad gateway</h1>'), answer(expected))).toBe(
      'status 502: <h1>Bad gateway</h1>',
    );
    expect(difference({ data: null }, expected)).toBe('no data: {"data":null}');
  });

  it('when both fail alike', () => {
    const failed = { errors: [{ message: 'no' }] };
    expect(difference(failed, failed)).not.toBeNull();
    expect(difference(expected, failed)).toMatch(/^it answers what our gateway does not/);
  });
});
