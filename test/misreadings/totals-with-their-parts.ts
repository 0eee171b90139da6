import { type Misreading, numberIn, sum } from './misreading.ts';

/** All rows of London are added up, among which are the region and its inner and outer part. */
export const totalsWithTheirParts: Misreading = {
  title: 'totals are added to their parts',
  files: ['local-authority/d1_child_protection_plans_2013_to_2024.csv'],
  cells: (rows = []) =>
    rows
      .filter((row) => row['time_period'] === '2024' && /London/.test(row['region_name'] ?? ''))
      .map((row) => ({ place: row['la_name'] ?? '', time: '2024', what: '', text: row['CPP_At31'] ?? '' })),
  script: (cells) => sum(cells.map(numberIn).filter((number) => !Number.isNaN(number))),
  wrong: 23_079,
  question: {
    agency: 'local-authority',
    indicator: 'child-protection-plans-at-31-march',
    areaType: 'BOROUGH',
    from: '2024-03-31',
  },
  outcome: { is: 'right', finding: 7_689 },
};
