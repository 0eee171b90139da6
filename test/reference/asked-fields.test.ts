import { describe, expect, it } from 'vitest';
import { isAnythingAsked } from './asked-fields.ts';

const query = `query ($yes: Boolean = true, $no: Boolean!) {
  a: borough { crimeRate { dataset @skip(if: $no) { id @skip(if: $yes) } } }
  boroughs { ...Named @include(if: $no) ... on Borough { crimeRate { __typename } } }
}
fragment Named on Area { name }`;
const operation = { query, variables: { no: false } };

describe('isAnythingAsked', () => {
  it.each([
    [['a'], false],
    [['a', 'crimeRate', 'dataset'], false],
    [['boroughs', 0, 'crimeRate'], true],
    [['boroughs', 0, 'name'], false],
    [['borough'], false],
    [[], true],
  ])('at %j: %s', (path, isAsked) => {
    expect(isAnythingAsked(operation, path)).toBe(isAsked);
  });

  it('goes by the variables that were given before their defaults', () => {
    const variables = { yes: false, no: true };
    expect(isAnythingAsked({ query, variables }, ['boroughs', 0, 'name'])).toBe(true);
    expect(isAnythingAsked({ query, variables }, ['a'])).toBe(false);
    expect(isAnythingAsked({ query, variables: { yes: false, no: false } }, ['a'])).toBe(true);
  });
});
