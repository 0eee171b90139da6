import { censusDataset } from '../children-in-need-census.ts';

const census = censusDataset({
  id: 'children-in-need',
  title: 'Children in need',
  number: 'B1',
  category: 'Children in Need',
  counted: 'episodes of need',
  unit: 'EPISODES',
  count: {
    heading: 'At31_episodes',
    alsoCalled: ['CIN', 'children in need', 'section 17', 'vulnerable children', "children's social care"],
    definition:
      "Episodes of need that are open at 31 March: children whom children's social care has assessed or is assessing as in need of help, under section 17 of the Children Act 1989, those on protection plans and looked after among them. A child may have more than one episode.",
    typicalRange: [900, 3_500],
  },
  rate: {
    heading: 'At31_episodes_rate',
    alsoCalled: ['CIN rate', 'children in need rate'],
    definition:
      'Episodes of need that are open at 31 March for every 10,000 residents aged 0 to 17, as published. Residents are those of the middle of the year before.',
    typicalRange: [215, 550],
  },
  atAnyPoint: {
    heading: 'Anypoint_episodes',
    definition:
      'Episodes of need that were open at any point in the year to 31 March. A child may have more than one episode.',
    typicalRange: [1_900, 7_400],
  },
  started: { heading: 'Started_episodes', typicalRange: [1_000, 3_900] },
  ended: { heading: 'Ended_episodes', typicalRange: [1_000, 3_900] },
});

export const { dataset } = census;
export const { count: childrenInNeed, rate: childrenInNeedRate } = census.indicators;
