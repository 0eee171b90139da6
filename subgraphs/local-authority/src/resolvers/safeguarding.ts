import { requireChoice } from '@boroughgraph/kit/series/indicator-resolvers.ts';
import { assessmentFactors } from '../datasets/assessment-factors.ts';
import { childProtectionPlans, childProtectionPlansRate } from '../datasets/child-protection-plans.ts';
import { childrenInNeed, childrenInNeedRate } from '../datasets/children-in-need.ts';
import { lookedAfterChildren, lookedAfterChildrenRate } from '../datasets/children-looked-after.ts';
import { referrals } from '../datasets/referrals-by-source.ts';
import type { SafeguardingResolvers } from '../generated/schema-types.ts';
import type { Measure } from '../generated/vocabulary.ts';
import { seriesIn } from '../measured-series.ts';

/** The two indicators of each thing that is published as a count and as a rate. */
const needs = { COUNT: childrenInNeed, RATE: childrenInNeedRate } satisfies Record<Measure, unknown>;
const plans = { COUNT: childProtectionPlans, RATE: childProtectionPlansRate } satisfies Record<Measure, unknown>;
const lookedAfter = { COUNT: lookedAfterChildren, RATE: lookedAfterChildrenRate } satisfies Record<Measure, unknown>;

/** The indicators whose series are asked for by each field. */
export const safeguardingIndicators = [
  ['childrenInNeed', needs.COUNT],
  ['childrenInNeed(measure: RATE)', needs.RATE],
  ['referrals', referrals],
  ['assessmentFactor', assessmentFactors],
  ['childProtectionPlans', plans.COUNT],
  ['childProtectionPlans(measure: RATE)', plans.RATE],
  ['lookedAfterChildren', lookedAfter.COUNT],
  ['lookedAfterChildren(measure: RATE)', lookedAfter.RATE],
] as const;

/** What is measured of children's services in an area. */
export const safeguarding: SafeguardingResolvers = {
  childrenInNeed: ({ code }, { measure }, context) => seriesIn(context, { indicator: needs[measure], code }),
  referrals: ({ code }, { source }, context) => {
    const dimensions = source == null ? {} : { source: requireChoice(referrals, 'source', source) };
    return seriesIn(context, { indicator: referrals, code, dimensions });
  },
  assessmentFactor: ({ code }, { factor }, context) => {
    const dimensions = { factor: requireChoice(assessmentFactors, 'factor', factor) };
    return seriesIn(context, { indicator: assessmentFactors, code, dimensions });
  },
  childProtectionPlans: ({ code }, { measure }, context) => seriesIn(context, { indicator: plans[measure], code }),
  lookedAfterChildren: ({ code }, { measure }, context) => seriesIn(context, { indicator: lookedAfter[measure], code }),
};
