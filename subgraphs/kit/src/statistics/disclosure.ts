import type { Reading } from './observation.ts';

/** What is done to protect people in a dataset: a rule of its owner, kept as data beside the dataset. */
export interface DisclosurePolicy {
  readonly id: string;
  readonly description: string;
  /** The smallest count above zero that is shown: 6 where 1 to 5 are withheld, 1 where nothing is. */
  readonly minimumCount: number;
  readonly zerosShown: boolean;
  /** Null where counts are not rounded. */
  readonly roundingBase: number | null;
  readonly secondarySuppression: boolean;
}

/** Policies that publishers of this field use. Source: the publishers' notes named in each description. */
export const disclosurePolicies = {
  none: {
    id: 'none',
    description: 'Nothing is withheld: the counts are published in full by their owner.',
    minimumCount: 1,
    zerosShown: true,
    roundingBase: null,
    secondarySuppression: false,
  },
  'dfe-1-5': {
    id: 'dfe-1-5',
    description:
      'Counts of 1 to 5 are withheld, and others where they would reveal them; zeros are shown. Department for Education, children in need and children looked after.',
    minimumCount: 6,
    zerosShown: true,
    roundingBase: null,
    secondarySuppression: true,
  },
  'hes-1-7-round-5': {
    id: 'hes-1-7-round-5',
    description:
      'Counts of 1 to 7 are withheld and the others rounded to the nearest 5; zeros are shown. NHS England, hospital episode statistics below the national level.',
    minimumCount: 8,
    zerosShown: true,
    roundingBase: 5,
    secondarySuppression: false,
  },
  'hospital-blanks': {
    id: 'hospital-blanks',
    description:
      'Counts of 1 to 5 are withheld: the publisher left them blank. NHS Digital, hospital admissions by local authority before its rules of 2018.',
    minimumCount: 6,
    zerosShown: true,
    roundingBase: null,
    secondarySuppression: false,
  },
} as const satisfies Readonly<Record<string, DisclosurePolicy>>;

/**
 * A count as its dataset's policy lets it be seen: a small one becomes CONFIDENTIAL and loses every figure that it follows from.
 *
 * Readings that are not published stay as they are. Never throws.
 */
export function protectCount(policy: DisclosurePolicy, reading: Reading): Reading {
  if (reading.status !== 'PUBLISHED' || reading.value === null) return reading;
  const isSmall = reading.value > 0 && reading.value < policy.minimumCount;
  const isHiddenZero = reading.value === 0 && !policy.zerosShown;
  return isSmall || isHiddenZero ? { value: null, status: 'CONFIDENTIAL' } : reading;
}

/** A statistic on a count: withheld where the count that it rests on is. Never throws. */
export function protectStatistic(policy: DisclosurePolicy, reading: Reading): Reading {
  const numerator = reading.numerator ?? null;
  if (numerator === null) return reading;
  const count = protectCount(policy, { value: numerator, status: 'PUBLISHED' });
  return count.status === 'PUBLISHED' ? reading : { value: null, status: 'CONFIDENTIAL' };
}
