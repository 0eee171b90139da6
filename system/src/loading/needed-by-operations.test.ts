import { readdirSync } from 'node:fs';
import type { IndicatorDefinition } from '@boroughgraph/kit/statistics/indicator.ts';
import { importAgencies } from '../agencies.ts';
import { agencyNames } from '../agency-names.ts';
import { expect, it } from 'vitest';
import { describeBrokenOperations, operationsShowing, readNeededIndicators } from './needed-by-operations.ts';

const needed = { page: ['crime', 'officers'], map: ['crime'], bulk: 'any', names: [] } as const;
const agencies = await importAgencies(agencyNames.map(({ slug }) => slug));
const indicators = [...agencies.values()].flatMap(({ datasets }) => datasets.flatMap((each) => each.indicators));

/** The changes of an indicator that is called so; nothing else of it is told. */
function lost(id: string, count: number) {
  const [like] = indicators;
  if (like === undefined) throw new Error('No agency measures anything');
  const indicator: IndicatorDefinition = { ...like, id };
  const none = {
    added: 0,
    same: 0,
    changed: [],
    gone: 0,
    hidden: 0,
    gonePlaces: [],
    withheld: 0,
    rounded: 0,
    restricted: 0,
  };
  return { ...none, indicator, lost: count };
}

it('A load says of each indicator of which figures are gone which recorded operations show it', () => {
  const by = [lost('crime', 1_200), lost('officers', 0), lost('beds', 1)];
  const lines = (outcome: 'loaded' | 'dry-run') =>
    describeBrokenOperations({ outcome, changes: { by, mayNameFigures: true } }, needed);
  expect(lines('loaded')).toEqual([
    '  1,200 figures of crime are gone: shown by page, map, and to whoever asks for it by bulk',
    '  1 figure of beds is gone: shown by no recorded operation of itself, and to whoever asks for it by bulk',
  ]);
  expect(lines('dry-run')[1]).toContain('1 figure of beds would be gone');
  expect(describeBrokenOperations({ outcome: 'refused', changes: null }, needed)).toEqual([]);
});

it('What is written down is of all recorded operations, and of indicators that there are', () => {
  const folder = new URL('../../../schema/operations/', import.meta.url);
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.graphql'));
  expect(Object.keys(readNeededIndicators()).sort()).toEqual(files.map((file) => file.replace('.graphql', '')).sort());
  const ids = new Set(indicators.map(({ id }) => id));
  const unknown = Object.values(readNeededIndicators()).flatMap((each) =>
    each === 'any' ? [] : each.filter((id) => !ids.has(id)),
  );
  expect(unknown).toEqual([]);
});

it('Operations that show some of several indicators are each told once', () => {
  expect(operationsShowing(['crime', 'officers'], needed)).toEqual(['page', 'map']);
});
