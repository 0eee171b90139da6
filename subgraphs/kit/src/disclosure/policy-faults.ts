import type { ValueType } from '@boroughgraph/schema/vocabulary/core.ts';
import type { DisclosurePolicy } from './policy.ts';

type Fault = readonly [isFault: boolean, sentence: string];

/** What is wrong with a policy that an owner wrote, one sentence for each fault; empty where nothing is. Never throws. */
export function findPolicyFaults(policy: DisclosurePolicy): readonly string[] {
  return [...faultsOfForm(policy), ...faultsOfRule(policy)].flatMap(([isFault, sentence]) =>
    isFault ? [sentence] : [],
  );
}

function faultsOfForm(policy: DisclosurePolicy): readonly Fault[] {
  const { id, description, minimumCount, roundingBase, minimumDenominator = null } = policy;
  return [
    [!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(id), `id is in kebab-case, such as my-team-1-5; this is "${id}".`],
    [description.trim() === '', 'description says in words what is withheld, and by whose rule; this is empty.'],
    [
      !isWhole(minimumCount, 1),
      `minimumCount is a whole number from 1, where 1 withholds nothing; this is ${minimumCount}.`,
    ],
    [
      roundingBase !== null && !isWhole(roundingBase, 2),
      `roundingBase is a whole number from 2, or null; this is ${String(roundingBase)}.`,
    ],
    [
      minimumDenominator !== null && !isWhole(minimumDenominator, 1),
      `minimumDenominator is a whole number from 1, or null; this is ${String(minimumDenominator)}.`,
    ],
  ];
}

function faultsOfRule({ minimumCount, zerosShown, ...policy }: DisclosurePolicy): readonly Fault[] {
  const isSafe = (type: ValueType) => policy.safeStatistics?.includes(type) === true;
  return [
    [
      minimumCount === 2 && zerosShown,
      'minimumCount 2 withholds the count 1 alone, so that every gap reads as 1; use 3 or more, or hide zeros.',
    ],
    [
      minimumCount === 1 && !zerosShown,
      'zerosShown is false, but minimumCount 1 withholds nothing else, so that every gap reads as 0; use 2 or more.',
    ],
    [
      minimumCount === 1 && policy.secondarySuppression,
      'secondarySuppression needs something to protect: a minimumCount above 1.',
    ],
    [isSafe('COUNT'), 'safeStatistics lists statistics; COUNT is what the policy protects.'],
    [
      isSafe('CRUDE_RATE') && minimumCount > 1,
      'safeStatistics lists CRUDE_RATE, from which the count follows by the published population.',
    ],
  ];
}

const isWhole = (value: number, least: number) => Number.isInteger(value) && value >= least;
