import { type Misreading, numberIn, rounded, sum } from './misreading.ts';

/** Each figure of the survey covers twelve months; the mean of four is taken for that of a year. */
export const twelveMonthsForAQuarter: Misreading = {
  title: 'a quarter of twelve months is taken for one of three',
  files: ['policing/pas-borough-quarterly-2014-12-to-2023-12.csv'],
  cells: (rows = []) =>
    rows
      .filter((row) => row['Borough'] === 'Hackney' && row['Measure'] === '"Good Job" local')
      .filter((row) => row['Date']?.endsWith('2023'))
      .map((row) => ({
        place: 'Hackney',
        time: row['Date'] ?? '',
        what: '',
        text: String(100 * Number(row['Proportion']?.replace(',', '.'))),
      })),
  script: (cells) => rounded(sum(cells.map(numberIn)) / cells.length),
  wrong: 40.75,
  question: { agency: 'policing', indicator: 'public-confidence', areas: ['E09000012'], from: '2022-02-01' },
  outcome: {
    is: 'marked',
    finding: 40.75,
    marks: ['ROLLING_12_MONTHS', 'from 2023-01-01 to 2023-12-31', 'four in a row share most of their interviews'],
  },
};
