import { describe, expect, it } from 'vitest';
import { libraryVisits, libraryVisitsDataset } from '@boroughgraph/test/support/example-dataset.ts';
import type { Reading } from '../../statistics/observation.ts';
import { dimensionKey } from '../../statistics/dimensions.ts';
import { figuresIn } from '../../disclosure/structure-figures.ts';
import type { PublishedRelease } from './published-releases.ts';
import { worldsOf } from './served-worlds.ts';

const january = 24_288;

/** A release of visits in January: what it says of each purpose; a purpose that is not named has no row. */
function visits(number: number, publishedAt: string, byPurpose: Readonly<Record<string, Reading>>): PublishedRelease {
  return {
    dataset: libraryVisitsDataset,
    publishedAt,
    latestPeriodEnd: '2024-01-31',
    number,
    isSynthetic: false,
    covered: new Map([[libraryVisits.id, new Set([january])]]),
    series: Object.entries(byPurpose).map(([purpose, reading]) => ({
      indicator: libraryVisits,
      place: 'E09000012',
      dimensions: { purpose },
      dimensionKey: dimensionKey({ purpose }),
      readings: new Map([[january, reading]]),
    })),
  };
}

const shown = (value: number): Reading => ({ value, status: 'PUBLISHED' });
const withheld: Reading = { value: null, status: 'CONFIDENTIAL' };
const missing: Reading = { value: null, status: 'NOT_AVAILABLE' };

/** What a reader has in each world: the value or status of each purpose. */
const read = (releases: readonly PublishedRelease[]) =>
  worldsOf([{ agency: 'library', isElsewhere: false, releases }]).map((world) =>
    Object.fromEntries(
      world.map(({ dimensions, readings }): [string, number | string | undefined] => {
        const reading = readings.get(january);
        return [dimensions['purpose'] ?? '', reading?.value ?? reading?.status];
      }),
    ),
  );

describe('what readers can have at one time', () => {
  it('is each release as it answered, and all of them together where they agree', () => {
    const earlier = visits(1, '2024-02-01', { reading: shown(20), warmth: shown(9) });
    const later = visits(2, '2024-03-01', { reading: shown(20), warmth: missing });
    expect(read([earlier, later])).toEqual([
      { reading: 20, warmth: 'NOT_AVAILABLE' },
      { reading: 20, warmth: 9 },
      { reading: 20, warmth: 9 },
    ]);
  });

  it('fills no gap that a release withholds', () => {
    const earlier = visits(1, '2024-02-01', { reading: shown(20), warmth: shown(9) });
    const later = visits(2, '2024-03-01', { warmth: withheld });
    expect(read([earlier, later]).at(-1)).toEqual({ reading: 20, warmth: 'CONFIDENTIAL' });
  });

  it('is a mixture in which a figure that one release corrects is bounded by both', () => {
    const earlier = visits(1, '2024-02-01', { reading: shown(20), warmth: shown(9) });
    const later = visits(2, '2024-03-01', { reading: shown(21) });
    // In the end each of the two is believed before the other.
    expect(read([earlier, later])).toEqual([
      { reading: 21 },
      { reading: 20, warmth: 9 },
      { reading: 21, warmth: 9 },
      { reading: 21, warmth: 9 },
      { reading: 20, warmth: 9 },
    ]);
    const mixture = worldsOf([{ agency: 'library', isElsewhere: false, releases: [earlier, later] }])[2] ?? [];
    const known = [...figuresIn(mixture).all()].map((figure) => figure.known);
    expect(known).toEqual([
      { low: 20, high: 21 },
      { low: 9, high: 9 },
    ]);
  });

  it('is any two of three editions, all of them, and each believed before the others', () => {
    const editions = [{ reading: 20, warmth: 9 }, { reading: 20 }, { reading: 22 }].map((purposes, index) =>
      visits(
        index + 1,
        `2024-0${index + 2}-01`,
        Object.fromEntries(Object.entries(purposes).map(([purpose, value]) => [purpose, shown(value)])),
      ),
    );
    // By the first two together nothing is corrected, so that reading is 20 exactly.
    expect(read(editions).slice(3, 7)).toEqual([
      { reading: 22, warmth: 9 },
      { reading: 20, warmth: 9 },
      { reading: 22 },
      { reading: 22, warmth: 9 },
    ]);
    expect(read(editions).slice(7)).toEqual([
      { reading: 22, warmth: 9 },
      { reading: 20, warmth: 9 },
      { reading: 20, warmth: 9 },
    ]);
  });
});

describe('files of many boroughs', () => {
  const boroughs = Array.from({ length: 8 }, (_, index) => `E0900001${index}`);
  const file = (place: string, number: number, value: number): PublishedRelease => {
    const release = visits(number, `2024-02-${String(number).padStart(2, '0')}`, { reading: shown(value) });
    return {
      ...release,
      places: new Map([[libraryVisits.id, new Map([[place, new Set([january])]])]]),
      series: release.series.map((one) => ({ ...one, place })),
    };
  };
  const placesIn = (releases: readonly PublishedRelease[]) =>
    worldsOf([{ agency: 'library', isElsewhere: false, releases }]).map((world) => world.length);

  it('answer together, each for its borough, and make one edition beside the next round', () => {
    const first = boroughs.map((place, index) => file(place, index + 1, 10));
    expect(Math.max(...placesIn(first))).toBe(8);
    const again = boroughs.slice(0, 2).map((place, index) => file(place, index + 9, 11));
    const worlds = worldsOf([{ agency: 'library', isElsewhere: false, releases: [...first, ...again] }]);
    const valuesOf = (world: (typeof worlds)[number]) => world.map(({ readings }) => readings.get(january)?.value);
    expect(valuesOf(worlds[0] ?? [])).toEqual([11, 11, 10, 10, 10, 10, 10, 10]);
  });
});
