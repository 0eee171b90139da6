import { agreedArea } from '@boroughgraph/kit/files/agreed-area.ts';
import {
  type DatasetDefinition,
  type FileFormat,
  leftOut,
  loaded,
  type OpenedFile,
  type RowReader,
} from '@boroughgraph/kit/datasets/dataset.ts';
import type { ReleaseDraft } from '@boroughgraph/kit/datasets/release-draft.ts';
import type { Row } from '@boroughgraph/kit/files/row.ts';
import { FileProblem } from '@boroughgraph/kit/files/row-problem.ts';
import { type AreaRecord, boroughs } from '@boroughgraph/kit/geography/areas.ts';
import { disclosurePolicies } from '@boroughgraph/kit/disclosure/policy.ts';
import type { IndicatorDefinition } from '@boroughgraph/kit/statistics/indicator.ts';
import { ordinalOf } from '@boroughgraph/kit/statistics/periods.ts';
import type { AreaType } from '@boroughgraph/schema/vocabulary/core.ts';
import { financialYearIn, financialYearId } from '../financial-year.ts';

const measuredTypes: readonly AreaType[] = ['BOROUGH', 'INNER_OUTER', 'REGION', 'COUNTRY'];
/** Inner London and London: each holds boroughs of east London whose returns are incomplete. */
const holdsIncompleteReturns = new Set(['E13000001', 'E12000007']);

export const emergencyAdmissions: IndicatorDefinition = {
  id: 'emergency-admissions',
  datasetId: 'emergency-admissions',
  name: 'Emergency hospital admissions',
  alsoCalled: [
    'hospital admissions',
    'unplanned admissions',
    'emergency hospital admissions',
    'admissions to hospital',
    'hospital stays',
    'inpatients',
  ],
  definition:
    'Emergency admissions to hospital of residents in the financial year, all conditions, per 100,000, indirectly standardised for age and sex: admissions over those expected at the rates of England, times the rate of England.',
  unit: 'PER_100000',
  valueType: 'STANDARDISED_RATE',
  multiplier: 100_000,
  decimals: 1,
  polarity: 'LOW_IS_GOOD',
  additivity: 'NON_ADDITIVE',
  attributionBasis: 'RESIDENCE_OF_PATIENT',
  areaTypes: measuredTypes,
  grid: { type: 'FINANCIAL_YEAR' },
  dimensions: [],
  comparableOnlyWith: {
    areas: ['E92000001'],
    reason: 'An indirectly standardised rate may be compared with that of England, not with that of another area.',
  },
  notMeasuredIn: { K04000001: 'The table is of England: nothing is in it for England and Wales together.' },
  caveats: [
    {
      severity: 'CAUTION',
      text: 'The returns of boroughs in east London are incomplete in 2013-14 and 2014-15, and this area holds them: its rates of those two years are too low.',
      appliesTo: ({ place }) => holdsIncompleteReturns.has(place),
    },
    {
      severity: 'CAUTION',
      text: 'An indirectly standardised rate may be compared with that of England, not with that of another area.',
    },
  ],
  typicalRange: [6_000, 11_000],
};

const table: FileFormat = {
  name: 'the table of emergency admissions by borough',
  delimiter: ',',
  listsEveryArea: true,
  columns: {
    code: { headings: ['Code', 'Area code', 'ONS code', 'GSS code'] },
    area: { headings: ['Area', 'Area name', 'Name'] },
    admissions: {
      headings: [
        'Number of Admission Continuous Inpatient Spells - Numerator',
        'Number of Admission Continuous Inpatient Spells',
        'Number of admissions - Numerator',
        'Numerator',
      ],
    },
    expected: { headings: ['Expected value', 'Expected'] },
    rate: {
      headings: [
        'Indirectly age and sex standardised rate per 100,000',
        'Indirectly age and sex standardised rate per 100,000 population',
        'Indirectly standardised rate per 100,000',
      ],
    },
    lower: { headings: ['Lower limit of 95% confidence interval', 'Lower 95% confidence limit'] },
    upper: { headings: ['Upper limit of 95% confidence interval', 'Upper 95% confidence limit'] },
    // Wider limits, which the graph does not serve.
    lowerAlarm: {
      headings: ['Lower limit of 99.8% confidence interval', 'Lower 99.8% confidence limit'],
      isOptional: true,
    },
    upperAlarm: {
      headings: ['Upper limit of 99.8% confidence interval', 'Upper 99.8% confidence limit'],
      isOptional: true,
    },
  },
  otherColumns: {
    what: 'the residents of one year, such as "Resident Population (2014) - Denominator"',
    read: (heading) => /^resident\s+population\s+\((\d{4})\)(?:\s+-\s+denominator)?$/i.exec(heading)?.[1] ?? null,
  },
  open: openTable,
};

/** What the file as a whole says of each of its rows. */
interface TableYear {
  readonly ordinal: number;
  readonly populationYear: string;
  readonly populationPosition: number;
  readonly populationHeading: string;
}

