import { type Misreading, numberIn, sum } from './misreading.ts';

/** The borough with most offences is taken for the one in which most happens to a person. */
export const unlikeBoroughs: Misreading = {
  title: 'counts of unlike boroughs are compared',
  files: ['policing/mps-borough-level-crime-recent-202312-202511.csv'],
  cells: (rows = []) =>
    rows
      .filter((row) => ['Croydon', 'Kensington and Chelsea'].includes(row['BoroughName'] ?? ''))
      .map((row) => ({
        place: row['BoroughName'] ?? '',
        time: '2025-11',
        what: row['MinorText'] ?? '',
        text: row['202511'] ?? '',
      })),
  script: (cells) => {
    const places = Map.groupBy(cells, ({ place }) => place);
    const [worst] = [...places].toSorted(([, a], [, b]) => sum(b.map(numberIn)) - sum(a.map(numberIn)));
    return worst?.[0] ?? '';
  },
  wrong: 'Croydon',
  question: {
    agency: 'policing',
    indicator: 'recorded-crime',
    areas: ['E09000008', 'E09000020'],
    dimensions: {},
    from: '2025-11-01',
    to: '2025-11-30',
  },
  outcome: { is: 'marked', finding: 'Croydon', marks: ['how many people'] },
};
