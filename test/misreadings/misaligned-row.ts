import { type Misreading, numberIn, only } from './misreading.ts';

/** In the last row of a copy the values stand under other areas: Camden's admissions would be seventeen times as many. */
export const misalignedRow: Misreading = {
  title: 'a row that slipped is taken for a rise',
  files: ['health/drug-misuse-hospital-admissions-by-la.csv'],
  cells: (rows = []) =>
    rows
      .filter((row) => row['year'] === '2020')
      .map((row) => ({ place: 'Camden', time: '2020', what: '', text: row['Camden'] ?? '' })),
  script: (cells) => numberIn(only(cells)),
  wrong: 430,
  question: { agency: 'health', indicator: 'drug-misuse-admissions', areas: ['E09000007'], from: '2019-04-01' },
  outcome: { is: 'fails', because: '[x]' },
};
