import { expect, it } from 'vitest';
import type { CoverageRecord } from './answering-releases.ts';
import { Reach } from './reach.ts';

const record = (releaseNumber: number, places: NonNullable<CoverageRecord['places']> | null): CoverageRecord => ({
  releaseNumber,
  indicatorId: 'visits',
  firstOrdinal: 0,
  periodIds: ['2024-01', '2024-02'],
  places,
});

it('tells no places apart where all releases cover every place', () => {
  expect(new Reach([]).at('E09000012')).toBeNull();
  expect(new Reach([record(1, null), record(2, null)]).at('E09000012')).toBeNull();
});

it('has one word for places that each release covers alike', () => {
  const places = ['a', 'b', 'c', 'd', 'e'];
  const reach = new Reach([
    record(1, [
      ['a', null],
      ['b', null],
      ['c', [1]],
      ['d', null],
    ]),
    record(2, null),
    record(3, [
      ['a', [0]],
      ['b', [0]],
      ['c', [0]],
    ]),
    record(4, [
      ['a', [0]],
      ['b', [0]],
      ['c', [0]],
    ]),
  ]);
  const words = places.map((place) => reach.at(place));
  expect(words[0]).toBe(words[1]);
  expect(new Set(words).size).toBe(4);
  expect(reach.at('unknown')).toBe(reach.at('e'));
  expect(words).not.toContain(null);
});
