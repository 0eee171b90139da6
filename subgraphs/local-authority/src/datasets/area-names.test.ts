import { describe, expect, it } from 'vitest';
import { boroughs } from '@boroughgraph/kit/geography/areas.ts';
import { publishedFile } from '@boroughgraph/test/support/published-files.ts';
import { outcomeOf, readPublished, readText } from '@boroughgraph/test/support/read-text.ts';
import { dataset } from './area-names.ts';

const file = (...rows: readonly string[]) => ['name\tlocal-authority', ...rows, ''].join('\n');
const read = (...rows: readonly string[]) => readText({ dataset, name: 'names.tsv', text: file(...rows) });

describe('the register of names', () => {
  it('keeps the names of boroughs, with the code on which name and key agree', () => {
    const { draft } = read('hackney london boro\tlocal-authority-eng:HCK', 'barnet\tlocal-authority-eng:BNT');
    expect([...draft.facts.values()].map(({ body }) => body)).toEqual([
      { name: 'hackney london boro', key: 'local-authority-eng:HCK', code: 'E09000012' },
      { name: 'barnet', key: 'local-authority-eng:BNT', code: 'E09000003' },
    ]);
  });

  it('leaves out names elsewhere, and those that it has under the key of Barnet by mistake', () => {
    const rows = [
      'leeds\tlocal-authority-eng:LDS',
      'abertawe\tprincipal-local-authority:SWA',
      'omagh\tlocal-authority-nir:NIR-T',
      'bath and north east somerset\tlocal-authority-eng:BNE',
    ];
    expect(outcomeOf(read(...rows))).toMatchObject({
      leftOut: {
        'outside London': 3,
        'a name of Bath and North East Somerset under the key of Barnet': 1,
      },
      rejected: [],
    });
  });

  it.each([
    ['a key that is none', 'hackney\tHCK', 'local-authority'],
    ['a name of another place under the key of a borough', 'leeds\tlocal-authority-eng:HCK', 'name'],
    ['a name of a borough under a key elsewhere', 'hackney\tlocal-authority-eng:LDS', 'local-authority'],
  ])('rejects %s', (_what, row, column) => {
    expect(read(row).rejected).toMatchObject([{ line: 2, column }]);
  });

  it('rejects a name that stands twice under one key', () => {
    const row = 'hackney\tlocal-authority-eng:HCK';
    expect(read(row, row).rejected).toMatchObject([{ line: 3, column: 'name' }]);
  });
});

const path = 'local-authority/register-local-authority-names.tsv';

describe.skipIf(publishedFile(path) === null)('the published register of names', () => {
  it('agrees with the reviewed table: each of its London names resolves to the borough of its key', async () => {
    const result = await readPublished(dataset, path);
    expect(outcomeOf(result)).toEqual({
      rowsRead: 1275,
      rowsLoaded: 101,
      leftOut: { 'outside London': 1172, 'a name of Bath and North East Somerset under the key of Barnet': 2 },
      keptOutside: {},
      rejected: [],
    });
    const codes = new Set([...result.draft.facts.values()].map(({ body }) => (body as { code: string }).code));
    expect([...codes].sort()).toEqual(boroughs.map(({ code }) => code));
  });
});
