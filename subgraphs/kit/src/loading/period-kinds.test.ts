import { describe, expect, it } from 'vitest';
import { awaitedDataset } from '../datasets/awaited-dataset.ts';
import { structuresIn } from '../datasets/dataset-structures.ts';
import { disclosurePolicies } from '../disclosure/policy.ts';
import type { IndicatorDefinition } from '../statistics/indicator.ts';
import { dimension } from '../statistics/dimensions.ts';
import { kindsOf, placeOnGrid } from '../statistics/period-kinds.ts';

const measured = {
  definition: 'Books.',
  unit: 'ITEMS',
  polarity: 'NO_JUDGEMENT',
  attributionBasis: 'PROVIDER_SITE',
  areaTypes: ['BOROUGH'],
} as const;

const library = awaitedDataset({
  id: 'library',
  title: 'Library',
  publisher: 'the library',
  description: 'Books.',
  accessTier: 'OPEN',
  frequency: 'Monthly',
  disclosurePolicy: disclosurePolicies.none,
  indicators: [
    {
      ...measured,
      id: 'loans',
      name: 'Loans',
      grid: { type: 'MONTH' },
      dimensions: [dimension('reader', 'Reader', ['Child'])],
      otherGrids: [{ type: 'FINANCIAL_YEAR' }, { type: 'ROLLING_12_MONTHS' }],
    },
    {
      ...measured,
      id: 'loans-late-share',
      name: 'Late',
      unit: 'PERCENT',
      grid: { type: 'MONTH' },
      otherGrids: [{ type: 'FINANCIAL_YEAR' }],
    },
    { ...measured, id: 'seats', name: 'Seats', grid: { type: 'MONTH' }, restrictedCuts: [{ areaTypes: ['BOROUGH'] }] },
    { ...measured, id: 'returns', name: 'Returns', grid: { type: 'MONTH' } },
  ],
});
const [loans, lateShare, seats, returns] = library.indicators as readonly [
  IndicatorDefinition,
  IndicatorDefinition,
  IndicatorDefinition,
  IndicatorDefinition,
];
const idsOf = (indicator: IndicatorDefinition) => kindsOf(indicator).map(({ id }) => id);

describe('an indicator in several kinds of period', () => {
  it('finds the kind by the period, and says of which kinds there are where it has no such one', () => {
    const kindOfPeriod = (period: string) => placeOnGrid(loans, period).indicator.id;
    expect(['2024-11', 'FY2024-25', 'R12-2024-11'].map(kindOfPeriod)).toEqual([
      'loans',
      'loans+financial-year',
      'loans+rolling-12-months',
    ]);
    expect(() => placeOnGrid(loans, 'CY2024')).toThrow('expected one like 2024-11, FY2024-25, R12-2024-11');
  });

  it('has the longer kinds where an agency counts by month and nothing else is said, and none where a cut is for named users', () => {
    expect(idsOf(returns)).toEqual([
      'returns',
      'returns+quarter',
      'returns+financial-year',
      'returns+calendar-year',
      'returns+rolling-12-months',
    ]);
    expect(idsOf(seats)).toEqual(['seats']);
  });

  it('is not added up over windows that overlap', () => {
    expect(kindsOf(loans).map(({ additivity }) => additivity)).toEqual([
      'ADDITIVE',
      'ADDITIVE',
      'ADDITIVE_OVER_AREA_ONLY',
    ]);
    expect(kindsOf(lateShare).map(({ additivity }) => additivity)).toEqual(['NON_ADDITIVE', 'NON_ADDITIVE']);
  });
});

describe('what adds up in several kinds of period', () => {
  const structures = structuresIn(library).filter((structure) => JSON.stringify(structure).includes('loans'));

  it('adds up in each of them, and months to each longer one', () => {
    expect(structures.filter(({ kind }) => kind === 'categories' || kind === 'periods')).toEqual([
      { kind: 'categories', indicator: 'loans', dimension: 'reader' },
      { kind: 'categories', indicator: 'loans+financial-year', dimension: 'reader' },
      { kind: 'categories', indicator: 'loans+rolling-12-months', dimension: 'reader' },
      { kind: 'periods', whole: { indicator: 'loans+financial-year' }, parts: { indicator: 'loans' } },
      { kind: 'periods', whole: { indicator: 'loans+rolling-12-months' }, parts: { indicator: 'loans' } },
    ]);
  });

  it('relates a share to the count of its own kind, and to none of a kind that it has not', () => {
    expect(structures.filter(({ kind }) => kind === 'statistic')).toEqual([
      { kind: 'statistic', statistic: { indicator: 'loans-late-share' }, count: { indicator: 'loans' } },
      {
        kind: 'statistic',
        statistic: { indicator: 'loans-late-share+financial-year' },
        count: { indicator: 'loans+financial-year' },
      },
    ]);
  });
});
