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
import { areaNamed } from '@boroughgraph/kit/geography/area-names.ts';
import { boroughs } from '@boroughgraph/kit/geography/areas.ts';
import { disclosurePolicies } from '@boroughgraph/kit/disclosure/policy.ts';
import type { IndicatorDefinition } from '@boroughgraph/kit/statistics/indicator.ts';
import { ordinalOf } from '@boroughgraph/kit/statistics/periods.ts';
import { agreedArea } from '@boroughgraph/kit/files/agreed-area.ts';

/** The editions, and the years of the districts and small areas that their headings name. Source: English Indices of Deprivation, file 1 of each. */
const editions = [
  { year: 2015, districts: 2013, smallAreas: 2011 },
  { year: 2019, districts: 2019, smallAreas: 2011 },
  { year: 2025, districts: 2024, smallAreas: 2021 },
] as const;

const anotherIndex =
  'Another edition of the index, with other data and districts: ranks of two editions are not comparable.';

export const mostDeprivedTenth: IndicatorDefinition = {
  id: 'most-deprived-tenth',
  datasetId: 'deprivation',
  name: 'Small areas in the most deprived tenth of England',
  alsoCalled: [
    'IMD',
    'deprivation',
    'poor areas',
    'poor neighbourhoods',
    'deprived neighbourhoods',
    'Index of Multiple Deprivation',
    'deprived areas',
    'poorest areas',
    'Indices of Deprivation',
    'most deprived',
  ],
  definition:
    'Share of the LSOAs of the borough, small areas of 1,000 to 3,000 people, that are among the tenth of LSOAs in England with the highest score of the Index of Multiple Deprivation. It says nothing of how deprived a person is.',
  unit: 'PERCENT',
  valueType: 'PROPORTION',
  multiplier: 100,
  decimals: 1,
  polarity: 'LOW_IS_GOOD',
  additivity: 'NON_ADDITIVE',
  // Of the bases that there are, the one by where people live.
  attributionBasis: 'RESIDENCE_OF_RESPONDENT',
  areaTypes: ['BOROUGH'],
  grid: { type: 'CALENDAR_YEAR' },
  editions: {
    CY2015: 'whose data are mostly of 2012 and 2013',
    CY2019: 'whose data are mostly of 2015 and 2016',
    CY2025: 'whose data are mostly of 2022 and 2023',
  },
  dimensions: [],
  breaks: [
    { at: '2019-01-01', kind: 'METHOD', note: anotherIndex, source: 'English indices of deprivation 2019' },
    { at: '2025-01-01', kind: 'METHOD', note: anotherIndex, source: 'English indices of deprivation 2025' },
  ],
  caveats: [
    {
      severity: 'CAUTION',
      text: 'Deprivation is ranked against the rest of England: a share that falls may mean that other places became more deprived.',
    },
  ],
  typicalRange: [0, 25],
};

const decileHeading = 'Index of Multiple Deprivation (IMD) Decile (where 1 is most deprived 10% of LSOAs)';

/** As the published workbook of 2025 has it: cut off. */
const cutHeading = decileHeading.replace(/s\)$/, '');

const table: FileFormat = {
  name: 'the Index of Multiple Deprivation by LSOA',
  delimiter: ',',
  listsEveryArea: true,
  columns: {
    // The copy of the GLA's workbook at hand has the first heading changed.
    smallArea: { headings: ['LSOA code (2011)', 'LSOA code (2021)', 'geography code'] },
    smallAreaName: { headings: ['LSOA name (2011)', 'LSOA name (2021)'] },
    district: { headings: editions.map(({ districts }) => `Local Authority District code (${districts})`) },
    districtName: { headings: editions.map(({ districts }) => `Local Authority District name (${districts})`) },
    decile: { headings: [decileHeading, decileHeading.replace(' (IMD)', ''), cutHeading, 'IMD Decile'] },
  },
  otherColumns: 'ignored',
  open: openIndex,
};

/** How many LSOAs of a borough there are, and how many are in the first decile. */
interface Tally {
  all: number;
  mostDeprived: number;
}