function openTable(file: OpenedFile, draft: ReleaseDraft): RowReader {
  const year = yearOf(file);
  const incomplete: string[] = [];
  const standards: Standard[] = [];
  const missing = new Set(boroughs.map(({ name }) => name));
  draft.atEnd(() => {
    if (incomplete.length > 0)
      draft.notice(
        `fewer than half of the expected admissions, so PARTIAL_COVERAGE: ${incomplete.join(', ')}; incomplete returns, not health`,
      );
    const odd = againstTheOthers(standards);
    if (odd.length > 0) refuseOrNotice(odd, file.name, draft);
    if (missing.size > 0) draft.notice(`no row for ${[...missing].join(', ')}: is the file complete?`);
  });
  return (row) => {
    const area = agreedArea(row, { code: 'code', name: 'area' }, measuredTypes);
    if (area === null) return leftOut('an area outside London');
    const isIncomplete = stageRate(row, draft, { area, year });
    missing.delete(area.name);
    if (row.problem !== null) return loaded;
    if (isIncomplete) incomplete.push(area.name);
    standards.push({ name: `${area.name} in line ${row.line}`, rate: standardOf(row) });
    return loaded;
  };
}

/** The rate of England that a row implies: its own rate times the expected over the counted admissions. It is one in all rows. */
interface Standard {
  readonly name: string;
  readonly rate: number;
}

function standardOf(row: Row): number {
  return (row.number('rate') * row.number('expected')) / row.number('admissions');
}

/** With fewer rows it cannot be told which of them is wrong. */
const fewestRows = 5;
/** In both years at hand the rows differ by a hundred-thousandth, which is rounding. */
const largestDifference = 0.001;
/** From here on it is no matter of rounding: a figure was put into the wrong row, or has a digit too many. */
const impossibleDifference = 0.01;

/** A row that implies another rate of England than the one in the middle, and by which part of it. */
interface OddRow {
  readonly name: string;
  readonly difference: number;
}

function againstTheOthers(standards: readonly Standard[]): readonly OddRow[] {
  if (standards.length < fewestRows) return [];
  const middle = standards.map(({ rate }) => rate).sort((a, b) => a - b)[Math.floor(standards.length / 2)] ?? 0;
  return standards
    .map(({ name, rate }) => ({ name, difference: Math.abs(rate / middle - 1) }))
    .filter(({ difference }) => difference > largestDifference);
}

function refuseOrNotice(odd: readonly OddRow[], file: string, draft: ReleaseDraft): void {
  const what = (rows: readonly OddRow[]) =>
    `the rate of ${rows.map(({ name }) => name).join(', ')} does not follow from its admissions and expected value as the others do`;
  const wrong = odd.filter(({ difference }) => difference > impossibleDifference);
  if (wrong.length > 0) throw new FileProblem(`${file}: ${what(wrong)}: one of the three is wrong`);
  draft.notice(`${what(odd)}: check the row`);
}

/** The year stands in the file's name; the heading of the residents, who are those of its first half, must agree. */
function yearOf(file: OpenedFile): TableYear {
  const startYear = financialYearIn(file.name);
  const [population, ...others] = file.others;
  if (population === undefined || others.length > 0)
    throw new FileProblem(`${file.name} has residents of several years: expected one column of them`);
  if (startYear === null)
    throw new FileProblem(
      `${file.name} does not name one financial year: save it under a name such as emergency-admissions-2014-15.csv`,
    );
  const id = financialYearId(startYear);
  if (population.meaning !== String(startYear))
    throw new FileProblem(
      `${file.name} is named as of ${id}, and its residents are of ${population.meaning}: check which year it holds; ${id} goes with residents of ${startYear}`,
    );
  return {
    ordinal: ordinalOf(emergencyAdmissions.grid, id),
    populationYear: population.meaning,
    populationPosition: population.position,
    populationHeading: population.heading,
  };
}

/** Admissions below this part of the expected are missing returns: 0.33 to 0.49 where they are, 0.66 and more elsewhere. */
const completeFrom = 0.5;

/** Stages the rate of an area, and tells whether its returns are incomplete. */
function stageRate(
  row: Row,
  draft: ReleaseDraft,
  { area, year }: { readonly area: AreaRecord; readonly year: TableYear },
): boolean {
  const admissions = row.count('admissions').value ?? 0;
  const expected = row.number('expected');
  if (expected <= 0) row.refuse('expected', 'a number above zero');
  const isIncomplete = admissions < expected * completeFrom;
  row.countAt(year.populationPosition, year.populationHeading);
  const [value, lower, upper] = [row.number('rate'), row.number('lower'), row.number('upper')];
  if (lower < 0) row.refuse('lower', 'a number of zero or more');
  if (value < lower || value > upper) row.refuse('rate', `a rate between its limits, ${lower} and ${upper}`);
  draft.stage({
    indicator: emergencyAdmissions,
    place: area.code,
    cells: [
      {
        ordinal: year.ordinal,
        reading: {
          value,
          status: 'PUBLISHED',
          flags: isIncomplete ? ['PARTIAL_COVERAGE'] : [],
          numerator: admissions,
          // It was divided by the expected admissions and multiplied by the rate of England: by no number of residents.
          lower,
          upper,
        },
      },
    ],
  });
  return isIncomplete;
}

export const dataset: DatasetDefinition = {
  id: 'emergency-admissions',
  title: 'Emergency hospital admissions by borough',
  publisher: 'the Health and Social Care Information Centre (now NHS England)',
  description:
    'Emergency admissions of residents, all conditions, one table a financial year. Returns of the City of London, Hackney, Newham and Tower Hamlets are incomplete in 2013-14 and 2014-15.',
  licence: 'Open Government Licence v3.0',
  attribution:
    'Contains public sector information licensed under the Open Government Licence v3.0. Health and Social Care Information Centre, through the London Datastore.',
  designation: 'OFFICIAL_STATISTICS',
  accessTier: 'OPEN',
  frequency: 'Annual',
  landingPage: null,
  disclosurePolicy: disclosurePolicies['hospital-blanks'],
  indicators: [emergencyAdmissions],
  formats: [table],
};
