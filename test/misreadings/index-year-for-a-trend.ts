import { type Misreading, numberIn, rounded } from './misreading.ts';
import type { FileRow } from './published-rows.ts';

const tenths = [
  ['2019', 'Local Authority District name (2019)'],
  ['2025', 'Local Authority District name (2024)'],
] as const;
const isInTenth = (row: FileRow) =>
  Object.entries(row).some(
    ([heading, text]) => heading.startsWith('Index of Multiple Deprivation (IMD) Decile') && text === '1',
  );

/** Two editions of an index, each ranked against England, are taken for two points of one line. */
export const indexYearForATrend: Misreading = {
  title: 'an index year is taken for a point of a trend',
  files: ['local-authority/imd2019-london-lsoa.csv', 'local-authority/iod2025-london-lsoa.csv'],
  cells: (...editions) =>
    tenths.map(([time, name], at) => {
      const areas = (editions[at] ?? []).filter((row) => row[name] === 'Hackney');
      const share = areas.filter(isInTenth).length / areas.length;
      return { place: 'Hackney', time, what: '', text: String(100 * share) };
    }),
  script: (cells) => {
    const [first, last] = [cells[0], cells.at(-1)];
    return first === undefined || last === undefined ? '' : rounded(numberIn(last) - numberIn(first), 1);
  },
  wrong: 5,
  question: { agency: 'local-authority', indicator: 'most-deprived-tenth', areas: ['E09000012'], from: '2019-01-01' },
  outcome: { is: 'marked', finding: 5, marks: ['BREAK_BEFORE', 'ranked against the rest of England'] },
};
