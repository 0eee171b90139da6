import { type Misreading, numberIn, only } from './misreading.ts';

/** Reported tactics, several of which make one incident, are taken for people on whom force was used. */
export const tacticsForPeople: Misreading = {
  title: 'tactics are taken for people',
  files: ['policing/home-office-use-of-force-by-ethnicity-2019-20.csv'],
  cells: (rows = []) =>
    rows
      .filter((row) => row['Police Force'] === 'Metropolitan' && row['Tactic'] === '*Total Tactics')
      .map((row) => ({
        place: 'the Met',
        time: '2019-20',
        what: '',
        text: row['Number of times tactic reported'] ?? '',
      })),
  script: (cells) => numberIn(only(cells)),
  wrong: 205_135,
  question: {
    agency: 'policing',
    indicator: 'use-of-force-tactics',
    areas: ['E23000001'],
    dimensions: { tactic: 'all' },
  },
  outcome: { is: 'marked', finding: 205_135, marks: ['ITEMS', 'OVERLAPPING', 'not incidents or people'] },
};
