import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Audit } from '@boroughgraph/gateway/audit/audit.ts';
import type { AuditPlace } from '@boroughgraph/gateway/audit/audit-chain.ts';
import type { AuditEntry } from '@boroughgraph/gateway/audit/audit-record.ts';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createTemporaryFolder } from '../../testing/temporary-folder.ts';
import { findAgencyName } from '../agency-names.ts';
import { readSettings } from '../settings.ts';
import { findAudit } from './audit-place.ts';
import { listAudit, verifyAuditOf } from './read-audit.ts';

const entry = (at: string, agency: string): AuditEntry => ({
  kind: 'request',
  at,
  requestId: 'request-1',
  organisation: 'met-police',
  subject: 'somebody\u001b[2J',
  purpose: 'RESEARCH',
  operationName: 'Violence',
  operationHash: 'ab'.repeat(32),
  touched: [
    {
      agency,
      dataset: 'violence',
      releases: ['v@1'],
      areas: ['E09000012'],
      indicators: ['violence'],
      cuts: [''],
      shown: 12,
      withheld: 1,
    },
  ],
  protectedShown: [],
  outcome: 'answered',
});

const health = findAgencyName('health');
if (health === null) throw new Error('there is health');

let temporary: Awaited<ReturnType<typeof createTemporaryFolder>>;
let place: AuditPlace;
let said = '';
let complained = '';
beforeEach(async () => {
  temporary = await createTemporaryFolder();
  place = findAudit(readSettings({ BOROUGHGRAPH_DATA: join(temporary.path, 'data') }), {});
  const audit = new Audit(place, () => undefined);
  await audit.require(entry('2026-01-01T12:00:00.000Z', 'health'));
  await audit.require(entry('2026-01-02T12:00:00.000Z', 'policing'));
  await audit.require(entry('2026-01-03T12:00:00.000Z', 'health'));
  await audit.close();
  [said, complained] = ['', ''];
  vi.spyOn(process.stdout, 'write').mockImplementation((text) => (said += String(text)) !== '');
  vi.spyOn(process.stderr, 'write').mockImplementation((text) => (complained += String(text)) !== '');
});
afterEach(async () => {
  vi.restoreAllMocks();
  await temporary[Symbol.asyncDispose]();
});

const rows = () => said.trimEnd().split('\n').slice(1);

describe('npm run audit', () => {
  it('lists what was asked of one agency, since a day, in a form that cannot move a cursor', async () => {
    expect(await listAudit(place, { agency: health, since: '2026-01-02', isDifferencing: false })).toBe(true);
    expect(rows()).toEqual([
      '2026-01-03T12:00:00.000Z  met-police    somebody?[2J  RESEARCH  Violence   violence  E09000012  answered     12         1',
    ]);
    said = '';
    await listAudit(place, { agency: health, since: null, isDifferencing: false });
    expect(rows().map((row) => row.slice(0, 10))).toEqual(['2026-01-01', '2026-01-03']);
  });
});

describe('npm run audit:verify', () => {
  it('says where each writer stands, and finds by it what was taken away since', async () => {
    expect(await verifyAuditOf(place, null)).toBe(true);
    expect(said).toMatch(/^4 records of 1 writers are as they were written\.\n\S+ {2}4 {2}[\w-]{43}\n$/);
    const noted = join(temporary.path, 'heads.txt');
    writeFileSync(noted, said);
    expect(await verifyAuditOf(place, noted)).toBe(true);
    for (const name of readdirSync(place.folder)) rmSync(join(place.folder, name));
    expect([await verifyAuditOf(place, noted), complained]).toEqual([
      false,
      expect.stringContaining('its first 4 records are not there as they were when that was noted'),
    ]);
  });

  it('finds a changed record, and what is left is listed with a warning', async () => {
    const [name = ''] = readdirSync(place.folder).filter((each) => each.endsWith('.records'));
    const path = join(place.folder, name);
    writeFileSync(path, readFileSync(path, 'utf8').replace('"shown":12', '"shown":13'));
    expect(await verifyAuditOf(place, null)).toBe(false);
    expect(await listAudit(place, { agency: health, since: null, isDifferencing: false })).toBe(false);
    expect([rows().length, complained]).toEqual([1, expect.stringContaining('may not be all')]);
  });

  it('refuses a file that notes nothing', async () => {
    const noted = join(temporary.path, 'heads.txt');
    writeFileSync(noted, 'nothing');
    await expect(verifyAuditOf(place, noted)).rejects.toThrow('has no line that npm run audit:verify has said');
  });
});
