import { type Misreading, numberIn, rounded, sum } from './misreading.ts';

/** The median of a year is made by the mean of the medians of its quarters. */
export const meanOfMedians: Misreading = {
  title: 'a mean of medians is taken for a median',
  files: ['criminal-justice/derived-ccsq-2025q4/gold_timeliness_by_region.csv'],
  cells: (rows = []) =>
    rows
      .filter((row) => row['region'] === 'London' && row['year'] === '2025')
      .map((row) => ({
        place: 'London',
        time: row['quarter_end'] ?? '',
        what: '',
        text: row['offence_to_completion_median'] ?? '',
      })),
  script: (cells) => rounded(sum(cells.map(numberIn)) / cells.length),
  wrong: 318.5,
  question: {
    agency: 'criminal-justice',
    indicator: 'court-timeliness',
    areas: ['E12000007'],
    dimensions: { tier: 'crown', stage: 'offence-to-completion', statistic: 'median' },
    from: '2025-01-01',
  },
  outcome: { is: 'marked', finding: 318.5, marks: ['NON_ADDITIVE', 'MEDIAN'] },
};
