import type { AreaType, ValueType } from '@boroughgraph/schema/vocabulary/core.ts';

/** What is done to protect people in a dataset: a rule of its owner, kept as data beside the dataset. */
export interface DisclosurePolicy {
  readonly id: string;
  readonly description: string;
  /** The smallest count above zero that is shown: 6 where 1 to 5 are withheld, 1 where nothing is. */
  readonly minimumCount: number;
  readonly zerosShown: boolean;
  /** Null where counts are not rounded. */
  readonly roundingBase: number | null;
  /** The fewest people, cases or respondents of whom a statistic is shown. @default null: as many as `minimumCount`, where it has any */
  readonly minimumDenominator?: number | null;
  readonly secondarySuppression: boolean;
  /** Statistics that stay though the count they rest on is withheld, since it does not follow from them. @default [] */
  readonly safeStatistics?: readonly ValueType[];
  /** Kinds of area whose figures the publisher shows as they are. @default [] */
  readonly exemptAreaTypes?: readonly AreaType[];
  /** Datasets that count the same people, so that one must not tell what another withholds. @default [] */
  readonly linkedTables?: readonly LinkedTable[];
}

/** A dataset, and the agency that serves it. */
export interface LinkedTable {
  readonly agency: string;
  readonly datasetId: string;
}

/**
 * What a policy says of itself whose publisher withholds small counts and nothing for their sake. How much follows is for whoever
 * takes such a policy to know: a lone gap beside its total is told by it, to within the rounding.
 */
export const nothingBesides =
  'Nothing else is withheld for their sake, by the rule of the publisher: a withheld count may follow from its total and the other parts';

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
    description: `Counts of 1 to 7 are withheld and the others rounded to the nearest 5; zeros are shown, and so are national figures and standardised rates. ${nothingBesides}, to within the rounding. NHS England, hospital episode statistics below the national level.`,
    minimumCount: 8,
    zerosShown: true,
    roundingBase: 5,
    // The rule replaced the withholding of further cells by hand: rounding hides what would follow.
    secondarySuppression: false,
    safeStatistics: ['STANDARDISED_RATE'],
    exemptAreaTypes: ['COUNTRY'],
  },
  'sac-0-4-round-5': {
    id: 'sac-0-4-round-5',
    description: `Counts of 0 to 4 are withheld, zeros with them, and the others rounded to the nearest 5. ${nothingBesides}, to within the rounding: beside them, a gap may be told to be 1 to 4. NHS Digital, safeguarding adults collection, 2018-19.`,
    minimumCount: 5,
    zerosShown: false,
    roundingBase: 5,
    secondarySuppression: false,
  },
  'under-10-respondents': {
    id: 'under-10-respondents',
    description:
      'Results of fewer than 10 respondents are withheld. Metropolitan Police Service, staff survey by unit.',
    minimumCount: 1,
    zerosShown: true,
    roundingBase: null,
    minimumDenominator: 10,
    secondarySuppression: false,
  },
  'ndtms-under-5': {
    id: 'ndtms-under-5',
    description:
      'Counts of fewer than 5 are withheld, zeros with them. National Drug Treatment Monitoring System, public tables.',
    minimumCount: 5,
    zerosShown: false,
    roundingBase: null,
    secondarySuppression: true,
  },
  'ohid-under-10': {
    id: 'ohid-under-10',
    description:
      'Rates on 1 to 9 events are withheld, and the counts with them; zeros are shown. Office for Health Improvement and Disparities, local indicators.',
    minimumCount: 10,
    zerosShown: true,
    roundingBase: null,
    secondarySuppression: true,
  },
  'hospital-blanks': {
    id: 'hospital-blanks',
    description: `Counts of 1 to 5 are withheld: the publisher left them blank. ${nothingBesides}. NHS Digital, hospital admissions by local authority before its rules of 2018.`,
    minimumCount: 6,
    zerosShown: true,
    roundingBase: null,
    secondarySuppression: false,
  },
} as const satisfies Readonly<Record<string, DisclosurePolicy>>;

/** Whether a policy withholds anything. Never throws. */
export function withholdsAny({ minimumCount, zerosShown, minimumDenominator = null }: DisclosurePolicy): boolean {
  return minimumCount > 1 || !zerosShown || (minimumDenominator ?? 1) > 1;
}

/**
 * The policy for figures of one kind of area: one that withholds nothing where the publisher exempts them. Never throws.
 */
export function policyForArea(policy: DisclosurePolicy, areaType: AreaType): DisclosurePolicy {
  if (policy.exemptAreaTypes?.includes(areaType) !== true) return policy;
  return { ...disclosurePolicies.none, id: policy.id, description: policy.description };
}
