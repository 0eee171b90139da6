import { coreResolvers } from '@boroughgraph/kit/series/core-resolvers.ts';
import type { SeriesHandle } from '@boroughgraph/kit/series/series.ts';
import type { Subgraph } from '@boroughgraph/kit/series/subgraph.ts';
import type { Observation } from '@boroughgraph/kit/statistics/observation.ts';
import { subgraph as health } from '@boroughgraph/health/subgraph.ts';
import { figureId } from './tables/cube.ts';

/** What a broken subgraph makes of a cell that it should serve as it is: no type keeps it from that here. */
export type CellLeak = (cell: Observation, figure: string) => object;

/** A subgraph that serves cells changed: with it an attack shows that it would notice. */
export function leakingCells(leak: CellLeak): Subgraph {
  return withSeries({
    observations: async (handle: SeriesHandle, given: { last?: number | null }) => {
      const cells = await handle.observations(null, given.last ?? null);
      return cells.map((cell) => leak(cell, figureOf(handle, cell)));
    },
  });
}

/** A subgraph whose sentence about a series is worked out from something that the series does not show. */
export function leakingStatement(secretOf: (series: string) => string): Subgraph {
  return withSeries({ statement: (handle: SeriesHandle) => `It went up. ${secretOf(handle.indicator.id)}` });
}

/** How many figures of one period are withheld, as a test makes them up. */
interface Withheld {
  readonly withheld: number;
}

/** A subgraph that counts what changed otherwise than its answers show it. */
export function leakingChanges(leak: (changes: Withheld) => Withheld): Subgraph {
  const { resolvers } = health;
  return { ...health, resolvers: { ...resolvers, PeriodChanges: { withheld: (of: Withheld) => leak(of).withheld } } };
}

function withSeries(changed: Readonly<Record<string, unknown>>): Subgraph {
  const { Series } = coreResolvers('HealthIndicator');
  return { ...health, resolvers: { ...health.resolvers, Series: { ...Series, ...changed } } };
}

function figureOf({ indicator, place, dimensions }: SeriesHandle, { period }: Observation): string {
  return figureId({ indicator: indicator.id, place, dimensions, period: period.id });
}
