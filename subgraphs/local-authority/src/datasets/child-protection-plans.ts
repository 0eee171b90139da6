import { censusDataset } from '../children-in-need-census.ts';

const census = censusDataset({
  id: 'child-protection-plans',
  title: 'Child protection plans',
  number: 'D1',
  category: 'Child Protection Plans',
  counted: 'child protection plans',
  unit: 'PLANS',
  count: {
    heading: 'CPP_At31',
    alsoCalled: [
      'CPP',
      'child protection',
      'child protection plans',
      'CP plans',
      'at risk register',
      'child protection register',
      'children at risk',
      'child abuse',
    ],
    definition:
      'Children who are the subject of a child protection plan at 31 March, because a conference found that they suffer or are likely to suffer significant harm. A low number may mean that few are at risk, or that few are found.',
    typicalRange: [85, 370],
  },
  rate: {
    heading: 'CPP_At31_rate',
    alsoCalled: ['child protection rate', 'CPP rate', 'child protection plans rate'],
    definition:
      'Children who are the subject of a child protection plan at 31 March for every 10,000 residents aged 0 to 17, as published. Residents are those of the middle of the year before.',
    typicalRange: [21, 59],
  },
  atAnyPoint: {
    heading: 'CPP_anypoint',
    definition:
      'Child protection plans that were in force at any point in the year to 31 March. A child with two plans in the year counts twice.',
    typicalRange: [180, 800],
  },
  started: { heading: 'CPP_start', typicalRange: [95, 430] },
  ended: { heading: 'CPP_end', typicalRange: [95, 430] },
});

export const { dataset } = census;
export const { count: childProtectionPlans, rate: childProtectionPlansRate } = census.indicators;
