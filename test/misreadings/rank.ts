import { type Misreading, numberIn } from './misreading.ts';

/** Boroughs are put in order, as if whoever is first were worst, though chance makes most of the order. */
export const rank: Misreading = {
  title: 'a rank is taken for a difference',
  files: ['criminal-justice/la_conviction_health_outcome_cla-2024-release.csv'],
  cells: (rows = []) =>
    rows
      .filter((row) => /^E09/.test(row['new_la_code'] ?? '') && row['time_period'] === '2024')
      .filter((row) => row['characteristic']?.startsWith('Convicted or subject to youth cautions'))
      .map((row) => ({ place: row['la_name'] ?? '', time: '2024', what: '', text: row['percentage'] ?? '' })),
  script: (cells) =>
    cells.filter((cell) => !Number.isNaN(numberIn(cell))).toSorted((a, b) => numberIn(b) - numberIn(a))[0]?.place ?? '',
  wrong: 'Westminster',
  question: {
    agency: 'criminal-justice',
    indicator: 'looked-after-children-convicted',
    areaType: 'BOROUGH',
    from: '2023-04-01',
  },
  outcome: {
    is: 'marked',
    finding: 'Westminster',
    marks: ['limits', 'a change of a point or two may be one or two children'],
  },
};
