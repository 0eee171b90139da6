import { generateKeyPairSync } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { open as openFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it, vi } from 'vitest';
import { Audit } from './audit.ts';
import { openAuditChain } from './audit-chain.ts';
import { removeOutdated } from './remove-outdated.ts';
import type { AuditEntry } from './audit-record.ts';
import { verifyAudit } from './verify-audit.ts';

const { privateKey, publicKey } = generateKeyPairSync('ed25519');
const folders: string[] = [];
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});
function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'boroughgraph-audit-'));
  folders.push(folder);
  return folder;
}

const failures: unknown[] = [];
const placeOf = (folder: string) => ({ folder, key: privateKey });
const newAudit = (folder: string) => new Audit(placeOf(folder), (error) => failures.push(error));

const entry = (requestId: string): AuditEntry => ({
  kind: 'request',
  at: '2026-01-01T12:00:00.000Z',
  requestId,
  organisation: 'met-police',
  subject: 'analyst-7',
  purpose: 'SERIOUS_VIOLENCE_DUTY',
  operationName: null,
  operationHash: 'ab'.repeat(32),
  touched: [
    {
      agency: 'health',
      dataset: 'violence-attendances',
      releases: ['v@1'],
      areas: ['E09000012'],
      indicators: ['violence-attendances'],
      cuts: [''],
      shown: 12,
      withheld: 1,
    },
  ],
  protectedShown: [],
  outcome: 'answered',
});

/** Two writers, one after the other, of the given numbers of entries. */
async function written(counts: readonly number[], folder = newFolder()): Promise<string> {
  for (const [writer, count] of counts.entries()) {
    const audit = newAudit(folder);
    await audit.begin();
    await Promise.all(
      Array.from({ length: count }, (_, number) => audit.require(entry(`request-${writer}-${number}`))),
    );
    await audit.close();
  }
  return folder;
}

/** A folder as after some years: one writer whose records were removed, and those that began before and after that. */
async function removed(...counts: readonly number[]): Promise<string> {
  const folder = newFolder();
  vi.useFakeTimers({ toFake: ['Date'], now: Date.parse('2015-01-01T12:00:00Z') });
  const old = newAudit(folder);
  for (const number of [1, 2]) await old.require({ ...entry(`old-${number}`), at: '2015-01-01T12:00:00.000Z' });
  vi.useRealTimers();
  // It had one more record when the second began: where that says it stood is not where it ended.
  await written([1], folder);
  await old.require({ ...entry('old-3'), at: '2015-01-02T12:00:00.000Z' });
  await old.close();
  const { removals } = (await removeOutdated(placeOf(folder), Date.parse('2026-11-01'))) as {
    removals: readonly unknown[];
  };
  expect(removals).toHaveLength(1);
  return written(counts, folder);
}

