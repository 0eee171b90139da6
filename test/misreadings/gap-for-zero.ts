import { type Misreading, numberIn, sum } from './misreading.ts';

/** Months that lie in neither of two editions are left out of a year, as if nothing had happened in them. */
export const gapForZero: Misreading = {
  title: 'months that lie in no edition are taken for none',
  files: [
    'policing/mps-borough-level-crime-recent-202108-202307.csv',
    'policing/mps-borough-level-crime-recent-202312-202511.csv',
  ],
  cells: (...editions) =>
    editions.flat().flatMap((row) =>
      Object.entries(row)
        .filter(
          ([month]) => month.startsWith('2023') && [row['LookUp_BoroughName'], row['BoroughName']].includes('Sutton'),
        )
        .map(([time, text]) => ({ place: 'Sutton', time, what: row['MinorText'] ?? '', text })),
    ),
  script: (cells) => sum(cells.map(numberIn)),
  wrong: 8_941,
  question: {
    agency: 'policing',
    indicator: 'recorded-crime',
    areas: ['E09000029'],
    dimensions: {},
    from: '2023-01-01',
    to: '2023-12-31',
  },
  outcome: { is: 'fails', because: '[x]' },
};
