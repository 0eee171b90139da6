import { prepareDirectory } from '@boroughgraph/gateway/directory/directory-tables.ts';
import { createDatabase, type TestDatabase } from '@boroughgraph/test/support/database.ts';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { manageAdministrators } from './manage-administrators.ts';
import { manageKeys } from './manage-keys.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await createDatabase();
  await prepareDirectory(database.sql, null);
  // As each start does.
  await prepareDirectory(database.sql, null);
});
afterAll(() => database[Symbol.asyncDispose]());

const organisation = 'hackney-council';

it('Keys are made, shown once, listed and revoked', async () => {
  const keys = (action: Parameters<typeof manageKeys>[1]['action']) =>
    manageKeys(database.sql, { organisation, action });
  expect(await keys({ kind: 'list' })).toBe('hackney-council has no key.');
  const made = await keys({
    kind: 'add',
    role: 'dashboard',
    scopes: ['health:restricted'],
    purposes: ['RESEARCH'],
    days: 7,
  });
  const [, id = '', secret = ''] = /^bgk_([0-9a-f]{12})_([\w-]{43})\n/.exec(made) ?? [];
  expect(await keys({ kind: 'list' })).toMatch(new RegExp(`${id} +dashboard +health:restricted +RESEARCH`));
  expect(await keys({ kind: 'list' })).not.toContain(secret);
  expect(await keys({ kind: 'revoke', id })).toBe(`hackney-council: ${id} is revoked. It lets nobody in from now on.`);
  expect(await keys({ kind: 'list' })).toContain('revoked 2');
  await expect(keys({ kind: 'revoke', id })).rejects.toThrow('has no key');
});

it('Administrators are added, confirmed, listed and ended', async () => {
  const administrators = (action: Parameters<typeof manageAdministrators>[1]['action']) =>
    manageAdministrators(database.sql, { organisation, action });
  const subject = 'anna\u001b[2J';
  const add = { kind: 'add', subject, scopes: ['health:restricted'] } as const;
  expect(await administrators({ kind: 'list' })).toContain('nobody of it is let in');
  expect(await administrators(add)).toContain('anna?[2J is an administrator');
  await expect(administrators(add)).rejects.toThrow('already');
  await database.sql`update directory.colleague set confirmed_at = now() - interval '1 year'`;
  expect(await administrators({ kind: 'list' })).toMatch(/anna\?\[2J +administrator +health:restricted .*lapsed/);
  expect(await administrators({ kind: 'confirm', subject })).toContain('confirmed for another year');
  expect(await administrators({ kind: 'list' })).not.toContain('lapsed');
  expect(await administrators({ kind: 'end', subject })).toContain('let in no longer');
  await expect(administrators({ kind: 'end', subject })).rejects.toThrow('who has not ended');
});
