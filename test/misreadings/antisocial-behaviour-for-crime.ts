import { type Misreading, numberIn, sum } from './misreading.ts';

/** Each row of the archive is taken for a crime; antisocial behaviour has rows as well. */
export const antisocialBehaviourForCrime: Misreading = {
  title: 'antisocial behaviour is counted as crime',
  files: ['policing/2024-06-city-of-london-street.csv'],
  cells: (rows = []) =>
    rows.map((row) => ({ place: 'City', time: '2024-06', what: row['Crime type'] ?? '', text: '1' })),
  script: (cells) => sum(cells.map(numberIn)),
  wrong: 846,
  question: {
    agency: 'policing',
    indicator: 'street-level-crime',
    areas: ['E09000001'],
    dimensions: {},
    from: '2024-06-01',
    to: '2024-06-30',
  },
  outcome: { is: 'marked', finding: 742, marks: ['INCIDENTS', 'Includes antisocial behaviour'] },
};
