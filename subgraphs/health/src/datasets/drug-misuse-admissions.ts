import {
  type DatasetDefinition,
  type FileFormat,
  loaded,
  type OpenedFile,
  type RowReader,
} from '@boroughgraph/kit/datasets/dataset.ts';
import { hospitalMarkers, type Markers } from '@boroughgraph/kit/files/markers.ts';
import { parseNumber } from '@boroughgraph/kit/files/numbers.ts';
import type { ReleaseDraft } from '@boroughgraph/kit/datasets/release-draft.ts';
import type { Row } from '@boroughgraph/kit/files/row.ts';
import { FileProblem } from '@boroughgraph/kit/files/row-problem.ts';
import { resolveAreaName } from '@boroughgraph/kit/geography/area-names.ts';
import { isWellFormedAreaCode } from '@boroughgraph/kit/geography/areas.ts';
import { disclosurePolicies } from '@boroughgraph/kit/disclosure/policy.ts';
import type { IndicatorDefinition } from '@boroughgraph/kit/statistics/indicator.ts';
import type { Reading } from '@boroughgraph/kit/statistics/observation.ts';
import { ordinalOf } from '@boroughgraph/kit/statistics/periods.ts';
import type { AreaType } from '@boroughgraph/schema/vocabulary/core.ts';
import { financialYearId, financialYearIn } from '../financial-year.ts';
import { type YearOutOfStep, yearsOutOfStep } from '../out-of-step.ts';
import { areaOutsideLondon, areasOutsideLondonLike } from '../outside-london.ts';

const measuredTypes: readonly AreaType[] = ['BOROUGH', 'COMPOSITE'];

export const drugMisuseAdmissions: IndicatorDefinition = {
  id: 'drug-misuse-admissions',
  datasetId: 'drug-misuse-admissions',
  name: 'Hospital admissions for poisoning by drug misuse',
  alsoCalled: [
    'drug poisoning',
    'overdose',
    'overdoses',
    'drug admissions',
    'substance abuse',
    'drug abuse',
    'drug use',
    'drug-related admissions',
    'hospital drugs',
  ],
  definition:
    'Finished admission episodes of residents in the financial year with a primary diagnosis of poisoning by drug misuse. One person may be admitted several times; most drug misuse leads to no admission.',
  unit: 'ADMISSIONS',
  valueType: 'COUNT',
  multiplier: 1,
  decimals: 0,
  polarity: 'LOW_IS_GOOD',
  additivity: 'ADDITIVE',
  attributionBasis: 'RESIDENCE_OF_PATIENT',
  areaTypes: measuredTypes,
  grid: { type: 'FINANCIAL_YEAR' },
  dimensions: [],
  breaks: [
    {
      at: '2017-04-01',
      kind: 'DEFINITION',
      note: 'NHS Digital restated which diagnoses count, and rounds to the nearest 5 from here on.',
    },
  ],
  caveats: [
    {
      severity: 'CAUTION',
      text: 'From a copy that a third party compiled, which is no official statistics. A figure that is missing here was published by NHS Digital all the same, unless it is withheld: the copy does not have it, or has it under another area.',
    },
  ],
  measuredTogether: ['composite:city-of-london-and-hackney', 'composite:merton-and-sutton'],
  typicalRange: [15, 70],
};

const table: FileFormat = {
  name: 'the table of drug misuse admissions, a row a year and a column an area',
  delimiter: ',',
  columns: { year: { headings: ['year', 'year ending', 'year ending March'] } },
  otherColumns: { what: 'an area of England by its name', read: areaMeant, candidates: areasLikely },
  open: openTable,
};

/** What stands before the name of an area that the graph does not serve. */
const outside = 'outside London: ';

/** The code of a borough or composite that a heading names; the name of another area of England; null for anything else. */
function areaMeant(heading: string): string | null {
  const elsewhere = areaOutsideLondon(heading);
  if (elsewhere !== null) return `${outside}${elsewhere}`;
  const resolved = resolveAreaName(heading, measuredTypes);
  return resolved.kind === 'found' ? resolved.area.code : null;
}

function areasLikely(heading: string): readonly string[] {
  const resolved = resolveAreaName(heading, measuredTypes);
  const inLondon = resolved.kind === 'found' ? [] : resolved.candidates.map(({ name }) => name);
  return [...areasOutsideLondonLike(heading), ...inLondon];
}

/** Where a place that is served stands in the rows. */
interface PlaceColumn {
  readonly position: number;
  readonly heading: string;
  readonly place: string;
}

