import { mkdtempDisposableSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { describeConnection, findDatabaseUrlFault } from './database-url.ts';

describe('describeConnection', () => {
  it('reads an IPv6 address, a password with every sign, and parameters', () => {
    expect(
      describeConnection('postgresql://r%40a:p%25%2F%3A%23@[::1]:6432/a%20b?sslmode=require&application_name=x'),
    ).toEqual({
      host: ['::1'],
      port: [6432],
      database: 'a b',
      username: 'r@a',
      password: 'p%/:#',
      ssl: 'require',
      isPooled: false,
      named: { application_name: 'x' },
    });
  });

  it('takes the port of PostgreSQL, and encrypts nothing unless it is asked to', () => {
    expect(describeConnection('postgres://db.example/health')).toEqual({
      host: ['db.example'],
      port: [5432],
      database: 'health',
      ssl: false,
      isPooled: false,
      named: {},
    });
  });

  it.each([
    ['disable', false],
    ['prefer', 'prefer'],
    ['verify-ca', { checkServerIdentity: expect.any(Function) as unknown }],
    ['verify-full', { checkServerIdentity: expect.any(Function) as unknown }],
  ])('understands sslmode=%s', (mode, ssl) => {
    expect(describeConnection(`postgres://db/health?sslmode=${mode}`).ssl).toEqual(ssl);
  });

  it('reads the certificates of a server from a file', () => {
    using folder = mkdtempDisposableSync(join(tmpdir(), 'boroughgraph-'));
    const file = join(folder.path, 'ca.pem');
    writeFileSync(file, 'a certificate');
    expect(describeConnection(`postgres://db/health?sslmode=require&sslrootcert=${file}`).ssl).toEqual({
      ca: 'a certificate',
      checkServerIdentity: expect.any(Function) as unknown,
    });
  });
});

describe('findDatabaseUrlFault', () => {
  it.each([
    ['db.example/health', 'it does not begin with postgres://'],
    ['mysql://r@db/health', 'it begins with mysql://, and must with postgres://'],
    ['postgres:///health', 'it names no host'],
    ['postgres://r@db', 'it names no database: write one after the host, as in /boroughgraph'],
    ['postgres://r@db/', 'it names no database: write one after the host, as in /boroughgraph'],
    ['postgres://r:p@::1:5432/health', 'its host has colons: write an IPv6 address in brackets, as in [::1]:5432'],
    ['postgres://r:p@db:65536/health', 'its port is above 65535'],
    [
      'postgres://r:p/w@db/health',
      'it cannot be read: in a user or password write / as %2F, ? as %3F, # as %23, @ as %40, : as %3A and % as %25',
    ],
    ['postgres://r:p%w@db/health', 'its password has a % with no two hexadecimal digits after it: write it as %25'],
    ['postgres://a,b/health', 'it names several hosts, and must name one'],
    [
      'postgres://db/health?sslmode=yes',
      'its sslmode is "yes", and must be one of disable, allow, prefer, require, verify-ca, verify-full',
    ],
    ['postgres://db/health?sslrootcert=/no/such/file', 'its sslrootcert "/no/such/file" is no file'],
    ['postgres://db/health?passfile=/no/such/file', 'its passfile "/no/such/file" is no file'],
    [
      'postgres://db/health?channel_binding=require',
      'it sets channel_binding, and may set sslmode, sslrootcert, passfile, application_name, pooler',
    ],
    [
      'postgres://db/health?pooler=session',
      'its pooler is "session", and may be transaction: one that lends connections for longer needs nothing said',
    ],
    ['postgres://db/health#1', 'a # stands in it: in a password it is written %23'],
  ])('%s: %s', (url, fault) => {
    expect(findDatabaseUrlFault(url)).toBe(fault);
  });

  it.each([
    'postgres://r:p%2Fw@db/health',
    'POSTGRES://[fe80::1]:1/h',
    'postgresql://r:@db.example:5433/h?sslmode=disable',
  ])('finds none in %s', (url) => {
    expect(findDatabaseUrlFault(url)).toBeNull();
  });
});
