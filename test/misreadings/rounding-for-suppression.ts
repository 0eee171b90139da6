import { type Cell, cellsOf, type Misreading, numberIn, numberOrZero, sum } from './misreading.ts';

const isLondon = ({ place }: Cell) => place === 'London';

/** What a region has above its boroughs is taken for children of whom the boroughs' figures are withheld. */
export const roundingForSuppression: Misreading = {
  title: 'rounding is taken for suppression',
  files: ['local-authority/b1_children_in_need_2013_to_2024.csv'],
  cells: (rows = []) =>
    rows
      .filter((row) => row['time_period'] === '2019')
      .filter((row) => row['region_name'] === 'London' || /^E09/.test(row['new_la_code'] ?? ''))
      .map((row) => ({ place: row['la_name'] || 'London', time: '2019', what: '', text: row['At31_episodes'] ?? '' })),
  script: (cells) =>
    sum(cells.filter(isLondon).map(numberIn)) - sum(cells.filter((cell) => !isLondon(cell)).map(numberOrZero)),
  wrong: 3,
  question: {
    agency: 'local-authority',
    indicator: 'children-in-need-at-31-march',
    from: '2019-03-31',
    to: '2019-03-31',
  },
  ours: (series) => cellsOf(series.filter(({ area }) => area?.name === 'London' || area?.type === 'BOROUGH')),
  outcome: {
    is: 'marked',
    finding: 3,
    marks: ['ROUNDED', 'rounded to ten, so boroughs do not add up to them exactly'],
  },
};
