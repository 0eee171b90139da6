import { createDatabase } from '@boroughgraph/test/support/database.ts';
import { expect, it } from 'vitest';
import { agencyNames } from '../agency-names.ts';
import { describeAgencyUrl, ensureAgencyAccess, rolesIn } from './database-access.ts';
import { migrateAgency } from './migrate-agency.ts';

const passwords = { of: (role: string) => `of ${role}` };

it('tables are made while other processes give the agencies their rights', async () => {
  await using database = await createDatabase();
  await ensureAgencyAccess(database.url, agencyNames, passwords);
  const starts = Array.from({ length: 16 }, async () => {
    await ensureAgencyAccess(database.url, agencyNames, passwords);
    for (const agency of agencyNames) {
      const url = describeAgencyUrl(database.url, agency, { passwords });
      await migrateAgency({ agency, url, reader: rolesIn(database.url, agency).reader, isOwn: false });
    }
  });
  await expect(Promise.all(starts)).resolves.toHaveLength(16);
});
