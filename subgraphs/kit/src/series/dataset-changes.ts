import type { PeriodType } from '@boroughgraph/schema/vocabulary/core.ts';
import type { DatasetDefinition } from '../datasets/dataset.ts';
import type { IndicatorDefinition } from '../statistics/indicator.ts';
import { kindsOf } from '../statistics/period-kinds.ts';
import { type Period, periodAt } from '../statistics/periods.ts';
import type { ReleaseRecord } from '../store/release-record.ts';
import type { SeriesKey } from '../store/series-columns.ts';
import { requireAll } from './argument-checks.ts';
import { type CellChange, cellChangesOf, type ComparedDays, releasesBetween } from './changed-series.ts';
import type { RequestContext } from './context.ts';
import { badUserInput } from './errors.ts';

/** The arguments of Dataset.changes. */
export interface AskedChanges extends ComparedDays {
  /** Null for all of the dataset. */
  readonly indicators: readonly string[] | null;
}

/** How many figures became what. */
interface Counts {
  readonly new: number;
  readonly changed: number;
  readonly gone: number;
  readonly withheld: number;
}
interface PeriodChanges extends Counts {
  readonly period: Period;
}
interface IndicatorChanges extends Counts {
  /** In one kind of its periods. */
  readonly indicator: IndicatorDefinition;
  readonly periodType: PeriodType;
  readonly same: number;
  /** Oldest first. */
  readonly periods: readonly PeriodChanges[];
}
export interface DatasetChanges {
  readonly releases: readonly ReleaseRecord[];
  readonly indicators: readonly IndicatorChanges[];
}

/** Releases that are told, of two days between which there were more. Source: the schema. */
const toldReleases = 20;

/** Series that are compared at once: what each batch reads stays in memory until the next. */
const batchSize = 200;

/**
 * What became of the figures of a dataset between two days: see `cellChangesOf`. Null where the viewer may not read the dataset. Nothing is read
 * of indicators for which no release came in between.
 *
 * @throws a BAD_USER_INPUT when the days stand in each other's place, or an indicator is none of the dataset.
 */
export async function changesOf(
  context: RequestContext,
  dataset: DatasetDefinition,
  { from, to, indicators: wanted }: AskedChanges,
): Promise<DatasetChanges | null> {
  requireAll(
    () => {
      requireDays({ from, to });
    },
    ...(wanted ?? []).map((id) => () => {
      requireIndicator(dataset, id);
    }),
  );
  const visible = await context.reading.releases();
  if (!visible.isReadable(dataset.id)) return null;
  const releases = releasesBetween(visible, dataset.id, { from, to });
  const numbers = new Set(releases.map(({ number }) => number));
  const found: IndicatorChanges[] = [];
  for (const indicator of dataset.indicators.filter(({ id }) => wanted?.includes(id) ?? true).flatMap(kindsOf)) {
    const answer = visible.answer(indicator, to);
    if (answer?.releaseNumbers.some((number) => numbers.has(number)) !== true) continue;
    const changes = await changesOfIndicator(context, indicator, { from, to });
    if (changes.periods.length > 0) found.push(changes);
  }
  return { releases: releases.slice(0, toldReleases).toReversed(), indicators: found };
}

function requireDays({ from, to }: ComparedDays): void {
  if (to === null || from <= to) return;
  throw badUserInput(`from is ${from} and to is ${to}: expected a first day that is not after the last`, 'from');
}

function requireIndicator({ id: dataset, indicators }: DatasetDefinition, id: string): void {
  if (indicators.some((indicator) => indicator.id === id)) return;
  const known = indicators.map((indicator) => indicator.id).join(', ') || 'none';
  throw badUserInput(`"${id}" is no indicator of ${dataset}: expected some of ${known}`, 'indicators');
}

async function changesOfIndicator(
  context: RequestContext,
  indicator: IndicatorDefinition,
  days: ComparedDays,
): Promise<IndicatorChanges> {
  const tally = new Tally();
  const keys = await keysOfBoth(context, indicator, days);
  for (let start = 0; start < keys.length; start += batchSize) {
    const batch = keys.slice(start, start + batchSize);
    const changed = await Promise.all(batch.map((key) => cellChangesOf(context, { indicator, ...key }, days)));
    for (const change of changed.flat()) tally.add(change);
    context.reading.series.clearAll();
  }
  return {
    indicator,
    periodType: indicator.grid.type,
    ...tally.total(),
    periods: tally.periods().map(([ordinal, counts]) => ({ period: periodAt(indicator.grid, ordinal), ...counts })),
  };
}

/** The series that were served on either day, each once. */
async function keysOfBoth(
  context: RequestContext,
  indicator: IndicatorDefinition,
  { from, to }: ComparedDays,
): Promise<readonly SeriesKey[]> {
  const found = new Map<string, SeriesKey>();
  for (const asPublishedOn of [from, to]) {
    let after: SeriesKey | null = null;
    do {
      const keys: readonly SeriesKey[] = await context.reading.seriesKeys({
        ...everywhere,
        indicators: [indicator],
        asPublishedOn,
        after,
      });
      for (const key of keys.slice(0, everywhere.limit)) found.set(`${key.place} ${key.dimensionKey}`, key);
      after = keys.length > everywhere.limit ? (keys[everywhere.limit - 1] ?? null) : null;
    } while (after !== null);
  }
  return [...found.values()];
}

const everywhere = { areas: null, sites: null, areaType: null, dimensions: [], limit: 2_000 } as const;

const nothing = { new: 0, same: 0, changed: 0, gone: 0, withheld: 0 };
type Tallied = typeof nothing;

/** Counts what became of cells, by period. */
class Tally {
  readonly #byOrdinal = new Map<number, Tallied>();

  add({ ordinal, change }: CellChange): void {
    const counts = this.#byOrdinal.get(ordinal) ?? { ...nothing };
    this.#byOrdinal.set(ordinal, counts);
    counts[change === 'added' ? 'new' : change] += 1;
  }

  total(): Tallied {
    const sum = { ...nothing };
    for (const counts of this.#byOrdinal.values()) for (const kind of kinds) sum[kind] += counts[kind];
    return sum;
  }

  /** Those of which anything but the same is, oldest first. */
  periods(): readonly (readonly [ordinal: number, counts: Counts])[] {
    return [...this.#byOrdinal]
      .filter(([, counts]) => kinds.some((kind) => kind !== 'same' && counts[kind] > 0))
      .sort(([one], [other]) => one - other);
  }
}

const kinds = ['new', 'same', 'changed', 'gone', 'withheld'] as const;
