import { describe, expect, it } from 'vitest';
import { libraryVisits, libraryVisitsDataset } from '@boroughgraph/test/support/example-dataset.ts';
import type { Reading } from '../../statistics/observation.ts';
import { cellsAnsweredBy } from '../protection/answered-cells.ts';
import type { PublishedRelease } from '../protection/published-releases.ts';
import type { DraftSeries } from '../../datasets/draft-series.ts';
import { changesBy, distanceOf, type IndicatorChanges } from './cell-changes.ts';
import { changesLines } from './changes-text.ts';
import { unusualRevision } from './unusual-revision.ts';

const [hackney, camden] = ['E09000012', 'E09000007'];
type Cells = Readonly<Record<number, number | 'c' | 'x'>>;

function readingOf(cell: number | 'c' | 'x'): Reading {
  if (typeof cell === 'number') return { value: cell, status: 'PUBLISHED' };
  return { value: null, status: cell === 'c' ? 'CONFIDENTIAL' : 'NOT_AVAILABLE' };
}

const seriesOf = (place: string, cells: Cells): DraftSeries => ({
  indicator: libraryVisits,
  place,
  dimensions: {},
  dimensionKey: '',
  readings: new Map(Object.entries(cells).map(([ordinal, cell]) => [Number(ordinal), readingOf(cell)])),
  denominatorPeriodIds: new Map(),
  denominatorSource: null,
});

function releaseOf(publishedAt: string, cells: Readonly<Record<string, Cells>>): PublishedRelease {
  const series = Object.entries(cells).map(([place, own]) => seriesOf(place, own));
  const ordinals = new Set(series.flatMap(({ readings }) => [...readings.keys()]));
  return {
    dataset: libraryVisitsDataset,
    publishedAt,
    latestPeriodEnd: null,
    number: null,
    isSynthetic: false,
    covered: new Map([[libraryVisits.id, ordinals]]),
    series,
  };
}

function compared(
  before: readonly Readonly<Record<string, Cells>>[],
  now: Readonly<Record<string, Cells>>,
  file = now,
): readonly IndicatorChanges[] {
  const release = releaseOf('2024-06-01', now);
  return changesBy({
    dataset: libraryVisitsDataset,
    publishedAt: release.publishedAt,
    file: Object.entries(file).map(([place, own]) => seriesOf(place, own)),
    shown: Object.entries(now).map(([place, own]) => seriesOf(place, own)),
    answered: cellsAnsweredBy(release),
    superseded: before.map((cells, index) => releaseOf(`2024-0${5 - index}-01`, cells)),
  });
}

describe('What a load changes', () => {
  it('is new where nothing was shown, and the same, changed, gone or hidden where something was', () => {
    const [changes] = compared([{ [hackney]: { 1: 10, 2: 20, 3: 30, 4: 40, 5: 'c' } }], {
      [hackney]: { 1: 10, 2: 25, 3: 'x', 4: 'c', 5: 50, 6: 60 },
    });
    expect(changes).toMatchObject({
      added: 2,
      same: 1,
      changed: [{ place: hackney, ordinal: 2, before: 20, now: 25 }],
      gone: 1,
      hidden: 1,
      withheld: 1,
    });
  });

  it('is told of a place that a file leaves out in a period that it covers, and of no other period', () => {
    const [changes] = compared([{ [hackney]: { 1: 10, 9: 90 }, [camden]: { 1: 5 } }], { [hackney]: { 1: 10 } });
    expect([changes?.gone, changes?.gonePlaces]).toEqual([1, [camden]]);
  });

  it('leaves what another file of its day has and it has not', () => {
    const release = releaseOf('2024-06-01', { [hackney]: { 1: 10 } });
    const [beside] = changesBy({
      dataset: libraryVisitsDataset,
      publishedAt: '2024-06-01',
      file: [seriesOf(hackney, { 1: 10 })],
      shown: [seriesOf(hackney, { 1: 10 })],
      answered: cellsAnsweredBy(release),
      superseded: [releaseOf('2024-06-01', { [camden]: { 1: 5 } })],
    });
    expect(beside).toMatchObject({ added: 1, gone: 0 });
  });

  it('is told beside what answers until then, cell by cell the newest that covers it', () => {
    const [changes] = compared([{ [hackney]: { 2: 21 } }, { [hackney]: { 1: 10, 2: 20 } }], {
      [hackney]: { 1: 11, 2: 21 },
    });
    expect([changes?.same, changes?.changed]).toMatchObject([1, [{ ordinal: 1, before: 10, now: 11 }]]);
  });

  it('is withheld or rounded where the file says otherwise than is shown', () => {
    const [changes] = compared([], { [hackney]: { 1: 1205, 2: 'c', 3: 'c' } }, { [hackney]: { 1: 1203, 2: 3, 3: 4 } });
    expect(changes).toMatchObject({ added: 1, withheld: 2, rounded: 1, gone: 0 });
  });
});

