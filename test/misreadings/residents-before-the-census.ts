import { type Misreading, numberIn, only } from './misreading.ts';

/** Residents as they were estimated before the census found another number. */
export const residentsBeforeTheCensus: Misreading = {
  title: 'residents estimated before a census are taken for those after it',
  files: ['local-authority/ons-myeb3-population-components-2001-2020.csv'],
  cells: (rows = []) =>
    rows
      .filter((row) => row['laname20'] === 'Westminster')
      .map((row) => ({ place: 'Westminster', time: '2020', what: '', text: row['population_2020'] ?? '' })),
  script: (cells) => numberIn(only(cells)),
  wrong: 269_848,
  question: {
    agency: 'local-authority',
    indicator: 'mid-year-population',
    areas: ['E09000033'],
    from: '2020-06-30',
    to: '2020-06-30',
  },
  outcome: { is: 'right', finding: 205_624 },
};
