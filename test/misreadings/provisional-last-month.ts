import { type Misreading, numberIn, rounded, sum } from './misreading.ts';

/** The newest month of a table that is restated every month is taken for final, and compared with the month before. */
export const provisionalLastMonth: Misreading = {
  title: 'a last month that is not final is taken for a fall',
  files: ['policing/mps-borough-level-crime-recent-202312-202511.csv'],
  cells: (rows = []) =>
    rows
      .filter((row) => row['BoroughName'] === 'Havering')
      .flatMap((row) =>
        ['202510', '202511'].map((time) => ({
          place: 'Havering',
          time,
          what: row['MinorText'] ?? '',
          text: row[time] ?? '',
        })),
      ),
  script: (cells) => {
    const inMonth = (month: string) => sum(cells.filter(({ time }) => time.replace('-', '') === month).map(numberIn));
    return rounded(inMonth('202511') / inMonth('202510'));
  },
  wrong: 0.99,
  question: {
    agency: 'policing',
    indicator: 'recorded-crime',
    areas: ['E09000016'],
    dimensions: {},
    from: '2025-10-01',
    to: '2025-11-30',
  },
  outcome: { is: 'marked', finding: 0.99, marks: ['restates'] },
};
