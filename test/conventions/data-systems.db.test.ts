import type { DatasetDefinition } from '@boroughgraph/kit/datasets/dataset.ts';
import type { Subgraph } from '@boroughgraph/kit/series/subgraph.ts';
import { areas } from '@boroughgraph/kit/geography/areas.ts';
import { isInRestrictedCut } from '@boroughgraph/kit/inside/disclosure/restricted-cuts.ts';
import type { Dimensions } from '@boroughgraph/kit/statistics/dimensions.ts';
import type { IndicatorDefinition } from '@boroughgraph/kit/statistics/indicator.ts';
import type { PeriodGrid } from '@boroughgraph/kit/statistics/periods.ts';
import type { AreaType } from '@boroughgraph/schema/vocabulary/core.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type RunningSubgraph, startRunningSubgraph } from '../support/running-subgraph.ts';
import { agencies } from '../support/all-agencies.ts';

/** A ward of Hackney since 2014. Source: Office for National Statistics, ward to local authority district lookup. */
const ward = 'E05009367';

/** An area on which an indicator is measured. */
function placeOf({ areaTypes, notMeasuredIn = {} }: IndicatorDefinition): string {
  const isMeasured = (type: AreaType) =>
    areas.find((area) => area.type === type && notMeasuredIn[area.code] === undefined)?.code;
  return areaTypes.map(isMeasured).find((code) => code !== undefined) ?? ward;
}

const periods: Readonly<Record<Exclude<PeriodGrid['type'], 'SNAPSHOT'>, string>> = {
  MONTH: '2023-05',
  QUARTER: '2023-Q2',
  CALENDAR_YEAR: 'CY2022',
  FINANCIAL_YEAR: 'FY2022-23',
  ACADEMIC_YEAR: 'AY2022-23',
  ROLLING_12_MONTHS: 'R12-2023-05',
  POOLED_3_YEARS: 'P3-2020-22',
};

function periodOf({ grid }: IndicatorDefinition): string {
  if (grid.type !== 'SNAPSHOT') return periods[grid.type];
  return grid.everyMonths === 12 && grid.month === 6 ? 'S2023-06-30' : 'S2023-03-31';
}

/** Made up: a multiple of five, so that rounding leaves it, of people enough for every policy. */
const figure = 7_915;
const figures = /79\.?15/;

/** The cells of a row for its value, numerator and denominator. */
function figuresOf({
  valueType,
  possible,
}: IndicatorDefinition): readonly [value: number, numerator: string, denominator: string] {
  // The end of a short scale, such as one of tenths, is told by nothing that a search could find.
  if (possible?.high !== undefined && possible.high < 79.15) return [possible.high, '', ''];
  if (valueType === 'PROPORTION') return [79.15, String(figure), '10000'];
  return valueType === 'COUNT' || valueType === 'MONEY' ? [figure, '', ''] : [79.15, '', ''];
}

/** A small file of a dataset: one row for each of its indicators. */
function tidyText({ indicators }: DatasetDefinition): string {
  const ids = [...new Set(indicators.flatMap(({ dimensions }) => dimensions.map(({ id }) => id)))];
  const rows = indicators.map((indicator) => {
    const headline: Dimensions = indicator.headline ?? {};
    const start = [indicator.id, placeOf(indicator), periodOf(indicator)];
    return [...start, ...ids.map((id) => headline[id] ?? ''), ...figuresOf(indicator)].join(',');
  });
  return [['indicator', 'area', 'period', ...ids, 'value', 'numerator', 'denominator'].join(','), ...rows, ''].join(
    '\n',
  );
}

const observation = 'value displayValue status numerator denominator lower upper release { id }';
const query = (agency: Subgraph, { id }: IndicatorDefinition) => `query Ask($area: ID!) { ${agency.rootField} {
  indicator(id: "${id}") {
    dataset { accessTier latestRelease { id } releases { id } }
    series(area: $area) {
      latest { ${observation} }
      observations { ${observation} }
      values
      statuses
      statement
      caveats { text }
      trend { direction pointsUsed reason }
      controlChart { points { variation } centre reason }
      comparators(kinds: [PREVIOUS_YEAR, BASELINE]) { difference outcome observation { ${observation} } }
    }
  }
  series(indicators: ["${id}"], areas: [$area]) { nodes { values statuses } }
} }`;

