import {
  type DatasetDefinition,
  type FileFormat,
  leftOut,
  loaded,
  type RowOutcome,
} from '@boroughgraph/kit/datasets/dataset.ts';
import type { ReleaseDraft } from '@boroughgraph/kit/datasets/release-draft.ts';
import type { Row } from '@boroughgraph/kit/files/row.ts';
import { areaNamed } from '@boroughgraph/kit/geography/area-names.ts';
import { type AreaRecord, boroughs } from '@boroughgraph/kit/geography/areas.ts';
import { boroughOfKey, register } from '../register-keys.ts';

/** The kind of the facts of this dataset: `{ name, key, code }`. */
const areaNameFact = 'area-name';

/**
 * Keys on which the register of names contradicts the register of codes. By codes, BNE is Barnet. By names, BNE is Bath and
 * North East Somerset, and Barnet is BNT, which the register of codes does not have. The codes are right: every other
 * publisher has them so.
 */
const mistakenKey = 'local-authority-eng:BNE';
const keyOfBarnetsNames = 'local-authority-eng:BNT';
const barnet = 'E09000003';

const table: FileFormat = {
  name: 'the register of names of local authorities',
  delimiter: '\t',
  columns: { name: { headings: ['name'] }, key: { headings: ['local-authority', 'local authority'] } },
  otherColumns: 'refused',
  open: (_file, draft) => {
    const seen = new Set<string>();
    return (row) => {
      const borough = boroughNamed(row);
      if (borough === null || 'kind' in borough) return borough ?? leftOut('outside London');
      const line = `${row.text('key')} ${row.text('name')}`;
      if (seen.has(line)) return row.reject('name', 'each name once for one key');
      seen.add(line);
      stateName(row, borough, draft);
      return loaded;
    };
  },
};

/** The borough that key and name agree on; null elsewhere; an outcome for a name under the mistaken key. */
function boroughNamed(row: Row): AreaRecord | RowOutcome | null {
  const key = row.text('key');
  const keyed = key === keyOfBarnetsNames ? boroughs.find(({ code }) => code === barnet) : boroughOfKey(row, 'key');
  const named = areaNamed(row.text('name'));
  if (key === mistakenKey && named === null)
    return leftOut('a name of Bath and North East Somerset under the key of Barnet');
  if (keyed == null && named === null) return null;
  if (keyed == null) return row.reject('key', `the key of ${named?.name ?? ''}, ${named?.registerCode ?? ''}`);
  return named?.code === keyed.code ? keyed : row.reject('name', `a name of ${keyed.name}`);
}

function stateName(row: Row, { code }: AreaRecord, draft: ReleaseDraft): void {
  const [name, key] = [row.text('name'), row.text('key')];
  draft.state({ kind: areaNameFact, key: `${key} ${name}`, body: { name, key, code } });
}

export const dataset: DatasetDefinition = {
  ...register,
  id: 'area-names',
  title: 'Names of local authorities',
  description:
    'Names and misspellings under which local authorities are known, February 2018. Compared with the reviewed table of areas, by which names are resolved.',
  formats: [table],
};
