import { FileProblem } from './row-problem.ts';

/** What stands between the cells of a row. */
export type Separator = ',' | '\t' | ';' | '|';

/** The separators by the words that a person has for them. */
export const separatorNames: Readonly<Record<Separator, string>> = {
  ',': 'commas',
  ';': 'semicolons',
  '\t': 'tabs',
  '|': 'vertical bars',
};

/** Those that are looked for, in this order. */
export const separators: readonly Separator[] = [',', ';', '\t', '|'];

/**
 * Where a comma does not part cells it may stand for the decimal point, as it does in most of Europe, where a point then parts
 * thousands: `1,234` and `1.234` may each be twelve hundred or a little over one, `0,56` is more than half.
 */
const twofold = /^[+-]?(\d{1,3}([.,]\d{3})+|\d*,\d+)\s*%?$/;

/**
 * Refuses a number of which nobody can tell whether its comma parts thousands or decimals.
 *
 * @throws {FileProblem} naming the line.
 */
export function requireOneMeaning(cells: readonly string[], name: string, { line, separator }: SeparatedLine): void {
  const found = cells.find((cell) => twofold.test(cell.trim()));
  if (found === undefined) return;
  throw new FileProblem(
    `the columns of ${name} are separated by ${separatorNames[separator]}, and line ${line} has the number ${found.trim()}, whose comma or point may part thousands or decimals: save it with commas between columns, and numbers such as 1234.5`,
  );
}

/** A row of a file whose separator is not that of its format. */
export interface SeparatedLine {
  readonly line: number;
  readonly separator: Separator;
}
