import { describe, expect, it } from 'vitest';
import { courtAreasAround } from './court-areas.ts';

const texts = (code: string) => courtAreasAround(code).map(({ place, relation }) => `${place} ${relation}`);

describe('the areas of the courts around an area', () => {
  it('are the local justice area and the LCJB area of a borough, the City among them', () => {
    expect(texts('E09000012')).toEqual([
      'local-justice-area:east-london WIDER_AREA',
      'lcjb-area:east-london WIDER_AREA',
    ]);
    expect(texts('E09000001')).toEqual([
      'local-justice-area:central-london WIDER_AREA',
      'lcjb-area:central-london WIDER_AREA',
    ]);
  });

  it('are those of all its boroughs, for a unit of several', () => {
    // Hackney and Tower Hamlets are both in the East; Bexley, Greenwich and Lewisham in the South East.
    expect(texts('basic-command-unit:central-east')).toEqual(texts('E09000012'));
    // Bromley, Croydon and Sutton are in two.
    expect(texts('basic-command-unit:south-area')).toEqual([]);
    expect(texts('E12000007')).toEqual([]);
  });

  it('are the area itself alone where it is one of them', () => {
    expect(texts('local-justice-area:east-london')).toEqual(['local-justice-area:east-london SAME']);
  });

  it('are none for what the table does not hold', () => {
    expect(texts('E05009374')).toEqual([]);
  });
});
