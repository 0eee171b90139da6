import { disclosurePolicies } from '@boroughgraph/kit/disclosure/policy.ts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createDatabase } from '../support/database.ts';
import { attackBatch } from './attack.ts';
import { AttackReport } from './report.ts';
import { protectedBatch, unprotected } from './tables/batches.ts';
import type { FileKind } from './tables/plans.ts';
import type { WorldPlan } from './tables/world-plan.ts';

/** The same tables with every test run. `npm run test:attack` attacks thousands of others. */
const seed = 20_260_402;
/** Tables with rows left out take many times as long to protect as whole ones. */
const batches: Readonly<Record<FileKind, { readonly runs: number; readonly tables: number }>> = {
  whole: { runs: 2, tables: 40 },
  ragged: { runs: 1, tables: 6 },
};
const timeoutMs = 120_000;

async function attackProtected(kind: FileKind): Promise<AttackReport> {
  const { runs, tables } = batches[kind];
  const report = new AttackReport();
  for (const batch of fc.sample(protectedBatch(kind, tables), { seed, numRuns: runs }))
    await attackBatch(batch, { report, makeDatabase: createDatabase });
  console.log(`Protected, ${kind} files: ${String(report)}`);
  return report;
}

describe('an attacker with a linear solver', () => {
  it(
    'recovers nothing that is withheld, along any leak path',
    async () => {
      const report = await attackProtected('whole');
      expect(report.recoveries).toEqual([]);
      expect(report.refused).toBe(0);
      expect(report.tables).toBeGreaterThanOrEqual(50);
    },
    timeoutMs,
  );

  it(
    'recovers nothing from files with rows left out, nor from revised editions',
    async () => {
      const report = await attackProtected('ragged');
      expect(report.recoveries).toEqual([]);
      expect(report.refused).toBe(0);
      expect(report.tables).toBeGreaterThanOrEqual(2);
    },
    timeoutMs,
  );

  it('recovers nothing from a table in which sums that nobody declared contradict what is shown', async () => {
    const report = new AttackReport();
    const policy = disclosurePolicies['dfe-1-5'];
    await attackBatch(
      { plans: [oneOfFive], policy, otherPolicy: policy },
      { report, makeDatabase: createDatabase, isByFiguresOnly: true },
    );
    expect(report.recoveries).toEqual([]);
  });

  it(
    'recovers by every kind of sum what is not protected from subtraction',
    async () => {
      const report = new AttackReport();
      for (const batch of fc.sample(protectedBatch('whole', 40), { seed, numRuns: 1 }))
        await attackBatch(unprotected(batch), { report, makeDatabase: createDatabase, isByFiguresOnly: true });
      console.log(`Without secondary suppression: ${String(report)}`);
      const open = [...report.results].filter(([, { recovered }]) => recovered > 0).map(([path]) => path);
      expect(open).toEqual(expect.arrayContaining(pathsOfSubtraction));
    },
    timeoutMs,
  );
});

/** All five of the City are of one kind, and all its shares are withheld: whatever is made of these, the pair less Hackney is five. */
const oneOfFive: WorldPlan = {
  ...{ area: 'pair', first: 'four', second: 'none', time: 'one year', extra: 'share' },
  ...{ publisher: 'raw', omitsEvery: 0, isProvisional: false, later: [] },
  counts: [0, 0, 0, 5, 4, 7, 4, 12],
};

/** The paths that secondary suppression closes. */
const pathsOfSubtraction = [
  '1 one gap in a row with a total',
  '4 totals across areas',
  '4 totals across units of one kind',
  '5 totals across time',
  '6 totals across categories and flags',
  '7 totals across publications',
];
