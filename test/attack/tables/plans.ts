import fc from 'fast-check';
import { type DisclosurePolicy, disclosurePolicies } from '@boroughgraph/kit/disclosure/policy.ts';
import type { WorldPlan } from './world-plan.ts';

/** Many small counts, some zeros, some that no policy withholds. */
const count = fc.oneof(
  { arbitrary: fc.constant(0), weight: 2 },
  { arbitrary: fc.integer({ min: 1, max: 7 }), weight: 5 },
  { arbitrary: fc.integer({ min: 8, max: 40 }), weight: 4 },
  { arbitrary: fc.integer({ min: 41, max: 400 }), weight: 2 },
);

/** Few small counts: in a table of many areas one alone is withheld now and then, which its total gives away. */
const sparseCount = fc.oneof(
  { arbitrary: fc.integer({ min: 1, max: 7 }), weight: 1 },
  { arbitrary: fc.integer({ min: 12, max: 400 }), weight: 12 },
);

const few = { minLength: 13, maxLength: 61 };

const publisher = fc.constantFrom('raw' as const, 'raw' as const, 'sloppy' as const, 'partly' as const);

/** What files are like: whole, each edition telling the same truth; or with rows left out, and revised. */
export type FileKind = 'whole' | 'ragged';

/** What else than its shape decides a table. */
interface FileChoices {
  /** The counts of its smallest parts. @default many small ones */
  readonly count?: fc.Arbitrary<number>;
  /** Of so many rows one is left out. */
  readonly omitsEvery: fc.Arbitrary<number>;
  /** Of so many rows one cannot be read. */
  readonly spoilsEvery: fc.Arbitrary<number>;
  /** How many editions it has besides the first, and which counts they have: null for those of the one before. */
  readonly later: {
    readonly least: number;
    readonly most: number;
    readonly counts: fc.Arbitrary<readonly number[] | null>;
  };
}

const revised = fc.option(fc.array(count, few), { nil: null, freq: 2 });
const none = fc.constant(0);
const choices: Readonly<Record<FileKind, FileChoices>> = {
  whole: { omitsEvery: none, spoilsEvery: none, later: { least: 0, most: 1, counts: fc.constant(null) } },
  ragged: {
    omitsEvery: fc.constantFrom(0, 0, 0, 11, 7),
    spoilsEvery: none,
    later: { least: 0, most: 1, counts: revised },
  },
};

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
  return planOf(tableShape, choices[kind]);
}

/** What the tables of one path have, where it is not what most tables have. */
export interface TableTraits {
  readonly shape: ShapeChoices;
  readonly omitsEvery?: readonly number[];
  readonly spoilsEvery?: readonly number[];
  /** Editions of each, from the fewest to the most. @default [1, 1] */
  readonly editions?: readonly [least: number, most: number];
  /** Whether an edition may have other counts than the one before. @default false */
  readonly isRevised?: boolean;
  /** Whether few of its counts are small. @default false */
  readonly isSparse?: boolean;
}

/** Tables that have what a path goes by. */
export function planWith({
  shape: wanted,
  omitsEvery = [0],
  spoilsEvery = [0],
  editions: [least, most] = [1, 1],
  isRevised = false,
  isSparse = false,
}: TableTraits): fc.Arbitrary<WorldPlan> {
  return planOf(shape(wanted), {
    count: isSparse ? sparseCount : count,
    omitsEvery: fc.constantFrom(...omitsEvery),
    spoilsEvery: fc.constantFrom(...spoilsEvery),
    later: { least: least - 1, most: most - 1, counts: isRevised ? revised : fc.constant(null) },
  });
}

function planOf(
  shapes: fc.Arbitrary<Shape>,
  { count: one = count, omitsEvery, spoilsEvery, later }: FileChoices,
): fc.Arbitrary<WorldPlan> {
  const edition = fc.record({ counts: later.counts, publisher, omitsEvery });
  return fc
    .record({
      shape: shapes,
      counts: fc.array(one, few),
      publisher,
      omitsEvery,
      spoilsEvery,
      isProvisional: fc.boolean(),
      later: fc.array(edition, { minLength: later.least, maxLength: later.most, size: 'max' }),
    })
    .map(({ shape: chosen, ...others }) => ({ ...chosen, ...others }));
}

type Shape = Pick<WorldPlan, 'area' | 'first' | 'second' | 'time' | 'extra'>;
type ShapeChoices = { readonly [K in keyof Shape]?: readonly Shape[K][] };

function shape(wanted: ShapeChoices): fc.Arbitrary<Shape> {
  const { area = ['one'], first = ['none'], second = ['none'], time = ['one year'], extra = ['nothing'] } = wanted;
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
