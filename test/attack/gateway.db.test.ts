import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type DisclosurePolicy, disclosurePolicies } from '@boroughgraph/kit/disclosure/policy.ts';
import { createDatabase } from '../support/database.ts';
import { AttackReport } from './report.ts';
import { withoutSecondary, worldPlan } from './tables/plans.ts';
import { worldOf } from './tables/world.ts';
import { attackThroughGateway, publicationNames } from './two-agencies.ts';

const policy = disclosurePolicies['dfe-1-5'];

/** Tables of which two agencies publish the same counts, each for itself; `npm run test:attack` has thousands of others. */
const worlds = fc
  .sample(
    worldPlan('whole').filter(({ extra }) => extra === 'linked'),
    { seed: 20_260_402, numRuns: 15 },
  )
  .map((plan, index) => worldOf({ ...plan, later: [], publisher: 'raw' }, `t${index + 1}`, publicationNames));

/** Tables that are published together: few, since all wait for the one that is refused. */
const tablesTogether = 5;

async function attackAll(of: DisclosurePolicy): Promise<AttackReport> {
  const report = new AttackReport();
  for (let from = 0; from < worlds.length; from += tablesTogether)
    await attackThroughGateway(worlds.slice(from, from + tablesTogether), {
      policy: of,
      report,
      makeDatabase: createDatabase,
    });
  return report;
}

describe('an attacker who asks two agencies through the gateway', () => {
  it('recovers nothing that either withholds', async () => {
    const report = await attackAll(policy);
    console.log(`Two agencies: ${String(report)}`);
    expect(report.recoveries).toEqual([]);
    expect(report.tables).toBeGreaterThan(0);
  }, 120_000);

  it('recovers it from both together without secondary suppression', async () => {
    const report = await attackAll(withoutSecondary(policy));
    expect(report.results.get('all sums and statistics together')?.recovered).toBeGreaterThan(0);
  }, 120_000);
});
