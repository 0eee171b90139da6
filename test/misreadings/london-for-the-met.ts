import { type Misreading, numberIn, only, sum } from './misreading.ts';

/** All rows of the Met's table are added up to London, in which the City and another force are. */
export const londonForTheMet: Misreading = {
  title: 'the region of London is taken for the Met',
  files: ['policing/mps-borough-level-crime-recent-202312-202511.csv'],
  cells: (rows = []) => [
    { place: 'London', time: '2025-11', what: '', text: String(sum(rows.map((row) => Number(row['202511'])))) },
  ],
  script: (cells) => numberIn(only(cells)),
  wrong: 75_432,
  question: {
    agency: 'policing',
    indicator: 'recorded-crime',
    areas: ['E12000007'],
    dimensions: {},
    from: '2025-11-01',
    to: '2025-11-30',
  },
  outcome: { is: 'fails', because: '0 figures' },
};
