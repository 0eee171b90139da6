import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openStore, type StoreDatabase } from '@boroughgraph/kit/store/database.ts';
import { migrateStore } from '@boroughgraph/kit/store/migrate.ts';
import { createDatabase, type TestDatabase } from '@boroughgraph/test/support/database.ts';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { importAgencies } from '../agencies.ts';
import { findAgencyName } from '../agency-names.ts';
import { obeyAgreements } from './manage-agreements.ts';

const agencies = await importAgencies(['health']);
const agency = findAgencyName('health');
if (agency === null) throw new Error('there is an agency of health');
const folder = mkdtempSync(join(tmpdir(), 'boroughgraph-agreements-'));

let database: TestDatabase;
let store: StoreDatabase;
beforeAll(async () => {
  database = await createDatabase();
  store = openStore({ url: database.url, schema: agency.schema });
  await store.sql`create schema ${store.sql(agency.schema)}`;
  await migrateStore(store.sql, agency.schema);
});
afterAll(async () => {
  await store.close();
  await database[Symbol.asyncDispose]();
  rmSync(folder, { recursive: true, force: true });
});

const stated = {
  id: 'hackney-violence-2026',
  organisation: 'hackney-council',
  datasets: ['violence-attendances'],
  areas: ['E09000012'],
  purposes: ['SERIOUS_VIOLENCE_DUTY'],
  from: '2026-04-01',
  until: '2027-03-31',
};
const obey = (action: Parameters<typeof obeyAgreements>[1]['action']) =>
  obeyAgreements(store.sql, { action, agency, agencies });
function add(content: unknown): Promise<string> {
  const file = join(folder, 'agreement.json');
  writeFileSync(file, typeof content === 'string' ? content : JSON.stringify(content));
  return obey({ kind: 'add', file });
}

it('An agreement is added by a file, listed, ended, and never rewritten', async () => {
  expect(await obey({ kind: 'list' })).toBe('health has no agreement: its restricted figures are shown to nobody.');
  expect(await add(stated)).toBe(
    'hackney-violence-2026 holds for hackney-council until 2027-03-31, unless it is ended before.',
  );
  await expect(add({ ...stated, areas: null })).rejects.toThrow(
    'There is an agreement "hackney-violence-2026" already',
  );
  expect(await add({ ...stated, id: 'all-areas', areas: null })).toContain('all-areas holds');
  expect(await obey({ kind: 'list' })).toMatch(
    /hackney-violence-2026 +hackney-council +violence-attendances +E09000012 +SERIOUS_VIOLENCE_DUTY +2026-04-01 to 2027-03-31/,
  );
  expect(await obey({ kind: 'end', id: 'all-areas' })).toBe(
    'health: all-areas is ended. It lets nobody read from now on.',
  );
  expect(await obey({ kind: 'list' })).toMatch(/all-areas .* all areas .* ended 2/);
  for (const id of ['all-areas', 'nothing'])
    await expect(obey({ kind: 'end', id })).rejects.toThrow(`no agreement "${id}" that has not ended`);
});

/** A dataset of which nothing is for named users. */
const open = agencies
  .get('health')
  ?.datasets.find(
    ({ accessTier, indicators }) =>
      accessTier === 'OPEN' && indicators.every(({ restrictedCuts = [] }) => restrictedCuts.length === 0),
  )?.id;
it.each([
  ['nothing of areas, which would be all of them', { ...stated, areas: undefined }, /areas: /],
  ['no area', { ...stated, areas: [] }, /areas: /],
  ['an area that there is not', { ...stated, areas: ['E99999999'] }, /expected the code of an area/],
  ['a dataset that everybody sees', { ...stated, datasets: [open] }, /named users/],
  ['a dataset that there is not', { ...stated, datasets: ['violence'] }, /named users/],
  ['no dataset', { ...stated, datasets: [] }, /datasets: /],
  ['a purpose that there is not', { ...stated, purposes: ['CURIOSITY'] }, /purposes/],
  ['no purpose', { ...stated, purposes: [] }, /purposes: /],
  ['an end before its beginning', { ...stated, until: '2026-03-31' }, /not before "from"/],
  ['no end', { ...stated, until: null }, /until: /],
  ['a day that is none', { ...stated, from: '2026-02-30' }, /expected a day/],
  ['everybody', { ...stated, organisation: '*' }, /expected a name/],
  ['more than it may', { ...stated, isForEverybody: true }, /isForEverybody/],
  ['no JSON', 'agreement', /cannot be read/],
])('A file with %s adds nothing', async (_, content, message) => {
  const before = await obey({ kind: 'list' });
  await expect(add(typeof content === 'string' ? content : { ...content, id: 'refused' })).rejects.toThrow(message);
  expect(await obey({ kind: 'list' })).toBe(before);
});

it('An organisation is named as its own, listed, and ended', async () => {
  const organisation = 'nhs-london';
  expect(await obey({ kind: 'own', organisation })).toBe(
    'health: people of nhs-london with the scope health:audit see its audit and its loads at /status/health.',
  );
  await expect(obey({ kind: 'own', organisation })).rejects.toThrow('health has nhs-london as its own already');
  await expect(obey({ kind: 'own', organisation: 'NHS London' })).rejects.toThrow('expected a name such as');
  expect(await obey({ kind: 'disown', organisation })).toContain('see nothing of its audit and its loads from now on');
  await expect(obey({ kind: 'disown', organisation })).rejects.toThrow('does not name "nhs-london" as its own');
  expect(await obey({ kind: 'list' })).toMatch(/nhs-london is health's own since \S+Z, until \S+Z\.$/);
});
