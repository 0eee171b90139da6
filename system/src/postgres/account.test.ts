import { chmodSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createTemporaryFolder } from '../../testing/temporary-folder.ts';
import { chooseAccount, findClosedFolder } from './account.ts';

const passwd = [
  'root:x:0:0:root:/root:/bin/sh',
  'nobody:x:65534:65534::/nonexistent:/usr/sbin/nologin',
  'postgres:x:101:104::/var/lib/postgresql:/bin/sh',
  'ada:x:1000:1000::/home/ada:/bin/sh',
  '',
].join('\n');

describe('Whom PostgreSQL runs as', () => {
  it('an ordinary user runs it', () => {
    expect(chooseAccount(1000, null, passwd)).toBeNull();
  });

  it('under root it is postgres, or else nobody', () => {
    const names = [passwd, passwd.replace(/^postgres.*$/m, '')].map((text) => chooseAccount(0, null, text)?.name);
    expect(names).toEqual(['postgres', 'nobody']);
  });

  it('under root the owner of existing data runs it, unless that is root', () => {
    expect([1000, 0].map((owner) => chooseAccount(0, owner, passwd)?.name)).toEqual(['ada', 'postgres']);
  });

  it('a negative id, as macOS has for nobody, is the same id without a sign', () => {
    expect(chooseAccount(0, null, 'nobody:*:-2:-2::/var/empty:/usr/bin/false')).toEqual({
      name: 'nobody',
      uid: 4_294_967_294,
      gid: 4_294_967_294,
    });
  });

  it('without such a user, root is told what to do', () => {
    expect(() => chooseAccount(0, null, 'root:x:0:0:root:/root:/bin/sh')).toThrow(
      /^PostgreSQL does not run as root, .*useradd postgres.*$/,
    );
  });
});

describe('The topmost closed folder', () => {
  // No user of the test machine: neither owner nor group of anything.
  const stranger = { name: 'stranger', uid: 3_999_999_999, gid: 3_999_999_999 };

  it('is found above folders that would be open', async () => {
    await using temporary = await createTemporaryFolder();
    const closed = join(temporary.path, 'closed');
    mkdirSync(join(closed, 'open'), { recursive: true });
    chmodSync(closed, 0o700);
    expect(findClosedFolder(join(closed, 'open', 'data'), stranger)).toBe(closed);
  });

  it('is nothing where all may enter', async () => {
    await using temporary = await createTemporaryFolder();
    expect(findClosedFolder(join(temporary.path, 'data'), stranger)).toBeNull();
  });
});
