import type { IndicatorDefinition } from '@boroughgraph/kit/statistics/indicator.ts';
import { marchGrid, yearGrid } from './education-counts.ts';
import { educationAreaTypes } from './education-publisher.ts';

/** The dataset of children who were missing or away from their placement. */
export const missingFromPlacementId = 'children-missing-from-placement';

const count = {
  datasetId: missingFromPlacementId,
  unit: 'CHILDREN',
  valueType: 'COUNT',
  multiplier: 1,
  decimals: 0,
  polarity: 'LOW_IS_GOOD',
  // A child that is missing in each of two years is counted in both.
  additivity: 'ADDITIVE_OVER_AREA_ONLY',
  attributionBasis: 'RESPONSIBLE_AUTHORITY',
  areaTypes: educationAreaTypes,
  grid: yearGrid,
  hasSeams: true,
  dimensions: [],
  notMeasuredIn: { K04000001: 'Published for England, not for Wales.' },
  caveats: [
    {
      severity: 'DO_NOT_COMPARE',
      text: 'Some authorities do not record apart who is away without authorisation and who is missing, so that the Department takes missing to be counted 10 to 13 percent too high: two authorities differ by how they record.',
    },
    {
      severity: 'INFO',
      text: 'Counts of 1 to 5 are withheld, and others from which they would follow. Figures of Inner and Outer London, London and England are rounded to ten. A child counts for the authority that is responsible, not where it lives or went missing.',
    },
  ],
} as const satisfies Partial<IndicatorDefinition>;
const incidents = { ...count, unit: 'INCIDENTS', additivity: 'ADDITIVE' } as const;
const share = {
  ...count,
  unit: 'PERCENT',
  valueType: 'PROPORTION',
  multiplier: 100,
  additivity: 'NON_ADDITIVE',
} as const;
const atMarch = { ...count, grid: marchGrid } as const;

/** Of whom the shares are. */
export const lookedAfter: IndicatorDefinition = {
  ...count,
  id: 'looked-after-children-during-the-year',
  name: 'Children looked after at any point in the year',
  definition: 'Children whom the local authority looked after at any point in the year to 31 March.',
  polarity: 'NO_JUDGEMENT',
  typicalRange: [180, 740],
};
/** Who was missing at least once. */
export const missing: IndicatorDefinition = {
  ...count,
  id: 'looked-after-children-missing',
  name: 'Looked-after children who were missing',
  alsoCalled: [
    'missing from care',
    'missing children',
    'runaways',
    'children missing from care',
    'children who go missing',
    'missing kids',
  ],
  definition:
    'Children looked after who were missing at least once in the year to 31 March: not where they should be, and nobody knew where they were.',
  typicalRange: [20, 150],
};
/** Who was away at least once. */
export const away: IndicatorDefinition = {
  ...count,
  id: 'looked-after-children-away',
  name: 'Looked-after children who were away without authorisation',
  alsoCalled: ['away from placement', 'absent from care'],
  definition:
    'Children looked after who were away from their placement without authorisation at least once in the year to 31 March: where they were was known.',
  typicalRange: [10, 70],
};

/** What each text in the column of groups counts. */
export const counts: Readonly<Record<string, IndicatorDefinition>> = {
  'Children looked after during the year': lookedAfter,
  'Children who had a missing incident during the year': missing,
  'Children who went missing more than once during the year': {
    ...count,
    id: 'looked-after-children-missing-more-than-once',
    name: 'Looked-after children who were missing more than once',
    definition: 'Children looked after who were missing more than once in the year to 31 March.',
    typicalRange: [15, 100],
  },
  'Children missing at 31 March': {
    ...atMarch,
    id: 'looked-after-children-missing-at-31-march',
    name: 'Looked-after children missing at 31 March',
    definition: 'Children looked after who are missing at 31 March.',
  },
  'Number of missing incidents during the year': {
    ...incidents,
    id: 'missing-incidents-of-looked-after-children',
    name: 'Missing incidents of looked-after children',
    alsoCalled: ['missing episodes', 'missing incidents', 'missing from care incidents'],
    definition:
      'Times in the year to 31 March that a child looked after was missing. A child may be missing many times.',
    typicalRange: [100, 1_000],
  },
  'Children who were away from placement without authorisation during the year': away,
  'Children who were away from placement without authorisation more than once during the year': {
    ...count,
    id: 'looked-after-children-away-more-than-once',
    name: 'Looked-after children who were away without authorisation more than once',
    definition:
      'Children looked after who were away from their placement without authorisation more than once in the year to 31 March.',
    typicalRange: [8, 45],
  },
  'Children away from placement without authorisation at 31 March': {
    ...atMarch,
    id: 'looked-after-children-away-at-31-march',
    name: 'Looked-after children away without authorisation at 31 March',
    definition: 'Children looked after who are away from their placement without authorisation at 31 March.',
  },
  'Number of away from placement without authorisation incidents during the year': {
    ...incidents,
    id: 'away-incidents-of-looked-after-children',
    name: 'Times that looked-after children were away without authorisation',
    definition:
      'Times in the year to 31 March that a child looked after was away from its placement without authorisation.',
    typicalRange: [20, 350],
  },
};

/** A share of the children looked after in the year, and whom it is of. */
export interface ShareOf {
  readonly indicator: IndicatorDefinition;
  readonly of: IndicatorDefinition;
}
/** The texts of the shares. */
export const shares: Readonly<Record<string, ShareOf>> = {
  'Percentage of children who had a missing incident during the year': {
    of: missing,
    indicator: {
      ...share,
      id: 'looked-after-children-missing-share',
      name: 'Share of looked-after children who were missing',
      definition:
        'Children looked after in the year to 31 March who were missing at least once in it, in percent, as published in whole numbers.',
      typicalRange: [6, 20],
    },
  },
  'Percentage of children who were away from placement without authorisation during the year': {
    of: away,
    indicator: {
      ...share,
      id: 'looked-after-children-away-share',
      name: 'Share of looked-after children who were away without authorisation',
      definition:
        'Children looked after in the year to 31 March who were away from their placement without authorisation at least once in it, in percent, as published in whole numbers.',
      typicalRange: [2, 12],
    },
  },
};
