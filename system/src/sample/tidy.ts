import type { DatasetDefinition } from '@boroughgraph/kit/datasets/dataset.ts';
import type { Reading } from '@boroughgraph/kit/statistics/observation.ts';
import { sampleSiteArea } from './places.ts';
import { type SampleSeries, sampleSeries } from './series.ts';

/**
 * The sample of a dataset in the tidy format, or the one that the dataset brings, the same text in every run; null for a dataset
 * that has none: one without an indicator that it stores and whose figures were ever seen, with figures that come without a
 * file, or measured where no sample is.
 *
 * Columns that would be blank in every row are left out. Never throws.
 */
export function sampleText(dataset: DatasetDefinition): string | null {
  if (dataset.sample !== undefined) return dataset.sample;
  if (dataset.reviewed !== undefined) return null;
  const all = [...sampleSeries(dataset)];
  if (all.length === 0) return null;
  const places = all.some(({ place }) => place.siteName !== null) ? [...placeColumns, ...siteColumns] : placeColumns;
  const series = [...places, ...dimensionColumns(all)];
  const readings = readingColumns.filter(({ text }) =>
    all.some((one) => one.readings.some((reading) => text(reading) !== '')),
  );
  const headings = [...series.map(({ heading }) => heading), 'period', ...readings.map(({ heading }) => heading)];
  return [headings.join(','), ...all.flatMap((one) => linesOf(one, series, readings)), ''].join('\n');
}

interface Column<T> {
  readonly heading: string;
  readonly text: (of: T) => string;
}

const placeColumns: readonly Column<SampleSeries>[] = [
  { heading: 'indicator', text: ({ indicator }) => indicator.id },
  { heading: 'area', text: ({ place }) => (place.siteName === null ? place.id : sampleSiteArea) },
];
const siteColumns: readonly Column<SampleSeries>[] = [
  { heading: 'site', text: ({ place }) => (place.siteName === null ? '' : place.id) },
  { heading: 'site_name', text: ({ place }) => place.siteName ?? '' },
];
const readingColumns: readonly Column<Reading>[] = [
  { heading: 'value', text: ({ value }) => numberText(value) },
  { heading: 'numerator', text: ({ numerator }) => numberText(numerator) },
  { heading: 'denominator', text: ({ denominator }) => numberText(denominator) },
  { heading: 'lower', text: ({ lower }) => numberText(lower) },
  { heading: 'upper', text: ({ upper }) => numberText(upper) },
  { heading: 'status', text: ({ status }) => (status === 'PUBLISHED' ? '' : status) },
  { heading: 'flags', text: ({ flags = [] }) => flags.join(' ') },
];

const numberText = (number: number | null | undefined) =>
  number === null || number === undefined ? '' : String(number);

function dimensionColumns(all: readonly SampleSeries[]): readonly Column<SampleSeries>[] {
  const ids = new Set(all.flatMap(({ dimensions }) => Object.keys(dimensions)));
  return [...ids].map((id) => ({ heading: id, text: ({ dimensions }) => dimensions[id] ?? '' }));
}

/** No cell needs quotes: ids, codes and numbers have no comma, and neither has the name of a site. */
function linesOf(
  one: SampleSeries,
  series: readonly Column<SampleSeries>[],
  readings: readonly Column<Reading>[],
): readonly string[] {
  const start = series.map(({ text }) => text(one)).join(',');
  return one.readings.map((reading, index) =>
    [start, one.periods[index]?.id ?? '', ...readings.map(({ text }) => text(reading))].join(','),
  );
}
