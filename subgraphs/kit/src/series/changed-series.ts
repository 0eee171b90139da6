import { type FigureChange, changeOf } from '../statistics/figure-change.ts';
import type { IndicatorDefinition } from '../statistics/indicator.ts';
import { dimensionsOf } from '../statistics/dimensions.ts';
import type { ReleaseRecord } from '../store/release-record.ts';
import type { VisibleReleases } from '../store/reading/visible-releases.ts';
import type { SeriesKey } from '../store/series-columns.ts';
import { type RequestContext, turnOf } from './context.ts';

/** Two days at whose ends numbers are compared; a null `to` is now. */
export interface ComparedDays {
  readonly from: string;
  readonly to: string | null;
}

/** Which series is compared. */
export interface ComparedSeries extends Pick<SeriesKey, 'place' | 'dimensionKey'> {
  readonly indicator: IndicatorDefinition;
}

/** What became of one cell; `withheld` by a release since the first day, whether or not it was shown before. */
export interface CellChange {
  readonly ordinal: number;
  readonly change: Exclude<FigureChange, 'hidden'> | 'withheld';
}

/** The releases of a dataset that could be seen since the end of the first day and by that of the second, newest first. Never throws. */
export function releasesBetween(
  visible: VisibleReleases,
  datasetId: string,
  { from, to }: ComparedDays,
): readonly ReleaseRecord[] {
  return visible.releasesOf(datasetId, to).filter(({ availableOn }) => availableOn > from);
}

/**
 * What became of the cells of one series for which a release answers that came between two days, as the graph serves them: what is withheld now
 * is withheld on both. None where the viewer may not read the series.
 */
export async function cellChangesOf(
  context: RequestContext,
  series: ComparedSeries,
  days: ComparedDays,
): Promise<readonly CellChange[]> {
  const { indicator, place, dimensionKey: key } = series;
  const visible = await context.reading.releases();
  if (!visible.isReadableSeries({ indicator, place, dimensions: dimensionsOf(key) })) return [];
  const asOf = (asPublishedOn: string | null) =>
    context.reading.series.load({ indicator, place, dimensionKey: key, asPublishedOn });
  const [before, now] = await Promise.all([asOf(days.from), asOf(days.to)]);
  await turnOf(context);
  if (now === null) return [];
  return now.positionsOnGrid().flatMap((position): readonly CellChange[] => {
    const ordinal = now.answer.firstOrdinal + position;
    const seen = now.seenAt(ordinal);
    if (seen === null || seen.from.release.availableOn <= days.from) return [];
    if (seen.reading?.status === 'CONFIDENTIAL') return [{ ordinal, change: 'withheld' }];
    const change = changeOf(before?.seenAt(ordinal)?.reading, seen.reading);
    return change === null || change === 'hidden' ? [] : [{ ordinal, change }];
  });
}

/** Whether anything became of a series between two days: a cell that is the same on both is nothing. */
export async function isChanged(context: RequestContext, series: ComparedSeries, days: ComparedDays): Promise<boolean> {
  return (await cellChangesOf(context, series, days)).some(({ change }) => change !== 'same');
}
