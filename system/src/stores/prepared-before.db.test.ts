import { notePreparation } from '@boroughgraph/kit/store/preparation.ts';
import { createDatabase } from '@boroughgraph/test/support/database.ts';
import { expect, it } from 'vitest';
import { agencyNames } from '../agency-names.ts';
import { describeAgencyUrl, ensureAgencyAccess, rolesIn } from './database-access.ts';
import { migrateAgency } from './migrate-agency.ts';
import { findUnprepared } from './prepared-before.ts';
import { openStoreConnection } from './store-connection.ts';

const passwords = { of: (role: string) => `of ${role}` };

it('a store is prepared anew where this code has not done so, and where a sample is wanted that was not', async () => {
  await using database = await createDatabase();
  await ensureAgencyAccess(database.url, agencyNames, passwords);
  const databases = agencyNames.map((agency) => {
    const [url, readerUrl] = (['owner', 'reader'] as const).map((as) =>
      describeAgencyUrl(database.url, agency, { passwords, as }),
    );
    const { reader } = rolesIn(database.url, agency);
    return { agency, url: url ?? '', readerUrl: readerUrl ?? '', reader, isOwn: false };
  });
  const unprepared = async (isSampleWanted: boolean) =>
    (await findUnprepared(databases, isSampleWanted)).map(({ agency }) => agency.slug);
  const slugs = agencyNames.map(({ slug }) => slug);
  expect(await unprepared(true)).toEqual(slugs);
  for (const store of (await findUnprepared(databases, true)).slice(1)) {
    await migrateAgency(store);
    const sql = openStoreConnection(store);
    await notePreparation(sql, { mark: store.mark, schema: store.agency.schema });
    await sql.end();
  }
  expect([await unprepared(true), await unprepared(false)]).toEqual([slugs.slice(0, 1), slugs]);
});
