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
import { type AreaRecord, boroughs } from '@boroughgraph/kit/geography/areas.ts';
import { disclosurePolicies } from '@boroughgraph/kit/disclosure/policy.ts';
import { agreedArea } from '@boroughgraph/kit/files/agreed-area.ts';
import { boundaryDatasetId, factOfBoundary } from '../boundaries.ts';
import { geojsonTable, geometryHeading } from '../geojson-table.ts';
import { outlineProblem } from '../geometry.ts';

/** Years whose district boundaries carry their year in the names of properties: LAD23CD. */
const vintages = Array.from({ length: 20 }, (_, index) => String(11 + index));

const outlines: FileFormat = {
  name: 'outlines of the boroughs in GeoJSON',
  delimiter: ',',
  tabulate: geojsonTable,
  columns: {
    code: { headings: ['code', 'gss_code', ...vintages.map((year) => `lad${year}cd`)] },
    name: { headings: ['name', ...vintages.map((year) => `lad${year}nm`)] },
    inner: { headings: ['inner_statistical', 'ons_inner'], isOptional: true },
    geometry: { headings: [geometryHeading] },
  },
  otherColumns: 'ignored',
  open: openOutlines,
};

function openOutlines(_file: OpenedFile, draft: ReleaseDraft): RowReader {
  const seen = new Set<string>();
  draft.atEnd((isWhole) => {
    const missing = boroughs.filter(({ code }) => !seen.has(code)).map(({ name }) => name);
    if (isWhole && missing.length > 0) draft.notice(`no outline of ${missing.join(', ')}`);
  });
  return (row) => {
    const borough = boroughIn(row);
    if (borough === null) return leftOut('outside London');
    if (seen.has(borough.code)) return row.reject('code', 'each borough once');
    draft.state(factOfBoundary(borough.code, outlineIn(row)));
    seen.add(borough.code);
    return loaded;
  };
}

const yes = 'INNER';
const no = 'OUTER';
/** How copies of the file say whether a borough is in Inner London. */
const innerTexts = { true: yes, 1: yes, T: yes, false: no, 0: no, F: no } as const;

/** The borough on which code, name and part agree; null for a district elsewhere. */
function boroughIn(row: Row): AreaRecord | null {
  const borough = agreedArea(row, { code: 'code', name: 'name' });
  if (borough === null || row.text('inner') === '' || row.oneOf('inner', innerTexts) === borough.part) return borough;
  const isInner = borough.part === 'INNER';
  return row.reject('inner', isInner ? `true: ${borough.name} is Inner` : `false: ${borough.name} is Outer`);
}

/** The geometry as text, as it was published: not simplified, not rounded. */
function outlineIn(row: Row): string {
  const text = row.text('geometry');
  const problem = outlineProblem(JSON.parse(text));
  // A geometry is too long to be quoted in a report.
  return problem === null ? text : row.reject('name', `${problem} as its geometry`);
}

export const dataset: DatasetDefinition = {
  id: boundaryDatasetId,
  title: 'Outlines of the boroughs',
  publisher: 'the Greater London Authority, from Ordnance Survey',
  description: 'Statistical boundaries of the 33 boroughs of about 2015, unsimplified. No borough has changed since.',
  licence: 'Open Government Licence v3.0',
  attribution:
    'Contains public sector information licensed under the Open Government Licence v3.0. Contains OS data © Crown copyright and database right. Greater London Authority.',
  designation: 'OFFICIAL_STATISTICS',
  accessTier: 'OPEN',
  frequency: 'Once',
  landingPage: 'https://data.london.gov.uk/dataset/statistical-gis-boundary-files-london',
  disclosurePolicy: disclosurePolicies.none,
  indicators: [],
  formats: [outlines],
};