describe('The audit', () => {
  it('has every entry that was written, in the order of each writer, and nothing is wrong with it', async () => {
    const folder = await written([3, 2]);
    const { records, problems, heads } = await verifyAudit(folder, publicKey);
    const ids = records.map(({ content }) => (content.kind === 'request' ? content.requestId : 'begin'));
    expect(ids).toEqual(['begin', 'request-0-0', 'request-0-1', 'request-0-2', 'begin', 'request-1-0', 'request-1-1']);
    expect([problems, heads.map(({ sequence }) => sequence)]).toEqual([[], [3, 2]]);
  });

  it('misses a writer that was removed as a whole, by the one that began after it', async () => {
    const folder = await written([2, 1]);
    const [first = ''] = readdirSync(folder).toSorted();
    for (const name of readdirSync(folder)) if (name.startsWith(first.slice(0, -5))) rmSync(join(folder, name));
    const { problems } = await verifyAudit(folder, publicKey);
    expect(problems).toEqual([expect.stringMatching(/first 3 records are not there as they were when .* began$/)]);
  });

  it('misses the newest writer, removed as a whole, by where it was noted to stand', async () => {
    const folder = await written([2, 1]);
    const { heads } = await verifyAudit(folder, publicKey);
    const last = heads.at(-1)?.writer ?? '';
    for (const name of readdirSync(folder)) if (name.startsWith(last)) rmSync(join(folder, name));
    expect((await verifyAudit(folder, publicKey)).problems).toEqual([]);
    expect((await verifyAudit(folder, publicKey, heads)).problems).toEqual([
      `${last}: its first 2 records are not there as they were when that was noted`,
    ]);
  });

  it('is nobody’s who has another key', async () => {
    const folder = await written([1]);
    const other = generateKeyPairSync('ed25519');
    expect((await verifyAudit(folder, other.publicKey)).problems).toHaveLength(3);
  });

  it('says that it could not write, and begins anew when it can again', async () => {
    const folder = newFolder();
    const audit = newAudit(folder);
    await audit.require(entry('before'));
    rmSync(folder, { recursive: true });
    writeFileSync(folder, 'in the way');
    await expect(audit.require(entry('lost'))).rejects.toThrow('ENOTDIR');
    await expect(audit.require(entry('lost too'))).rejects.toThrow('EEXIST');
    rmSync(folder);
    await audit.require(entry('after'));
    await audit.close();
    const { records, problems } = await verifyAudit(folder, publicKey);
    expect([records.map(({ content }) => content.kind), problems]).toEqual([['begin', 'request'], []]);
  });

  it('leaves nothing half-written of a record that a full disk did not take', async () => {
    const folder = newFolder();
    const chain = await openAuditChain({ folder, key: privateKey });
    await chain.add([entry('one')]);
    const [name = ''] = readdirSync(folder).filter((each) => each.endsWith('.records'));
    const file = await openFile(join(folder, name), 'a');
    await file.appendFile('half a rec');
    await file.close();
    // What the chain does when its own writing stops in the middle.
    const handles = Object.getPrototypeOf(file) as { datasync: () => Promise<void> };
    const full = vi.spyOn(handles, 'datasync').mockRejectedValueOnce(new Error('ENOSPC'));
    await expect(chain.add([entry('two')])).rejects.toThrow('ENOSPC');
    full.mockRestore();
    await chain.close();
    expect((await verifyAudit(folder, publicKey)).problems).toEqual([]);
  });

  it('counts what nobody was shown beyond six hundred a minute, and writes down the rest', async () => {
    const folder = newFolder();
    const audit = newAudit(folder);
    vi.useFakeTimers({ toFake: ['Date'], now: Date.parse('2026-01-01T12:00:30Z') });
    for (let number = 0; number < 605; number += 1) audit.note(entry(`note-${number}`));
    vi.useRealTimers();
    await audit.close();
    const { records, problems } = await verifyAudit(folder, publicKey);
    expect([records.length, records.at(-1)?.content, problems]).toMatchObject([
      602,
      { kind: 'left-out', count: 5 },
      [],
    ]);
  });
});

// A thousand take nine seconds; `npm run test:audit` has them.
const tamperings = Number(process.env['AUDIT_TAMPERINGS'] ?? '60');

