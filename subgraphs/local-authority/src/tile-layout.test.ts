import { describe, expect, it } from 'vitest';
import { areaByCode, boroughs } from '@boroughgraph/kit/geography/areas.ts';
import { tileOf } from './tile-layout.ts';

const of = (name: string) => tileOf(boroughs.find((borough) => borough.name === name)?.code ?? '');

describe('the layout of equal squares', () => {
  it('has one square for each of the 33 boroughs, and none for anything else', () => {
    const tiles = boroughs.map(({ code }) => JSON.stringify(tileOf(code)));
    expect([new Set(tiles).size, tiles.includes('null')]).toEqual([33, false]);
    expect([tileOf('E12000007'), tileOf('...'), areaByCode('E12000007')?.type]).toEqual([null, null, 'REGION']);
  });

  it.each([
    ['Hackney', 'Islington', { column: 1, row: 0 }],
    ['Tower Hamlets', 'City of London', { column: 1, row: 0 }],
    ['Barking and Dagenham', 'Havering', { column: 0, row: 1 }],
    ['Hounslow', 'Ealing', { column: 0, row: 1 }],
    ['Kingston upon Thames', 'Richmond upon Thames', { column: 0, row: 1 }],
  ])('keeps %s beside %s', (one, other, step) => {
    const [a, b] = [of(one), of(other)];
    expect({ column: (a?.column ?? 0) - (b?.column ?? 0), row: (a?.row ?? 0) - (b?.row ?? 0) }).toEqual(step);
  });
});
