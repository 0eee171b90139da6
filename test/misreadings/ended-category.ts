import { type Misreading, numberIn, sum } from './misreading.ts';

/** A category that is in the list no more is taken for one that no longer happens. */
export const endedCategory: Misreading = {
  title: 'a category that ended is taken for none',
  files: ['policing/mps-borough-level-crime-recent-202312-202511.csv'],
  cells: (rows = []) =>
    rows
      .filter((row) => row['BoroughName'] === 'Hackney' && row['MinorText'] === 'HISTORICAL FRAUD AND FORGERY')
      .map((row) => ({ place: 'Hackney', time: '2025-11', what: row['MinorText'] ?? '', text: row['202511'] ?? '' })),
  script: (cells) => sum(cells.map(numberIn)),
  wrong: 0,
  question: {
    agency: 'policing',
    indicator: 'recorded-crime',
    areas: ['E09000012'],
    dimensions: { 'offence-group': 'fraud-and-forgery', offence: 'historical-fraud-and-forgery' },
    from: '2025-11-01',
    to: '2025-11-30',
  },
  outcome: { is: 'fails', because: '[z]' },
};
