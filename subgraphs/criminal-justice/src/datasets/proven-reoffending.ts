import {
  type DatasetDefinition,
  type FileFormat,
  leftOut,
  loaded,
  type OpenedFile,
  type RowReader,
} from '@boroughgraph/kit/datasets/dataset.ts';
import type { ReleaseDraft } from '@boroughgraph/kit/datasets/release-draft.ts';
import { FileProblem } from '@boroughgraph/kit/files/row-problem.ts';
import type { Row } from '@boroughgraph/kit/files/row.ts';
import { dimension, type Dimensions } from '@boroughgraph/kit/statistics/dimensions.ts';
import { disclosurePolicies } from '@boroughgraph/kit/disclosure/policy.ts';
import type { IndicatorDefinition } from '@boroughgraph/kit/statistics/indicator.ts';
import { ordinalOf, periodAt } from '@boroughgraph/kit/statistics/periods.ts';
import { cohortPeriodId, cohortsOfThreeMonths } from '../cohorts.ts';
import { reoffendingBaselines } from '../reoffending-baselines.ts';

const london = 'E12000007';

export const provenReoffending: IndicatorDefinition = {
  id: 'proven-reoffending',
  datasetId: 'proven-reoffending',
  name: 'Proven reoffending',
  alsoCalled: ['reoffending', 'recidivism', 'repeat offending', 're-offending', 'reconviction', 'reoffenders'],
  definition:
    'Of the offenders who were released from custody, convicted without custody or cautioned in the financial year, the share who committed a further offence within one year that led to a conviction or caution in that year or the six months after it. By the region in which they live.',
  unit: 'PERCENT',
  valueType: 'PROPORTION',
  multiplier: 100,
  decimals: 1,
  polarity: 'LOW_IS_GOOD',
  additivity: 'NON_ADDITIVE',
  attributionBasis: 'RESIDENCE_OF_DEFENDANT',
  areaTypes: ['REGION'],
  grid: { type: 'FINANCIAL_YEAR' },
  dimensions: [dimension('age-group', 'Age group', ['Adult', 'Juvenile'])],
  breaks: [cohortsOfThreeMonths],
  baselines: reoffendingBaselines,
  caveats: [
    {
      severity: 'CAUTION',
      text: 'Published for London as a whole: no borough has a rate of its own here. The rate is worked out from the numbers of offenders and of reoffenders, added over ages.',
    },
    {
      severity: 'CAUTION',
      text: 'A cohort is followed for eighteen months, so the newest one describes people of some years ago; that of 2019-20 was followed into the pandemic, when courts heard fewer cases. Compare cohorts within one release: how cohorts are drawn changed in 2017.',
    },
  ],
  typicalRange: [22, 34],
};

/** The ages that add up to each age group. Source: Ministry of Justice, Proven reoffending statistics, overview tables. */
const agesOf = {
  adult: ['18 to 20', '21 to 24', '25 to 29', '30 to 34', '35 to 39', '40 to 44', '45 to 49', '50+'],
  juvenile: ['10 to 14', '15 to 17'],
} as const;
type AgeGroup = keyof typeof agesOf;
const ageGroups = ['adult', 'juvenile'] as const satisfies readonly AgeGroup[];

const table: FileFormat = {
  name: 'the table of proven reoffending by region',
  delimiter: ',',
  columns: {
    ageGroup: { headings: ['adult_juv', 'adult_juvenile', 'Adult or juvenile', 'age_group'] },
    cohort: { headings: ['cohort', 'Cohort year', 'period'] },
    region: { headings: ['region', 'region_name', 'Region of residence'] },
    category: { headings: ['category'] },
    age: { headings: ['subcat1', 'subcategory1', 'Subcategory 1'] },
    further: { headings: ['subcat2', 'subcategory2', 'Subcategory 2'], isOptional: true },
    offenders: { headings: ['offenders', 'Number of offenders', 'Number of offenders in cohort'] },
    reoffenders: { headings: ['reoffenders', 'Number of reoffenders'] },
    reoffences: { headings: ['reoffences', 'Number of reoffences'], isOptional: true },
  },
  otherColumns: 'refused',
  open: openTable,
};

interface Counts {
  readonly offenders: number;
  readonly reoffenders: number;
}

/** The counts of each age that London's rows have, by cohort and age group. */
type Cohorts = Map<number, Record<AgeGroup, Map<string, Counts>>>;

function openTable(file: OpenedFile, draft: ReleaseDraft): RowReader {
  const cohorts: Cohorts = new Map();
  draft.atEnd((isWhole) => {
    if (isWhole) requireAges(file.name, cohorts);
    for (const [ordinal, groups] of cohorts) stageCohort(draft, ordinal, groups);
  });
  return (row) => readRow(row, cohorts);
}

function readRow(row: Row, cohorts: Cohorts) {
  if (nationalTotals.has(row.text('region').toLowerCase())) return leftOut('a total of all regions');
  const isLondon = row.oneOf('region', regions);
  if (!ageCategories.includes(row.text('category').toLowerCase())) return leftOut('a breakdown other than by age');
  if (!['', '-'].includes(row.text('further')))
    row.reject('further', 'nothing: a further breakdown would count people twice');
  const group = row.oneOf('ageGroup', {
    Adult: 'adult',
    Adults: 'adult',
    Juvenile: 'juvenile',
    Juveniles: 'juvenile',
  } as const);
  const age = ageIn(row, group);
  const cohort =
    cohortPeriodId(row.text('cohort')) ??
    row.reject('cohort', 'a year from April to March, such as Apr 2019 to Mar 2020');
  const counts = countsIn(row);
  if (!isLondon) return leftOut('a region outside London');
  const ordinal = ordinalOf(provenReoffending.grid, cohort);
  const groups = cohorts.get(ordinal) ?? { adult: new Map<string, Counts>(), juvenile: new Map<string, Counts>() };
  if (groups[group].has(age)) row.reject('age', 'one row for each region, cohort and age');
  cohorts.set(ordinal, groups);
  groups[group].set(age, counts);
  return loaded;
}

