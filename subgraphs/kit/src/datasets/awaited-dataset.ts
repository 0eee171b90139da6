import type { Additivity, PeriodType, Unit, ValueType } from '@boroughgraph/schema/vocabulary/core.ts';
import { type DisclosurePolicy, disclosurePolicies } from '../disclosure/policy.ts';
import { structuresByDefault } from '../disclosure/structure-defaults.ts';
import type { Structure } from '../disclosure/structure.ts';
import type { IndicatorDefinition } from '../statistics/indicator.ts';
import { inEachKind } from '../statistics/period-kinds.ts';
import type { PeriodGrid } from '../statistics/periods.ts';
import type { DatasetDefinition } from './dataset.ts';
import { publisherName } from './publisher-name.ts';

/** What must be said of an indicator; the rest follows from its unit and its periods, where nothing else is said. */
type AwaitedIndicator = Pick<
  IndicatorDefinition,
  'id' | 'name' | 'definition' | 'unit' | 'polarity' | 'attributionBasis' | 'areaTypes' | 'grid'
> &
  Partial<Omit<IndicatorDefinition, 'datasetId' | 'typicalRange' | 'isComputed' | 'otherKinds' | 'kindOf'>> & {
    /**
     * Further kinds of period in which a file may have it.
     *
     * @default `longerKinds`: what an agency counts by month, others publish by year. None where a cut is for named users: a longer
     * period would tell of it.
     */
    readonly otherGrids?: readonly PeriodGrid[];
  };

/** What must be said of a dataset; whoever it is for, and what protects people in it, is never left to a default. */
type AwaitedDataset = Pick<
  DatasetDefinition,
  'id' | 'title' | 'publisher' | 'description' | 'accessTier' | 'disclosurePolicy' | 'frequency'
> &
  Partial<Pick<DatasetDefinition, 'designation' | 'comparableFrom'>> & {
    readonly indicators: readonly AwaitedIndicator[];
    /** What adds up in it beside what its indicators say by themselves. @default [] */
    readonly relations?: readonly Structure[];
  };

/**
 * The rule of this project for counts of people whose owner has not stated one: that of the Department for Education.
 *
 * Source: Department for Education, children in need and children looked after, notes on disclosure control.
 */
export const partnerPolicy: DisclosurePolicy = {
  ...disclosurePolicies['dfe-1-5'],
  id: 'partner-1-5',
  description:
    'Counts of 1 to 5 are withheld, and others that would reveal them; zeros are shown. The rule here until the partner has one.',
};

/**
 * A dataset that is defined before anybody has supplied a file: read in the tidy format alone, so that a partner can load one
 * on the day that it is agreed, and without a sample. Never throws.
 */
export function awaitedDataset({ indicators, relations = [], ...dataset }: AwaitedDataset): DatasetDefinition {
  const isOpen = dataset.accessTier === 'OPEN';
  const defined = indicators.map((indicator) => completed(indicator, dataset.id));
  return {
    licence: isOpen ? 'Not stated yet: that of the file' : 'None: under an information sharing agreement',
    attribution: `${publisherName(dataset.publisher)}, ${isOpen ? 'supplied as a file' : 'under an information sharing agreement'}.`,
    designation: 'MANAGEMENT_INFORMATION',
    landingPage: null,
    formats: [],
    ...dataset,
    indicators: defined,
    ...(relations.length === 0 ? {} : { structures: [...structuresByDefault(defined), ...relations] }),
  };
}

type Statistic = Pick<IndicatorDefinition, 'valueType' | 'multiplier' | 'decimals'>;

const count: Statistic = { valueType: 'COUNT', multiplier: 1, decimals: 0 };
const rate = (multiplier: number): Statistic => ({ valueType: 'CRUDE_RATE', multiplier, decimals: 1 });

/** What a number in a unit is, where the unit says so; anything else is a count. */
const statistics: Partial<Readonly<Record<Unit, Statistic>>> = {
  PERCENT: { valueType: 'PROPORTION', multiplier: 100, decimals: 1 },
  PERCENTAGE_POINTS: { valueType: 'PERCENTAGE_POINT_GAP', multiplier: 1, decimals: 1 },
  // A tenth tells too little of how much more often: 1.41 is not 1.44.
  RATIO: { valueType: 'INDEX', multiplier: 1, decimals: 2 },
  SCORE: { valueType: 'INDEX', multiplier: 1, decimals: 1 },
  PER_1000: rate(1_000),
  PER_10000: rate(10_000),
  PER_100000: rate(100_000),
  POUNDS: { valueType: 'MONEY', multiplier: 1, decimals: 0 },
};

function completed({ otherGrids, ...of }: AwaitedIndicator, datasetId: string): IndicatorDefinition {
  const statistic = { ...(statistics[of.unit] ?? count), ...of };
  const indicator = {
    datasetId,
    dimensions: [],
    additivity: additivityOf(statistic.valueType, of.grid),
    ...statistic,
  };
  const longer = of.restrictedCuts === undefined ? (longerKinds[of.grid.type] ?? []) : [];
  return inEachKind(indicator, otherGrids ?? longer);
}

const years: readonly PeriodGrid[] = [{ type: 'FINANCIAL_YEAR' }, { type: 'CALENDAR_YEAR' }];

/** Kinds of period in which an indicator of shorter ones is published as well, by the kind of those. */
const longerKinds: Partial<Readonly<Record<PeriodType, readonly PeriodGrid[]>>> = {
  MONTH: [{ type: 'QUARTER' }, ...years, { type: 'ROLLING_12_MONTHS' }],
  QUARTER: years,
};

/** Counts and money add up; those of one day, and those of windows that overlap, not over time; no other statistic does. */
function additivityOf(valueType: ValueType, { type }: PeriodGrid): Additivity {
  if (valueType !== 'COUNT' && valueType !== 'MONEY') return 'NON_ADDITIVE';
  return type === 'SNAPSHOT' || type === 'ROLLING_12_MONTHS' ? 'ADDITIVE_OVER_AREA_ONLY' : 'ADDITIVE';
}