/** A linear congruential generator: the same each time. Source: Numerical Recipes, quick and dirty. */
function draws(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

type Lines = readonly string[];
const without = (lines: Lines, at: number): Lines => lines.filter((_, index) => index !== at);

/** Ways to tamper with the lines of a file; each makes it another one. */
const onLines: readonly ((lines: Lines, draw: (below: number) => number) => Lines)[] = [
  (lines, draw) => without(lines, draw(lines.length)),
  (lines, draw) => lines.slice(0, draw(lines.length)),
  (lines, draw) => lines.slice(1 + draw(lines.length - 1)),
  (lines, draw) => lines.toSpliced(draw(lines.length), 0, lines[draw(lines.length)] ?? ''),
  (lines, draw) => {
    const [one, step] = [draw(lines.length), 1 + draw(lines.length - 1)];
    const other = (one + step) % lines.length;
    return lines.with(one, lines[other] ?? '').with(other, lines[one] ?? '');
  },
  (lines, draw) => {
    const at = draw(lines.length);
    return lines.with(
      at,
      (lines[at] ?? '').replace(/"shown":12|"heads":\[/, (found) => `${found}9`),
    );
  },
];

function tamper(files: ReadonlyMap<string, Buffer>, draw: (below: number) => number): Map<string, Buffer | null> {
  const changed = new Map<string, Buffer | null>(files);
  const names = [...files.keys()].toSorted();
  const records = names.filter((name) => name.endsWith('.records'));
  const among = draw(3) === 0 ? names : records;
  const chosen = among[draw(among.length)] ?? '';
  const bytes = files.get(chosen) ?? Buffer.alloc(0);
  const way = draw(onLines.length + 3);
  if (way === onLines.length) {
    changed.set(chosen, null);
  } else if (way === onLines.length + 1) {
    changed.set(chosen, bytes.subarray(0, draw(bytes.length)));
  } else if (way === onLines.length + 2 || !chosen.endsWith('.records')) {
    const at = draw(bytes.length);
    changed.set(chosen, Buffer.from(bytes).fill((bytes[at] ?? 0) ^ (1 + draw(255)), at, at + 1));
  } else {
    const lines = bytes.toString().slice(0, -1).split('\n');
    const bent = onLines[way]?.(lines, draw) ?? [];
    changed.set(chosen, Buffer.from(bent.map((line) => `${line}\n`).join('')));
  }
  return changed;
}

describe('Records that are older than they are held', () => {
  const inSevenYears = () => Date.now() + 7 * 366 * 86_400_000;

  it('are removed, and what is left says where their writer stood, so that nothing is missed', async () => {
    const folder = await written([2, 1]);
    const before = await verifyAudit(folder, publicKey);
    expect(await removeOutdated(placeOf(folder), Date.now())).toEqual({ kind: 'removed', removals: [] });
    expect(await removeOutdated(placeOf(folder), inSevenYears())).toMatchObject({
      removals: [{ sequence: 2 }, { sequence: 1 }],
    });
    const after = await verifyAudit(folder, publicKey, before.heads);
    expect([after.problems, after.records, after.heads]).toEqual([[], [], before.heads]);
    expect(readdirSync(folder).every((name) => name.endsWith('.removed'))).toBe(true);
    // Called again, it finds nothing more.
    expect(await removeOutdated(placeOf(folder), inSevenYears())).toMatchObject({ removals: [] });
  });

  it('are missed by those who noted more of them, or other ones', async () => {
    const folder = await written([2]);
    const { heads } = await verifyAudit(folder, publicKey);
    await removeOutdated(placeOf(folder), inSevenYears());
    for (const bent of [{ sequence: 3 }, { hash: 'A'.repeat(43) }]) {
      const noted = heads.map((head) => ({ ...head, ...bent }));
      expect((await verifyAudit(folder, publicKey, noted)).problems).toHaveLength(1);
    }
  });

  it('are not removed where anything was done to the audit, nor by whoever calls a head a removal', async () => {
    const folder = await written([2, 1]);
    const [head = ''] = readdirSync(folder).filter((name) => name.endsWith('.head'));
    const records = head.replace('.head', '.records');
    const [headText, text] = [head, records].map((name) => readFileSync(join(folder, name), 'utf8'));
    writeFileSync(join(folder, records), (text ?? '').replace('"shown":12', '"shown":1'));
    expect(await removeOutdated(placeOf(folder), inSevenYears())).toMatchObject({ kind: 'refused' });
    for (const name of [head, records]) rmSync(join(folder, name));
    const forged = { ...(JSON.parse(headText ?? '') as object), from: '2015-01-01T12:00:00.000Z' };
    for (const stated of [
      forged,
      { ...forged, until: '2015-01-01T12:00:00.000Z', removedAt: '2026-01-01T12:00:00.000Z' },
    ]) {
      writeFileSync(join(folder, head.replace('.head', '.removed')), JSON.stringify(stated));
      expect((await verifyAudit(folder, publicKey)).problems).toHaveLength(2);
    }
  });

  it('leave what was removed in part by a machine that stopped as it was, until it is removed again', async () => {
    const folder = await written([2]);
    const files = readdirSync(folder).map((name) => [name, readFileSync(join(folder, name))] as const);
    await removeOutdated(placeOf(folder), inSevenYears());
    for (const [name, bytes] of files) writeFileSync(join(folder, name), bytes);
    expect((await verifyAudit(folder, publicKey)).problems).toEqual([]);
    await removeOutdated(placeOf(folder), inSevenYears());
    expect(readdirSync(folder)).toHaveLength(1);
  });
});

it('Random ways to tamper with it are all found', async () => {
  const source = await removed(4, 3, 2);
  const files = new Map(readdirSync(source).map((name) => [name, readFileSync(join(source, name))]));
  const folder = newFolder();
  const draw = draws(18);
  const missed: number[] = [];
  for (let attempt = 0; attempt < tamperings; attempt += 1) {
    const changed = tamper(files, draw);
    for (const [name, bytes] of changed)
      if (bytes === null) rmSync(join(folder, name), { force: true });
      else writeFileSync(join(folder, name), bytes);
    const isSame = [...changed].every(([name, bytes]) => bytes !== null && files.get(name)?.equals(bytes));
    const { problems } = await verifyAudit(folder, publicKey);
    if ((problems.length === 0) !== isSame) missed.push(attempt);
  }
  expect(missed).toEqual([]);
}, 120_000);
