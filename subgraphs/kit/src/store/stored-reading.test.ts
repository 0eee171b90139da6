import { expect, it } from 'vitest';
import { shown } from '@boroughgraph/test/support/shown.ts';
import type { ProtectedReading } from '../statistics/observation.ts';
import { packSeries, readingAt } from './stored-reading.ts';

const of = { indicatorId: 'visits', place: 'E09000012', dimensionKey: '', denominatorSource: 'Estimates' };
const published = shown({
  value: 200,
  status: 'PUBLISHED',
  flags: ['PROVISIONAL', 'SYNTHETIC'],
  numerator: 20,
  denominator: 100,
  lower: 190,
  upper: 210,
  coverage: { reporting: 3, expected: null },
});
const nothing = {
  value: null,
  flags: [],
  numerator: null,
  denominator: null,
  lower: null,
  upper: null,
  coverage: null,
};

function pack(...readings: readonly (ProtectedReading | null)[]) {
  return packSeries(
    of,
    readings.map((reading, index) => ({ reading, denominatorPeriodId: `CY202${index}` })),
  );
}

it('reads back every part of what it packs, a cell that the file does not have as null', () => {
  const row = { ...pack(published, null, { value: null, status: 'NOT_COLLECTED' }), releaseNumber: 1 };
  expect([0, 1, 2, 3].map((position) => readingAt(row, position))).toEqual([
    published,
    null,
    { ...nothing, status: 'NOT_COLLECTED' },
    null,
  ]);
  expect(row).toMatchObject({ ...of, denominatorPeriodIds: ['CY2020', 'CY2021', 'CY2022'] });
});

it('packs lists that would hold nothing as null', () => {
  expect(pack(shown({ value: 1, status: 'PUBLISHED' }), shown({ value: 2, status: 'PUBLISHED' }))).toMatchObject({
    values: [1, 2],
    statuses: null,
    flags: null,
    numerators: null,
    coverages: null,
  });
});

it('keeps nothing beside a cell that is CONFIDENTIAL, whatever is handed to it', () => {
  const row = pack({ ...published, status: 'CONFIDENTIAL' }, published);
  expect(readingAt(row, 0)).toEqual({
    ...nothing,
    status: 'CONFIDENTIAL',
    flags: ['SYNTHETIC'],
  });
  expect(row.denominatorPeriodIds).toEqual([null, 'CY2021']);
  expect(pack({ ...published, status: 'CONFIDENTIAL' }).denominatorSource).toBeNull();
});
