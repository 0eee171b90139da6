import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { attackBatch } from './attack.ts';
import { AttackReport } from './report.ts';
import { protectedBatch, unprotected } from './tables/batches.ts';
import type { FileKind } from './tables/plans.ts';

/** Tables that are attacked: some with every test run, thousands by `npm run test:attack`. */
const tablesWanted = Number(process.env['ATTACK_TABLES'] ?? 100);
/** Looks for the smallest counterexample, which takes minutes: `ATTACK_SHRINK=1`. */
const isShrinking = process.env['ATTACK_SHRINK'] === '1';
/** Other tables: `ATTACK_SEED`, with which many can be attacked in several runs. */
const seed = Number(process.env['ATTACK_SEED'] ?? 20_260_401);
/** A batch holds some 20 tables on average, and takes some seconds. */
const batches = Math.ceil(tablesWanted / 18);
const timeoutMs = 120_000 + batches * 60_000;

/** Ragged tables take many times as long to protect and to solve, so there are fewer of them. */
const raggedWanted = Math.ceil(tablesWanted / 10);

/** Attacks protected batches until one gives something away. */
async function attackProtected(kind: FileKind): Promise<AttackReport> {
  const report = new AttackReport();
  const numRuns = kind === 'ragged' ? Math.ceil(raggedWanted / 14) : batches;
  await fc.assert(
    fc.asyncProperty(protectedBatch(kind), async (batch) => {
      const found = new AttackReport();
      await attackBatch(batch, found);
      report.addAll(found);
      expect(found.recoveries).toEqual([]);
    }),
    { seed, numRuns, endOnFailure: !isShrinking },
  );
  return report;
}

describe('an attacker with a linear solver', () => {
  it(
    'recovers nothing that is withheld, along any leak path',
    async () => {
      const report = await attackProtected('whole');
      console.log(`Protected: ${String(report)}`);
      expect(report.refused).toBe(0);
      expect(report.tables).toBeGreaterThanOrEqual(tablesWanted);
    },
    timeoutMs,
  );

  it(
    'recovers nothing from files with rows left out, nor from revised editions',
    async () => {
      const report = await attackProtected('ragged');
      console.log(`Protected, from ragged files: ${String(report)}`);
      expect(report.refused).toBe(0);
      expect(report.tables).toBeGreaterThanOrEqual(raggedWanted);
    },
    timeoutMs,
  );

  it(
    'recovers by every kind of sum what is not protected from subtraction',
    async () => {
      const report = new AttackReport();
      for (const batch of fc.sample(protectedBatch('whole'), { seed, numRuns: Math.ceil(batches / 4) + 2 }))
        await attackBatch(unprotected(batch), report);
      console.log(`Without secondary suppression: ${String(report)}`);
      const open = [...report.results].filter(([, { recovered }]) => recovered > 0).map(([path]) => path);
      expect(open).toEqual(expect.arrayContaining(pathsOfSubtraction));
    },
    timeoutMs,
  );
});

/** The paths that secondary suppression closes. */
const pathsOfSubtraction = [
  '1 one gap in a row with a total',
  '4 totals across areas',
  '4 totals across units of one kind',
  '5 totals across time',
  '6 totals across categories and flags',
  '7 totals across publications',
];
