import { type Misreading, numberIn, rounded, sum } from './misreading.ts';

/** Two editions are put one after the other, as if they counted the same. */
export const editionsJoined: Misreading = {
  title: 'two editions are joined without their break',
  files: [
    'policing/mps-borough-level-crime-recent-202108-202307.csv',
    'policing/mps-borough-level-crime-recent-202312-202511.csv',
  ],
  cells: (older = [], newer = []) => [
    ...older
      .filter((row) => row['LookUp_BoroughName'] === 'Hackney' && row['MajorText'] === 'Violence Against the Person')
      .map((row) => ({ place: 'Hackney', time: '2023-07', what: row['MinorText'] ?? '', text: row['202307'] ?? '' })),
    ...newer
      .filter((row) => row['BoroughName'] === 'Hackney' && row['MajorText'] === 'VIOLENCE AGAINST THE PERSON')
      .map((row) => ({ place: 'Hackney', time: '2023-12', what: row['MinorText'] ?? '', text: row['202312'] ?? '' })),
  ],
  script: (cells) => {
    const inMonth = (month: string) => sum(cells.filter(({ time }) => time === month).map(numberIn));
    return rounded(inMonth('2023-12') / inMonth('2023-07'));
  },
  wrong: 0.96,
  question: {
    agency: 'policing',
    indicator: 'recorded-crime',
    areas: ['E09000012'],
    dimensions: { 'offence-group': 'violence-against-the-person' },
    from: '2023-07-01',
    to: '2023-12-31',
  },
  outcome: { is: 'marked', finding: 0.96, marks: ['BREAK_BEFORE', '2023-12-01: Another edition of the table begins'] },
};
