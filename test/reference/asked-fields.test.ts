import { readFileSync } from 'node:fs';
import { buildSchema } from 'graphql';
import { describe, expect, it } from 'vitest';
import type { AnswerPath } from './answer.ts';
import { AskedFields } from './asked-fields.ts';
import { readFieldAgencies } from './field-agencies.ts';
import { agencies } from '../support/all-agencies.ts';

const schema = buildSchema(readFileSync(new URL('../../schema/api.graphql', import.meta.url), 'utf8'));
const parts = { schema, agencies: readFieldAgencies(schema, agencies) };
const read = (query: string, variables = {}): AskedFields => new AskedFields(parts, { query, variables });

describe('what is asked', () => {
  const query = `query ($yes: Boolean = true, $no: Boolean!) {
    a: borough { crimeRate { dataset @skip(if: $no) { id @skip(if: $yes) } } }
    boroughs { ...Named @include(if: $no) ... on Borough { crimeRate { __typename } } }
  }
  fragment Named on Area { name }`;

  it.each([
    [['a'], false],
    [['a', 'crimeRate', 'dataset'], false],
    [['boroughs', 0, 'crimeRate'], true],
    [['boroughs', 0, 'name'], false],
    [['borough'], false],
    [[], true],
  ])('at %j: %s', (path, isAsked) => {
    expect(read(query, { no: false }).isAnythingAt(path)).toBe(isAsked);
  });

  it('goes by the variables that were given before their defaults', () => {
    expect(read(query, { yes: false, no: true }).isAnythingAt(['boroughs', 0, 'name'])).toBe(true);
    expect(read(query, { yes: false, no: true }).isAnythingAt(['a'])).toBe(false);
    expect(read(query, { yes: false, no: false }).isAnythingAt(['a'])).toBe(true);
  });
});

describe('the agencies', () => {
  const asked = read(`{
    boroughs { note crimeRate { relation } reoffending { relation } }
    policing { indicator(id: "x") { name } series(indicators: [], areas: []) { nodes { area { code name } } } }
  }`);
  const sorted = (agencies: ReadonlySet<string>): readonly string[] => [...agencies].toSorted();

  it.each<readonly [AnswerPath, readonly string[]]>([
    [['boroughs', 0, 'note'], ['local-authority']],
    [['boroughs', 0, 'reoffending', 0, 'relation'], ['criminal-justice']],
    [
      ['boroughs', 0, 'crimeRate'],
      ['local-authority', 'policing'],
    ],
    [
      ['policing', 'series', 'nodes', 0, 'area', 'code'],
      ['local-authority', 'policing'],
    ],
    [['policing', 'series', 'nodes', 0, 'area', 'name'], ['local-authority']],
  ])('that answer for %j are %j', (path, owners) => {
    expect(sorted(asked.ownersAt(path))).toEqual(owners);
  });

  it('of what is in an object can cost a part of it, and the object only if it may not be without', () => {
    expect(sorted(asked.agenciesAt(['boroughs', 0]))).toEqual(['criminal-justice', 'local-authority', 'policing']);
    expect(sorted(asked.agenciesOfNullAt(['boroughs', 0]))).toEqual(['local-authority']);
    expect(sorted(asked.agenciesOfNullAt(['policing', 'series', 'nodes', 0, 'area']))).toEqual([
      'local-authority',
      'policing',
    ]);
  });
});

describe('a field', () => {
  const asked = read(`{
    area(code: "x") { name ... on Borough { name note ...Named } }
    borough { name ... on Borough { note } }
    policing { name }
  }
  fragment Named on Area { validFrom }`);

  it.each([
    ['name', false],
    ['note', true],
    ['validFrom', true],
    ['validTo', false],
  ])('%s is decided by the kind of the area: %s', (key, isOfKind) => {
    expect(asked.isOfKind(['area'], key)).toBe(isOfKind);
  });

  it('is one on which a variable decides, where it stands or around it', () => {
    const open = read(
      'query ($v: Boolean! = false) { area(code: "x") { name note @skip(if: $v) } policing @skip(if: $v) { name } borough { name } }',
    );
    expect([[], ['area'], ['policing'], ['borough']].map((path) => open.isPartlyOpen(path))).toEqual([
      true,
      true,
      true,
      false,
    ]);
  });

  it('is of an area, or leads to some', () => {
    expect([['area'], ['policing'], []].map((path) => [asked.isAreaAt(path), asked.hasAreaIn(path)])).toEqual([
      [true, true],
      [false, false],
      [false, true],
    ]);
  });
});
