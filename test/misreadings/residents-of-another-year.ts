import { type Misreading, numberIn, only, rounded } from './misreading.ts';

const boroughs = ['Westminster'];

/** Children in care are divided by the children of the same year; the rate is of those who lived there nine months before. */
export const residentsOfAnotherYear: Misreading = {
  title: 'a rate is made with another year’s residents',
  files: [
    'local-authority/cla_number_and_rate_per_10k_children-2023-release.csv',
    'local-authority/ons_mid-year_population_estimates_2012_to_2023.csv',
  ],
  cells: (children = [], residents = []) => [
    ...children
      .filter((row) => boroughs.includes(row['la_name'] ?? '') && row['time_period'] === '2023')
      .filter((row) => row['population_count'] === 'Children looked after at 31 March each year')
      .map((row) => ({ place: 'Westminster', time: '2023', what: 'children', text: row['number'] ?? '' })),
    ...residents
      .filter((row) => boroughs.includes(row['la_name'] ?? '') && row['time_period'] === '2023')
      .map((row) => ({
        place: 'Westminster',
        time: '2023',
        what: 'residents',
        text: row['population_estimate'] ?? '',
      })),
  ],
  script: (cells) => {
    const [children, residents] = ['children', 'residents'].map((what) =>
      numberIn(only(cells.filter((cell) => cell.what === what))),
    );
    return rounded(((children ?? 0) / (residents ?? 1)) * 10_000, 1);
  },
  wrong: 60.4,
  question: {
    agency: 'local-authority',
    indicator: 'looked-after-children-at-31-march-rate',
    areas: ['E09000033'],
    from: '2023-03-31',
    to: '2023-03-31',
  },
  ours: (series) =>
    series.flatMap(({ observations }) =>
      observations.flatMap(({ numerator, denominator }) => [
        { place: 'Westminster', time: '2023', what: 'children', text: String(numerator) },
        { place: 'Westminster', time: '2023', what: 'residents', text: String(denominator) },
      ]),
    ),
  outcome: { is: 'right', finding: 60.2 },
};
