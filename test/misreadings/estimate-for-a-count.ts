import { cellsOf, type Misreading, numberIn, numberOrZero, sum } from './misreading.ts';

/** What London has above its boroughs is taken for households of no borough: it is estimated for those whose data are missing. */
export const estimateForACount: Misreading = {
  title: 'an estimate is taken for a count',
  files: ['local-authority/mhclg-homelessness-2025-04-to-06-TA1.csv'],
  // Its heads take seven lines; the code and the name of an area stand first, and households in the fifth cell.
  cells: (rows = []) =>
    rows
      .map((row) => Object.values(row))
      .filter(([code = '']) => /^E09|^E12000007/.test(code))
      .map(([code = '', , , , text = '']) => ({ place: code, time: '2025-06-30', what: '', text }))
      // London stands among the regions as well.
      .filter((cell, at, all) => all.findIndex(({ place }) => place === cell.place) === at),
  script: (cells) => {
    const isLondon = ({ place }: { readonly place: string }) => place === 'E12000007' || place === 'London';
    return sum(cells.filter(isLondon).map(numberIn)) - sum(cells.filter((cell) => !isLondon(cell)).map(numberOrZero));
  },
  wrong: 9_041,
  question: {
    agency: 'local-authority',
    indicator: 'households-in-temporary-accommodation',
    dimensions: {},
  },
  ours: (series) => cellsOf(series.filter(({ area }) => area?.type !== 'COUNTRY')),
  outcome: {
    is: 'marked',
    finding: 9_041,
    marks: ['ESTIMATED', 'with estimates for authorities whose data are missing'],
  },
};
