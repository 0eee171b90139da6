import { mkdtempDisposableSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { readPasswordFile } from './password-file.ts';

const place = { host: '::1', port: 5432, database: 'health', username: 'reader' };

function read(text: string, wanted = place): string {
  using folder = mkdtempDisposableSync(join(tmpdir(), 'boroughgraph-'));
  const path = join(folder.path, 'passwords');
  writeFileSync(path, text);
  return readPasswordFile(path, wanted);
}

it.each([
  ['*:*:*:reader:plain', 'plain'],
  ['# of people\n\n*:*:*:writer:other\n*:5432:health:reader:first\n*:*:*:*:second\n', 'first'],
  [String.raw`\:\:1:5432:health:reader:a\:b\\c`, String.raw`a:b\c`],
  ['*:*:*:reader:windows\r\n', 'windows'],
  ['*:5433:*:*:of another port', ''],
  ['*:*:*:reader', ''],
  ['', ''],
])('Of %j the password is %j', (text, password) => {
  expect(read(text)).toBe(password);
});

it('A file that is not there has none', () => {
  expect(readPasswordFile('/no/such/file', place)).toBe('');
});