function openTable(file: OpenedFile, draft: ReleaseDraft): RowReader {
  const places: readonly PlaceColumn[] = file.others
    .filter(({ meaning }) => isWellFormedAreaCode(meaning))
    .map(({ position, heading, meaning }) => ({ position, heading, place: meaning }));
  if (places.length === 0) throw new FileProblem(`${file.name} has no column for a borough of London`);
  const misaligned = new Map(outOfStepIn(file).map((found) => [found.year, found]));
  return (row) => {
    const year = yearEnding(row) ?? row.reject('year', 'the year in which a financial year ends, such as 2019');
    const found = misaligned.get(year);
    if (found !== undefined) draft.notice(misalignment(found, places.length));
    stageYear(row, draft, { year, places, isMisaligned: found !== undefined });
    return loaded;
  };
}

/** All areas take part in the comparison, those outside London too: a row that slipped has slipped for all of them. */
function outOfStepIn(file: OpenedFile): readonly YearOutOfStep[] {
  const years = [...file.rows()].flatMap((row) => {
    const year = yearEnding(row);
    const figures = file.others.map(({ position }) => [position, parseNumber(row.at(position))] as const);
    const counts = new Map(
      figures.flatMap(([position, count]) => (count === null ? [] : [[position, count] as const])),
    );
    return year === null ? [] : [{ year, counts }];
  });
  return yearsOutOfStep(years);
}

function misalignment({ year, comparedWith, typicalChange }: YearOutOfStep, places: number): string {
  const change = typicalChange.toFixed(1);
  return `the row of ${year} is out of step with ${comparedWith}: the typical area changes by a factor of ${change}, so its figures seem to stand under other areas; its ${places} cells are NOT_AVAILABLE`;
}

/** The year in which the financial year of a row ends: `2019`, `2019.0` or `2018/19`; null for anything else. */
function yearEnding(row: Row): number | null {
  const text = row.text('year');
  if (/^(19|20)\d{2}(\.0+)?$/.test(text)) return Number(text);
  const start = financialYearIn(text);
  return start === null ? null : start + 1;
}

/** NHS Digital leaves small counts blank. */
const markers: Markers = { ...hospitalMarkers, '': { value: null, status: 'CONFIDENTIAL' } };

/** The first year that is rounded, by its end. Source: NHS Digital, disclosure control of hospital statistics, September 2018. */
const roundedFrom = 2018;
const roundingBase = 5;

function stageYear(
  row: Row,
  draft: ReleaseDraft,
  file: { readonly year: number; readonly places: readonly PlaceColumn[]; readonly isMisaligned: boolean },
): void {
  const ordinal = ordinalOf(drugMisuseAdmissions.grid, financialYearId(file.year - 1));
  const readings = file.places.map(({ position, heading }) => row.countAt(position, heading, markers));
  if (readings.every(({ status }) => status === 'CONFIDENTIAL')) row.refuse('year', 'a year with figures');
  const isMultiple = ({ value }: Reading) => value === null || value % roundingBase === 0;
  const isRounded = file.year >= roundedFrom && readings.every(isMultiple);
  for (const [index, { place }] of file.places.entries()) {
    const published = readings[index] ?? unusable;
    const marked: Reading = isRounded && published.value !== null ? { ...published, flags: ['ROUNDED'] } : published;
    const reading = file.isMisaligned ? unusable : marked;
    draft.stage({ indicator: drugMisuseAdmissions, place, cells: [{ ordinal, reading }] });
  }
}

const unusable: Reading = { value: null, status: 'NOT_AVAILABLE' };

export const dataset: DatasetDefinition = {
  id: 'drug-misuse-admissions',
  title: 'Hospital admissions for drug misuse by area',
  publisher: 'NHS Digital (now NHS England)',
  description:
    'Admissions with a primary diagnosis of poisoning by drug misuse, from Statistics on Drug Misuse, compiled by L. Castro Gonzalez. The City of London is published with Hackney, and Merton with Sutton. A year whose row stands under the wrong areas, as the compilation has 2019-20, is not served.',
  licence: 'Open Government Licence v3.0 for the figures, MIT for the compilation',
  attribution:
    'Contains public sector information licensed under the Open Government Licence v3.0. NHS Digital, Statistics on Drug Misuse, compiled by L. Castro Gonzalez.',
  // A study made it of the published tables, a row a year.
  designation: 'RESEARCH',
  accessTier: 'OPEN',
  frequency: 'Annual',
  landingPage: 'https://digital.nhs.uk/data-and-information/publications/statistical/statistics-on-drug-misuse',
  disclosurePolicy: disclosurePolicies['hospital-blanks'],
  indicators: [drugMisuseAdmissions],
  formats: [table],
};
