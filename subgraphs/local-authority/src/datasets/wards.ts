import {
  type DatasetDefinition,
  type FileFormat,
  leftOut,
  loaded,
  type OpenedFile,
} from '@boroughgraph/kit/datasets/dataset.ts';
import { FileProblem } from '@boroughgraph/kit/files/row-problem.ts';
import { boroughs } from '@boroughgraph/kit/geography/areas.ts';
import { disclosurePolicies } from '@boroughgraph/kit/disclosure/policy.ts';
import { agreedArea } from '@boroughgraph/kit/files/agreed-area.ts';
import { factOfWard, wardDatasetId } from '../wards.ts';

/** Vintages whose headings are known: the lookup names its year in each of them. Source: Open Geography Portal, editions since 2011. */
const vintages = Array.from({ length: 20 }, (_, index) => String(11 + index));
const headings = (...names: readonly string[]) =>
  vintages.flatMap((year) => names.map((name) => name.replace('#', year)));

const table: FileFormat = {
  name: 'the ward to local authority district lookup',
  delimiter: ',',
  columns: {
    code: { headings: headings('WD#CD') },
    // Some owners rename the heading; the file of December 2023 at hand has " WardName".
    name: { headings: [...headings('WD#NM'), 'WardName', 'Ward name'] },
    district: { headings: headings('LAD#CD') },
    districtName: { headings: headings('LAD#NM') },
  },
  otherColumns: 'ignored',
  open: (file, draft) => {
    requireOneVintage(file);
    const seen = new Set<string>();
    const found = new Set<string>();
    draft.atEnd((isWhole) => {
      const missing = boroughs.filter(({ code }) => !found.has(code)).map(({ name }) => name);
      if (isWhole && missing.length > 0) draft.notice(`no ward of ${missing.join(', ')}`);
    });
    return (row) => {
      const borough = agreedArea(row, { code: 'district', name: 'districtName' });
      const code = row.text('code');
      if (borough === null) return leftOut('outside London');
      if (!/^E05\d{6}$/.test(code)) return row.reject('code', 'the code of a ward of England such as E05009367');
      if (row.text('name') === '') return row.reject('name', 'the name of a ward');
      if (seen.has(code)) return row.reject('code', 'each ward once');
      seen.add(code);
      found.add(borough.code);
      draft.state(factOfWard({ code, name: row.text('name'), borough: borough.code }));
      return loaded;
    };
  },
};

/**
 * Checks that the headings are of one year, and that the file's name, where it names a year, names that one.
 *
 * @throws {FileProblem} when two of them contradict each other.
 */
function requireOneVintage(file: OpenedFile): void {
  const years = ['code', 'district', 'name', 'districtName'].flatMap((column) => {
    const [, year] = /^(?:WD|LAD)(\d\d)/i.exec((file.headings.get(column) ?? '').trim()) ?? [];
    return year === undefined ? [] : [`20${year}`];
  });
  const [first, ...others] = years;
  const other = others.find((year) => year !== first) ?? namedYears(file.name).find((year) => year !== first);
  if (first !== undefined && other !== undefined)
    throw new FileProblem(
      `${file.name} is of ${first} by one heading and of ${other} by its name or another: check which wards it has`,
    );
}

/** Years that a file's name holds: `Lookup_(December_2023).csv`. */
function namedYears(name: string): readonly string[] {
  return [...name.matchAll(/(?<!\d)20\d\d(?!\d)/g)].map(([year]) => year);
}

export const dataset: DatasetDefinition = {
  id: wardDatasetId,
  title: 'Wards of the boroughs',
  publisher: 'the Office for National Statistics, through its Open Geography Portal',
  description:
    'Lookup from electoral wards to local authority districts of the United Kingdom; the wards of London are kept.',
  licence: 'Open Government Licence v3.0',
  attribution:
    'Source: Office for National Statistics licensed under the Open Government Licence v3.0. Contains OS data © Crown copyright and database right.',
  designation: 'OFFICIAL_STATISTICS',
  accessTier: 'OPEN',
  frequency: 'Yearly',
  landingPage: 'https://geoportal.statistics.gov.uk/',
  disclosurePolicy: disclosurePolicies.none,
  indicators: [],
  formats: [table],
};
