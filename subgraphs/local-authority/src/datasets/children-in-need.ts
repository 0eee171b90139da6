import type { DatasetDefinition } from '@boroughgraph/kit/import/dataset.ts';
import type { IndicatorDefinition } from '@boroughgraph/kit/statistics/indicator.ts';
import { marchGrid } from '../education-counts.ts';
import { countAndRateFormat } from '../education-formats.ts';
import { flowBeside, stockAndFlows } from '../education-structures.ts';
import { censusCaveats, childrenInNeedPage, education, educationAreaTypes } from '../education-publisher.ts';

export const childrenInNeed: IndicatorDefinition = {
  id: 'children-in-need-at-31-march',
  datasetId: 'children-in-need',
  name: 'Children in need at 31 March',
  definition:
    "Episodes of need that are open at 31 March: children whom children's social care has assessed or is assessing as in need of help, under section 17 of the Children Act 1989, those on protection plans and looked after among them. A child may have more than one episode.",
  unit: 'EPISODES',
  valueType: 'COUNT',
  multiplier: 1,
  decimals: 0,
  polarity: 'NO_JUDGEMENT',
  additivity: 'ADDITIVE_OVER_AREA_ONLY',
  attributionBasis: 'RESPONSIBLE_AUTHORITY',
  areaTypes: educationAreaTypes,
  grid: marchGrid,
  dimensions: [],
  caveats: censusCaveats,
  typicalRange: [900, 3_500],
};

export const childrenInNeedRate: IndicatorDefinition = {
  ...childrenInNeed,
  id: 'children-in-need-at-31-march-rate',
  name: 'Children in need at 31 March, rate',
  definition:
    'Episodes of need that are open at 31 March for every 10,000 residents aged 0 to 17, as published. Residents are those of the middle of the year before.',
  unit: 'PER_10000',
  valueType: 'CRUDE_RATE',
  multiplier: 10_000,
  decimals: 1,
  additivity: 'NON_ADDITIVE',
  typicalRange: [215, 550],
};

const needAtAnyPoint = flowBeside(childrenInNeed, {
  id: 'children-in-need-at-any-point',
  name: 'Children in need at any point in the year',
  definition:
    'Episodes of need that were open at any point in the year to 31 March. A child may have more than one episode.',
  // An episode that goes on from one year to the next is counted in both.
  additivity: 'ADDITIVE_OVER_AREA_ONLY',
  typicalRange: [1_900, 7_400],
});

const needStarted = flowBeside(childrenInNeed, {
  id: 'children-in-need-started',
  name: 'Episodes of need that started',
  definition: 'Episodes of need that started in the year to 31 March.',
  additivity: 'ADDITIVE',
  typicalRange: [1_000, 3_900],
});

const needEnded = flowBeside(childrenInNeed, {
  id: 'children-in-need-ended',
  name: 'Episodes of need that ended',
  definition: 'Episodes of need that ended in the year to 31 March.',
  additivity: 'ADDITIVE',
  typicalRange: [1_000, 3_900],
});

export const dataset: DatasetDefinition = {
  ...education,
  id: 'children-in-need',
  title: 'Children in need',
  description:
    'Table B1 of the children in need census: episodes of need at 31 March, and at any point, started and ended in the year before, by local authority and year. Each release restates the years before.',
  landingPage: childrenInNeedPage,
  indicators: [childrenInNeed, childrenInNeedRate, needAtAnyPoint, needStarted, needEnded],
  structures: stockAndFlows({
    count: childrenInNeed,
    rate: childrenInNeedRate,
    atAnyPoint: needAtAnyPoint,
    started: needStarted,
    ended: needEnded,
  }),
  formats: [
    countAndRateFormat({
      name: 'table B1 of the children in need census',
      category: 'Children in Need',
      count: { indicator: childrenInNeed, heading: 'At31_episodes' },
      rate: { indicator: childrenInNeedRate, heading: 'At31_episodes_rate' },
      flows: [
        { indicator: needAtAnyPoint, heading: 'Anypoint_episodes' },
        { indicator: needStarted, heading: 'Started_episodes' },
        { indicator: needEnded, heading: 'Ended_episodes' },
      ],
    }),
  ],
};
