import {
  type DatasetDefinition,
  type FileFormat,
  leftOut,
  loaded,
  type OpenedFile,
  type RowReader,
} from '@boroughgraph/kit/datasets/dataset.ts';
import { noticeMissingBoroughs } from '@boroughgraph/kit/datasets/missing-boroughs.ts';
import type { Markers } from '@boroughgraph/kit/files/markers.ts';
import type { ReleaseDraft } from '@boroughgraph/kit/datasets/release-draft.ts';
import { FileProblem } from '@boroughgraph/kit/files/row-problem.ts';
import type { Row } from '@boroughgraph/kit/files/row.ts';
import { areaNamed } from '@boroughgraph/kit/geography/area-names.ts';
import { disclosurePolicies } from '@boroughgraph/kit/disclosure/policy.ts';
import type { IndicatorDefinition } from '@boroughgraph/kit/statistics/indicator.ts';
import { agreedArea } from '@boroughgraph/kit/files/agreed-area.ts';
import { midYearGrid, midYearOf } from '../education-counts.ts';

export const population: IndicatorDefinition = {
  id: 'population',
  datasetId: 'borough-profiles',
  name: 'Residents',
  alsoCalled: ['people', 'inhabitants', 'how many people live', 'number of residents'],
  definition:
    'Residents of all ages in the middle of the year, as the Greater London Authority estimates them. Those who work in a borough or visit it are not counted.',
  unit: 'PEOPLE',
  valueType: 'COUNT',
  multiplier: 1,
  decimals: 0,
  polarity: 'NO_JUDGEMENT',
  additivity: 'ADDITIVE_OVER_AREA_ONLY',
  // Of the bases that there are, the one by where people live.
  attributionBasis: 'RESIDENCE_OF_RESPONDENT',
  areaTypes: ['BOROUGH'],
  grid: midYearGrid,
  dimensions: [],
  caveats: [
    {
      severity: 'CAUTION',
      text: 'An estimate made before the census of 2021, which found other numbers in many boroughs.',
    },
  ],
  typicalRange: [160_000, 390_000],
};

/** Years of which the profiles estimate residents; the heading names the year. Source: London Datastore, editions since 2011. */
const years = Array.from({ length: 20 }, (_, index) => 2011 + index);
const populationHeading = /^GLA[ _]Population[ _]Estimate[ _](20\d\d)$/i;

/** What stands in place of a number: a full stop in the publisher's file, NaN where a program has written it again. */
const notAvailable = { value: null, status: 'NOT_AVAILABLE' } as const;
const markers: Markers = { nan: notAvailable, '.': notAvailable, 'n/a': notAvailable, '-': notAvailable };

const table: FileFormat = {
  name: 'the London borough profiles',
  delimiter: ',',
  columns: {
    code: { headings: ['Code', 'New code', 'Area code'] },
    name: { headings: ['Area_name', 'Area name', 'Area'] },
    population: {
      headings: years.flatMap((year) => [`GLA_Population_Estimate_${year}`, `GLA Population Estimate ${year}`]),
    },
  },
  otherColumns: 'ignored',
  open: openProfiles,
};

function openProfiles(file: OpenedFile, draft: ReleaseDraft): RowReader {
  const [, year] = populationHeading.exec((file.headings.get('population') ?? '').trim().replaceAll(/\s+/g, ' ')) ?? [];
  if (year === undefined) throw new FileProblem(`${file.name} does not say of which year its residents are`);
  const ordinal = midYearOf(Number(year));
  noticeMissingBoroughs(draft, population);
  return (row) => {
    const place = boroughIn(row);
    if (place === null) return leftOut('a total of a wider area');
    const reading = row.count('population', markers);
    draft.stage({ indicator: population, place, cells: [{ ordinal, reading }] });
    return loaded;
  };
}

/** Codes of the totals that stand under the boroughs: Inner and Outer London, London, England, the United Kingdom. */
const totalCode = /^(E12000007|E1300000[12]|E92000001|K02000001)$/;

/** The borough on which code and name agree; null for a total. */
function boroughIn(row: Row): string | null {
  if (totalCode.test(row.text('code')) && areaNamed(row.text('name')) === null) return null;
  const borough = agreedArea(row, { code: 'code', name: 'name' });
  return borough?.code ?? row.reject('code', 'the code of a borough, E09000001 to E09000033');
}

export const dataset: DatasetDefinition = {
  id: 'borough-profiles',
  title: 'London borough profiles: residents',
  publisher: 'the Greater London Authority',
  description:
    'Key figures of the 33 boroughs, each of another year that its heading names. Only the estimate of residents is served.',
  licence: 'Open Government Licence v2.0',
  attribution:
    'Contains public sector information licensed under the Open Government Licence v2.0. Greater London Authority, London Datastore.',
  designation: 'OFFICIAL_STATISTICS',
  accessTier: 'OPEN',
  frequency: 'Irregular',
  landingPage: 'https://data.london.gov.uk/dataset/london-borough-profiles',
  disclosurePolicy: disclosurePolicies.none,
  indicators: [population],
  formats: [table],
};
