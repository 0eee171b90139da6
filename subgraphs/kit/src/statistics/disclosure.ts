import type { IndicatorDefinition } from './indicator.ts';
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

const withheld: Reading = { value: null, status: 'CONFIDENTIAL' };

/** What a policy must know of an indicator: whether its values are counts, and what a rate is per. */
type Measured = Pick<IndicatorDefinition, 'valueType' | 'multiplier'>;

/**
 * A reading as its dataset's policy lets it be seen: a small count becomes CONFIDENTIAL, and so does a statistic with the count
 * that it rests on. What is withheld or was not published keeps no figure from which it follows.
 *
 * Never throws.
 */
export function protectReading(policy: DisclosurePolicy, measured: Measured, reading: Reading): Reading {
  return measured.valueType === 'COUNT' ? protectCount(policy, reading) : protectStatistic(policy, measured, reading);
}

/** As `protectReading`, for a count. Never throws. */
export function protectCount(policy: DisclosurePolicy, reading: Reading): Reading {
  if (reading.status !== 'PUBLISHED' || reading.value === null) return withoutFigures(reading);
  return isShown(policy, reading.value) ? reading : withheld;
}

/** A share of few people tells of them, however many of them it counts: a small denominator withholds it too. */
function protectStatistic(policy: DisclosurePolicy, measured: Measured, reading: Reading): Reading {
  if (reading.status !== 'PUBLISHED' || reading.value === null) return withoutFigures(reading);
  const isOfFew = reading.denominator != null && isSmall(policy, reading.denominator);
  const numerator = reading.numerator ?? impliedNumerator(measured, reading);
  return isOfFew || (numerator !== null && !isShown(policy, numerator)) ? withheld : reading;
}

/** The count that anyone can work out of a rate or a share and its denominator; null where none follows. */
function impliedNumerator({ valueType, multiplier }: Measured, { value, denominator }: Reading): number | null {
  const isRatio = valueType === 'CRUDE_RATE' || valueType === 'PROPORTION';
  return !isRatio || value === null || denominator == null ? null : (value * denominator) / multiplier;
}

function isShown(policy: DisclosurePolicy, count: number): boolean {
  return count === 0 ? policy.zerosShown : !isSmall(policy, count);
}

const isSmall = ({ minimumCount }: DisclosurePolicy, count: number) => count > 0 && count < minimumCount;

function withoutFigures({ status, flags }: Reading): Reading {
  return { value: null, status, ...(flags === undefined ? {} : { flags }) };
}
