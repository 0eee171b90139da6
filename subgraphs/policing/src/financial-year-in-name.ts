import { FileProblem } from '@boroughgraph/kit/files/row-problem.ts';

/**
 * The financial year of a table that says it in the name of its file alone: `FY2019-20` for `use-of-force-2019-20.csv` and for
 * `april2019-march2020.csv`.
 *
 * @throws {FileProblem} when the name has no financial year, or several.
 */
export function financialYearInName(name: string): string {
  const short = [...name.matchAll(/(?<!\d)(20\d{2})[-_/ ](\d{2})(?!\d)/g)];
  const months = [...name.matchAll(/april[-_ ]?(20\d{2})[-_ ]+(?:to[-_ ]+)?march[-_ ]?20(\d{2})(?!\d)/gi)];
  const [found, ...others] = new Set([...short, ...months].map(([, year = '', end = '']) => `FY${year}-${end}`));
  const isYear = found !== undefined && (Number(found.slice(2, 6)) + 1) % 100 === Number(found.slice(7));
  if (isYear && others.length === 0) return found;
  throw new FileProblem(
    `${name} does not name one financial year, which stands nowhere else: expected a name such as use-of-force-2019-20.csv`,
  );
}