function openIndex(file: OpenedFile, draft: ReleaseDraft): RowReader {
  const ordinal = ordinalOf(mostDeprivedTenth.grid, `CY${editionOf(file)}`);
  const seen = new Set<string>();
  const tallies = new Map<string, Tally>();
  draft.atEnd((isWhole) => {
    if (isWhole) stageShares(tallies, ordinal, draft);
    else draft.notice('no share is worked out, because rows were rejected: a share of the others would be wrong');
  });
  return (row) => {
    const borough = boroughIn(row);
    if (borough === null) return leftOut('outside London');
    const decile = row.oneOf('decile', deciles);
    const code = row.text('smallArea');
    if (!/^E01\d{6}$/.test(code)) return row.reject('smallArea', 'the code of an LSOA of England such as E01000001');
    if (seen.has(code)) return row.reject('smallArea', 'each LSOA once');
    seen.add(code);
    const tally = tallies.get(borough) ?? { all: 0, mostDeprived: 0 };
    tallies.set(borough, { all: tally.all + 1, mostDeprived: tally.mostDeprived + (decile === 1 ? 1 : 0) });
    return loaded;
  };
}

const deciles = Object.fromEntries(Array.from({ length: 10 }, (_, index) => [String(index + 1), index + 1]));

/**
 * The year of the edition that the headings name.
 *
 * @throws {FileProblem} when headings, or the file's name, name different editions.
 */
function editionOf(file: OpenedFile): number {
  const yearIn = (column: string) => Number(/\((\d{4})\)/.exec(file.headings.get(column) ?? '')?.[1] ?? Number.NaN);
  const edition = editions.find(({ districts }) => districts === yearIn('district'));
  const isOne = yearIn('districtName') === edition?.districts && yearIn('smallAreaName') === edition.smallAreas;
  if (edition === undefined || !isOne)
    throw new FileProblem(`${file.name} has headings of more than one edition: check which index it is`);
  const named = [...file.name.matchAll(/(?<!\d)(20\d\d)(?!\d)/g)].map(([, year]) => Number(year));
  const other = editions.find(({ year }) => year !== edition.year && named.includes(year));
  if (other !== undefined && !named.includes(edition.year))
    throw new FileProblem(
      `${file.name} is of ${other.year} by its name and of ${edition.year} by its headings: check which of the two is right`,
    );
  return edition.year;
}

/** The borough on which code, name and the name of the small area agree; null for a district elsewhere in England. */
function boroughIn(row: Row): string | null {
  const borough = agreedArea(row, { code: 'district', name: 'districtName' });
  if (borough === null) return null;
  // "Hackney 004B": the district, then the number of the small area.
  const within = areaNamed(row.text('smallAreaName').replace(/ \d{3}[A-Z]$/, ''));
  if (within?.code === borough.code) return borough.code;
  return row.reject('smallAreaName', `a small area of ${borough.name} such as "${borough.name} 001A"`);
}

function stageShares(tallies: ReadonlyMap<string, Tally>, ordinal: number, draft: ReleaseDraft): void {
  const missing = boroughs.filter(({ code }) => !tallies.has(code)).map(({ name }) => name);
  if (missing.length > 0) draft.notice(`no LSOA of ${missing.join(', ')}`);
  for (const [place, { all, mostDeprived }] of tallies) {
    const value = (mostDeprived / all) * mostDeprivedTenth.multiplier;
    const reading = { value, status: 'PUBLISHED', numerator: mostDeprived, denominator: all } as const;
    draft.stage({
      indicator: mostDeprivedTenth,
      place,
      cells: [{ ordinal, reading }],
      denominatorSource: 'LSOAs of the borough, as the index lists them',
    });
  }
}

export const dataset: DatasetDefinition = {
  id: 'deprivation',
  title: 'English Indices of Deprivation',
  publisher: 'the Ministry of Housing, Communities and Local Government',
  description:
    'Ranks of the LSOAs of England, small areas of 1,000 to 3,000 people, by the Index of Multiple Deprivation of 2019 and 2025. Its LSOAs are those of the census before: 335 of London are new in 2025 and 176 are gone, so that shares compare, and single LSOAs do not. What is kept is how many of each borough are in the most deprived tenth; no small area is stored.',
  licence: 'Open Government Licence v3.0',
  attribution:
    'Contains public sector information licensed under the Open Government Licence v3.0. Ministry of Housing, Communities and Local Government; London extract by the Greater London Authority.',
  designation: 'ACCREDITED_OFFICIAL_STATISTICS',
  accessTier: 'OPEN',
  frequency: 'Every four to six years',
  landingPage: 'https://www.gov.uk/government/statistics/english-indices-of-deprivation-2025',
  disclosurePolicy: disclosurePolicies.none,
  indicators: [mostDeprivedTenth],
  formats: [table],
};
