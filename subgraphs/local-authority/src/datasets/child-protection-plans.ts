import type { DatasetDefinition } from '@boroughgraph/kit/import/dataset.ts';
import type { IndicatorDefinition } from '@boroughgraph/kit/statistics/indicator.ts';
import { marchGrid } from '../education-counts.ts';
import { countAndRateFormat } from '../education-formats.ts';
import { flowBeside, stockAndFlows } from '../education-structures.ts';
import { censusCaveats, childrenInNeedPage, education, educationAreaTypes } from '../education-publisher.ts';

export const childProtectionPlans: IndicatorDefinition = {
  id: 'child-protection-plans-at-31-march',
  datasetId: 'child-protection-plans',
  name: 'Child protection plans at 31 March',
  definition:
    'Children who are the subject of a child protection plan at 31 March, because a conference found that they suffer or are likely to suffer significant harm. A low number may mean that few are at risk, or that few are found.',
  unit: 'PLANS',
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
  typicalRange: [85, 370],
};

export const childProtectionPlansRate: IndicatorDefinition = {
  ...childProtectionPlans,
  id: 'child-protection-plans-at-31-march-rate',
  name: 'Child protection plans at 31 March, rate',
  definition:
    'Children who are the subject of a child protection plan at 31 March for every 10,000 residents aged 0 to 17, as published. Residents are those of the middle of the year before.',
  unit: 'PER_10000',
  valueType: 'CRUDE_RATE',
  multiplier: 10_000,
  decimals: 1,
  additivity: 'NON_ADDITIVE',
  typicalRange: [21, 59],
};

const plansAtAnyPoint = flowBeside(childProtectionPlans, {
  id: 'child-protection-plans-at-any-point',
  name: 'Child protection plans at any point in the year',
  definition:
    'Child protection plans that were in force at any point in the year to 31 March. A child with two plans in the year counts twice.',
  // A plan that goes on from one year to the next is counted in both.
  additivity: 'ADDITIVE_OVER_AREA_ONLY',
  typicalRange: [180, 800],
});

const plansStarted = flowBeside(childProtectionPlans, {
  id: 'child-protection-plans-started',
  name: 'Child protection plans that started',
  definition: 'Child protection plans that started in the year to 31 March.',
  additivity: 'ADDITIVE',
  typicalRange: [95, 430],
});

const plansEnded = flowBeside(childProtectionPlans, {
  id: 'child-protection-plans-ended',
  name: 'Child protection plans that ended',
  definition: 'Child protection plans that ended in the year to 31 March.',
  additivity: 'ADDITIVE',
  typicalRange: [95, 430],
});

export const dataset: DatasetDefinition = {
  ...education,
  id: 'child-protection-plans',
  title: 'Child protection plans',
  description:
    'Table D1 of the children in need census: child protection plans at 31 March, and at any point, started and ended in the year before, by local authority and year. Each release restates the years before.',
  landingPage: childrenInNeedPage,
  indicators: [childProtectionPlans, childProtectionPlansRate, plansAtAnyPoint, plansStarted, plansEnded],
  structures: stockAndFlows({
    count: childProtectionPlans,
    rate: childProtectionPlansRate,
    atAnyPoint: plansAtAnyPoint,
    started: plansStarted,
    ended: plansEnded,
  }),
  formats: [
    countAndRateFormat({
      name: 'table D1 of the children in need census',
      category: 'Child Protection Plans',
      count: { indicator: childProtectionPlans, heading: 'CPP_At31' },
      rate: { indicator: childProtectionPlansRate, heading: 'CPP_At31_rate' },
      flows: [
        { indicator: plansAtAnyPoint, heading: 'CPP_anypoint' },
        { indicator: plansStarted, heading: 'CPP_start' },
        { indicator: plansEnded, heading: 'CPP_end' },
      ],
    }),
  ],
};
