import { type Misreading, numberIn, only } from './misreading.ts';

/** Admissions of the City and Hackney together are taken for those of Hackney. */
export const compositeForABorough: Misreading = {
  title: 'two boroughs together are taken for one of them',
  files: ['health/drug-misuse-hospital-admissions-by-la.csv'],
  cells: (rows = []) =>
    rows
      .filter((row) => row['year'] === '2019')
      .map((row) => ({ place: 'Hackney', time: '2019', what: '', text: row['City of London and Hackney'] ?? '' })),
  script: (cells) => numberIn(only(cells)),
  wrong: 35,
  question: { agency: 'health', indicator: 'drug-misuse-admissions', areas: ['E09000012'], from: '2018-04-01' },
  outcome: { is: 'fails', because: '0 figures' },
};
