import { describeFinding } from '@boroughgraph/system/critic/finding.ts';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { dropDatabase } from '../support/named-database.ts';
import { manifestPath } from '../support/published-manifest.ts';
import { bends } from './bends.ts';
import { BentWorld } from './bent-world.ts';

/** The long form, of all files and all bends, is `npm run test:critic`. */
describe.skipIf(manifestPath === null)('the critic, beside the published residents of London', () => {
  const name = `boroughgraph_critic_${process.pid}`;
  const world = new BentWorld(inject('databaseUrl'), name);
  beforeAll(() =>
    world.load(({ dataset }) => ['children-population', 'mid-year-population-estimates'].includes(dataset)),
  );
  afterAll(() => dropDatabase(inject('databaseUrl'), name));

  it('has nothing to say of them as they are', () => {
    expect(world.findings().map(describeFinding)).toEqual([]);
  });

  it.each(bends.filter(({ dataset }) => dataset === 'children-population'))('finds that $what', async (bend) => {
    const { report, findings } = await world.bent(bend);
    expect(report.outcome).toBe('loaded');
    expect(findings.map(describeFinding)).not.toEqual([]);
  });
});
