import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { createLibraryStore, type LibraryStore } from '@boroughgraph/test/support/library-store.ts';
import { renameDatasets } from './rename-datasets.ts';
import { writeRestrictedParts } from './write-restricted-parts.ts';

const visits = { id: 'visits', title: 'Visits to libraries', formerIds: ['library-visits'] };
let library: LibraryStore;
beforeAll(async () => {
  library = await createLibraryStore();
});
afterAll(() => library[Symbol.asyncDispose]());

const part = { indicatorId: 'visits', placePattern: null, dimension: null };
beforeEach(async () => {
  const { sql } = library.store;
  await sql`truncate dataset, agreement, restricted_part cascade`;
  for (const id of ['library-visits', 'loans']) {
    await sql`insert into dataset (id, title) values (${id}, ${id})`;
    await sql`insert into indicator (id, dataset_id, name, unit) values (${`of-${id}`}, ${id}, '', '')`;
    await sql`
      insert into release (id, dataset_id, published_at, checksum, source_name, is_synthetic, rows_read, rows_loaded, rows_left_out,
        rows_kept_outside, rows_rejected, observation_count)
      values (${`${id}@2025`}, ${id}, '2025-01-01', '', '', false, 0, 0, 0, 0, 0, 0)`;
    await writeRestrictedParts(sql, id, [part]);
  }
  await sql`insert into agreement (id, organisation, dataset_ids, purposes, valid_from, valid_until)
    values ('one', 'a', '["loans", "library-visits"]', '[]', '2025-01-01', '2026-01-01'), ('other', 'a', '["loans"]', '[]', '2025-01-01', '2026-01-01')`;
});

/** What of the store hangs on ids of datasets. */
async function stored() {
  const { sql } = library.store;
  const [{ version } = { version: null }] = await sql<{ version: string }[]>`select version from catalogue_version`;
  return {
    version: Number(version),
    datasets: (await sql`select id from dataset order by id`).map(({ id }) => id as string),
    releases: (await sql`select id, dataset_id from release order by id`).map((row) => [
      row['id'] as string,
      row['dataset_id'] as string,
    ]),
    indicators: (await sql`select dataset_id from indicator order by id`).map((row) => row['dataset_id'] as string),
    restricted: (await sql`select dataset_id from restricted_part order by dataset_id`).map(
      (row) => row['dataset_id'] as string,
    ),
    agreements: (await sql`select dataset_ids from agreement order by id`).map((row) => row['dataset_ids'] as string[]),
  };
}

it('gives a dataset what it had under an id before, once, and leaves all else', async () => {
  const before = await stored();
  await renameDatasets(library.store.sql, [visits]);
  const after = await stored();
  expect(after).toEqual({
    version: before.version + 1,
    datasets: ['loans', 'visits'],
    releases: [
      ['library-visits@2025', 'visits'],
      ['loans@2025', 'loans'],
    ],
    indicators: ['visits', 'loans'],
    restricted: ['loans', 'visits'],
    agreements: [['loans', 'visits'], ['loans']],
  });
  await renameDatasets(library.store.sql, [visits]);
  expect(await stored()).toEqual(after);
});

it('adds what it had before to what it has', async () => {
  const { sql } = library.store;
  await sql`insert into dataset (id, title) values ('visits', 'Visits')`;
  await writeRestrictedParts(sql, 'visits', [part]);
  await renameDatasets(sql, [visits]);
  const { datasets, restricted } = await stored();
  expect({ datasets, restricted }).toEqual({ datasets: ['loans', 'visits'], restricted: ['loans', 'visits'] });
});

it('does nothing where no dataset had another id', async () => {
  const before = await stored();
  await renameDatasets(library.store.sql, [{ id: 'loans', title: 'Loans' }]);
  expect(await stored()).toEqual(before);
});