/** What is looked at in an answer. */
interface Asked {
  readonly indicator: {
    readonly dataset: { readonly latestRelease: unknown; readonly releases: readonly unknown[] };
    readonly series: {
      readonly latest: { readonly value: number } | null;
      readonly values: readonly (number | null)[];
      readonly statuses: readonly string[];
      readonly trend: { readonly direction: string };
      readonly controlChart: { readonly points: readonly unknown[] };
      readonly comparators: readonly { readonly difference: number | null }[];
    };
  };
  readonly series: {
    readonly nodes: readonly { readonly values: readonly unknown[]; readonly statuses: readonly string[] }[];
  };
}

const tidyAlone = ({ formats, reviewed, indicators }: DatasetDefinition) =>
  formats.length === 0 && reviewed === undefined && indicators.length > 0;

describe.each(agencies)('$name', (agency) => {
  const datasets = agency.datasets.filter(tidyAlone);
  let running: RunningSubgraph;

  beforeAll(async () => {
    running = await startRunningSubgraph(agency);
  });
  afterAll(() => running[Symbol.asyncDispose]());

  const ask = async (indicator: IndicatorDefinition): Promise<Asked> => {
    const { data, errors } = await running.ask(query(agency, indicator), { area: placeOf(indicator) });
    expect(errors).toBeUndefined();
    // The schema gives the answer this form.
    return data?.[agency.rootField] as Asked;
  };

  it.each(datasets)('takes a small file of $id on the day that it comes', async (dataset) => {
    const text = tidyText(dataset);
    const report = await running.load({ dataset: dataset.id, name: 'small.csv', text, publishedAt: '2025-01-01' });
    expect({ ...report, notices: [] }).toMatchObject({ outcome: 'loaded', rowsLoaded: dataset.indicators.length });
  });

  const open = datasets.filter(({ accessTier }) => accessTier === 'OPEN').flatMap(({ indicators }) => indicators);
  const isForNamedUsers = (indicator: IndicatorDefinition) =>
    isInRestrictedCut(indicator, { place: placeOf(indicator), dimensions: indicator.headline ?? {} });
  const answered = open.filter((indicator) => !isForNamedUsers(indicator));
  it.runIf(answered.length > 0).each(answered)('answers for $id', async (indicator) => {
    const [value] = figuresOf(indicator);
    const asked = await ask(indicator);
    expect(asked.indicator.series).toMatchObject({ latest: { value }, values: [value], statuses: ['PUBLISHED'] });
    expect(asked.series.nodes).toEqual([{ values: [value], statuses: ['PUBLISHED'] }]);
  });

  const cut = open.filter(isForNamedUsers);
  it.runIf(cut.length > 0).each(cut)(
    'shows nobody a figure of $id where that cut is for named users',
    async (indicator) => {
      const asked = await ask(indicator);
      expect(JSON.stringify(asked)).not.toMatch(figures);
      // On the months of what everybody may see beside it: nothing tells whether the file has figures of it.
      expect(asked.indicator.series).toMatchObject({ latest: null, values: [null], statuses: ['WITHHELD_BY_TIER'] });
      expect(asked.series.nodes).toEqual([{ values: [null], statuses: ['WITHHELD_BY_TIER'] }]);
    },
  );

  const restricted = datasets.filter(({ accessTier }) => accessTier !== 'OPEN').flatMap(({ indicators }) => indicators);
  it.each(restricted)('shows nobody a figure of $id, by whichever door', async (indicator) => {
    const asked = await ask(indicator);
    expect(JSON.stringify(asked)).not.toMatch(figures);
    const { dataset, series } = asked.indicator;
    expect(dataset).toEqual({ accessTier: 'RESTRICTED_AGGREGATE', latestRelease: null, releases: [] });
    expect(series).toMatchObject({
      latest: null,
      observations: [
        { value: null, displayValue: '[restricted]', status: 'WITHHELD_BY_TIER', numerator: null, release: null },
      ],
      values: [null],
      statuses: ['WITHHELD_BY_TIER'],
      trend: { direction: 'CANNOT_CALCULATE', pointsUsed: 0 },
      controlChart: { points: [] },
    });
    expect(series.comparators.filter(({ difference }) => difference !== null)).toEqual([]);
    expect(asked.series.nodes).toEqual([{ values: [null], statuses: ['WITHHELD_BY_TIER'] }]);
  });
});
