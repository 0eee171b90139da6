import { chmodSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTemporaryFolder } from '../../testing/temporary-folder.ts';
import { describeDataFolder } from './data-folder.ts';
import { rolePasswordsOf } from './role-passwords.ts';

let temporary: Awaited<ReturnType<typeof createTemporaryFolder>>;
beforeAll(async () => {
  temporary = await createTemporaryFolder();
});
afterAll(() => temporary[Symbol.asyncDispose]());

describe('The passwords of roles', () => {
  it('are random, kept in the data folder where its owner alone reads them, and the same for every process', () => {
    const folder = describeDataFolder(join(temporary.path, 'data'));
    const [one, other] = [0, 1].map(() => rolePasswordsOf({ folder, passwordsFolder: null }));
    expect([one?.of('owner'), one?.of('reader')]).toEqual([other?.of('owner'), other?.of('reader')]);
    expect(one?.of('owner')).toMatch(/^[0-9a-f]{64}$/);
    expect(one?.of('owner')).not.toBe(one?.of('reader'));
    expect(readdirSync(folder.rolePasswords)).toEqual(['owner', 'reader']);
    const modes = [folder.rolePasswords, join(folder.rolePasswords, 'owner')].map(
      (path) => statSync(path).mode & 0o777,
    );
    expect(modes).toEqual([0o700, 0o600]);
    chmodSync(join(folder.rolePasswords, 'owner'), 0o644);
    rolePasswordsOf({ folder, passwordsFolder: null }).of('owner');
    expect(statSync(join(folder.rolePasswords, 'owner')).mode & 0o777).toBe(0o600);
  });

  it('are those of the folder that was given, and none is made there', () => {
    const folder = describeDataFolder(join(temporary.path, 'unused'));
    const passwords = rolePasswordsOf({ folder, passwordsFolder: temporary.path });
    writeFileSync(join(temporary.path, 'owner'), 'given it’s "odd" %41\n');
    expect(passwords.of('owner')).toBe('given it’s "odd" %41');
    expect(() => passwords.of('reader')).toThrow(/^The password of a role cannot be read from .*DATABASE_PASSWORDS/);
  });
});
