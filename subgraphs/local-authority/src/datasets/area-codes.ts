import { type DatasetDefinition, type FileFormat, leftOut, loaded } from '@boroughgraph/kit/datasets/dataset.ts';
import type { Row } from '@boroughgraph/kit/files/row.ts';
import type { AreaRecord } from '@boroughgraph/kit/geography/areas.ts';
import { agreedArea } from '@boroughgraph/kit/files/agreed-area.ts';
import { boroughOfKey, register } from '../register-keys.ts';

/** The kind of the facts of this dataset: `{ code, key, name }`. */
const areaCodeFact = 'area-code';

const table: FileFormat = {
  name: 'the register of codes of local authorities',
  delimiter: '\t',
  columns: {
    code: { headings: ['gss', 'gss-code', 'gss code'] },
    key: { headings: ['local-authority', 'local authority'] },
    name: { headings: ['name'] },
  },
  otherColumns: 'refused',
  open: (_file, draft) => {
    const seen = new Set<string>();
    return (row) => {
      const borough = boroughIn(row);
      if (borough === null) return leftOut('outside London');
      if (seen.has(borough.code)) return row.reject('code', 'each code once');
      seen.add(borough.code);
      const body = { code: borough.code, key: row.text('key'), name: row.text('name') };
      draft.state({ kind: areaCodeFact, key: borough.code, body });
      return loaded;
    };
  },
};

/** The borough on which code, key and name agree; null for an authority elsewhere. */
function boroughIn(row: Row): AreaRecord | null {
  const keyed = boroughOfKey(row, 'key');
  // Districts of Northern Ireland that were replaced in 2015 stand in the register without a code.
  if (keyed === null && row.text('code') === '') return null;
  const borough = agreedArea(row, { code: 'code', name: 'name' });
  if (keyed?.code === borough?.code) return borough;
  return row.reject(
    'key',
    borough === null
      ? 'the key of an authority outside London'
      : `the key of ${borough.name}, ${borough.registerCode ?? ''}`,
  );
}

export const dataset: DatasetDefinition = {
  ...register,
  id: 'area-codes',
  title: 'Codes of local authorities',
  description:
    'ONS codes and register keys of local authorities, February 2018. Compared with the reviewed table of areas, by which codes are resolved.',
  formats: [table],
};
