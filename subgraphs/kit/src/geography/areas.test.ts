import { areaTypeValues } from '@boroughgraph/schema/vocabulary/core.ts';
import { describe, expect, it } from 'vitest';
import { unitTypes } from './area-units.ts';
import { areaByCode, areas, boroughs, isWellFormedAreaCode, neighbourhoodsOf, readAreaCode } from './areas.ts';

const codesOf = (list: readonly { readonly code: string }[]) => list.map(({ code }) => code);

describe('areas', () => {
  it('are 33 boroughs, E09000001 to E09000033 in code order, then the wider areas, units, then neighbourhoods', () => {
    const expected = Array.from({ length: 33 }, (_, index) => `E090000${String(index + 1).padStart(2, '0')}`);
    expect(codesOf(boroughs)).toEqual(expected);
    const types = areas.map(({ type }) => type);
    const firstUnit = types.indexOf('BASIC_COMMAND_UNIT');
    expect(codesOf(areas).slice(33, firstUnit)).toEqual([
      'K04000001',
      'E92000001',
      'E12000007',
      'E13000001',
      'E13000002',
      'E23000001',
      'E23000034',
      'cps-area:metropolitan-and-city',
      'composite:city-of-london-and-hackney',
      'composite:city-of-london-and-westminster',
      'composite:merton-and-sutton',
    ]);
    expect([...new Set(types.slice(firstUnit))]).toEqual([...unitTypes, 'POLICE_NEIGHBOURHOOD']);
  });

  it('have a part and a register key where they are boroughs, and only there', () => {
    expect(areas.filter(({ part }) => part !== null)).toEqual(boroughs);
    expect(areas.filter(({ registerCode }) => registerCode !== null)).toEqual(boroughs);
    expect(new Set(boroughs.map(({ registerCode }) => registerCode)).size).toBe(33);
  });

  it('are 14 Inner and 19 Outer by the statistical definition: Haringey and Newham Inner, Greenwich Outer', () => {
    const inner = areaByCode('E13000001')?.members ?? [];
    const outer = areaByCode('E13000002')?.members ?? [];
    expect(inner.map((code) => Number(code.slice(-2)))).toEqual([1, 7, 12, 13, 14, 19, 20, 22, 23, 25, 28, 30, 32, 33]);
    expect([...inner, ...outer].sort()).toEqual(codesOf(boroughs));
    expect(outer).toHaveLength(19);
    expect(outer).toContain('E09000011');
  });

  it('leave the City out of the area of the Met', () => {
    const members = areaByCode('E23000001')?.members ?? [];
    expect(members).toHaveLength(32);
    expect([...(areaByCode('E23000034')?.members ?? []), ...members]).toEqual(codesOf(boroughs));
  });

  it('are unique by code, well formed, and list members that are boroughs', () => {
    expect(new Set(codesOf(areas)).size).toBe(areas.length);
    expect(codesOf(areas).filter((code) => !isWellFormedAreaCode(code))).toEqual([]);
    expect(areas.flatMap(({ members }) => members).filter((code) => !codesOf(boroughs).includes(code))).toEqual([]);
    expect(areas.filter(({ name, aliases }) => aliases.includes(name))).toEqual([]);
  });
});

describe('police neighbourhoods', () => {
  it('are 106, in every borough but the City, which the Met does not police', () => {
    const within = areas.flatMap((area) => (area.within === null ? [] : [area.within]));
    expect(within).toHaveLength(106);
    expect([...new Set(within)]).toEqual(codesOf(boroughs).slice(1));
  });

  it('have a code with their borough in it, and a name that no other area has', () => {
    expect(neighbourhoodsOf('E09000012').map(({ code, name }) => `${code} is ${name}`)).toEqual([
      'police-neighbourhood:hackney/hackney-north-east is Hackney - Hackney North-East',
      'police-neighbourhood:hackney/homerton is Hackney - Homerton',
      'police-neighbourhood:hackney/shoreditch is Hackney - Shoreditch',
      'police-neighbourhood:hackney/stoke-newington is Hackney - Stoke Newington',
    ]);
    expect(neighbourhoodsOf('E09000001')).toEqual([]);
    expect(new Set(areas.map(({ name }) => name)).size).toBe(areas.length);
  });
});

describe('areaByCode', () => {
  it('knows a code that is spelt exactly', () => {
    expect(areaByCode('E09000012')?.name).toBe('Hackney');
    expect(areaByCode('e09000012')).toBeNull();
    expect(areaByCode('E09000034')).toBeNull();
    expect(areaByCode('__proto__')).toBeNull();
  });
});

describe('isWellFormedAreaCode', () => {
  it.each([
    'E09000012',
    'K04000001',
    'E05013570',
    'E09000099',
    'basic-command-unit:central-east',
    'police-neighbourhood:barnet/golders-green-2',
    ...areaTypeValues.map((type) => `${type.toLowerCase().replaceAll('_', '-')}:x`),
  ])('accepts %s', (code) => {
    expect(isWellFormedAreaCode(code)).toBe(true);
  });

  it.each([
    '',
    'Hackney',
    'e09000012',
    'E0900001',
    'E090000123',
    ' E09000012',
    'E09000012\n',
    'E0900001２',
    'composite',
    'composite:',
    'composite:Merton',
    'composite:merton--sutton',
    'composite:-merton',
    'composite:a/b/c',
    'composite:a/',
    'borough_:x',
    'planet:earth',
    'basic_command_unit:east',
  ])('refuses %j', (code) => {
    expect(isWellFormedAreaCode(code)).toBe(false);
  });
});

describe('a code that somebody typed', () => {
  it.each([
    ['e09000012', 'E09000012'],
    [' E09000012 ', 'E09000012'],
    ['Composite:Merton-and-Sutton', 'composite:merton-and-sutton'],
    ['Hackney', 'Hackney'],
    ['', ''],
  ])('%j is read as %j', (typed, read) => {
    expect(readAreaCode(typed)).toBe(read);
  });
});
