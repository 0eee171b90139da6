import { type Misreading, numberIn, rounded, sum } from './misreading.ts';

/** The last year of a table is taken for a whole one: the edition of August 2021 ends with July. */
export const halfAYearForAYear: Misreading = {
  title: 'seven months are taken for a year',
  files: ['policing/mps-borough-level-crime-historical-201004-202107.csv'],
  cells: (rows = []) =>
    rows
      .filter((row) => row['LookUp_BoroughName'] === 'Hackney')
      .flatMap((row) =>
        Object.entries(row)
          .filter(([month]) => /^\d{6}$/.test(month))
          .map(([time, text]) => ({ place: 'Hackney', time, what: row['MinorText'] ?? '', text })),
      ),
  script: (cells) => {
    const inYear = (year: string) => sum(cells.filter(({ time }) => time.startsWith(year)).map(numberIn));
    return rounded(inYear('2021') / inYear('2020'));
  },
  wrong: 0.54,
  question: {
    agency: 'policing',
    indicator: 'recorded-crime',
    areas: ['E09000012'],
    dimensions: {},
    from: '2020-01-01',
    to: '2021-12-31',
  },
  outcome: { is: 'right', finding: 1.01 },
};
