import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { agencyNames, findAgencyName } from '../agency-names.ts';
import type { FileToLoad } from '../load-commands.ts';
import { planLoads } from './load-plan.ts';

// Any file that is there.
const here = fileURLToPath(import.meta.url);
const known = new Map([
  ['health', { datasets: [{ id: 'admissions' }] }],
  ['policing', { datasets: [{ id: 'street', references: { lsoas: 'LSOAs of London' } }] }],
]);

it('Files of known datasets are planned in order; other datasets are counted and need no file', () => {
  const ward = entry({ agency: 'policing', dataset: 'ward', file: '/nowhere.csv' });
  const street = entry({ agency: 'policing', dataset: 'street', references: { lsoas: here } });
  expect(planLoads([ward, entry({}), ward, street], known, true)).toEqual({
    loads: [
      { ...entry({}), agency: findAgencyName('health') },
      { ...street, agency: findAgencyName('policing') },
    ],
    unknown: new Map([['policing/ward', 2]]),
  });
});

it.each([
  [
    entry({ agency: 'hospital' }),
    `(hospital/admissions): "hospital" is no agency: expected ${agencyNames.map(({ slug }) => slug).join(', ')}`,
  ],
  [entry({ file: '/nowhere.csv' }), '(health/admissions): there is no file /nowhere.csv'],
  [entry({ file: '/tmp' }), '(health/admissions): /tmp is a folder: name the file in it'],
  [entry({ file: '/dev/null' }), '(health/admissions): /dev/null is no file, but a device or a socket'],
  [entry({ references: { lsoas: here } }), '(health/admissions): takes no reference "lsoas"'],
  [
    entry({ agency: 'policing', dataset: 'street' }),
    '(policing/street): needs the file "lsoas" (LSOAs of London): name it by --reference lsoas=FILE, in a manifest by "reference"',
  ],
])('%j is refused', (file, problem) => {
  expect(() => planLoads([entry({}), file], known, true)).toThrow(`Entry 2 ${problem}`);
});

it('Outside a manifest, where somebody has typed it, an unknown dataset is refused with those that are known', () => {
  expect(() => planLoads([entry({ dataset: 'admission' })], known, false)).toThrow(
    'health has no dataset "admission": expected admissions',
  );
});

it('Every wrong entry is told, each in a line', () => {
  expect(() => planLoads([entry({ file: '/a' }), entry({ file: '/b' })], known, true)).toThrow(
    'Entry 1 (health/admissions): there is no file /a\nEntry 2 (health/admissions): there is no file /b',
  );
});

function entry(parts: Partial<FileToLoad>): FileToLoad {
  return {
    agency: 'health',
    dataset: 'admissions',
    file: here,
    publishedAt: '2025-01-31',
    references: {},
    embargoUntil: null,
    ...parts,
  };
}
