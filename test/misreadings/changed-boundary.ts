import { type Cell, type Misreading, numberIn, sum } from './misreading.ts';
import type { FileRow } from './published-rows.ts';

const isInTenth = (row: FileRow) =>
  Object.entries(row).some(
    ([heading, text]) => heading.startsWith('Index of Multiple Deprivation (IMD) Decile') && text === '1',
  );

/** Neighbourhoods that are missing from the newer list, because they were split, are taken for deprived no more. */
export const changedBoundary: Misreading = {
  title: 'a changed boundary is taken for a change',
  files: ['local-authority/imd2019-london-lsoa.csv', 'local-authority/iod2025-london-lsoa.csv'],
  cells: (older = [], newer = []) => [
    ...older
      .filter((row) => row['Local Authority District name (2019)'] === 'Tower Hamlets' && isInTenth(row))
      .map((row) => ({ place: row['geography code'] ?? '', time: '2019', what: '', text: '1' })),
    ...newer
      .filter((row) => row['Local Authority District name (2024)'] === 'Tower Hamlets' && isInTenth(row))
      .map((row) => ({ place: row['LSOA code (2021)'] ?? '', time: '2025', what: '', text: '1' })),
  ],
  script: (cells) => {
    const of = (year: string) => cells.filter(({ time }) => time.includes(year));
    const wasThere = (cell: Cell) => of('2019').some(({ place }) => place === cell.place);
    return sum(of('2019').map(numberIn)) - sum(of('2025').filter(wasThere).map(numberIn));
  },
  wrong: 2,
  question: { agency: 'local-authority', indicator: 'most-deprived-tenth', areas: ['E09000030'], from: '2019-01-01' },
  ours: (series) =>
    series.flatMap(({ observations }) =>
      observations.map(({ period, numerator, displayValue }) => ({
        place: 'Tower Hamlets',
        time: period.id,
        what: '',
        text: numerator === null ? displayValue : String(numerator),
      })),
    ),
  outcome: { is: 'marked', finding: -20, marks: ['BREAK_BEFORE', 'other data and districts'] },
};
