import type { DatasetDefinition } from '@boroughgraph/kit/datasets/dataset.ts';
import { sourceFile } from '@boroughgraph/kit/files/source-file.ts';
import { readRelease } from '@boroughgraph/kit/inside/loading/read-release.ts';
import { dimensionKey, type Dimensions } from '@boroughgraph/kit/statistics/dimensions.ts';
import { describe, expect, it } from 'vitest';
import { importAgencies } from '../agencies.ts';
import { agencyNames } from '../agency-names.ts';
import { type Family, familiesOf } from './breakdown.ts';
import { type SampleSeries, sampleSeries } from './series.ts';
import { sampleText } from './tidy.ts';

const agencies = await importAgencies(agencyNames.map(({ slug }) => slug));
const datasets = [...agencies.values()].flatMap((agency) => agency.datasets);
const sampled = datasets.flatMap((dataset) => {
  const text = sampleText(dataset);
  return text === null ? [] : [{ id: dataset.id, dataset, text, series: [...sampleSeries(dataset)] }];
});

/** What one place shows, by dimension key and period. */
type Shown = ReadonlyMap<string, number | null>;
const cellOf = (dimensions: Dimensions, periodId: string) => `${dimensionKey(dimensions)} ${periodId}`;

function shownOf(series: readonly SampleSeries[]): Shown {
  return new Map(
    series.flatMap(({ dimensions, periods, readings }) =>
      periods.map(({ id }, index) => [cellOf(dimensions, id), readings[index]?.value ?? null] as const),
    ),
  );
}

/** Totals that differ from the sum of their parts, in periods in which all are shown. */
function faultsIn({ parent, adding }: Family, shown: Shown, periodIds: readonly string[]): readonly string[] {
  return periodIds.filter((id) => {
    const total = shown.get(cellOf(parent, id)) ?? null;
    const parts = adding.map((part) => shown.get(cellOf(part, id)) ?? null).filter((value) => value !== null);
    const isComplete = total !== null && adding.length > 0 && parts.length === adding.length;
    return isComplete && parts.reduce((sum, part) => sum + part, 0) !== total;
  });
}

describe.each(sampled)('The sample of $id', ({ dataset, text, series }) => {
  it('is read without a rejected row', () => {
    const source = sourceFile('sample', new TextEncoder().encode(text));
    expect(readRelease(dataset, source).rejected).toEqual([]);
  });

  it('has parts that add up, as far as they are shown and not rounded', () => {
    const isRounded = ({ readings }: SampleSeries) => readings.some(({ flags }) => flags?.includes('ROUNDED') === true);
    const exact = series.filter((one) => !isRounded(one));
    for (const ofPlace of Map.groupBy(exact, ({ indicator, place }) => `${indicator.id} ${place.id}`).values()) {
      const shown = shownOf(ofPlace);
      const [total] = ofPlace;
      const periodIds = (total?.periods ?? []).map(({ id }) => id);
      const families = total === undefined ? [] : familiesOf(total.indicator);
      expect(families.flatMap((family) => faultsIn(family, shown, periodIds))).toEqual([]);
    }
  });

  it('shows no count that its policy withholds', () => {
    const { minimumCount } = dataset.disclosurePolicy;
    const shown = series.flatMap(({ indicator, readings }) =>
      readings.map(({ value, numerator = null }) => (indicator.valueType === 'COUNT' ? value : numerator)),
    );
    expect(shown.filter((count) => count !== null && count > 0 && count < minimumCount)).toEqual([]);
  });
});

/** Datasets whose files came after the sample was made. Nothing is invented of them: they answer once their files are loaded. */
const withoutSample: ReadonlySet<string> = new Set([
  'children-missing-from-placement',
  'crown-court-caseload',
  'first-time-entrants',
  'met-domestic-abuse',
  'met-hate-crime',
  'met-weapon-crime',
  'met-workforce',
  'mopac-public-attitude-survey',
  'police-volunteers',
  'reoffending-by-group',
  'road-safety',
  'use-of-force',
]);

it('A dataset that is published in a format of its own says which values are plausible', () => {
  const published = datasets.filter(({ id, formats }) => formats.length > 0 && !withoutSample.has(id));
  const isWithout = ({ indicators }: DatasetDefinition) =>
    indicators.length > 0 && indicators.every(({ typicalRange }) => typicalRange === undefined);
  expect(published.filter(isWithout).map(({ id }) => id)).toEqual([]);
});

it('Every indicator with plausible values that is stored, on boroughs or wider, has a sample', () => {
  const withSample = new Set(sampled.flatMap(({ series }) => series.map(({ indicator }) => indicator.id)));
  const wanted = datasets
    .filter(({ reviewed }) => reviewed === undefined)
    .flatMap(({ indicators }) => indicators)
    .filter(
      ({ isComputed, areaTypes, siteKind, typicalRange }) =>
        isComputed !== true &&
        typicalRange !== undefined &&
        (areaTypes.includes('BOROUGH') || areaTypes.includes('REGION') || siteKind !== undefined),
    );
  expect(wanted.map(({ id }) => id).filter((id) => !withSample.has(id))).toEqual([]);
});
