import { type Misreading, numberIn, rounded, sum } from './misreading.ts';

const places = ['Harrow', 'Hillingdon', 'Hounslow', 'Kingston upon Thames'];

/** A figure that was withheld at its source stands as a blank, which a script reads as nought. */
export const blankForZero: Misreading = {
  title: 'a blank is taken for zero',
  files: ['health/drug-misuse-hospital-admissions-by-la.csv'],
  cells: (rows = []) =>
    rows.flatMap((row) =>
      places.map((place) => ({ place, time: row['year'] ?? '', what: '', text: row[place] ?? '' })),
    ),
  script: (cells) => {
    const year = cells.filter(({ time }) => time === '2009' || time === 'FY2008-09');
    return rounded(sum(year.map(numberIn)) / year.length);
  },
  wrong: 19.5,
  question: {
    agency: 'health',
    indicator: 'drug-misuse-admissions',
    areas: ['E09000015', 'E09000017', 'E09000018', 'E09000021'],
    from: '2008-04-01',
    to: '2009-03-31',
  },
  outcome: { is: 'fails', because: '[c]' },
};
