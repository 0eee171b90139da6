import { describe, expect, it } from 'vitest';
import { boroughs } from '@boroughgraph/kit/geography/areas.ts';
import { publishedFile } from '@boroughgraph/test/support/published-files.ts';
import { outcomeOf, readPublished, readText } from '@boroughgraph/test/support/read-text.ts';
import { dataset } from './area-codes.ts';

const file = (...rows: readonly string[]) => ['gss\tlocal-authority\tname', ...rows, ''].join('\n');
const read = (...rows: readonly string[]) => readText({ dataset, name: 'gss.tsv', text: file(...rows) });
const hackney = 'E09000012\tlocal-authority-eng:HCK\tHackney';

describe('the register of codes', () => {
  it('keeps boroughs on which code, key and name agree', () => {
    expect([...read(hackney).draft.facts.values()]).toEqual([
      {
        kind: 'area-code',
        key: 'E09000012',
        body: { code: 'E09000012', key: 'local-authority-eng:HCK', name: 'Hackney' },
      },
    ]);
  });

  it('leaves out authorities elsewhere, with a code or without', () => {
    const rows = ['E07000223\tlocal-authority-eng:ADU\tAdur', '\tlocal-authority-nir:NIR-T\tArds'];
    expect(outcomeOf(read(...rows))).toMatchObject({ leftOut: { 'outside London': 2 }, rejected: [] });
  });

  it.each([
    ['the code of another borough', hackney.replace('E09000012', 'E09000003'), 'name'],
    ['a code elsewhere', hackney.replace('E09000012', 'E07000223'), 'gss'],
    ['no code', hackney.replace('E09000012', ''), 'gss'],
    ['the key of another borough', hackney.replace('HCK', 'LBH'), 'local-authority'],
    ['the key of a borough beside another place', 'E07000223\tlocal-authority-eng:HCK\tAdur', 'local-authority'],
  ])('rejects %s', (_what, row, column) => {
    expect(read(row).rejected).toMatchObject([{ line: 2, column }]);
  });

  it('rejects a code that stands twice', () => {
    expect(read(hackney, hackney).rejected).toMatchObject([{ line: 3, column: 'gss' }]);
  });
});

const path = 'local-authority/register-local-authority-gss.tsv';

describe.skipIf(publishedFile(path) === null)('the published register of codes', () => {
  it('agrees with the reviewed table on all 33 boroughs, BNE for Barnet among them', async () => {
    const result = await readPublished(dataset, path);
    expect(outcomeOf(result)).toEqual({
      rowsRead: 444,
      rowsLoaded: 33,
      leftOut: { 'outside London': 411 },
      keptOutside: {},
      rejected: [],
    });
    const found = [...result.draft.facts.values()].map(({ body }) => body);
    expect(found).toEqual(
      expect.arrayContaining(
        boroughs.map(({ code, registerCode, name }) => ({
          code,
          key: `local-authority-eng:${registerCode ?? ''}`,
          name,
        })),
      ),
    );
  });
});
