import {
  type DatasetDefinition,
  type FileFormat,
  loaded,
  type OpenedFile,
  type RowReader,
} from '@boroughgraph/kit/datasets/dataset.ts';
import type { Markers } from '@boroughgraph/kit/files/markers.ts';
import type { ReleaseDraft } from '@boroughgraph/kit/datasets/release-draft.ts';
import { FileProblem, RowProblem } from '@boroughgraph/kit/files/row-problem.ts';
import type { Row } from '@boroughgraph/kit/files/row.ts';
import { areas } from '@boroughgraph/kit/geography/areas.ts';
import { disclosurePolicies } from '@boroughgraph/kit/disclosure/policy.ts';
import type { IndicatorDefinition } from '@boroughgraph/kit/statistics/indicator.ts';
import type { Reading } from '@boroughgraph/kit/statistics/observation.ts';
import { ordinalOf } from '@boroughgraph/kit/statistics/periods.ts';
import { offencesRateQuestion, questionOfHeading, surveyQuestions } from '../survey-questions.ts';
import { confidenceBaselines } from '../framework-baselines.ts';

/** Whether the police do a good job, which stands first. */
const goodJob = { question: surveyQuestions.choices[0]?.value ?? '' };

export const publicPerception: IndicatorDefinition = {
  id: 'public-perception',
  datasetId: 'mopac-public-perceptions',
  name: 'Public perception of the police',
  alsoCalled: [
    'fear of crime',
    'feeling safe',
    'worried about crime',
    'perceptions',
    'neighbourhood survey',
    'drunk',
    'litter',
    'gangs a problem',
  ],
  definition:
    'Residents asked in the Public Attitude Survey who gave the answers that the question names, in percent of those asked in the police neighbourhood. No borough value is published, and none is made from these.',
  unit: 'PERCENT',
  valueType: 'PROPORTION',
  multiplier: 100,
  decimals: 0,
  polarity: 'HIGH_IS_GOOD',
  additivity: 'NON_ADDITIVE',
  attributionBasis: 'RESIDENCE_OF_RESPONDENT',
  areaTypes: ['POLICE_NEIGHBOURHOOD'],
  grid: { type: 'CALENDAR_YEAR' },
  dimensions: [surveyQuestions],
  headline: goodJob,
  baselines: confidenceBaselines.map((baseline) => ({
    ...baseline,
    appliesTo: ({ dimensions }) => dimensions['question'] === goodJob.question,
  })),
  caveats: [
    {
      severity: 'CAUTION',
      text: 'The file does not say which year it describes: the year is that of its name, and may be the financial year or the twelve months that end in it.',
    },
    {
      severity: 'CAUTION',
      text: 'Whole percentages from a sample. How many were asked in each neighbourhood is not published, so that no interval can be given: small differences between neighbourhoods mean nothing.',
    },
  ],
  typicalRange: [30, 90],
};

const table: FileFormat = {
  name: 'the table of public perceptions by police neighbourhood',
  delimiter: ',',
  headingLines: 2,
  columns: {
    neighbourhood: { headings: ['Neighbourhood', 'Police neighbourhood'] },
    code: { headings: ['Code', 'Neighbourhood code'], isOptional: true },
    group: { headings: ['Group'], isOptional: true },
  },
  otherColumns: {
    what: 'a question of the Public Attitude Survey, and in the second heading line the answers that are counted',
    read: questionOfHeading,
  },
  open: openTable,
};

function openTable(file: OpenedFile, draft: ReleaseDraft): RowReader {
  const ordinal = ordinalOf(publicPerception.grid, `CY${yearInName(file.name)}`);
  draft.covers(publicPerception, [ordinal]);
  const read = new Set<string>();
  draft.atEnd(() => {
    noticeMissing(read, draft);
  });
  return (row) => {
    const place = row.area('neighbourhood', ['POLICE_NEIGHBOURHOOD']).code;
    for (const { position, heading, meaning: question } of file.others) {
      const cell = { position, heading };
      const reading = question === offencesRateQuestion ? rateIn(row, cell) : percentIn(row, cell);
      draft.stage({ indicator: publicPerception, place, dimensions: { question }, cells: [{ ordinal, reading }] });
    }
    read.add(place);
    return loaded;
  };
}

function noticeMissing(read: ReadonlySet<string>, draft: ReleaseDraft): void {
  const missing = areas.filter(({ type, code }) => type === 'POLICE_NEIGHBOURHOOD' && !read.has(code));
  if (missing.length > 0) draft.notice(`no row for ${missing.map(({ name }) => name).join(', ')}`);
}

/** The year stands in the file's name and nowhere in it. A name such as `2016-17` has none: it names a financial year. */
function yearInName(name: string): string {
  const [year, ...others] = new Set([...name.matchAll(/(?<!\d)(?:19|20)\d{2}(?!\d)/g)].map(([text]) => text));
  const isFinancial = /(?<!\d)(?:19|20)\d{2}[-_/ ]\d{2}(?!\d)/.test(name);
  if (year !== undefined && others.length === 0 && !isFinancial) return year;
  throw new FileProblem(
    `${name} does not name one calendar year, which stands nowhere else: expected a name such as 2016-police-perceptions.csv`,
  );
}

const markers: Markers = { 'n/a': { value: null, status: 'NOT_AVAILABLE' } };

/** Where a figure stands. */
interface Cell {
  readonly position: number;
  readonly heading: string;
}

/** A share such as 0.71 is refused: it would be taken for less than one percent. */
function percentIn(row: Row, { position, heading }: Cell): Reading {
  const reading = row.readingAt(position, heading, markers);
  const { value } = reading;
  if (value === null || value === 0 || (value >= 1 && value <= 100)) return reading;
  throw new RowProblem({ column: heading, found: row.at(position), expected: 'a percentage such as 71, or N/A' });
}

/** A number there would be a rate of offences, which is no percentage of people asked. */
function rateIn(row: Row, { position, heading }: Cell): Reading {
  const reading = row.readingAt(position, heading, markers);
  if (reading.value === null) return reading;
  const expected = 'N/A: a rate of offences is no answer to the survey and is not served';
  throw new RowProblem({ column: heading, found: row.at(position), expected });
}

export const dataset: DatasetDefinition = {
  id: 'mopac-public-perceptions',
  title: 'Public perceptions of the Metropolitan Police by neighbourhood',
  publisher: "the Mayor's Office for Policing and Crime",
  description:
    'Answers to the Public Attitude Survey for the 106 neighbourhoods by which the Metropolitan Police knows its 32 boroughs.',
  licence: 'Open Government Licence v3.0',
  attribution:
    "Contains public sector information licensed under the Open Government Licence v3.0. Mayor's Office for Policing and Crime, London Datastore.",
  designation: 'RESEARCH',
  accessTier: 'OPEN',
  frequency: 'Yearly',
  landingPage: null,
  disclosurePolicy: disclosurePolicies.none,
  indicators: [publicPerception],
  formats: [table],
};
