import fc from 'fast-check';
import { type DisclosurePolicy, disclosurePolicies } from '@boroughgraph/kit/statistics/disclosure/policy.ts';
import type { WorldPlan } from './world-plan.ts';

/** Many small counts, some zeros, some that no policy withholds. */
const count = fc.oneof(
  { arbitrary: fc.constant(0), weight: 2 },
  { arbitrary: fc.integer({ min: 1, max: 7 }), weight: 5 },
  { arbitrary: fc.integer({ min: 8, max: 40 }), weight: 4 },
  { arbitrary: fc.integer({ min: 41, max: 400 }), weight: 2 },
);

const few = { minLength: 13, maxLength: 61 };

const publisher = fc.constantFrom('raw' as const, 'raw' as const, 'sloppy' as const, 'partly' as const);

/** What files are like: whole, each edition telling the same truth; or with rows left out, and revised. */
export type FileKind = 'whole' | 'ragged';

/** Of so many rows one is left out. */
const omissions = { whole: fc.constant(0), ragged: fc.constantFrom(0, 0, 0, 11, 7) } as const;
/** Other counts in every second later edition. */
const revisions = {
  whole: fc.constant(null),
  ragged: fc.option(fc.array(count, few), { nil: null, freq: 2 }),
} as const;

/** Every second table has a later edition. */
const laterEdition = (kind: FileKind) =>
  fc.option(fc.record({ counts: revisions[kind], publisher, omitsEvery: omissions[kind] }), { nil: null, freq: 2 });

/** Shapes of tables, each with how often it is drawn: every leak path has some. */
const tableShape = fc.oneof(
  {
    arbitrary: shape({
      area: ['one', 'pair', 'two pairs'],
      first: ['three', 'four', 'five'],
      time: ['one year', 'three years'],
    }),
    weight: 6,
  },
  {
    arbitrary: shape({
      area: ['one', 'pair'],
      first: ['three'],
      second: ['three'],
      time: ['one year', 'three years'],
    }),
    weight: 3,
  },
  {
    arbitrary: shape({ area: ['one', 'pair'], first: ['flag', 'nested'], time: ['one year', 'three years'] }),
    weight: 3,
  },
  {
    arbitrary: shape({
      area: ['one', 'pair'],
      first: ['none', 'three'],
      time: ['quarters and year', 'months and quarters', 'rolling', 'pooled', 'two kinds of year'],
    }),
    weight: 4,
  },
  {
    arbitrary: shape({ area: ['one', 'pair', 'two pairs'], first: ['none', 'three'], extra: ['balance'] }),
    weight: 3,
  },
  {
    arbitrary: shape({
      area: ['one', 'pair', 'some'],
      first: ['three', 'four'],
      extra: ['rate', 'rate with limits', 'share', 'mean', 'median'],
    }),
    weight: 4,
  },
  { arbitrary: shape({ area: ['one', 'pair'], first: ['three', 'four'], extra: ['linked'] }), weight: 3 },
  {
    arbitrary: shape({
      area: ['probation units', 'command units', 'justice areas', 'care boards'],
      first: ['none', 'none', 'three'],
    }),
    weight: 2,
  },
  { arbitrary: shape({ area: ['london', 'london and met'], first: ['none', 'none', 'three'] }), weight: 1 },
);

/** Tables of files of a kind. */
export function worldPlan(kind: FileKind): fc.Arbitrary<WorldPlan> {
  return fc
    .record({
      shape: tableShape,
      counts: fc.array(count, few),
      publisher,
      omitsEvery: omissions[kind],
      isProvisional: fc.boolean(),
      later: laterEdition(kind),
    })
    .map(({ shape: chosen, ...others }) => ({ ...chosen, ...others }));
}

type Shape = Pick<WorldPlan, 'area' | 'first' | 'second' | 'time' | 'extra'>;

function shape(choices: { readonly [K in keyof Shape]?: readonly Shape[K][] }): fc.Arbitrary<Shape> {
  const { area = ['one'], first = ['none'], second = ['none'], time = ['one year'], extra = ['nothing'] } = choices;
  return fc.record({
    area: fc.constantFrom(...area),
    first: fc.constantFrom(...first),
    second: fc.constantFrom(...second),
    time: fc.constantFrom(...time),
    extra: fc.constantFrom(...extra),
  });
}

/** Policies that withhold what follows by subtraction too: a preset, or what an owner might write. */
export const protectivePolicy: fc.Arbitrary<DisclosurePolicy> = fc.oneof(
  { arbitrary: fc.constant<DisclosurePolicy>(disclosurePolicies['dfe-1-5']), weight: 2 },
  {
    arbitrary: fc
      .record({
        minimumCount: fc.integer({ min: 4, max: 10 }),
        zerosShown: fc.boolean(),
        roundingBase: fc.constantFrom(null, null, null, 3, 5, 10),
        minimumDenominator: fc.constantFrom(null, null, 10, 20),
      })
      .map((rule) => ({
        id: 'own',
        description: 'Written by an owner for the attack suite.',
        secondarySuppression: true,
        ...rule,
      })),
    weight: 5,
  },
);

/** The same policy without what protects from subtraction: the case in which the attacks must find something. */
export function withoutSecondary(policy: DisclosurePolicy): DisclosurePolicy {
  return { ...policy, secondarySuppression: false };
}
