import { type Misreading, numberIn, only } from './misreading.ts';

/** The City shares a youth justice service with Tower Hamlets, whose rate is printed for both. */
export const figureOfANeighbour: Misreading = {
  title: 'a neighbour’s rate is taken for one’s own',
  files: ['criminal-justice/dfe-lait-youth-justice-2026-04.csv'],
  cells: (rows = []) =>
    rows
      .filter((row) => row['Short Desc']?.startsWith('YJS_Caution') && row['LA and Regions'] === 'City of London')
      .map((row) => ({ place: 'City of London', time: row['Years'] ?? '', what: '', text: row['Values'] ?? '' })),
  script: (cells) => numberIn(only(cells)),
  wrong: 24.9,
  question: { agency: 'criminal-justice', indicator: 'children-cautioned-or-sentenced-rate', areas: ['E09000001'] },
  outcome: { is: 'fails', because: '0 figures' },
};