/** What the column `category` says of rows that are broken down by age alone. */
const ageCategories = ['age total', 'age', 'ages', 'age group'];

/** What stands as the region of a row that adds up the others. */
const nationalTotals: ReadonlySet<string> = new Set([
  'england and wales',
  'england & wales',
  'england',
  'total',
  'all',
  'all regions',
  'national',
]);

/** Whether each region that a row may be about is London. */
const regions: Readonly<Record<string, boolean>> = {
  London: true,
  ...Object.fromEntries(
    [
      'East Midlands',
      'East of England',
      'North East',
      'North West',
      'South East',
      'South West',
      'West Midlands',
      'Yorkshire and The Humber',
      'Yorkshire & the Humber',
      'Wales',
    ].map((name) => [name, false]),
  ),
};

/** `50+`, `50 and over` and `50 or over` are one age, as are `18 to 20`, `18-20` and `18–20`. */
const ageKey = (text: string) =>
  text
    .toLowerCase()
    .replace(/\s*(to|-|–)\s*/, ' to ')
    .replace(/\s*(\+|(and|or) (over|older))$/, '+');

function ageIn(row: Row, group: AgeGroup): string {
  const ages: readonly string[] = agesOf[group];
  const age = ageKey(row.text('age'));
  return ages.includes(age) ? age : row.reject('age', `an age of the group ${group}: ${ages.join(', ')}`);
}

function countsIn(row: Row): Counts {
  const [offenders, reoffenders] = [wholeNumber(row, 'offenders'), wholeNumber(row, 'reoffenders')];
  if (reoffenders > offenders) row.reject('reoffenders', `${offenders} at most, the offenders of the row`);
  if (row.has('reoffences') && wholeNumber(row, 'reoffences') < reoffenders)
    row.reject('reoffences', `${reoffenders} at least, the reoffenders of the row`);
  return { offenders, reoffenders };
}

const wholeNumber = (row: Row, column: string) => row.count(column).value ?? row.reject(column, 'a whole number');

/** A cohort without one of its ages would count too few people: the file was cut off or filtered. */
function requireAges(name: string, cohorts: Cohorts): void {
  if (cohorts.size === 0)
    throw new FileProblem(`${name} has no row for London by age: make sure that it is the table by region`);
  for (const group of ageGroups) {
    const withGroup = [...cohorts.values()].some((groups) => groups[group].size > 0);
    for (const [ordinal, groups] of cohorts) {
      const missing = agesOf[group].filter((age) => !groups[group].has(age));
      if (withGroup && missing.length > 0)
        throw new FileProblem(
          `${name} lacks ${missing.join(', ')} of London in the cohort ${periodAt(provenReoffending.grid, ordinal).label}: fetch it again`,
        );
    }
  }
}

/** Each group that has all its ages, and, where both have, all offenders. */
function stageCohort(draft: ReleaseDraft, ordinal: number, groups: Record<AgeGroup, Map<string, Counts>>): void {
  const complete = ageGroups.filter((group) => agesOf[group].every((age) => groups[group].has(age)));
  for (const group of complete)
    stageRate(draft, { ordinal, dimensions: { 'age-group': group }, counts: [...groups[group].values()] });
  if (complete.length === ageGroups.length)
    stageRate(draft, { ordinal, dimensions: {}, counts: ageGroups.flatMap((group) => [...groups[group].values()]) });
}

function stageRate(
  draft: ReleaseDraft,
  {
    ordinal,
    dimensions,
    counts,
  }: { readonly ordinal: number; readonly dimensions: Dimensions; readonly counts: readonly Counts[] },
): void {
  const numerator = counts.reduce((sum, { reoffenders }) => sum + reoffenders, 0);
  const denominator = counts.reduce((sum, { offenders }) => sum + offenders, 0);
  const value = denominator === 0 ? null : (numerator / denominator) * provenReoffending.multiplier;
  const status = value === null ? 'NOT_APPLICABLE' : 'PUBLISHED';
  draft.stage({
    indicator: provenReoffending,
    place: london,
    dimensions,
    cells: [{ ordinal, reading: { value, status, numerator, denominator } }],
    denominatorSource: 'Offenders of the cohort, in the same table',
  });
}

export const dataset: DatasetDefinition = {
  id: 'proven-reoffending',
  title: 'Proven reoffending by region',
  publisher: 'the Ministry of Justice',
  description:
    'Offenders and reoffenders of each annual cohort by region and age. Ages are added up; the rate is worked out from the sums.',
  licence: 'Open Government Licence v3.0',
  attribution:
    'Contains public sector information licensed under the Open Government Licence v3.0. Ministry of Justice, Proven reoffending statistics.',
  designation: 'ACCREDITED_OFFICIAL_STATISTICS',
  accessTier: 'OPEN',
  frequency: 'Quarterly',
  landingPage: 'https://www.gov.uk/government/collections/proven-reoffending-statistics',
  disclosurePolicy: disclosurePolicies.none,
  indicators: [provenReoffending],
  formats: [table],
};
