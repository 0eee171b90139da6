import { type Misreading, numberOrZero, sum } from './misreading.ts';

/** Cells that are withheld are filled with zero, and a total is made of the rest. */
export const withheldForZero: Misreading = {
  title: 'a withheld cell is filled with zero',
  files: ['local-authority/c5_children_in_need_referrals_by_source_2014_to_2024.csv'],
  cells: (rows = []) =>
    rows
      .filter((row) => row['la_name'] === 'City of London')
      .map((row) => ({ place: 'City of London', time: row['time_period'] ?? '', what: '', text: row['Police'] ?? '' })),
  script: (cells) => sum(cells.map(numberOrZero)),
  wrong: 237,
  question: {
    agency: 'local-authority',
    indicator: 'referrals',
    areas: ['E09000001'],
    dimensions: { source: 'police' },
  },
  outcome: { is: 'marked', finding: 230, marks: ['CONFIDENTIAL'] },
};
