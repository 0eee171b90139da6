import type { ColumnDefinition, FileFormat, OpenedFile } from '@boroughgraph/kit/datasets/dataset.ts';
import type { Row } from '@boroughgraph/kit/files/row.ts';
import { FileProblem } from '@boroughgraph/kit/files/row-problem.ts';
import type { SourceFile } from '@boroughgraph/kit/files/source-file.ts';
import { normaliseHeading, parseTable, type RawTable } from '@boroughgraph/kit/files/table.ts';
import { monthsNamedIn } from './emergency-month.ts';

/*
 * The sheet "Provider Level Data" of the monthly workbook, in the form of 2025. Its headings of the kinds of department stand three
 * times, for all attendances and for those within and over four hours: only the total behind each three tells which they are.
 */

/** What the totals of the three blocks are called, and what the kinds of department before each count. */
const blocks: Readonly<Record<string, string>> = {
  'total attendances': 'Attendances',
  'total attendances < 4 hours': 'Within four hours',
  'total attendances > 4 hours': 'Over four hours',
};

/** "Type 1 Departments - Major A&E"; in some months a program turned the dash into a nought. */
const kindHeading = /^type ([123]) departments\b/;

/**
 * The sheet as a table whose headings say which block each kind of department is of: `Over four hours, type 1`.
 *
 * @throws {FileProblem} where a block has no total behind it.
 */
function tabulateProviderLevel(file: SourceFile): RawTable {
  const { headings, rows } = parseTable(file, ',');
  let block: string | null = null;
  // From the last heading back: a block's total stands behind its kinds.
  const named = headings.toReversed().map((heading) => {
    const normal = normaliseHeading(heading);
    const [, kind] = kindHeading.exec(normal) ?? [];
    if (kind === undefined) {
      block = blocks[normal] ?? null;
      return heading;
    }
    if (block === null)
      throw new FileProblem(`${file.name} has "${heading}" without a total of three kinds of department behind it`);
    return `${block}, type ${kind}`;
  });
  return { headings: named.toReversed(), rows };
}

const kinds = (block: string, [first, second, other]: readonly [string, string, string]) => ({
  [first]: { headings: [`${block}, type 1`] },
  [second]: { headings: [`${block}, type 2`] },
  // The third kind is what earlier tables call other departments.
  [other]: { headings: [`${block}, type 3`] },
});
const unserved = (...headings: readonly string[]): ColumnDefinition => ({ headings, isOptional: true });

/** The columns of the sheet; those that are not served are named, so that a new one is noticed. */
const columns: Readonly<Record<string, ColumnDefinition>> = {
  code: { headings: ['Code', 'Org Code'] },
  parent: { headings: ['Region'] },
  name: { headings: ['Name', 'Org name'] },
  ...kinds('Attendances', ['attendancesType1', 'attendancesType2', 'attendancesOther']),
  attendances: { headings: ['Total attendances'] },
  ...kinds('Within four hours', ['withinType1', 'withinType2', 'withinOther']),
  within: { headings: ['Total Attendances < 4 hours'] },
  ...kinds('Over four hours', ['waitsType1', 'waitsType2', 'waitsOther']),
  waits: { headings: ['Total Attendances > 4 hours'] },
  // A dash in these four is a percentage of nothing.
  percentage: unserved('Percentage in 4 hours or less (all)'),
  percentageType1: unserved('Percentage in 4 hours or less (type 1)'),
  percentageType2: unserved('Percentage in 4 hours or less (type 2)'),
  percentageOther: unserved('Percentage in 4 hours or less (type 3)'),
  admissionsType1: unserved('Emergency Admissions via Type 1 A&E'),
  admissionsType2: unserved('Emergency Admissions via Type 2 A&E'),
  admissionsOther: unserved('Emergency Admissions via Type 3 and 4 A&E'),
  admissions: unserved('Total Emergency Admissions via A&E'),
  otherAdmissions: unserved(
    'Other Emergency admissions (i.e not via A&E)',
    'Other Emergency admissions (i.e. not via A&E)',
  ),
  allAdmissions: unserved('Total Emergency Admissions'),
  waitsForBed: unserved('Number of patients spending >4 hours from decision to admit to admission'),
  longWaitsForBed: unserved('Number of patients spending >12 hours from decision to admit to admission'),
};

/** The form of the sheet, but for who reads it. */
export const providerLevel = {
  name: 'the sheet of accident and emergency attendances by provider, in the form of 2025',
  delimiter: ',',
  tabulate: tabulateProviderLevel,
  columns,
  otherColumns: 'refused',
} as const satisfies Omit<FileFormat, 'open'>;

/**
 * The month of a sheet, which its name alone says: `2025-04`.
 *
 * @throws {FileProblem} where the name says none, or more than one.
 */
export function monthInNameOf({ name }: OpenedFile): string {
  const [month, ...others] = monthsNamedIn(name);
  if (month === undefined || others.length > 0)
    throw new FileProblem(
      `${name} does not say its month: the period is in the name alone, so expected one like nhs-england-ae-provider-2025-04.csv; make sure of the month before you rename it`,
    );
  return month;
}

/** Each kind of department by its columns: all attendances, within four hours, over four hours. */
const departments = ['Type1', 'Type2', 'Other'].map(
  (kind) => [`attendances${kind}`, `within${kind}`, `waits${kind}`] as const,
);

/**
 * Checks that a row is whole: within and over four hours are all attendances of each kind, and the three kinds their total.
 *
 * @throws {RowProblem} for the first sum that does not hold.
 */
export function checkSums(row: Row): void {
  for (const [all, within, over] of departments)
    if (row.number(within) + row.number(over) !== row.number(all))
      row.reject(all, 'those within and those over four hours together');
  for (const [index, total] of (['attendances', 'within', 'waits'] as const).entries()) {
    const parts = departments.map((columns) => row.number(columns[index] ?? ''));
    if (parts.reduce((sum, part) => sum + part, 0) !== row.number(total))
      row.reject(total, 'the three kinds of department together');
  }
}
