import { type Misreading, numberIn, only } from './misreading.ts';

/** A rate that is low because hospitals sent nothing is taken for good health. */
export const missingReturnsForHealth: Misreading = {
  title: 'missing returns are taken for good health',
  files: ['health/emergency-hospital-admissions-borough-2014-15.csv'],
  cells: (rows = []) =>
    rows
      .filter((row) => row['Code'] === 'E09000030')
      .flatMap((row) =>
        Object.entries(row)
          .filter(([heading]) => heading.startsWith('Indirectly'))
          .map(([what, text]) => ({ place: 'Tower Hamlets', time: '2014-15', what, text })),
      ),
  script: (cells) => Math.round(numberIn(only(cells))),
  wrong: 3_058,
  question: { agency: 'health', indicator: 'emergency-admissions', areas: ['E09000030'], from: '2014-04-01' },
  outcome: { is: 'marked', finding: 3_058, marks: ['PARTIAL_COVERAGE', 'DO_NOT_COMPARE', 'are too low'] },
};
