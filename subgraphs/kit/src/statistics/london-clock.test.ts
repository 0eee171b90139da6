import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { instantsInLondon, londonDayInWords, londonTimeAt, londonToday } from './london-clock.ts';

it.each([
  ['2026-01-31T23:59:59Z', '2026-01-31 23:59:59', '31 January 2026'],
  ['2026-05-31T23:01:00Z', '2026-06-01 00:01:00', '1 June 2026'],
  ['2026-10-25T00:30:00Z', '2026-10-25 01:30:00', '25 October 2026'],
  ['2026-10-25T01:30:00Z', '2026-10-25 01:30:00', '25 October 2026'],
])('At %s the clocks of London show %s', (instant, wallClock, day) => {
  expect([londonTimeAt(new Date(instant)), londonDayInWords(new Date(instant))]).toEqual([wallClock, day]);
});

it.each([
  ['2026-12-01 09:30:00', ['2026-12-01T09:30:00.000Z']],
  ['2026-07-01 00:00:00', ['2026-06-30T23:00:00.000Z']],
  ['2026-03-29 01:30:00', []],
  ['2026-10-25 01:30:00', ['2026-10-25T01:30:00.000Z', '2026-10-25T00:30:00.000Z']],
])('They show %s at %j', (wallClock, instants) => {
  expect(instantsInLondon(wallClock).map((instant) => instant.toISOString())).toEqual(instants);
});

it('Today is a day', () => {
  expect(londonToday()).toMatch(/^\d{4}-\d{2}-\d{2}$/);
});

it('No other file names the time zone of London', () => {
  const root = join(import.meta.dirname, '../../../..');
  const files = globSync('{gateway,schema,system,subgraphs}/**/*.ts', {
    cwd: root,
    exclude: (name) => name === 'node_modules' || name.endsWith('.test.ts'),
  });
  expect(files.filter((file) => readFileSync(join(root, file), 'utf8').includes("'Europe/London'"))).toEqual([
    'schema/src/vocabulary/london-day.ts',
  ]);
});
