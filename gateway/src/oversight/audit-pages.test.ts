import { generateKeyPairSync } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openAuditChain } from '../audit/audit-chain.ts';
import type { AuditEntry } from '../audit/audit-record.ts';
import { AuditPages } from './audit-pages.ts';

const { privateKey: key } = generateKeyPairSync('ed25519');
const folder = mkdtempSync(join(tmpdir(), 'boroughgraph-oversight-'));
const pages = new AuditPages({ folder, key });
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

/** A request that asked two agencies, each for one dataset; which it was stands in its operation. */
function entry(number: number, agencies: readonly string[]): AuditEntry {
  const touched = { releases: ['r@1'], areas: ['E09000012'], indicators: ['visits'], cuts: [''] };
  return {
    kind: 'request',
    at: new Date(Date.now() + number).toISOString(),
    requestId: `request-${number}`,
    organisation: 'met-police\u001b[2J',
    subject: 'somebody',
    purpose: null,
    operationName: `Number${number}`,
    operationHash: null,
    touched: agencies.map((agency) => ({ agency, dataset: `of-${agency}`, ...touched, shown: 2, withheld: 1 })),
    protectedShown: [],
    outcome: 'answered',
  };
}

beforeAll(async () => {
  // Two writers at the same time, as two gateways of one folder: each has every other record.
  const chains = [await openAuditChain({ folder, key }), await openAuditChain({ folder, key })];
  for (let number = 0; number < 8; number += 1)
    await chains[number % 2]?.add([entry(number, number === 5 ? ['policing'] : ['health', 'policing'])]);
  for (const chain of chains) await chain.close();
});

const read = (before: string | null = null, agency = 'health', count = 3) =>
  pages.read({ agency, part: 'accesses', before, count });
const numbersOf = (rows: readonly { readonly operation: string | null }[]) => rows.map(({ operation }) => operation);

describe('the audit of an agency', () => {
  it('comes page by page, newest first, of all writers, and has its own alone', async () => {
    const first = await read();
    const second = await read(first.next);
    const third = await read(second.next);
    expect([first, second, third].map(({ rows }) => numbersOf(rows))).toEqual([
      ['Number7', 'Number6', 'Number4'],
      ['Number3', 'Number2', 'Number1'],
      ['Number0'],
    ]);
    expect(third.next).toBe(null);
    expect(first.rows[0]).toMatchObject({
      organisation: 'met-police?[2J',
      datasets: ['of-health'],
      shown: 2,
      withheld: 1,
    });
  });

  it('is empty of an agency of whose data nothing was asked', async () => {
    expect(await read(null, 'local-authority')).toEqual({ rows: [], changed: 0, next: null });
    const none = new AuditPages({ folder: join(folder, 'nothing-here'), key });
    const query = { agency: 'health', part: 'accesses', before: null, count: 3 } as const;
    expect(await none.read(query)).toEqual({ rows: [], changed: 0, next: null });
  });

  it('leaves out what was changed since it was written, and counts it', async () => {
    const [name = ''] = readdirSync(folder).filter((each) => each.endsWith('.records'));
    const path = join(folder, name);
    const text = readFileSync(path, 'utf8');
    writeFileSync(path, text.replaceAll('"shown":2', '"shown":0'));
    const { rows, changed } = await read(null, 'health', 50);
    const own = text.split('"agency":"health"').length - 1;
    expect([rows.length, changed]).toEqual([7 - own, own]);
    writeFileSync(path, text);
  });

  it('is read by some at once, and no more', async () => {
    const readings = await Promise.allSettled(Array.from({ length: 9 }, () => read()));
    expect(readings.filter(({ status }) => status === 'rejected')).toMatchObject([
      { reason: { problem: { status: 503 } } },
    ]);
  });
});
