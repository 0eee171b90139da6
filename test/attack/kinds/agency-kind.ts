import fc from 'fast-check';
import { AttackReport } from '../report.ts';
import { planWith, protectivePolicy } from '../tables/plans.ts';
import { worldOf } from '../tables/world.ts';
import { attackThroughGateway, publicationNames } from '../two-agencies.ts';
import type { AttackKind } from './attack-kind.ts';

/** Tables of one load: few, since all wait for the one that is refused. */
const tables = fc.record({
  policy: protectivePolicy,
  otherPolicy: protectivePolicy,
  plans: fc.array(planWith({ shape: { area: ['one', 'pair'], first: ['three', 'four'], extra: ['linked'] } }), {
    minLength: 3,
    maxLength: 6,
    size: 'max',
  }),
});

/** Two agencies that publish the same counts, each with gaps of its own, behind one gateway. */
export const agencyKind: AttackKind = {
  name: 'the same counts of two agencies',
  switchedOff: 'the second does not read the first',
  attack: async ({ seed, isSwitchedOff, makeDatabase }) => {
    const report = new AttackReport();
    const [drawn] = fc.sample(tables, { seed, numRuns: 1 });
    const worlds = (drawn?.plans ?? []).map((plan, index) => worldOf(plan, `t${index + 1}`, publicationNames));
    if (drawn !== undefined) {
      const { policy } = drawn;
      // One that shows what the other hides cannot be published beside it.
      const otherPolicy = { ...drawn.otherPolicy, zerosShown: policy.zerosShown };
      await attackThroughGateway(worlds, { policy, otherPolicy, report, makeDatabase, isBlind: isSwitchedOff });
    }
    return {
      tables: report.tables,
      refused: report.refused,
      withheld: report.results.get('all sums and statistics together')?.withheld ?? 0,
      recoveries: report.recoveries,
      paths: report.results,
    };
  },
};
