import { type Misreading, numberIn, only } from './misreading.ts';

/** Episodes of need, of which a child may have several in a year, are taken for children. */
export const episodesForChildren: Misreading = {
  title: 'episodes are taken for children',
  files: ['local-authority/b1_children_in_need_2013_to_2024.csv'],
  cells: (rows = []) =>
    rows
      .filter((row) => row['la_name'] === 'Lambeth' && row['time_period'] === '2024')
      .map((row) => ({ place: 'Lambeth', time: '2024', what: '', text: row['Anypoint_episodes'] ?? '' })),
  script: (cells) => numberIn(only(cells)),
  wrong: 4_492,
  question: {
    agency: 'local-authority',
    indicator: 'children-in-need-at-any-point',
    areas: ['E09000022'],
    from: '2023-04-01',
  },
  outcome: { is: 'marked', finding: 4_492, marks: ['EPISODES'] },
};
