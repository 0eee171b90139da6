import { type Misreading, numberIn, sum } from './misreading.ts';

/** The strands of hate crime are added up, though one offence may have several and some lie within others. */
export const overlappingFlags: Misreading = {
  title: 'flags that overlap are added',
  files: ['policing/mps-other-crime-borough-201004-202105.csv'],
  cells: (rows = []) =>
    rows
      .filter((row) => row['Borough'] === 'Hackney' && row['MajorText'] === 'Hate')
      .filter((row) => !/Domestic|Homicide/.test(row['MinorText'] ?? ''))
      .map((row) => ({ place: 'Hackney', time: '2021-05', what: row['MinorText'] ?? '', text: row['202105'] ?? '' })),
  script: (cells) => sum(cells.map(numberIn)),
  wrong: 247,
  question: { agency: 'policing', indicator: 'hate-crime', areas: ['E09000012'], from: '2021-05-01', to: '2021-05-31' },
  outcome: { is: 'marked', finding: 247, marks: ['OVERLAPPING', 'Never add them'] },
};
