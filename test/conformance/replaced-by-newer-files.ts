/** A value of `expected.json` that is another one once the second manifest is loaded, and why. */
interface ReplacedValue {
  readonly value: unknown;
  readonly why: string;
}

/** Every value of `expected.json` that a newer file replaces: by operation with its variables, and path. All others hold. */
export const replacedByNewerFiles: readonly {
  readonly name: string;
  readonly values: Readonly<Record<string, ReplacedValue>>;
}[] = [
  {
    name: 'borough-safety.graphql {"code":"E09000012"}',
    values: {
      'borough.crimeRate.latest.value': {
        // 2,562 offences for 266,758 residents.
        value: (2_562 / 266_758) * 1_000,
        why: 'November 2025 is for each 1,000 residents of mid-2024, the last year that is published, and no longer of 2017.',
      },
    },
  },
  {
    name: 'every-file.graphql {"code":"E09000012","provider":"RQX"}',
    values: {
      'borough.populationEstimates[ageBand=ALL_AGES].year': {
        value: 2001,
        why: 'The oldest estimate of all ages is picked: the components of change begin in mid-2001.',
      },
      'borough.populationEstimates[ageBand=ALL_AGES].persons': {
        value: 207_246,
        why: 'Residents of mid-2001 in the components of change, June 2021.',
      },
      'borough.deprivation.latest.numerator': {
        value: 24,
        why: 'Small areas in the most deprived tenth by the Indices of Deprivation 2025, no longer 2019.',
      },
      'borough.deprivation.latest.denominator': {
        value: 149,
        why: 'The Indices of 2025 are of the small areas of 2021: five more than those of 2011.',
      },
    },
  },
];