describe('How far a figure moves', () => {
  it.each([
    [10, 10, 0],
    [0, 0, 0],
    [100, 75, 0.25],
    [75, 100, 0.25],
    [0, 3, 1],
    [-5, 5, 1],
  ])('from %d to %d is %d of the greater', (before, now, distance) => {
    expect(distanceOf({ before, now })).toBe(distance);
  });
});

describe('A revision', () => {
  const years = (factor: number): Cells => Object.fromEntries([1, 2, 3, 4].map((year) => [year, year * 100 * factor]));
  const told = (before: Cells, now: Cells, mayNameFigures = true) =>
    unusualRevision(compared([{ [hackney]: before }], { [hackney]: now }), { mayNameFigures });

  it('is usual where most figures move by a quarter at most, however many there are', () => {
    expect(told(years(1), years(1.3))).toBeNull();
    expect(told(years(1), { ...years(1), 1: 900, 2: 900 })).toBeNull();
  });

  it('is unusual where most move farther, and says how many and such as', () => {
    expect(told(years(1), years(0.1))).toBe(
      'it is no usual revision of what it would answer in the place of: of 4 figures of library-visits, 4 would change by more than 25%, such as Hackney in 0-04 from 300 to 30. Check the dataset, the columns, the unit and the periods of the file; where it is meant, load it with --confirm-revision',
    );
  });

  it('is unusual where most are gone', () => {
    expect(told({ 1: 1, 2: 2, 3: 3 }, { 1: 'x', 2: 'x', 3: 3 })).toContain(
      'of 3 figures of library-visits, 2 would be gone.',
    );
  });

  it('is usual where it corrects two figures, or withholds what was shown', () => {
    expect(told({ 1: 10, 2: 10 }, { 1: 100, 2: 100 })).toBeNull();
    expect(told({ 1: 1, 2: 2, 3: 3 }, { 1: 'c', 2: 'c', 3: 'c' })).toBeNull();
  });

  it('names no figure that not everybody may see', () => {
    expect(told(years(1), years(0.1), false)).not.toContain('Hackney');
  });
});

describe('The table of a report', () => {
  it('tells of each indicator how many and how far, and names what changed most and what is gone', () => {
    const changes = compared([{ [hackney]: { 1: 10, 2: 20 }, [camden]: { 1: 5 } }], {
      [hackney]: { 1: 10, 2: 25, 3: 'c' },
    });
    expect(changesLines(changes, true)).toEqual([
      '  indicator       new  same  changed  by, middle  by, at most  gone  withheld  rounded  restricted',
      '  library-visits    0     1        1       20.0%        20.0%     1         1        0           0',
      '  changed most, library-visits: Hackney in 0-03 from 20 to 25',
      '  gone, library-visits: Camden',
    ]);
  });

  it('is a line where nothing is superseded', () => {
    expect(changesLines(compared([], { [hackney]: { 1: 10, 2: 25 } }), true)).toEqual([
      '  new: 2 figures, in the place of none',
    ]);
  });
});
