import { expect, it } from 'vitest';
import { libraryVisits } from '@boroughgraph/test/support/example-dataset.ts';
import { boroughs } from '../geography/areas.ts';
import { ordinalOf } from '../statistics/periods.ts';
import { noticeMissingBoroughs } from './missing-boroughs.ts';
import { ReleaseDraft } from './release-draft.ts';

const [january, february, march] = ['2024-01', '2024-02', '2024-03'].map((id) => ordinalOf(libraryVisits.grid, id));

/** The notices of a file in which every borough has a marker in three months, but for the months named. */
function notices(lacking: Readonly<Record<string, readonly (number | undefined)[]>>, isWhole = true) {
  const draft = new ReleaseDraft();
  noticeMissingBoroughs(draft, libraryVisits);
  for (const { name, code } of boroughs) {
    const ordinals = [january, february, march].filter((ordinal) => lacking[name]?.includes(ordinal) !== true);
    const cells = ordinals.map((ordinal = 0) => ({
      ordinal,
      reading: { value: null, status: 'CONFIDENTIAL' } as const,
    }));
    draft.stage({ indicator: libraryVisits, place: code, cells });
    draft.keepRow();
  }
  draft.end(isWhole);
  return draft.notices;
}

it('names boroughs that lack a row where others have one, once for all periods that lack the same', () => {
  const cut = { Sutton: [february, march], Westminster: [january, february, march] };
  expect(notices(cut)).toEqual([
    'no row for Westminster in 2024-01: is the file complete?',
    'no row for Sutton, Westminster in 2024-02, 2024-03: is the file complete?',
  ]);
});

it('says nothing where each has a row, if only a marker, or where rows were rejected', () => {
  expect([notices({}), notices({ Sutton: [march] }, false)]).toEqual([[], []]);
});
