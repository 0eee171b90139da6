import { type Cell, type Misreading, numberIn, rounded, sum } from './misreading.ts';

const good = ['Good', 'Outstanding'];

/** A share of one or two is taken for one of many: whoever has one home, and that a good one, is best. */
export const smallBase: Misreading = {
  title: 'a share of a small base is taken for a high one',
  files: ['local-authority/ofsted-social-care-providers-2023-03-31-cut.csv'],
  cells: (rows = []) =>
    rows
      .filter(
        (row) => row['Provision type']?.toLowerCase() === "children's home" && row['Local authority'] === 'Camden',
      )
      .map((row) => {
        const judgement = row['Overall experiences and progress of children and young people'] ?? '';
        return { place: 'Camden', time: '2023-03-31', what: judgement, text: good.includes(judgement) ? '100' : '0' };
      }),
  script: (cells: readonly Cell[]) => rounded(sum(cells.map(numberIn)) / cells.length),
  wrong: 100,
  question: { agency: 'local-authority', indicator: 'childrens-homes-judged-good', areas: ['E09000007'] },
  outcome: { is: 'fails', because: '[c]' },
};
